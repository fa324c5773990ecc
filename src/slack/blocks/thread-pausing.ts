import type { MessageContent } from './message.ts';
import { message } from './message.ts';
import { waitsForOpening } from '../../core/opening.ts';
import { inQuestions, stepStage } from '../../core/question-step.ts';
import { openObjections } from '../../core/standing.ts';
import type { Circle } from '../../core/circle.ts';
import type { PauseEvent } from '../../core/pause-event.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { day, joined, member, moment, placeNamed } from '../../words/terms.ts';
import { section } from './kit.ts';
import { line, memberOr, quiet, written } from './thread-post.ts';
import type { Post, Told } from './thread-post.ts';

/** What a meeting came to (docs/process.md §2.1). */
export function meetingPost({ event, round, words }: Told<'meeting_recorded'>): Post {
  const { pausing } = words;
  const { outcome, note, present } = event;
  const people = membersNamed(present, words);
  const n = openObjections(round).length;
  const proposer = member(round.proposedBy);
  return [
    line(pausing.recorded({ member: memberOr(event.by, words), people })),
    line(pausing.outcome({ outcome })),
    ...(note === null ? [] : [line(pausing.said({ said: note }))]),
    ...(n > 0 && !round.ending ? [quiet(pausing.objectionsNext({ n }))] : []),
    ...(outcome === 'consented' ? [quiet(consentedNext(round, words))] : []),
    ...(outcome === 'new_text' ? [quiet(pausing.newTextNext({ proposer }))] : []),
  ];
}

/** Who is still asked: of a draft everybody, when its text is fixed (docs/process.md §2.1). */
function consentedNext(round: Told['round'], { pausing }: Words): Saying {
  return inQuestions(round) ? pausing.draftNext() : pausing.absentNext();
}

/** Where it went, and what happens meanwhile (docs/process.md §2.1). */
export function handedOnPost({ event, words }: Told<'round_handed_on'>): Post {
  const { pausing } = words;
  const { kind, reason } = event;
  const to = placeNamed(event);
  return [
    line(pausing.handedOn({ kind, to, member: memberOr(event.by, words) })),
    line(pausing.because({ reason })),
    quiet(pausing.handedOnNext()),
  ];
}

/** Who is the proposer now, and by when everyone is asked again (docs/process.md §2.1). */
export function takenOverPost(told: Told<'round_taken_over'>): Post {
  const { event, round, circle, words } = told;
  const deadline = moment(event.asking.deadlineAt, circle.settings.calendar.timeZone);
  return [
    line(words.pausing.takenOver({ member: memberOr(event.by, words) })),
    ...(inQuestions(round) ? stepNext(told) : [quiet(words.pausing.takenOverNext({ deadline }))]),
  ];
}

/** Who took it back, why, and who may pick it up (docs/process.md §2.1). */
export function withdrawnPost({ event, words }: Told<'round_withdrawn'>): Post {
  const { by, saidBy = by, reason } = event;
  return [
    line(words.thread.withdrawn({ member: memberOr(saidBy, words) })),
    ...(reason === null ? [] : [line(words.thread.because({ reason }))]),
    quiet(words.thread.withdrawnNext()),
  ];
}

/** Who parked it, until when and with which next step (docs/process.md §2.1). */
export function parkedPost({ event, words }: Told<'round_parked'>): Post {
  const { by, nextStep: step, who, untilOn } = event;
  const until = day(untilOn);
  return [
    line(words.thread.parked({ member: memberOr(by, words), until })),
    line(words.thread.parkedStep({ step })),
    quiet(words.thread.parkedNext({ who: member(who) })),
  ];
}

/** It goes on, and until when (docs/process.md §2.1). */
export function resumedPost(told: Told<'round_resumed'>): Post {
  const { event, round, circle, words } = told;
  const deadline = moment(event.deadlineAt, circle.settings.calendar.timeZone);
  return [
    line(words.thread.resumed({ member: memberOr(event.by, words) })),
    ...(event.answer ? [line(words.pausing.cameBack({ said: event.answer }))] : []),
    ...(inQuestions(round) ? stepNext(told) : [quiet(words.thread.resumedNext({ deadline }))]),
  ];
}

/** In the question step no answer is due; until when it lasts is told by itself (§2.1). */
function stepNext({ round, words }: Told): Post {
  const isReadyDue = stepStage(round) === 'over' && !waitsForOpening(round);
  const proposer = member(round.proposedBy);
  return isReadyDue ? [quiet(words.step.next.ready({ proposer }))] : [];
}

/** All that is told elsewhere: the summary that was agreed to, and nothing more (§4.4). */
export function handedOnSummary(
  event: PauseEvent & { readonly type: 'round_handed_on' },
  by: string,
  { settings }: Circle,
  words: Words,
): MessageContent {
  const { pausing } = words;
  const asks = pausing.summaryFrom({ circle: settings.name });
  const said = written(event.summary);
  const next = pausing.summaryNext({ member: member(by) });
  return message({
    text: joined([asks, said.said, next], '\n'),
    blocks: [section(asks), ...said.blocks, section(next)],
  });
}
