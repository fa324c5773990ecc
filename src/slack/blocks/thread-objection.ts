import type { ObjectionId } from '../../core/ids.ts';
import type { Round } from '../../core/round.ts';
import { inQuestions, stepStage, wasDraft } from '../../core/question-step.ts';
import { openObjections, silentMembers, takesAnswers } from '../../core/standing.ts';
import type { Saying } from '../../words/message.ts';
import { joined, link, moment, shortened } from '../../words/terms.ts';
import { line, memberOr, quiet, type Post, type Told } from './thread-post.ts';

/** That somebody objects, and where: the objection has a message of its own (§D13, §2.6). */
export function objectionPost(told: Told<'objection_raised'>): Post {
  const { event, talk, words } = told;
  const { under } = words.objectionWork;
  const who = memberOr(event.by, words);
  const raised = talk
    ? under.raised({ member: who, link: link(talk, under.talk()) })
    : under.raisedNoLink({ member: who });
  return [line(raised), quiet(stillAnswer(told))];
}

function stillAnswer({ event, round, circle, words }: Told): Saying {
  if (wasDraft(round, event.at)) return stillAsked({ round, circle, words });
  if (event.at >= round.deadlineAt || round.pause) return words.thread.lateAnswer();
  const deadline = moment(round.deadlineAt, circle.settings.calendar.timeZone);
  return words.thread.stillAnswer({ deadline });
}

/** Nobody answers in the question step: what goes on is asking (docs/process.md §2.1). */
function stillAsked({ round, circle, words }: Omit<Told, 'event'>): Saying {
  const { under } = words.stepObjection;
  const { untilAt } = round.step;
  if (stepStage(round) === 'over' || untilAt === null || round.pause) return under.isOver();
  return under.goesOn({ until: moment(untilAt, circle.settings.calendar.timeZone) });
}

const ITS_WORDS_MAX = 150;

/** An objection that its owner settled or took back, and what is left (§0, invariant 4). */
export function settlementPost(told: Told<'objection_settled' | 'objection_taken_back'>): Post {
  const { event, round, words } = told;
  const who = memberOr(event.by, words);
  const isSettled = event.type === 'objection_settled';
  const heading = isSettled ? words.thread.settled : words.thread.takenBack;
  const harm = harmOf(round, event.objectionId);
  const n = openObjections(round).length;
  const left = n > 0 ? words.thread.openLeft({ n }) : words.thread.noneLeft();
  const { takenBackNext } = words.thread;
  const askedAgain = inQuestions(round) ? words.stepObjection.under.settledNext : takenBackNext;
  const next = isAskedAgain(told) ? [askedAgain({ member: who })] : [];
  return [
    line(heading({ member: who })),
    ...(harm === null ? [] : [quiet(words.thread.itWas({ said: harm }))]),
    quiet(joined([left, ...next])),
  ];
}

/** True where this person's answer is what the round still waits for. */
function isAskedAgain({ event, round }: Told): boolean {
  return event.by !== null && takesAnswers(round) && silentMembers(round).includes(event.by);
}

function harmOf(round: Round, id: ObjectionId): string | null {
  const harm = round.objections.find((one) => one.id === id)?.harm;
  return harm === undefined ? null : shortened(harm, ITS_WORDS_MAX).plain;
}
