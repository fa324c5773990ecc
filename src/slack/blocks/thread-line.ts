import { inQuestions } from '../../core/question-step.ts';
import { isAboutProposer } from '../../core/proposer-event.ts';
import { joined, member, moment } from '../../words/terms.ts';
import { meetingAgenda } from './meeting-agenda.ts';
import type { MessageContent } from './message.ts';
import {
  lateAnsweredPost,
  pausePost,
  raisedPost,
  lookAgainRow,
  reopenedPost,
  supersededPost,
  unansweredPost as lateUnansweredPost,
} from './thread-aftermath.ts';
import {
  handedOnPost,
  meetingPost,
  parkedPost,
  resumedPost,
  takenOverPost,
  withdrawnPost,
} from './thread-pausing.ts';
import { correctedPost } from './correcting-part.ts';
import { decidedPost } from './thread-decided.ts';
import { adoptedPost, lapsedPost, notedPost } from './thread-adoption.ts';
import { objectionPost, settlementPost } from './thread-objection.ts';
import { openingPost } from './opening-part.ts';
import { stepPost } from './thread-step.ts';
import { ideasPost } from './integration-part.ts';
import { proposerPost } from './proposer-part.ts';
import { line, memberOr, posted, quiet, written } from './thread-post.ts';
import type { Post, Told } from './thread-post.ts';
import { announcement, announcesAnew, unansweredPost } from './unheard-part.ts';
import { shorteningPost } from './urgency-part.ts';
import { challengePost, standsPost, versionPost } from './thread-version.ts';
import { voidPost } from './void-part.ts';

/**
 * The post under the card for an event that moves the round on, or null for one that only draws
 * the card anew. It says what happened, what follows, and who takes the next step.
 *
 * Source: docs/process.md §D13, §D2, §2.6.
 */
export function threadLine(told: Told): MessageContent | null {
  const { event } = told;
  if (isAboutProposer(event)) return posted(told, proposerPost({ ...told, event }));
  switch (event.type) {
    case 'question_asked':
      return posted(told, asked({ ...told, event }));
    case 'was_away':
      return posted(told, wasAway({ ...told, event }));
    case 'question_answered':
    case 'thoughts_shown':
    case 'question_step_moved':
    case 'answers_begun':
      return posted(told, stepPost({ ...told, event }));
    case 'opening_asked':
      if (told.round.step.untilAt === null) return null;
      return posted(told, openingPost({ ...told, event }));
    case 'opening_idle':
      return posted(told, openingPost({ ...told, event }));
    case 'objection_raised':
      return posted(told, objectionPost({ ...told, event }));
    case 'circle_asked_for_ideas':
      return posted(told, ideasPost({ ...told, event }));
    case 'objection_became_note':
      return posted(told, notedPost({ ...told, event }));
    case 'objection_adopted':
      return posted(told, adoptedPost({ ...told, event }));
    case 'objection_lapsed_to_note':
      return posted(told, lapsedPost({ ...told, event }));
    case 'objection_settled':
    case 'objection_taken_back':
      return posted(told, settlementPost({ ...told, event }));
    case 'version_published':
      return posted(told, versionPost({ ...told, event }));
    case 'wording_challenged':
      return posted(told, challengePost({ ...told, event }));
    case 'objection_stands': {
      const post = standsPost({ ...told, event });
      return post && posted(told, post);
    }
    case 'stand_in_declared':
      return posted(told, stoodIn({ ...told, event }));
    case 'deadline_extended':
      return posted(
        told,
        announcesAnew(event, told.round) ? announcement(told) : extended({ ...told, event }),
      );
    case 'nobody_answered':
      return posted(told, unansweredPost({ ...told, event }));
    case 'floor_missed':
      return meetingAgenda({ ...told, event });
    case 'deadline_shortened':
    case 'deadline_given_back':
      return posted(told, shorteningPost({ ...told, event }));
    case 'closing_opened_to_members':
      return posted(told, closingOpened(told));
    case 'round_decided':
      // Open again since: the post that says so comes next.
      if (told.round.ending?.kind !== 'decided') return null;
      return decidedPost(told.round, told.circle, told.words);
    case 'round_reopened':
      return posted(told, reopenedPost({ ...told, event }));
    case 'late_objection_raised':
      return posted(told, raisedPost({ ...told, event }));
    case 'late_objection_answered':
      return posted(told, lateAnsweredPost({ ...told, event }));
    case 'late_objection_unanswered':
      return posted(told, lateUnansweredPost({ ...told, event }));
    case 'record_corrected':
      return posted(told, correctedPost({ ...told, event }));
    case 'decision_paused':
    case 'decision_unpaused':
      return posted(told, pausePost({ ...told, event }));
    case 'decision_superseded':
    case 'decision_restored':
      return posted(told, supersededPost({ ...told, event }));
    case 'void_asked':
    case 'void_taken_back':
    case 'round_voided':
      return posted(told, voidPost({ ...told, event }));
    case 'round_withdrawn':
      return posted(told, withdrawnPost({ ...told, event }));
    case 'taken_to_meeting':
      return meetingAgenda({ ...told, event });
    case 'meeting_recorded':
      return posted(told, meetingPost({ ...told, event }));
    case 'round_handed_on':
      return posted(told, handedOnPost({ ...told, event }));
    case 'round_taken_over':
      return posted(told, takenOverPost({ ...told, event }));
    case 'round_parked':
      return posted(told, parkedPost({ ...told, event }));
    case 'round_resumed':
      return posted(told, resumedPost({ ...told, event }));
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
  const next = inQuestions(round)
    ? words.step.thread.questionNext({ proposer: member(round.proposedBy) })
    : words.thread.questionNext();
  return [line(heading), written(text), quiet(next)];
}

function wasAway({ event, round, words }: Told<'was_away'>): Post {
  const { away } = words.silence;
  const { note } = event;
  return [
    line(away.thread({ member: memberOr(event.by, words) })),
    ...(note === null ? [] : [line(away.threadNote({ note }))]),
    quiet(away.threadNext({ owner: member(round.owner) })),
    ...lookAgainRow({ round, words }),
  ];
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

function stoodIn({ event, words }: Told<'stand_in_declared'>): Post {
  const who = memberOr(event.by, words);
  return [
    line(words.relay.standsIn({ member: who, place: event.place })),
    quiet(words.relay.standsInNext({ member: who })),
  ];
}

function closingOpened({ round, words }: Told): Post {
  const proposer = member(round.proposedBy);
  return [line(words.thread.closingOpened()), quiet(words.thread.closingOpenedNext({ proposer }))];
}
