import { activeFacilitators } from '../../core/circle.ts';
import type { ObjectionId } from '../../core/ids.ts';
import type { Round } from '../../core/round.ts';
import { openObjections, silentMembers, takesAnswers } from '../../core/standing.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { joined, moment, shortened } from '../../words/terms.ts';
import { line, memberOr, quiet, titled, type Post, type Told } from './thread-post.ts';

/** An objection in full, and what follows (docs/process.md §D2, §2.6). */
export function objectionPost(told: Told<'objection_raised' | 'objection_reworded'>): Post {
  const { event, round, words } = told;
  const { thread } = words;
  const { harm, effect, remedy } = event;
  const who = memberOr(event.by, words);
  const heading = event.type === 'objection_raised' ? thread.raised : thread.reworded;
  return [
    line(heading({ member: who })),
    titled(thread.harmSaid({ said: harm }), thread.harm(), harm),
    titled(thread.effectSaid({ said: effect }), thread.effect(), effect),
    ...(remedy ? [titled(thread.remedySaid({ said: remedy }), thread.remedy(), remedy)] : []),
    quiet(thread.aim({ aim: round.terms.aim })),
    quiet(joined([objectionNext(told), stillAnswer(told)])),
  ];
}

function objectionNext({ event, circle, words }: Told): Saying {
  const who = memberOr(event.by, words);
  const others = activeFacilitators(circle, event.at).filter((one) => one !== event.by);
  if (others.length === 0) return words.thread.objectionNextAlone({ member: who });
  return words.thread.objectionNext({ facilitators: membersNamed(others, words), member: who });
}

function stillAnswer({ event, round, circle, words }: Told): Saying {
  if (event.at >= round.deadlineAt || round.pause) return words.thread.lateAnswer();
  const deadline = moment(round.deadlineAt, circle.settings.calendar.timeZone);
  return words.thread.stillAnswer({ deadline });
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
  const next = isAskedAgain(told) ? [words.thread.takenBackNext({ member: who })] : [];
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
