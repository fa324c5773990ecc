import { expect } from 'vitest';
import type { Circle } from '../../src/core/circle.ts';
import { evolveCircle } from '../../src/core/circle-history.ts';
import type { MemberId } from '../../src/core/ids.ts';
import * as world from './bakery.ts';
import * as people from './permission-people.ts';
import type { Try } from './permission-people.ts';
import type { Played } from './permission-tries.ts';

const { ben, eli } = world;
const { alone, at, circle, later, without } = people;

/** A row of the table, by its columns. */
export type Row = ReadonlyMap<string, string>;
/** What a row is about. */
export const nameOf = (row: Row): string => row.get('Action') ?? '';

type Meaning =
  | 'may'
  | 'may not'
  | 'stand-in'
  | 'idle'
  | 'once'
  | 'own'
  | 'objecting'
  | 'proposer away'
  | 'witness'
  | 'witness only';

/** What a cell says, in the words that the table uses. */
const MEANINGS: readonly (readonly [RegExp, Meaning])[] = [
  [/^S, or as its witness/u, 'witness'],
  [/^only as its witness/u, 'witness only'],
  [/^(?:✓|S|\*\*S\*\*|enact)/u, 'may'],
  [/^– while objecting/u, 'objecting'],
  [/^(?:–|suggest|propose|install only|only erasure)/u, 'may not'],
  [/^own text/u, 'own'],
  [/^only as stand-in/u, 'idle'],
  [/^only while the proposer is away/u, 'proposer away'],
  [/^stand-in/u, 'stand-in'],
  [/^once/u, 'once'],
];
const meaningOf = (cell: string) => MEANINGS.find(([pattern]) => pattern.test(cell))?.[1];

type Cell = { readonly row: Row; readonly who: MemberId; readonly played: Played };
type Where = readonly [Circle, number];
const HERE: readonly Where[] = [
  [circle, at],
  [circle, later],
];
const NOBODY_HERE: readonly Where[] = [
  [without, at],
  [without, later],
];

/** Every one of them is allowed, there and then. */
export function allowed(tries: readonly Try[], who: MemberId, ...[where, when]: Where): void {
  expect(tries.map((one) => one(who, where, when))).toEqual(tries.map(() => true));
}

/** Not one of them is allowed, anywhere or at any time of these. */
export function refused(tries: readonly Try[], who: MemberId, places: readonly Where[]): void {
  for (const [where, when] of places) {
    expect(tries.map((one) => one(who, where, when))).toEqual(tries.map(() => false));
  }
}

/** While no facilitator is here, any deciding member changes the circle, as the text says. */
const isOpenToAll = ({ row, who }: Cell) =>
  nameOf(row).startsWith('Change the circle') && circle.members.get(who)?.status === 'full';
/** After two working days any deciding member may, so also a stand-in. */
const isOpenLater = (row: Row) => row.get('Deciding member')?.includes('after 2 working days');

function mayNot(cell: Cell): void {
  const { who, played } = cell;
  const { tries, uninvolved = [] } = played;
  refused([...tries, ...uninvolved], who, HERE);
  if (isOpenToAll(cell)) return allowed(tries, who, without, at);
  refused([...tries, ...uninvolved], who, NOBODY_HERE);
  if (people.NEVER_STAND_IN.includes(who)) refused(tries, who, [[alone, at]]);
}

const CHECKS: Readonly<Record<Meaning, (cell: Cell) => void>> = {
  may: ({ who, played: { tries, twice } }) => {
    allowed(tries, who, circle, at);
    if (twice) allowed([twice], who, circle, at);
  },
  'may not': mayNot,
  'stand-in': ({ row, who, played: { tries } }) => {
    refused(tries, who, isOpenLater(row) ? [[circle, at]] : HERE);
    allowed(tries, who, without, at);
  },
  idle: ({ who, played: { tries } }) => {
    // A secretary stands in before them.
    refused(tries, who, [
      [circle, at],
      [without, at],
    ]);
    allowed(tries, who, circle, later);
    allowed(tries, who, alone, at);
  },
  once: ({ who, played: { tries, twice } }) => {
    allowed(tries, who, circle, at);
    if (!twice) return expect.unreachable('Nobody says what a second time is');
    refused([twice], who, HERE);
  },
  own: ({ who, played: { tries, own } }) => {
    // The proposer's words are in every record.
    if (who === ben) allowed(tries, who, circle, at);
    else refused(tries, who, [...HERE, ...NOBODY_HERE]);
    allowed(own ? [own] : [], who, circle, at);
    expect(own).toBeDefined();
  },
  objecting: (cell) => {
    const { row, who, played } = cell;
    const tries = played.objecting ? [played.objecting] : [];
    expect(tries).toHaveLength(1);
    const asFacilitator = people.withFacilitator(who);
    refused(tries, who, [...HERE, ...NOBODY_HERE, [asFacilitator, at], [asFacilitator, later]]);
    allowed(played.tries, who, asFacilitator, at);
    // Who has settled is a deciding member like the others.
    checkCell(cell, row.get('Deciding member') ?? '');
  },
  'proposer away': ({ who, played: { tries } }) => {
    refused(tries, who, [...HERE, ...NOBODY_HERE]);
    const leave = world.goesOnLeave(ben, { fromOn: '2026-06-01', untilOn: null });
    for (const where of [people.withoutBen(circle), evolveCircle(circle, leave)]) {
      allowed(tries, who, where, at);
      refused(tries, eli, [[where, at]]);
    }
  },
  witness: (cell) => {
    allowed(cell.played.tries, cell.who, circle, at);
    CHECKS['witness only']({ ...cell, played: { ...cell.played, tries: [] } });
  },
  'witness only': ({ who, played: { tries, witness, uninvolved = [] } }) => {
    refused(tries, who, [...HERE, ...NOBODY_HERE]);
    expect(uninvolved).toHaveLength(2);
    refused(uninvolved, who, [...HERE, ...NOBODY_HERE]);
    expect(witness).toHaveLength(2);
    allowed(witness ?? [], who, circle, at);
  },
};

/** What the cell says is so, and where it says no, nowhere and never. */
export function checkCell(cell: Cell, text: string): void {
  const meaning = meaningOf(text);
  if (!meaning) return expect.unreachable(`Nobody says what “${text}” means`);
  CHECKS[meaning](cell);
}
