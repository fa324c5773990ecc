import { day, joined, member, moment } from '../../words/terms.ts';
import type { MessageContent } from './message.ts';
import { proposalNumber } from './round-line.ts';
import { decidedPost } from './thread-decided.ts';
import { objectionPost, settlementPost } from './thread-objection.ts';
import { line, memberOr, posted, quiet, written } from './thread-post.ts';
import type { Post, Told } from './thread-post.ts';

/**
 * The post under the card for an event that moves the round on, or null for one that only draws
 * the card anew. It says what happened, what follows, and who takes the next step.
 *
 * Source: docs/process.md §D13, §D2, §2.6.
 */
export function threadLine(told: Told): MessageContent | null {
  const { event } = told;
  switch (event.type) {
    case 'question_asked':
      return posted(told, asked({ ...told, event }));
    case 'objection_raised':
    case 'objection_reworded':
      return posted(told, objectionPost({ ...told, event }));
    case 'objection_settled':
    case 'objection_taken_back':
      return posted(told, settlementPost({ ...told, event }));
    case 'deadline_extended':
      return posted(told, extended({ ...told, event }));
    case 'closing_opened_to_members':
      return posted(told, closingOpened(told));
    case 'round_decided':
      return decidedPost(told.round, told.circle, told.words);
    case 'round_withdrawn':
      return posted(told, withdrawn({ ...told, event }));
    case 'taken_to_meeting':
      return posted(told, toMeeting({ ...told, event }));
    case 'round_parked':
      return posted(told, parked({ ...told, event }));
    case 'round_resumed':
      return posted(told, resumed({ ...told, event }));
    default:
      return null;
  }
}

function asked({ event, round, words }: Told<'question_asked'>): Post {
  const { by, text } = event;
  const who = memberOr(by, words);
  const heading =
    by === round.proposedBy
      ? words.thread.ownQuestion({ member: who })
      : words.thread.question({ proposer: member(round.proposedBy), member: who });
  return [line(heading), written(text), quiet(words.thread.questionNext())];
}

function extended({ event, circle, words }: Told<'deadline_extended'>): Post {
  const { cause, reason } = event;
  const deadline = moment(event.deadlineAt, circle.settings.calendar.timeZone);
  const happened = words.thread.extended({ cause, member: memberOr(event.by, words) });
  return [
    line(joined([happened, words.thread.newDeadline({ deadline })], '\n')),
    ...(reason === null ? [] : [line(words.thread.because({ reason }))]),
    ...(cause === 'silence' ? [quiet(words.thread.notSilence())] : []),
  ];
}

function closingOpened({ round, words }: Told): Post {
  const number = proposalNumber(round, words);
  const proposer = member(round.proposedBy);
  return [
    line(words.thread.closingOpened()),
    quiet(words.thread.closingOpenedNext({ proposer, number })),
  ];
}

function withdrawn({ event, words }: Told<'round_withdrawn'>): Post {
  const { by, reason } = event;
  return [
    line(words.thread.withdrawn({ member: memberOr(by, words) })),
    ...(reason === null ? [] : [line(words.thread.because({ reason }))]),
    quiet(words.thread.withdrawnNext()),
  ];
}

function toMeeting({ event, round, words }: Told<'taken_to_meeting'>): Post {
  const { by, note } = event;
  return [
    line(words.thread.toMeeting({ member: memberOr(by, words) })),
    ...(note === null ? [] : [line(words.thread.toMeetingNote({ note }))]),
    quiet(words.thread.toMeetingNext({ number: proposalNumber(round, words) })),
  ];
}

function parked({ event, words }: Told<'round_parked'>): Post {
  const { by, nextStep: step, who, untilOn } = event;
  const until = day(untilOn);
  return [
    line(words.thread.parked({ member: memberOr(by, words), until })),
    line(words.thread.parkedStep({ step })),
    quiet(words.thread.parkedNext({ who: member(who) })),
  ];
}

function resumed({ event, circle, words }: Told<'round_resumed'>): Post {
  const deadline = moment(event.deadlineAt, circle.settings.calendar.timeZone);
  return [
    line(words.thread.resumed({ member: memberOr(event.by, words) })),
    quiet(words.thread.resumedNext({ deadline })),
  ];
}
