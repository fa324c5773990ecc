import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeStore } from '../../../db/store.ts';
import { verifyStore } from '../../../db/verify.ts';
import { replayRound } from '../../../src/core/round-history.ts';
import * as world from './bakery.ts';
import { openTestDriver, type OpenDatabase } from './harness.ts';
import { anyDeeds, perform } from './any-deeds.ts';

const { MONDAY, HOUR, ada, ben } = world;

/** What holds for the agreement of tables and history, on every database. */
export function verifyContract(openDatabase: OpenDatabase, runs: number): void {
  describe('tables and history', () => {
    test('agree after any sequence of deeds', async () => {
      const driver = await openTestDriver(await openDatabase());
      const bakers = world.worldOf(makeStore(driver));
      let played = 0;
      await fc.assert(
        fc.asyncProperty(anyDeeds, async (deeds) => {
          played += 1;
          const rounds = await perform(bakers, `play-${played}`, deeds);
          expect(await verifyStore(driver)).toEqual([]);
          for (const round of rounds) {
            const events = await bakers.store.roundEvents(round.id);
            expect(replayRound(events)).toEqual(round);
          }
        }),
        { numRuns: runs },
      );
    }, 60_000);

    test.each([
      [
        'an answer with another note',
        "update answers set note = 'never said' where member_id = 'U0BEN'",
        { table: 'answers', problem: 'different', columns: ['note'] },
      ],
      [
        'an answer that is gone',
        "delete from answers where member_id = 'U0BEN'",
        { table: 'answers', problem: 'missing', columns: [] },
      ],
      [
        'an objection that nobody raised',
        `insert into objections
           (round_id, id, team_id, member_id, version_number, harm, effect, raised_at)
         select 'sundays', 'planted', team_id, proposed_by, 1, 'harm', 'effect', opened_at
         from rounds`,
        { table: 'objections', problem: 'surplus', columns: [] },
      ],
      [
        'a deadline that was moved by hand',
        'update rounds set deadline_at = opened_at, title = need',
        { table: 'rounds', problem: 'different', columns: ['title', 'deadline_at'] },
      ],
      [
        'somebody who is no longer asked',
        "delete from asked where member_id = 'U0DORA'",
        { table: 'asked', problem: 'missing', columns: [] },
      ],
      [
        'a version whose text was changed',
        "update versions set text = 'something else'",
        { table: 'versions', problem: 'different', columns: ['text'] },
      ],
      [
        'a status that no change gave',
        "update memberships set status = 'guest', facilitator_position = 7 where member_id = 'U0ADA'",
        {
          table: 'memberships',
          problem: 'different',
          columns: ['status', 'facilitator_position'],
        },
      ],
      [
        'a circle with another name',
        "update circles set name = 'Taken over'",
        { table: 'circles', problem: 'different', columns: ['name'] },
      ],
      [
        'an event that was taken out of the history',
        "delete from round_events where type = 'consented'",
        { table: 'round_events', problem: 'missing', columns: [], key: 'sundays event 2' },
      ],
      [
        'the beginning of a history that is gone',
        'delete from circle_events',
        { table: 'circle_events', problem: 'missing', columns: [], key: 'bakery' },
      ],
    ])('disagree over %s', async (_, planted, difference) => {
      const database = await openDatabase();
      const driver = await openTestDriver(database);
      const bakers = world.worldOf(makeStore(driver));
      await world.openCircle(bakers);
      const { id } = await world.openRound(bakers);
      const at = MONDAY + HOUR;
      await world.did(bakers, id, { type: 'consent', note: 'Noise', at, by: ben });
      await world.did(bakers, id, { type: 'ask_question', text: 'When?', at, by: ada });
      expect(await verifyStore(driver)).toEqual([]);

      await database.raw(planted);
      expect(await verifyStore(driver)).toEqual([expect.objectContaining(difference)]);
    });
  });
}
