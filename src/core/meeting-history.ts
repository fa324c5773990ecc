import { by, changedAt } from './answer-history.ts';
import type { MemberId } from './ids.ts';
import type { Meeting } from './meeting.ts';
import { inQuestions } from './question-step.ts';
import { currentVersion, type Answer, type Asked, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { countedAnswer, openObjectionOf } from './standing.ts';

type Recorded = RoundEvent & { type: 'meeting_recorded' };

/**
 * The round after a meeting was written down. Who was there and consented has consented at the
 * meeting; their own objection, and a consent that they gave themselves, stay as they are. While the
 * text is a draft it is only written down: everyone is asked when the text is fixed.
 *
 * Source: docs/process.md §2.1 (`to_meeting`), §0 invariant 4.
 */
export function met(round: Round, event: Recorded): Round {
  const { at, present, outcome, note } = event;
  const meeting: Meeting = { at, by: by(event), present, outcome, note };
  const meetings = [...round.meetings, meeting];
  // In the question step there is no version yet to consent to.
  if (outcome !== 'consented' || inQuestions(round)) return { ...round, meetings };
  const answers = new Map(round.answers);
  const asked = new Map(round.asked);
  for (const member of present) {
    if (!consentsThere(round, member)) continue;
    answers.set(member, consentAt(round, member, event));
    asked.set(member, { member, excused: null });
  }
  return changedAt(event, { ...round, meetings, answers, asked });
}

/** Nobody is recorded who was not asked, sees a problem, or has consented in their own words. */
function consentsThere(round: Round, member: MemberId): boolean {
  const asked: Asked | undefined = round.asked.get(member);
  if (!asked || asked.excused?.reason === 'left') return false;
  if (openObjectionOf(round, member)) return false;
  return countedAnswer(round, member)?.kind !== 'consent';
}

function consentAt(round: Round, member: MemberId, event: Recorded): Answer {
  const { number: versionNumber } = currentVersion(round);
  const atMeetingBy = by(event);
  return { member, versionNumber, at: event.at, kind: 'consent', note: null, atMeetingBy };
}
