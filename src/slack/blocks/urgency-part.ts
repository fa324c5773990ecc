import type { Button, KnownBlock } from '@slack/types';
import type { Instant } from '../../core/calendar.ts';
import { defaultDeadline, earliestDeadline } from '../../core/deadline.ts';
import { WAY_TEXT_MAX } from '../../core/pausing.ts';
import type { Extension, Round } from '../../core/round.ts';
import { hasTimeToGiveBack, URGENT_WINDOW_HOURS } from '../../core/shortening.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { button, datetimepicker } from './elements.ts';
import { input, plainTextInput } from './input.ts';
import { actions } from './kit.ts';
import type { RoundSeen } from './round-line.ts';
import { line, memberOr, quiet, type Post, type Told } from './thread-post.ts';

const LIMITS = { minimumHours: URGENT_WINDOW_HOURS };

/** What was typed of a shorter deadline. */
type Typed = { readonly deadlineAt: Instant | null; readonly reason: string | null };

/** The moment and the reason. The offered moment is one that is possible (§2.2). */
export function shortenFields(seen: RoundSeen, typed: Typed, words: Words): KnownBlock[] {
  const { round, circle, now } = seen;
  const { calendar } = circle.settings;
  const earliestAt = earliestDeadline(now, calendar, LIMITS);
  const evening = defaultDeadline(now, calendar, 1, LIMITS);
  const offered = evening < round.deadlineAt ? evening : earliestAt;
  const { urgency, resolve } = words;
  const hint = urgency.deadlineHint({
    earliest: moment(earliestAt, calendar.timeZone),
    deadline: moment(round.deadlineAt, calendar.timeZone),
  });
  const reason = { multiline: true, max: WAY_TEXT_MAX, initial: typed.reason ?? undefined };
  return [
    input({
      field: 'way.deadline',
      label: resolve.fields.deadline(),
      hint,
      element: datetimepicker(typed.deadlineAt ?? offered),
    }),
    input({
      field: 'way.reason',
      label: urgency.reason(),
      hint: urgency.reasonHint(),
      element: plainTextInput(reason),
    }),
  ];
}

/** On the card: who shortened the deadline and why, or who gave the time back (§2.2). */
export function shortenedLines({ round, circle }: RoundSeen, words: Words): Saying[] {
  const { shortened, deadlineAt } = round;
  const last = round.extensions.at(-1);
  if (!shortened || round.ending || last?.deadlineAt !== deadlineAt) return [];
  const at = moment(deadlineAt, circle.settings.calendar.timeZone);
  if (last.cause === 'given_back') {
    const by = member(shortened.givenBackBy ?? shortened.by);
    return [words.urgency.cardGivenBack({ by, at })];
  }
  if (last.cause !== 'urgency') return [];
  const { by, reason } = shortened;
  const said = words.urgency.card({ by: member(by), at, reason });
  return [joined([said, words.urgency.undo()], '\n')];
}

/** For everyone who is asked, while there is time to give back (docs/process.md §2.2). */
export function giveBackButton({ round, now }: Pick<RoundSeen, 'round' | 'now'>, words: Words) {
  return hasTimeToGiveBack(round, now) ? [giveBack(round, words)] : [];
}

function giveBack({ id: value }: Round, { urgency }: Words): Button {
  const { giveTimeBack: actionId } = actionIds;
  const [label, spokenLabel] = [urgency.giveBack(), urgency.giveBackSpoken()];
  return button({ actionId, label, spokenLabel, value });
}

/** The post under the card: the new deadline, why, and how anybody asked undoes it (§2.2). */
export function shorteningPost(told: Told<'deadline_shortened' | 'deadline_given_back'>): Post {
  const { event, round, circle, words } = told;
  const zone = circle.settings.calendar.timeZone;
  const { thread } = words.urgency;
  const who = memberOr(event.by, words);
  const deadline = moment(event.deadlineAt, zone);
  if (event.type === 'deadline_given_back') {
    return [line(thread.givenBack({ member: who })), line(thread.givenBackNext({ deadline }))];
  }
  const said = [thread.shortened({ member: who }), words.thread.newDeadline({ deadline })];
  const post = [
    line(joined(said, '\n')),
    line(words.thread.because({ reason: event.reason })),
  ] as const;
  if (!hasTimeToGiveBack(round, event.at)) return post;
  const before = moment(round.shortened?.insteadOf ?? round.deadlineAt, zone);
  const undo = thread.undo({ before });
  const tap = { said: words.urgency.giveBack(), blocks: [actions([giveBack(round, words)])] };
  return [...post, quiet(undo), tap];
}

/** How the record tells of it (docs/process.md §4.1). */
export function shorteningInRecord(
  { at, by, deadlineAt, cause }: Extension & { readonly cause: 'urgency' | 'given_back' },
  zone: string,
  words: Words,
): Saying {
  const { course } = words.urgency;
  const said = {
    at: moment(at, zone),
    deadline: moment(deadlineAt, zone),
    member: memberOr(by, words),
  };
  return cause === 'urgency' ? course.shortened(said) : course.givenBack(said);
}
