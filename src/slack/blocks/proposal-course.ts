import type { Instant } from '../../core/calendar.ts';
import type { Circle } from '../../core/circle.ts';
import type { MemberId } from '../../core/ids.ts';
import { isOpenedForThem } from '../../core/opening.ts';
import { stepOf, termsOf, type ProposalChoices } from '../../core/proposal-terms.ts';
import { agreementOf } from '../../core/silence.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { dayAndMonth, moment } from '../../words/terms.ts';
import type { Choices } from './proposal-choice-fields.ts';

/** What the form holds just now of how the round is to go. */
export type CourseState = Omit<Choices, 'isConfidential' | 'confidentialReason'> & {
  readonly circle: Circle;
  /** Who proposes it. */
  readonly by: MemberId;
  readonly now: Instant;
};

/** The same as the rules take it: what is not chosen is as it is usual in the circle. */
export function choicesOf(state: CourseState): ProposalChoices {
  const { isQuick, topic, concerns, isRemoval, beginsWith } = state;
  return { isQuick, topic, concerns, isRemoval, ...(beginsWith && { beginsWith }) };
}

/** What comes before anyone is asked, in its order (docs/process.md §2.1, §3). */
export function beforeAsking(state: CourseState, words: Words): Saying[] {
  const { circle, by, now } = state;
  const { preview } = words.step;
  const untilAt = stepOf(circle, choicesOf(state), now)?.questionsUntilAt ?? null;
  const isOpened = isOpenedForThem(circle, by);
  if (untilAt === null) return isOpened ? [words.opening.preview()] : [];
  const until = moment(untilAt, circle.settings.calendar.timeZone);
  return [preview.questions({ until }), isOpened ? preview.thenOpened() : preview.thenReady()];
}

/**
 * What silence will mean in this round, in a circle that agreed to anything but that everyone
 * answers. Source: docs/process.md §D3, §2.5.
 */
export function silenceAhead(state: CourseState, words: Words): Saying[] {
  const { settings } = state.circle;
  const { preview } = words.silence;
  if (agreementOf(settings).policy === 'explicit') return [];
  const { silencePolicy: policy, silenceAdoptedOn: on } = termsOf(state.circle, choicesOf(state));
  if (policy !== 'explicit' && on !== undefined) {
    return [preview.agreed({ policy, on: dayAndMonth(on) })];
  }
  return [state.topic === 'our_work' ? preview.onlyQuick() : preview.everyone()];
}
