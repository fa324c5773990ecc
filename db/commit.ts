import type { CircleEvent } from '../src/core/circle.ts';
import type { RoundEvent } from '../src/core/round-event.ts';
import { StaleState } from '../src/shell/store.ts';
import type { CircleCommit, NewNotice, RoundCommit } from '../src/shell/store.ts';
import { CIRCLE_PARTS, circleRow } from './circle-rows.ts';
import { takeDraft } from './draft-taking.ts';
import type { AnyRow, Part } from './projection.ts';
import { ROUND_PARTS, roundRow } from './round-rows.ts';
import { runWith, type Context, type Unit, type Work } from './unit.ts';

/**
 * Records what happened in a round: its history, the rows drawn from it, and what must be told.
 *
 * The round's own row is moved on first, from the event that was decided on: where another command
 * was before, no row is found and all of it is refused with `StaleState`. On PostgreSQL the same
 * statement holds the row until the commit, so that two programs cannot both be first.
 */
function commitRound(commit: RoundCommit): Unit<void> {
  const { before, after, events, notices, nextDueAt, sentFrom } = commit;
  return function* (context) {
    const { statements } = context;
    checkSeq('Round', commit);
    const row = roundRow(after, nextDueAt);
    const moved = before
      ? yield* runWith(statements.moveRound, { ...row, expected_seq: before.seq })
      : yield* runWith(statements.openRound, row);
    if (moved === 0) throw staleState('Round', commit);

    let seq = before?.seq ?? 0;
    for (const event of events) {
      seq += 1;
      const columns = { round_id: after.id, seq, team_id: after.teamId, ...eventColumns(event) };
      yield* runWith(statements.appendRoundEvent, columns);
    }
    yield* project(context, ROUND_PARTS, before, after);
    if (sentFrom) yield* takeDraft(context, sentFrom.id, sentFrom.revision);
    yield* askForAll(context, notices);
  };
}

/** Records what happened in rounds that change together: all of it, or none (§10 case 16). */
export function commitRounds(commits: readonly RoundCommit[]): Unit<void> {
  return function* (context) {
    for (const commit of commits) yield* commitRound(commit)(context);
  };
}

/** Records what happened in a circle, in the same way. A channel's second circle is stale too. */
export function commitCircle(commit: CircleCommit): Unit<void> {
  const { before, after, events, notices } = commit;
  return function* (context) {
    const { statements } = context;
    checkSeq('Circle', commit);
    const row = circleRow(after);
    const moved = before
      ? yield* runWith(statements.moveCircle, { ...row, expected_seq: before.seq })
      : yield* runWith(statements.openCircle, row);
    if (moved === 0) throw staleState('Circle', commit);

    let seq = before?.seq ?? 0;
    for (const event of events) {
      seq += 1;
      const columns = { circle_id: after.id, seq, team_id: after.teamId, ...eventColumns(event) };
      yield* runWith(statements.appendCircleEvent, columns);
    }
    yield* project(context, CIRCLE_PARTS, before, after);
    yield* askForAll(context, notices);
  };
}

/** Asks for each notice: see `notice-statement.ts`. */
export function* askForAll({ statements }: Context, notices: readonly NewNotice[]): Work<void> {
  for (const { teamId, key, stream, notice, createdAt, dueAt } of notices) {
    const roundId = 'roundId' in notice ? notice.roundId : null;
    yield* runWith(statements.askForNotice, {
      team_id: teamId,
      key,
      stream,
      kind: notice.kind,
      round_id: roundId,
      data: notice,
      created_at: createdAt,
      due_at: dueAt,
    });
  }
}

function* project<State>(
  { statements }: Context,
  parts: readonly Part<State>[],
  before: State | null,
  after: State,
): Work<void> {
  for (const part of parts) {
    const { table, kept, gone } = part.changes(before, after);
    for (const row of gone) yield* runWith(statements.drop[table], row);
    for (const row of kept) yield* runWith(statements.keep[table], row);
  }
}

function eventColumns(event: RoundEvent | CircleEvent): AnyRow {
  const { type, by, at, ...data } = event;
  return { type, by_member_id: by, happened_at: at, data };
}

type AnyCommit = {
  readonly before: { readonly seq: number } | null;
  readonly after: { readonly id: string; readonly seq: number };
  readonly events: readonly unknown[];
};

/** A state that its events do not lead to is a mistake of ours, and must not be recorded. */
function checkSeq(what: string, { before, after, events }: AnyCommit): void {
  const expected = (before?.seq ?? 0) + events.length;
  if (after.seq !== expected) {
    throw new Error(
      `${what} ${after.id} is at event ${after.seq} where its events make ${expected}`,
    );
  }
}

function staleState(what: string, { before, after }: AnyCommit): StaleState {
  const found = before ? `changed after event ${before.seq}` : 'was there already';
  return new StaleState(`${what} ${after.id} ${found}`);
}
