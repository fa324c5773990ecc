import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decideCircle } from '../../src/core/circle-change.ts';
import { evolveCircle } from '../../src/core/circle-history.ts';
import { decideRound } from '../../src/core/decide-round.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { evolveRound } from '../../src/core/round-history.ts';
import * as world from '../support/bakery.ts';
import * as people from '../support/permission-people.ts';
import { allowed, checkCell, nameOf, refused, type Row } from '../support/permission-cells.ts';
import { PEOPLE } from '../support/permission-people.ts';
import { changesDraft, publish, ROWS } from '../support/permission-tries.ts';
import { rowsIn, sectionOf } from '../support/process-table.ts';

const { ana, ben, cai, dee, eli, fay, gus, olu, objectionOf, tuesday } = world;
const { alone, at, circle, hal, later, learning, learningAlone, may, open, without } = people;

/** Rows that have nothing to try in the rules: which test tries them through Slack. */
const ELSEWHERE: Readonly<Record<string, { readonly file: string; readonly test: string }[]>> = {
  "See the circle's rounds": [
    { file: 'home', test: 'shows nobody the rounds of circles that they are not in' },
    { file: 'decisions', test: 'lists what the circle decided, for its members alone' },
    { file: 'look-again', test: 'says the same to strangers as of a decision that there is not' },
  ],
};

const rows: readonly Row[] = rowsIn(sectionOf('# §3. Permissions'));
const startOf = (table: Readonly<Record<string, unknown>>, name: string) =>
  Object.keys(table).find((start) => name.startsWith(start));
const cellOf = (start: string, column: string) =>
  rows.find((row) => nameOf(row).startsWith(start))?.get(column);

test('the table is read: every row is tried, or says where else it is', () => {
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const name = nameOf(row);
    expect([name, startOf(ROWS, name) ?? startOf(ELSEWHERE, name)]).not.toContain(undefined);
  }
  for (const start of [...Object.keys(ROWS), ...Object.keys(ELSEWHERE)]) {
    expect(rows.some((row) => nameOf(row).startsWith(start))).toBe(true);
  }
  const columns = [...(rows[0]?.keys() ?? [])].slice(1);
  expect(columns.toSorted()).toEqual([...Object.keys(PEOPLE), ...people.NOT_BUILT].toSorted());
});

test.each(Object.values(ELSEWHERE).flat())('$file has the test “$test”', ({ file, test }) => {
  const text = readFileSync(new URL(`../journeys/${file}.test.ts`, import.meta.url), 'utf8');
  expect(text).toContain(`test('${test}`);
});

const cells = rows.flatMap((row) => {
  const played = ROWS[startOf(ROWS, nameOf(row)) ?? ''];
  if (!played) return [];
  return Object.entries(PEOPLE).flatMap(([column, some]) => {
    const cell = row.get(column) ?? '';
    return some.map((who) => ({ action: nameOf(row), column, cell, who, played, row }));
  });
});

describe('docs/process.md §3', () => {
  test.each(cells)('$action · $column ($who): $cell', ({ cell, ...tried }) =>
    checkCell(tried, cell),
  );

  test.each(Object.entries(ROWS))('%s: each try is somebody’s to make', (_, played) => {
    const deciders = [ana, ben, cai, dee, eli];
    for (const where of [circle, without, alone, learning]) {
      for (const one of [...played.tries, ...(played.witness ?? [])]) {
        for (const when of [at, later]) {
          expect(deciders.filter((who) => one(who, where, when))).not.toEqual([]);
        }
      }
    }
  });
});

