import type { Button } from '@slack/types';
import { isAskedIn } from '../../core/askable.ts';
import { looksAfter } from '../../core/after-closing.ts';
import type { AftermathEvent } from '../../core/aftermath-event.ts';
import { removedMember } from '../../core/concern.ts';
import { supersededBy } from '../../core/replacing.ts';
import type { RoundEvent, RoundEventType } from '../../core/round-event.ts';
import { countedAnswer, takesAnswers } from '../../core/standing.ts';
import type { Saying } from '../../words/message.ts';
import { member, moment } from '../../words/terms.ts';
import { actionIds, objectionValue } from '../ids.ts';
import { decidedNumber, forceSaid, lateSayings } from './aftermath-forms.ts';
import { answerButtons } from './answer-buttons.ts';
import { pauseButton, pauseOf, unpauseButton } from './card-aftermath.ts';
import type { DirectlyTold } from './direct-message.ts';
import { button } from './elements.ts';
import { fixedPart, type Part } from './fit.ts';
import { lookAgainButtons } from './replaced-part.ts';
import { lateOf } from './thread-aftermath.ts';

type ToldOf<Type extends AftermathEvent['type']> = DirectlyTold & {
  readonly event: RoundEvent & { readonly type: Type };
};

/** What one person hears of what came after a decision (docs/process.md §10 cases 8 to 10). */
export function aftermathDirect(told: ToldOf<AftermathEvent['type']>): Saying[] {
  const { event, round, words } = told;
  const { direct } = words.aftermath;
  const number = decidedNumber(round, words);
  const who = event.by ? member(event.by) : words.refusal.someFacilitator();
  switch (event.type) {
    case 'late_objection_raised':
      return raised({ ...told, event });
    case 'late_objection_reminded': {
      const late = lateOf(round, event.lateId);
      if (late.answered) return [direct.done()];
      const reminded = direct.reminded({ member: member(late.by), number });
      return [reminded, ...lateSayings(late, words), direct.remindedNext()];
    }
    case 'late_objection_answered': {
      const said = direct.said({ said: event.text });
      return [direct.answered({ member: who, number }), said, direct.answeredNext()];
    }
    case 'round_reopened':
      return [direct.reopened({ member: who }), reopenedNext(told)];
    case 'decision_paused': {
      const because = words.aftermath.because({ reason: event.reason });
      return [direct.paused({ member: who, number }), because, direct.pausedNext()];
    }
    case 'late_objection_unanswered':
    case 'decision_unpaused':
    case 'record_corrected':
    case 'decision_superseded':
    case 'decision_restored':
      return [words.direct.changed()];
  }
}

/** What it is to whoever answered, did not, or is not asked (docs/process.md §10 case 8, §2.7). */
function reopenedNext({ round, words, to }: DirectlyTold): Saying {
  const { direct } = words.aftermath;
  if (removedMember(round) === to) return words.concern.direct.asBefore();
  if (countedAnswer(round, to)) return direct.reopenedNext();
  if (isAskedIn(round, to)) return direct.reopenedUnanswered();
  return words.aftermath.reopenedNext({ number: decidedNumber(round, words) });
}

/** The three answers, for whoever has given none (docs/process.md §10 case 8). */
export function reopenedButtons({ event, round, words, to }: DirectlyTold): Part[] {
  if (event.type !== 'round_reopened' || !takesAnswers(round)) return [];
  const isMissing = isAskedIn(round, to) && !countedAnswer(round, to);
  return isMissing ? [fixedPart(answerButtons(round, words))] : [];
}

function raised({ event, round, circle, words }: ToldOf<'late_objection_raised'>): Saying[] {
  const { direct } = words.aftermath;
  const late = lateOf(round, event.lateId);
  const number = decidedNumber(round, words);
  const said = [direct.raised({ member: member(late.by), number }), ...lateSayings(late, words)];
  if (late.answered) return [...said, direct.done()];
  const due = moment(late.dueAt, circle.settings.calendar.timeZone);
  const next = direct.raisedNext({ due, force: forceSaid(round, words) });
  return [...said, next, ...(supersededBy(round) ? [] : [direct.raisedEarly()])];
}

/**
 * What the person can press: the answer that is theirs, a pause where it would be dangerous to
 * carry on, an early look, or the way out of a pause (docs/process.md §10 cases 9 and 10).
 */
export function aftermathActions(told: DirectlyTold): Button[] {
  const own = aftermathAction(told);
  const again = CALLS_FOR_A_LOOK.has(told.event.type)
    ? lookAgainButtons(told.round, told.words)
    : [];
  return [...(own ? [own] : []), ...pauseButtons(told), ...again];
}

/** Where something is reported, whoever may pause the decision can do so at once (§10 case 10). */
function pauseButtons({ event, round, circle, words, to }: DirectlyTold): Button[] {
  if (!isReport(event) || round.ending?.kind !== 'decided') return [];
  if (round.aftermath.paused || supersededBy(round)) return [];
  return looksAfter(round, { by: to, at: event.at, circle }) ? [pauseButton(round, words)] : [];
}

function isReport({ type }: RoundEvent): boolean {
  return type === 'late_objection_raised' || type === 'late_objection_reminded';
}

/** After these somebody may want to look at the decision early (docs/process.md §2.5, §10 case 9). */
const CALLS_FOR_A_LOOK: ReadonlySet<RoundEventType> = new Set<RoundEventType>([
  'late_objection_raised',
  'late_objection_reminded',
  'late_objection_answered',
  'was_away',
]);

function aftermathAction({ event, round, words }: DirectlyTold): Button | null {
  switch (event.type) {
    case 'late_objection_raised':
    case 'late_objection_reminded': {
      const late = lateOf(round, event.lateId);
      if (late.answered) return null;
      return button({
        actionId: actionIds.answerLate,
        label: words.aftermath.answerIt(),
        spokenLabel: words.aftermath.answerSpoken({ member: member(late.by) }),
        value: objectionValue.seal(round.id, late.id),
      });
    }
    case 'decision_paused':
      return pauseOf(round) ? unpauseButton(round, words) : null;
    default:
      return null;
  }
}
