import { decisionOf } from '../src/core/decision.ts';
import { plainTextOf } from '../src/core/document.ts';
import type { Instant } from '../src/core/calendar.ts';
import { currentVersion, type Round } from '../src/core/round.ts';
import { part, storable, type Part } from './projection.ts';
import { searchTextOf } from './search-text.ts';
import type { Row } from './tables.ts';

/** The row of a round itself. `nextDueAt` is when its clock next has something to do. */
export function roundRow(round: Round, nextDueAt: Instant | null): Row<'rounds'> {
  const { terms, marks } = round;
  return storable({
    id: round.id,
    team_id: round.teamId,
    circle_id: round.circleId,
    number: round.number,
    seq: round.seq,
    title: round.title,
    need: round.need,
    proposed_by: round.proposedBy,
    owner_member_id: round.owner,
    review_on: round.reviewOn,
    replaces: round.replaces,
    link: round.link,
    silence_policy: terms.silencePolicy,
    closing: terms.closing,
    grace_hours: terms.graceHours,
    aim: terms.aim,
    version_number: currentVersion(round).number,
    opened_at: round.openedAt,
    deadline_at: round.deadlineAt,
    last_change_at: round.lastChangeAt,
    next_due_at: nextDueAt,
    half_time_at: marks.halfTimeAt,
    day_before_at: marks.dayBeforeAt,
    deadline_passed_at: marks.deadlinePassedAt,
    ready_at: marks.readyAt,
    stand_in_at: marks.standInAt,
    asked_again_at: round.askedAgainAt,
    ...pauseColumns(round),
    ...endingColumns(round),
  });
}

/** The tables drawn from a round, beside its own row. */
export const ROUND_PARTS: readonly Part<Round>[] = [
  part(
    'versions',
    (round: Round) => round.versions,
    ({ number, document, change, openedAt, publishedBy, ...said }, round) => ({
      round_id: round.id,
      number,
      team_id: round.teamId,
      document,
      text: plainTextOf(document),
      opened_at: openedAt,
      published_by: publishedBy,
      change,
      answers_objections: said.answersObjections.length > 0 ? said.answersObjections : null,
    }),
  ),
  part(
    'extensions',
    (round: Round) => round.extensions,
    ({ at, by, deadlineAt, cause, reason }, round, position) => ({
      round_id: round.id,
      position,
      team_id: round.teamId,
      cause,
      reason,
      deadline_at: deadlineAt,
      extended_at: at,
      extended_by: by,
    }),
  ),
  part(
    'asked',
    (round: Round) => round.asked,
    ({ member, excused }, round) => ({
      round_id: round.id,
      version_number: currentVersion(round).number,
      member_id: member,
      team_id: round.teamId,
      excused_reason: excused?.reason ?? null,
      excused_at: excused?.at ?? null,
    }),
    (round) => [currentVersion(round).number],
  ),
  part(
    'answers',
    (round: Round) => round.answers,
    (answer, round) => ({
      round_id: round.id,
      version_number: answer.versionNumber,
      member_id: answer.member,
      team_id: round.teamId,
      kind: answer.kind,
      note: answer.kind === 'consent' ? answer.note : null,
      needs: answer.kind === 'more_time' ? answer.needs : null,
      until_at: answer.kind === 'more_time' ? answer.untilAt : null,
      answered_at: answer.at,
    }),
  ),
  part(
    'objections',
    (round: Round) => round.objections,
    (
      { id, by, raisedBy, versionNumber, harm, effect, remedy, settled, noted, ...times },
      round,
    ) => ({
      round_id: round.id,
      id,
      team_id: round.teamId,
      harm,
      effect,
      remedy,
      member_id: by,
      version_number: versionNumber,
      raised_at: times.raisedAt,
      reworded_at: times.rewordedAt,
      settled_at: settled?.at ?? null,
      settled_in_version: settled?.versionNumber ?? null,
      taken_back_at: times.takenBackAt,
      raised_by: raisedBy === by ? null : raisedBy,
      noted_at: noted?.at ?? null,
      note: noted?.note ?? null,
    }),
  ),
  part(
    'questions',
    (round: Round) => round.questions,
    ({ by, at, text }, round, position) => ({
      round_id: round.id,
      position,
      team_id: round.teamId,
      text,
      member_id: by,
      asked_at: at,
    }),
  ),
  part(
    'decisions',
    endingsOf,
    (_, round) => decisionRow(round),
    (round) => [round.aftermath.paused],
  ),
];

function endingsOf({ ending }: Round) {
  return ending?.kind === 'decided' ? [ending] : [];
}

function decisionRow(round: Round): Row<'decisions'> {
  const record = decisionOf(round);
  if (!record) throw new Error(`Round ${round.id} has not been decided`);
  return {
    team_id: round.teamId,
    number: record.number,
    round_id: round.id,
    circle_id: round.circleId,
    title: record.title,
    search_text: searchTextOf(record),
    owner_member_id: record.owner,
    review_on: record.reviewOn,
    decided_at: record.decidedAt,
    paused_at: round.aftermath.paused?.at ?? null,
    closed_by: record.closedBy,
  };
}

function pauseColumns({ pause }: Round) {
  const parked = pause?.kind === 'parked' ? pause : null;
  return {
    paused_at: pause?.at ?? null,
    paused_by: pause?.by ?? null,
    pause_kind: pause?.kind ?? null,
    pause_note: noteOf(pause),
    handed_to: pause && 'to' in pause ? pause.to : null,
    parked_next_step: parked?.nextStep ?? null,
    parked_who: parked?.who ?? null,
    parked_until_on: parked?.untilOn ?? null,
  };
}

function noteOf(pause: Round['pause']): string | null {
  if (pause?.kind === 'to_meeting') return pause.note;
  return pause && 'to' in pause ? pause.reason : null;
}

function endingColumns({ ending }: Round) {
  return {
    ended_at: ending?.at ?? null,
    ended_by: ending?.by ?? null,
    ending_kind: ending?.kind ?? null,
    withdrawn_reason: ending?.kind === 'withdrawn' ? ending.reason : null,
  };
}