/** What the table says in so many words, beside what every cell is tried for. */
describe('what a cell adds', () => {
  const says = (start: string, column: string, words: string) =>
    expect(cellOf(start, column)).toContain(words);

  test('a joiner objects, and is not asked', () => {
    says('Consent', 'Deciding member', 'a joiner may object');
    const joined = evolveCircle(circle, world.joinsCircle(hal, tuesday));
    const [consent, moreTime, object] = ROWS['Consent, object, more time']?.tries ?? [];
    expect([consent, moreTime, object].map((one) => one?.(hal, joined, at))).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('a facilitator publishes for a proposer who agrees', () => {
    says('Publish a version', 'Facilitator', 'if the proposer agrees');
    for (const where of [circle, without]) {
      expect(may(open, publish({ at, by: ana }, true), where)).toBe(true);
      expect(may(open, publish({ at, by: ana }, false), where)).toBe(false);
    }
    expect(changesDraft(ben, circle, at)).toBe(true);
  });

  test('the proposer opens the consent step where the circle lets proposers', () => {
    says('Open the consent step', 'Proposer', '✓ where the circle lets proposers open');
    const over = [
      { type: 'question_answered', question: 0, text: 'So.', at: tuesday, by: ben },
      { type: 'question_step_ended', at: tuesday, by: null },
    ] as const;
    const round = over.reduce(evolveRound, people.asking);
    const begins = (opensBy: 'proposer' | 'facilitator', by: MemberId) => {
      const chosen = { ...round, step: { ...round.step, opensBy } };
      return people.tried(chosen, { type: 'begin_answers', at, by }, circle).round.step.kind;
    };
    expect(begins('proposer', ben)).toBe('answers');
    expect(begins('facilitator', ben)).toBe('questions');
    for (const by of [eli, dee, ana, cai, gus]) expect(begins('proposer', by)).toBe('questions');
  });

  test('a proposer who facilitates closes only what nobody ever objected to', () => {
    says('Close as decided', 'Proposer', 'only if nobody ever objected');
    const where = people.withFacilitator(ben);
    const decide = { type: 'decide', decisionNumber: 12, at, by: ben } as const;
    expect(may(people.ready, decide, where)).toBe(true);
    expect(may(people.settled, decide, where)).toBe(false);
    expect(may(people.settled, { ...decide, by: ana }, where)).toBe(true);
  });

  test('who adopted the objection does not adopt the proposal', () => {
    says('Adopt an orphaned proposal', 'Objector', 'unless they adopted the objection');
    const adopted = { type: 'objection_adopted', objectionId: objectionOf(dee) } as const;
    const round = evolveRound(people.contested, { ...adopted, at: tuesday, by: eli });
    const where = people.withoutBen(circle);
    expect(may(round, { type: 'adopt_proposal', at, by: eli }, where)).toBe(false);
    expect(may(round, { type: 'adopt_proposal', at, by: dee }, where)).toBe(true);
  });

  test('a facilitator extends by more than three working days, and nobody else', () => {
    const deadlineAt = world.bakeryTime('2026-07-03 17:00');
    const longer = { type: 'extend', deadlineAt, reason: null, at } as const;
    const mayExtend = [ana, ben, cai, dee, eli].filter((by) =>
      may(open, { ...longer, by }, circle),
    );
    expect(mayExtend).toEqual([ana]);
  });

  test('the decision’s owner answers, pauses and takes up again', () => {
    says('Answer what was raised', 'Deciding member', "the decision's owner: ✓");
    const { closed, lateId, pausedDecision } = people;
    const said = { objectionId: lateId, text: 'So.', at, by: hal };
    const where = evolveCircle(circle, world.joinsCircle(hal, tuesday));
    expect(may(closed, { type: 'answer_late_objection', ...said }, where)).toBe(true);
    expect(may(closed, { type: 'pause_decision', reason: 'Gas', at, by: hal }, where)).toBe(true);
    expect(may(pausedDecision, { type: 'unpause_decision', at, by: hal }, where)).toBe(true);
  });

  test('their own leave is everybody’s to set, and another’s a keeper’s', () => {
    says('Change the circle', 'Deciding member', 'own leave: ✓');
    const leave = { fromOn: '2026-06-10', untilOn: null };
    const sets = (by: MemberId, member: MemberId) =>
      'events' in decideCircle(circle, { type: 'change_leave', member, leave, at, by });
    for (const by of [ana, ben, cai, dee, eli, fay, gus]) expect(sets(by, by)).toBe(true);
    const forOthers = [ana, ben, cai, dee, eli, fay, gus, olu].filter((by) =>
      sets(by, by === eli ? dee : eli),
    );
    expect(forOthers).toEqual([ana, cai]);
    expect(sets(olu, olu)).toBe(false);
  });

  test('what was taken back is taken over for seven days', () => {
    says('Take over', 'Deciding member', 'for 7 days');
    const [takesOver] = ROWS['Take over what was taken back']?.tries ?? [];
    expect(takesOver?.(eli, circle, tuesday + 7 * world.DAY)).toBe(true);
    expect(takesOver?.(eli, circle, tuesday + 7 * world.DAY + 1)).toBe(false);
  });
});

describe('“S”: only their own', () => {
  test('no command answers for another person, or leaves them out', () => {
    for (const deed of [
      { type: 'consent', at, by: eli },
      { type: 'leave_me_out', why: 'Kin', at, by: eli },
    ] as const) {
      const { events } = decideRound(open, deed, { circle, decisionNumber: 12 });
      expect(events.map(({ by }) => by)).toEqual([eli]);
    }
  });

  test('an administrator who is a guest has a guest’s rights, and no other', () => {
    expect(circle.members.get(people.pat)?.status).toBe('guest');
    for (const { tries } of Object.values(ROWS)) {
      const of = (who: MemberId) => tries.map((one) => one(who, circle, at));
      expect(of(people.pat)).toEqual(of(gus));
    }
  });
});

/** What an asked learning member may do beside asking and raising something (§2.7). */
const THEIRS: ReadonlySet<string> = new Set([
  'Ask, comment',
  'Consent, object, more time',
  'Change an answer before the end',
  'Take to a meeting',
  'Raise something about a decision',
  'Say that a relayed answer is right',
  'Be left out of a round',
]);

describe('a learning member who is asked', () => {
  test.each(Object.entries(ROWS))('%s', (name, { tries, twice }) => {
    const all = twice ? [...tries, twice] : tries;
    for (const where of [learning, learningAlone]) {
      if (THEIRS.has(name)) allowed(all, fay, where, at);
      else
        refused(all, fay, [
          [where, at],
          [where, later],
        ]);
    }
  });

  test('settles, takes back and turns into a note what they object themselves', () => {
    const round = people.after(world.objects(fay, tuesday));
    const own = { objectionId: objectionOf(fay), at, by: fay };
    expect(may(round, { type: 'settle_objection', ...own }, learning)).toBe(true);
    expect(may(round, { type: 'take_back_objection', ...own }, learning)).toBe(true);
    expect(may(round, { type: 'make_note', note: 'Watch it', ...own }, learning)).toBe(true);
  });
});
