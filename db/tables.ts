import { answerTables } from './answer-tables.ts';
import { circleTables } from './circle-tables.ts';
import { draftTables } from './draft-tables.ts';
import type { Kit } from './kit.sqlite.ts';
import { outboxTables } from './outbox-tables.ts';
import { roundTables } from './round-tables.ts';

/**
 * Every table, defined once for both databases by the kit it is made with.
 *
 * `_at` is an instant, `_on` a calendar day. Foreign keys never cascade: what is recorded in a
 * round is not taken away as a side effect. The tables of circles and rounds are drawn from their
 * events, and hold nothing that the events do not tell.
 *
 * Source: docs/process.md §D14.
 */
export function makeTables(kit: Kit) {
  const circle = circleTables(kit);
  const round = roundTables(kit, circle);
  const told = { ...answerTables(kit, round), ...outboxTables(kit, round) };
  return { ...circle, ...round, ...told, ...draftTables(kit, circle) };
}

export type Tables = ReturnType<typeof makeTables>;
export type Row<Name extends keyof Tables> = Tables[Name]['$inferSelect'];
