import { describe, expect, test } from 'vitest';
import { nextDueAt } from '../../src/core/clock.ts';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { objectionId } from '../../src/core/ids.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { openObjections } from '../../src/core/standing.ts';
import { evolveRound } from '../../src/core/round-history.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import * as world from '../support/bakery.ts';
import { given } from '../support/given.ts';
import { reworded } from '../support/versions.ts';

const { allConsentBut, ana, bakery, bakeryTime, ben, cai, dee, eli, sundayOpening } = world;
const far = bakeryTime('2026-07-30 17:00');
const raisedAt = bakeryTime('2026-06-02 10:00');
/** Everyone has been heard on Tuesday at ten: the round is integrating. */
const heard = [...allConsentBut([dee]), world.objects(dee, raisedAt)];
const after = (...events: readonly RoundEvent[]): Round =>
  events.reduce<Round>(evolveRound, { ...sundayOpening, deadlineAt: far });
const integrating = after(...heard);
const look = (at: string): RoundCommand => ({
  ...{ type: 'look_at_clock', at: bakeryTime(at), by: null },
});
const ours = (events: readonly RoundEvent[]) =>
  events.map(({ type }) => type).filter((type) => type.includes('_asked_for_'));
const steps = (round: Round, ...moments: readonly string[]) => {
  const seen: string[] = [];
  let current = round;
  for (const moment of moments) {
    const { events, round: next } = given(current).when(look(moment));
    for (const event of events) {
      if (!('objectionId' in event) || !event.type.includes('_asked_for_')) continue;
      seen.push(`${event.type} ${event.objectionId}`);
    }
    current = next;
  }
  return { seen, round: current };
};
const about = { objectionId: world.objectionOf(dee) };
const first = String(world.objectionOf(dee));

describe('nobody works on an open objection', () => {
  test('for two working days: its owner is asked first, and two days later everyone', () => {
    expect(ours(given(integrating).when(look('2026-06-04 09:59')).events)).toEqual([]);
    const { seen, round } = steps(integrating, '2026-06-04 10:00', '2026-06-08 10:00');
    expect(seen).toEqual([`owner_asked_for_idea ${first}`, `circle_asked_for_ideas ${first}`]);
    expect(openObjections(round)).toHaveLength(1);
  });

  test('the timer wakes at that moment, and at night it waits for the morning', () => {
    expect(nextDueAt(integrating, bakery, raisedAt)).toBe(bakeryTime('2026-06-04 10:00'));
    const late = world.objects(dee, bakeryTime('2026-06-02 23:00'));
    const { seen } = steps(after(...allConsentBut([dee]), late), '2026-06-04 23:30');
    expect(seen).toEqual([]);
  });

  test('no more than twice for one objection, however long nobody does anything', () => {
    const moments = [
      '2026-06-04 10:00',
      '2026-06-08 10:00',
      '2026-06-20 10:00',
      '2026-07-20 10:00',
    ];
    expect(steps(integrating, ...moments).seen).toHaveLength(2);
  });

  test('one objection at a time: the next one after the first', () => {
    const second = { ...world.objects(eli, raisedAt), objectionId: objectionId('second') };
    const two = after(...allConsentBut([dee, eli]), world.objects(dee, raisedAt), second);
    const moments = [
      '2026-06-04 10:00',
      '2026-06-08 10:00',
      '2026-06-10 10:00',
      '2026-06-12 10:00',
    ];
    expect(steps(two, ...moments).seen).toEqual([
      `owner_asked_for_idea ${first}`,
      `circle_asked_for_ideas ${first}`,
      'owner_asked_for_idea second',
      'circle_asked_for_ideas second',
    ]);
  });

  test('a new version is a new beginning: its owner may be asked again', () => {
    const { round } = steps(integrating, '2026-06-04 10:00', '2026-06-08 10:00');
    const { title, need, document, owner, reviewOn, link } = {
      ...round,
      ...round.versions[0],
      need: 'People ask for bread, and we are tired.',
    };
    const wording = { title, need, owner, reviewOn, link, document: document ?? emptied() };
    const published = given(round).when({
      ...{ type: 'publish_next_version', basedOn: 1, change: 'substance', wording },
      ...{ answersObjections: [], linkedDocumentChanged: false, proposerAgrees: false },
      ...{ at: bakeryTime('2026-06-09 10:00'), by: ben },
    }).round;
    expect(published.versions).toHaveLength(2);
    const until = published.deadlineAt;
    expect(until).toBe(bakeryTime('2026-06-12 17:00'));
    expect(steps(published, '2026-06-12 16:59', '2026-06-16 16:59').seen).toEqual([]);
    expect(steps(published, '2026-06-17 10:00').seen).toEqual([`owner_asked_for_idea ${first}`]);
  });
});

