import { expect } from 'vitest';
import { relayId } from '../../src/core/ids.ts';
import type { Round } from '../../src/core/round.ts';
import { waysOn } from '../../src/core/ways-on.ts';
import { ana, bakery, bakeryAfter, dee, eli } from '../support/bakery.ts';
import { extendedDeadline, goesOnLeave, HOUR } from '../support/bakery.ts';
import { given } from '../support/given.ts';

/** After the extension the round waits, and each way on of the row is open to a facilitator. */
export function facilitatorChooses(round: Round): void {
  const at = extendedDeadline + HOUR;
  const ways = waysOn(round, { by: ana, at, circle: bakery });
  const possible = ways.filter(({ refused }) => refused === null).map(({ way }) => way);
  expect(possible).toEqual(expect.arrayContaining(['extend', 'to_meeting', 'park']));
  const relayed = given(round).when({
    ...{ type: 'relay_answer', relayId: relayId('y'), member: dee, witness: eli, at, by: ana },
    ...{ wording: 'recorder', channel: 'phone', supporter: null, saidOn: '2026-06-11' },
    said: { kind: 'consent', note: null },
  });
  relayed.happens({ type: 'answer_relayed', member: dee });
  const leave = { fromOn: '2026-06-11', untilOn: null };
  const away = bakeryAfter(...[dee, eli].map((one) => goesOnLeave(one, leave, at)));
  const left = given(round).in(away).when({ type: 'look_at_clock', at, by: null }).round;
  expect(
    given(left).in(away).when({ type: 'decide', decisionNumber: 12, at, by: ana }).refusal,
  ).toBeNull();
}
