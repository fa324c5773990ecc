import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { circleOfChannel, circlesOf } from '../../db/circle-queries.ts';
import { decisionNumbered, findDecisions } from '../../db/decision-queries.ts';
import { draftOf, draftsOf } from '../../db/draft-queries.ts';
import { circleEvents, roundEvents } from '../../db/history-queries.ts';
import * as notices from '../../db/notice-queries.ts';
import { objectionMessageOf } from '../../db/objection-message-queries.ts';
import { messageAt } from '../../db/round-message-queries.ts';
import * as rounds from '../../db/round-queries.ts';
import type { Unit } from '../../db/unit.ts';
import { draftId, objectionId, roundId } from '../../src/core/ids.ts';
import { ada, bakery, bakeryChannel, MONDAY, team } from './support/bakery.ts';
import { filledDatabase, openTestDriver } from './support/harness.ts';

const search = { teamId: team, circleIds: [bakery], words: ['bread'], limit: 9 };
const round = roundId('answers');

/** Tables that grow with everything that was ever decided, read without the help of an index. */
const READS_ALL = /^SCAN (?!.*USING (?:COVERING )?INDEX)/;

describe('however much was decided, no table is read through by', () => {
  test.each<[string, Unit<unknown>]>([
    ['a round’s history', roundEvents(round)],
    ['a circle’s history', circleEvents(bakery)],
    ['the circle of a channel', circleOfChannel(team, bakeryChannel)],
    ['the circles of a member', circlesOf(team, ada)],
    ['a round by its number', rounds.roundNumbered(team, 1)],
    ['a decision by its number', decisionNumbered(team, 1)],
    ['the open rounds of a circle', rounds.openRounds(bakery)],
    ['all open rounds', rounds.openRounds(null)],
    ['the rounds that wait for a member', rounds.roundsWaitingFor(team, ada)],
    ['the rounds that are due', rounds.dueRounds(MONDAY, 9)],
    ['a circle’s decisions', findDecisions(search)],
    ['a round’s card', rounds.cardOf(round)],
    ['an objection’s message', objectionMessageOf(round, objectionId('o'))],
    ['what a message tells of', messageAt({ teamId: team, channelId: bakeryChannel, ts: '1.1' })],
    ['a draft', draftOf(draftId('d'))],
    ['the drafts of a person', draftsOf(team, ada)],
    ['the notices to take', notices.leaseNotices(MONDAY, 9, 1_000)],
    ['the next notice', notices.nextNoticeAt()],
    ['the oldest notice that waits', notices.oldestWaitingNotice(MONDAY)],
    ['the last delivery of a notice', notices.lastDeliveredAt('card:answers')],
    ['the notices of a round', notices.hastenNotices([round], MONDAY)],
    ['the notices in somebody’s hands', notices.releaseLeases()],
  ])('%s', async (_, unit) => {
    const plans = await plansOf(unit);
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.filter((line) => READS_ALL.test(line))).toEqual([]);
  });

  test('what is looked for here would be seen', async () => {
    const all: Unit<unknown> = function* ({ db, tables: { answers } }) {
      yield { query: db.select().from(answers), values: null, wants: 'rows' };
    };
    expect(await plansOf(all)).toEqual(['SCAN answers']);
  });
});

type Explained = { readonly detail: string };
type Explainable = {
  toSQL?(): { sql: string; params: unknown[] };
  getQuery?(): { sql: string; params: unknown[] };
};

/** How SQLite goes about each query of a unit. */
async function plansOf(unit: Unit<unknown>): Promise<readonly string[]> {
  const database = await filledDatabase();
  const raw = new BetterSqlite3(database.url.replace('file:', ''));
  onTestFinished(() => void raw.close());
  const driver = await openTestDriver(database);
  const queries = await driver.read(function* (context) {
    const asked: { sql: string; params: unknown[] }[] = [];
    const work = unit(context);
    let step = work.next([]);
    while (!step.done) {
      const query = step.value.query as Explainable;
      const text = query.toSQL?.() ?? query.getQuery?.();
      if (text) asked.push(text);
      step = work.next([]);
    }
    // A unit must yield something to be one; this asks nothing of the database.
    yield* [];
    return asked;
  });
  return queries.flatMap(({ sql, params }) =>
    raw
      .prepare<unknown[], Explained>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...params.map((param) => (typeof param === 'object' ? 'answers' : param)))
      .map(({ detail }) => detail),
  );
}