describe('from when nobody works on it', () => {
  test('is the deadline, also where the last answer came after it', () => {
    const late = world.consents(cai, bakeryTime('2026-06-10 10:00'));
    const events = [...allConsentBut([dee, cai]), world.objects(dee, raisedAt), late];
    const round = { ...after(...events), deadlineAt: world.deadline };
    expect(steps(round, '2026-06-11 08:59').seen).toEqual([]);
    expect(steps(round, '2026-06-11 09:00').seen).toEqual([`owner_asked_for_idea ${first}`]);
  });

  test('is the newest text, also where only its words changed and answers stay', () => {
    const round = after(...heard, reworded(2, bakeryTime('2026-06-03 16:00')));
    expect(steps(round, '2026-06-05 15:59').seen).toEqual([]);
    expect(steps(round, '2026-06-05 16:00').seen).toEqual([`owner_asked_for_idea ${first}`]);
  });
});

describe('the program keeps out of it', () => {
  test('while others are still to be heard, and the deadline is ahead', () => {
    const waiting = after(...allConsentBut([dee, cai]), world.objects(dee, raisedAt));
    expect(steps(waiting, '2026-06-20 10:00').seen).toEqual([]);
  });

  test.each([
    ['a facilitator asks for clarity', { type: 'clarity_asked', text: 'Which Monday?', by: ana }],
    ['somebody proposes a call', { type: 'talk_asked', by: eli }],
    ['its owner rewords it', { type: 'objection_reworded', ...world.objectionText, by: dee }],
  ] as const)('for two working days more where %s', (_, work) => {
    const at = bakeryTime('2026-06-03 16:00');
    const worked = after(...heard, { ...about, ...work, at });
    expect(steps(worked, '2026-06-04 10:00', '2026-06-05 15:59').seen).toEqual([]);
    expect(steps(worked, '2026-06-05 16:00').seen).toHaveLength(1);
  });

  test('where its owner has settled it, or it is at a meeting or parked', () => {
    for (const event of [
      world.settles(dee, raisedAt),
      world.goesToMeeting(raisedAt),
      world.parks(raisedAt, '2026-07-20'),
    ]) {
      expect(steps(after(...heard, event), '2026-06-12 10:00').seen).toEqual([]);
    }
  });

  test('of whoever is away: members may take their objection on', () => {
    const circle = world.bakeryAfter(
      world.goesOnLeave(dee, { fromOn: '2026-06-03', untilOn: null }),
    );
    const { events } = given(integrating).in(circle).when(look('2026-06-04 10:00'));
    expect(ours(events)).toEqual([]);
  });
});

test('nobody gets a direct message for it: the thread mentions whom it asks', () => {
  const { round } = steps(integrating, '2026-06-04 10:00', '2026-06-08 10:00');
  for (const type of ['owner_asked_for_idea', 'circle_asked_for_ideas'] as const) {
    const kinds = noticesOf({ type, ...about, at: raisedAt, by: null }, round, bakery).map(
      ({ kind }) => kind,
    );
    expect(kinds).toContain('objection_thread');
    expect(kinds).not.toContain('direct');
    expect(kinds.includes('thread')).toBe(type === 'circle_asked_for_ideas');
  }
});

function emptied(): never {
  throw new Error('The round has a text');
}
