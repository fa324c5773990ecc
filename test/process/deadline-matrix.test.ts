import { describe, expect, test } from 'vitest';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { nextDueAt } from '../../src/core/clock.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { countedAnswer, requiredMembers, stateOf } from '../../src/core/standing.ts';
import { notesToWatch, decisionOf } from '../../src/core/decision.ts';
import { announcesAnew } from '../../src/slack/blocks/unheard-part.ts';
import {
  allConsent,
  allConsentBut,
  ana,
  asksTime,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  consents,
  dayAfterDeadline,
  deadline,
  dee,
  eli,
  extendedDeadline,
  HOUR,
  joinsCircle,
  leavesCircle,
  MINUTE,
  objects,
  olu,
  sundayOpening,
  sundayWithout,
  tuesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';
import { rowsIn, sectionOf } from '../support/process-table.ts';

const look = (at: number): RoundCommand => ({ type: 'look_at_clock', at, by: null });
const decide = (at: number): RoundCommand => ({
  type: 'decide',
  decisionNumber: 12,
  at,
  by: ana,
});
const typesOf = (events: readonly RoundEvent[]) => events.map(({ type }) => type);
/** The round as every look of the clock leaves it, up to that moment. */
function lookedAtUntil(round: Round, until: number): Round {
  let current = round;
  for (let at = nextDueAt(current, bakery, tuesday); at !== null && at <= until;) {
    current = given(current).when(look(at)).round;
    at = nextDueAt(current, bakery, at + 1);
  }
  return given(current).when(look(until)).round;
}

/** What happens in each row, by how the row begins in docs/process.md. */
const ROWS: Readonly<Record<string, () => void>> = {
  'An objection is open': () => {
    const { round, events } = given(sundayOpening, objects(dee)).when(look(dayAfterDeadline));
    expect(stateOf(round, dayAfterDeadline)).toBe('integrating');
    expect(typesOf(events)).not.toContain('deadline_extended');
    const late = given(round).when({ type: 'consent', at: dayAfterDeadline, by: ana });
    expect(late.round.answers.get(ana)?.kind).toBe('consent');
    given(round)
      .when(decide(dayAfterDeadline))
      .refused('objection_open', { members: [dee] });
  },
  '… and everyone else consents': () => {
    const round = lookedAtUntil(
      given(sundayOpening, ...allConsentBut([dee]), objects(dee)).round,
      dayAfterDeadline,
    );
    expect(stateOf(round, dayAfterDeadline)).toBe('integrating');
    given(round)
      .when(decide(dayAfterDeadline))
      .refused('objection_open', { members: [dee] });
  },
  'A hold is running': () => {
    const asked = deadline - HOUR;
    const held = given(sundayOpening, ...allConsentBut([dee])).when({
      ...{ type: 'ask_more_time', needs: null, at: asked, by: dee },
    });
    expect(held.round.deadlineAt).toBe(extendedDeadline);
    given(held.round)
      .when(decide(deadline + HOUR))
      .refused('hold_open', { members: [dee] });
  },
  'No objection, someone is silent': () => {
    const silent = given(sundayOpening, ...allConsentBut([dee])).when(look(deadline));
    expect(silent.events).toContainEqual(
      expect.objectContaining({
        ...{ type: 'deadline_extended', cause: 'silence', deadlineAt: extendedDeadline },
      }),
    );
    const after = given(silent.round).when(look(extendedDeadline));
    expect(typesOf(after.events)).toContain('deadline_passed');
    expect(typesOf(after.events)).not.toContain('deadline_extended');
    expect(stateOf(after.round, extendedDeadline)).toBe('waiting');
    given(after.round)
      .when(decide(extendedDeadline))
      .refused('members_silent', {
        members: [dee],
      });
  },
  'Nobody answered at all': () => {
    const extended = given(sundayOpening).when(look(deadline));
    const isAnnounced = (event: RoundEvent) => announcesAnew(event, extended.round);
    expect(extended.events.filter(isAnnounced)).toMatchObject([{ type: 'deadline_extended' }]);
    const round = lookedAtUntil(sundayOpening, extendedDeadline);
    expect(round.pause).toMatchObject({ kind: 'parked', cause: 'unanswered', who: ana });
    expect(round.ending).toBeNull();
    expect(round.answers.size).toBe(0);
    expect(round.extensions.map(({ cause }) => cause)).toEqual(['silence']);
  },
  'Too few answers under': () => {
    const terms = { ...sundayOpening.terms, silencePolicy: 'floor' } as const;
    const few = given({ ...sundayOpening, terms }, consents(dee)).round;
    const extended = lookedAtUntil(few, deadline);
    expect(extended.extensions.map(({ cause }) => cause)).toEqual(['silence']);
    const missed = lookedAtUntil(extended, extendedDeadline);
    expect(missed.pause).toMatchObject({ kind: 'to_meeting' });
    expect(missed.ending).toBeNull();
  },
  'Everyone consents': () => {
    const { round } = given(sundayOpening, ...allConsent()).when(look(deadline));
    expect(stateOf(round, deadline)).toBe('ready_to_close');
    given(round).when(decide(deadline)).happens({ type: 'round_decided' });
  },
  'Everyone consents, with notes to watch': () => {
    const noted = [...allConsentBut([dee]), consents(dee, tuesday, 'The noise')];
    const { round } = given(sundayOpening, ...noted).when(decide(deadline));
    const record = decisionOf(round);
    expect(record && notesToWatch(record)).toEqual([{ member: dee, note: 'The noise' }]);
  },
  'An objection in the last 24 hours': () => {
    const ready = given(sundayOpening, ...allConsent(tuesday));
    const last = { ...objects(dee), at: deadline - MINUTE };
    const { round } = given(ready.round, last).when(look(deadline - MINUTE));
    expect(round.deadlineAt).toBe(deadline);
    expect(round.answers.get(ana)?.kind).toBe('consent');
  },
  'A hold runs out': () => {
    const held = given(sundayOpening, ...allConsentBut([dee]), asksTime(dee));
    const end = bakeryTime('2026-06-05 17:00');
    const { round, events } = held.when(look(end));
    expect(typesOf(events)).toContain('hold_ended');
    expect(countedAnswer(round, dee)).toBeNull();
    expect(typesOf(given(round).when(look(deadline)).events)).toContain('deadline_extended');
  },
  'A person on leave answers': () => {
    const without = sundayWithout({ member: eli, reason: 'on_leave' });
    expect(requiredMembers(without)).not.toContain(eli);
    const { round } = given(without, consents(eli));
    expect(requiredMembers(round)).toContain(eli);
    expect(countedAnswer(round, eli)?.kind).toBe('consent');
  },
  'The proposer has left the circle': () => {
    const circle = bakeryAfter(leavesCircle(ben, tuesday));
    const { round } = given(sundayOpening, ...allConsent())
      .in(circle)
      .when(look(tuesday));
    const left = given(round).in(circle);
    const untilAt = bakeryTime('2026-06-09 17:00');
    const { refusal } = left.when(decide(dayAfterDeadline));
    expect(refusal).toEqual({ code: 'proposer_missing', untilAt });
    const adopt = { type: 'adopt_proposal', at: dayAfterDeadline, by: dee } as const;
    const adopted = left.when(adopt).round;
    expect(adopted).toMatchObject({ proposedBy: dee, answers: round.answers });
    expect(adopted.versions).toEqual(round.versions);
    expect(left.when(look(untilAt)).round.pause).toMatchObject({ kind: 'parked' });
  },
  'A person joins the circle while it is open': () => {
    const joined = bakeryAfter(joinsCircle(olu, tuesday));
    const at = bakeryTime('2026-06-03 10:00');
    const later = given(sundayOpening).in(joined);
    later.when({ type: 'consent', at, by: olu }).refused('member_not_asked');
    const { harm, effect, remedy, objectionId } = objects(olu);
    later
      .when({ type: 'object', objectionId, harm, effect, remedy, at, by: olu })
      .happens({ type: 'objection_raised', by: olu });
    expect(requiredMembers(sundayOpening)).not.toContain(olu);
  },
};

/** Rows that are tried elsewhere, or that are not built. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'A version is published before the deadline': 'next-version.test.ts',
  'The owner of an objection falls silent': 'objection-clock.test.ts',
};

const part = sectionOf('### What happens when the deadline comes');
const situations = rowsIn(part).map((row) => row.get('Situation') ?? '');

test('every row of docs/process.md §2.4 is tried, or says where else it is', () => {
  expect(situations.length).toBeGreaterThan(12);
  const known = [...Object.keys(ROWS), ...Object.keys(ELSEWHERE)];
  for (const situation of situations) {
    expect([situation, known.some((start) => situation.startsWith(start))]).toContain(true);
  }
  for (const start of known) {
    expect(situations.some((situation) => situation.startsWith(start))).toBe(true);
  }
});

describe('docs/process.md §2.4', () => {
  test.each(Object.entries(ROWS))('%s', (_, happens) => happens());
});
