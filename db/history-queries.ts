import type { CircleEvent } from '../src/core/circle.ts';
import type { CircleId, RoundId } from '../src/core/ids.ts';
import type { RoundEvent } from '../src/core/round-event.ts';
import type { Row } from './tables.ts';
import { rowsWith, type Unit } from './unit.ts';

/** The events of a round, in order; empty where there is no such round. */
export function roundEvents(id: RoundId): Unit<RoundEvent[]> {
  return function* ({ statements }) {
    const found = yield* rowsWith(statements.roundEvents, { id });
    return found.map((row) => eventOf(row) as RoundEvent);
  };
}

/** The events of a circle, in order; empty where there is no such circle. */
export function circleEvents(id: CircleId): Unit<CircleEvent[]> {
  return function* ({ statements }) {
    const found = yield* rowsWith(statements.circleEvents, { id });
    return found.map((row) => eventOf(row) as CircleEvent);
  };
}

type EventRow = Row<'round_events'> | Row<'circle_events'>;

/** An event as it was recorded: only this program writes the table, so its form is trusted. */
function eventOf({ type, by_member_id: by, happened_at: at, data }: EventRow): unknown {
  return { ...(data as object), type, by, at };
}
