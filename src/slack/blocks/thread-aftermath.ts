import type { LateObjection } from '../../core/aftermath.ts';
import type { ObjectionId } from '../../core/ids.ts';
import { supersededBy } from '../../core/replacing.ts';
import type { Round } from '../../core/round.ts';
import { day, member, moment } from '../../words/terms.ts';
import { actions, someOf } from './kit.ts';
import { lookAgainButtons } from './replaced-part.ts';
import { carersNamed, decidedNumber, forceSaid, lateSayings } from './aftermath-forms.ts';
import { line, memberOr, quiet, written } from './thread-post.ts';
import type { Post, Told } from './thread-post.ts';

/** What was raised later, by its id. Throws where there is none. */
export function lateOf({ aftermath, id }: Round, lateId: ObjectionId): LateObjection {
  const late = aftermath.lateObjections.find((one) => one.id === lateId);
  if (!late) throw new Error(`Round ${id} has nothing raised as ${lateId}`);
  return late;
}

/** The post for what somebody raised about a decision (docs/process.md §10 case 9). */
export function raisedPost({ event, round, circle, words }: Told<'late_objection_raised'>): Post {
  const late = lateOf(round, event.lateId);
  const due = moment(late.dueAt, circle.settings.calendar.timeZone);
  const people = carersNamed(round, circle, event.at, words);
  const number = decidedNumber(round, words);
  return [
    line(words.aftermath.raisedBy({ member: member(late.by), number })),
    ...lateSayings(late, words).map((said) => line(said)),
    quiet(words.aftermath.answersBy({ force: forceSaid(round, words), people, due })),
  ];
}

/** The post for its answer; an early review is offered in words (docs/process.md §10 case 9). */
export function lateAnsweredPost(told: Told<'late_objection_answered'>): Post {
  const { event, round, words } = told;
  const raiser = member(lateOf(round, event.lateId).by);
  const early = words.aftermath.earlyReview({ review: day(round.reviewOn) });
  return [
    line(words.aftermath.answered({ member: memberOr(event.by, words), raiser })),
    written(event.text),
    ...(supersededBy(round) ? [] : [quiet(early)]),
    ...lookAgainRow(told),
  ];
}

/** The circle hears that nobody has answered (docs/process.md §10 case 9). */
export function unansweredPost({ event, round, words }: Told<'late_objection_unanswered'>): Post {
  const late = lateOf(round, event.lateId);
  const number = decidedNumber(round, words);
  return [
    line(words.aftermath.unanswered({ raiser: member(late.by), number })),
    line(words.aftermath.itWas({ said: late.harm })),
    ...lookAgainRow({ round, words }),
  ];
}

/** The way to an early review, as a button in the thread (docs/process.md §2.5, §10 case 9). */
export function lookAgainRow({ round, words }: Pick<Told, 'round' | 'words'>): Post {
  const buttons = someOf(lookAgainButtons(round, words));
  return buttons ? [{ said: words.lookAgain.button(), blocks: [actions(buttons)] }] : [];
}

/** A newer decision took its place, or is open again (docs/process.md §10 case 16). */
export function supersededPost(told: Told<'decision_superseded' | 'decision_restored'>): Post {
  const { event, round, words } = told;
  const { thread } = words.lookAgain;
  const number = decidedNumber(round, words);
  const newer = words.system.decisionNumber({ number: String(event.number) });
  if (event.type === 'decision_restored') return [line(thread.restored({ newer, number }))];
  return [
    line(thread.superseded({ how: event.how, newer })),
    quiet(thread.supersededNext({ number, newer })),
  ];
}

/** The round is open again (docs/process.md §10 case 8). */
export function reopenedPost({ event, words }: Told<'round_reopened'>): Post {
  const number = words.system.decisionNumber({ number: String(event.decisionNumber) });
  return [
    line(words.aftermath.reopened({ member: memberOr(event.by, words) })),
    quiet(words.aftermath.reopenedNext({ number })),
  ];
}

/** A pause for danger, and its end (docs/process.md §10 case 10). */
export function pausePost(told: Told<'decision_paused' | 'decision_unpaused'>): Post {
  const { event, round, words } = told;
  const number = decidedNumber(round, words);
  const who = memberOr(event.by, words);
  if (event.type === 'decision_unpaused') {
    return [line(words.aftermath.unpaused({ member: who, number }))];
  }
  return [
    line(words.aftermath.paused({ member: who, number })),
    line(words.aftermath.because({ reason: event.reason })),
    quiet(words.aftermath.pausedMeet()),
  ];
}
