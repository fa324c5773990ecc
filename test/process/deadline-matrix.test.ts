import { describe, expect, test } from 'vitest';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { nextDueAt } from '../../src/core/clock.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { countedAnswer, heardFrom, requiredMembers } from '../../src/core/standing.ts';
import { silentMembers, stateOf } from '../../src/core/standing.ts';
import { notesToWatch, decisionOf } from '../../src/core/decision.ts';
import { answersModal } from '../../src/slack/blocks/answers-modal.ts';
import { announcesAnew } from '../../src/slack/blocks/unheard-part.ts';
import { wordsFor } from '../../src/words/index.ts';
import {
  allConsent,
  allConsentBut,
  ana,
  asksTime,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  consents,
  dayAfterDeadline,
  deadline,
  dee,
  eli,
  extendedDeadline,
  goesOnLeave,
  HOUR,
  joinsCircle,
  leavesCircle,
  MINUTE,
  monday,
  objects,
  olu,
  settles,
  sundayOpening,
  sundayWithout,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';
import { rowsIn, sectionOf } from '../support/process-table.ts';
import { shownIn } from '../support/shown.ts';
import { publishes } from '../support/versions.ts';
import { facilitatorChooses } from './facilitator-chooses.ts';
import { isThere, type Elsewhere } from './tests-elsewhere.ts';
import { heardOf, toldBy } from './told.ts';

const look = (at: number): RoundCommand => ({ type: 'look_at_clock', at, by: null });
const decide = (at: number, by = ana): RoundCommand => ({
  type: 'decide',
  decisionNumber: 12,
  at,
  by,
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

/** What happens in each row, by its situation in docs/process.md. */
const ROWS: Readonly<Record<string, () => void>> = {
  'An objection is open': () => {
    const objected = given(sundayOpening, objects(dee));
    const { round, events } = objected.when(look(dayAfterDeadline));
    expect(stateOf(round, dayAfterDeadline)).toBe('integrating');
    expect(typesOf(events)).not.toContain('deadline_extended');
    const passed = heardOf(objected.round, events, { of: 'deadline_passed' });
    expect(toldBy('direct', passed)).toEqual([ana, cai]);
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
    const waiting = given(sundayOpening, ...allConsentBut([dee]));
    const held = waiting.when({ type: 'ask_more_time', needs: null, at: asked, by: dee });
    const heard = heardOf(waiting.round, held.events, { of: 'more_time_asked' });
    expect(toldBy('direct', heard)).toEqual([ana, cai]);
    expect(held.round.deadlineAt).toBe(extendedDeadline);
    given(held.round)
      .when(decide(deadline + HOUR))
      .refused('hold_open', { members: [dee] });
  },
  'No objection, someone is silent': () => {
    const waiting = given(sundayOpening, ...allConsentBut([dee, eli]));
    const silent = waiting.when(look(deadline));
    const asked = heardOf(waiting.round, silent.events, { of: 'deadline_extended' });
    expect(toldBy('nudge', asked)).toEqual([dee, eli]);
    expect(silent.events).toContainEqual(
      expect.objectContaining({
        ...{ type: 'deadline_extended', cause: 'silence', deadlineAt: extendedDeadline },
      }),
    );
    const after = given(silent.round).when(look(extendedDeadline));
    expect(typesOf(after.events)).toContain('deadline_passed');
    expect(typesOf(after.events)).not.toContain('deadline_extended');
    expect(stateOf(after.round, extendedDeadline)).toBe('waiting');
    const passed = heardOf(silent.round, after.events, { of: 'deadline_passed' });
    expect(toldBy('direct', passed)).toEqual([ana, cai]);
    given(after.round)
      .when(decide(extendedDeadline))
      .refused('members_silent', { members: [dee, eli] });
    facilitatorChooses(after.round);
  },
  'Nobody answered at all': () => {
    const extended = given(sundayOpening).when(look(deadline));
    expect(extended.round.deadlineAt).toBe(extendedDeadline);
    const isAnnounced = (event: RoundEvent) => announcesAnew(event, extended.round);
    expect(extended.events.filter(isAnnounced)).toMatchObject([{ type: 'deadline_extended' }]);
    const round = lookedAtUntil(sundayOpening, extendedDeadline);
    expect(round.pause).toMatchObject({ kind: 'parked', cause: 'unanswered', who: ana });
    expect(round.ending).toBeNull();
    expect(round.answers.size).toBe(0);
    expect(round.extensions.map(({ cause }) => cause)).toEqual(['silence']);
    const before = lookedAtUntil(sundayOpening, extendedDeadline - 1);
    const { events } = given(before).when(look(extendedDeadline));
    const told = toldBy('direct', heardOf(before, events, { of: 'nobody_answered' }));
    expect(told).toEqual([ana, ben, cai]);
  },
  'Too few answers under `floor` or `lazy`': () => {
    const terms = { ...sundayOpening.terms, silencePolicy: 'floor' } as const;
    const few = given({ ...sundayOpening, terms }, consents(dee)).round;
    const extended = lookedAtUntil(few, deadline);
    expect(extended.extensions.map(({ cause }) => cause)).toEqual(['silence']);
    const missed = lookedAtUntil(extended, extendedDeadline);
    expect(missed.pause).toMatchObject({ kind: 'to_meeting' });
    expect(missed.ending).toBeNull();
    const reached = given(missed, consents(ana, extendedDeadline), consents(ben, extendedDeadline));
    expect(reached.when(decide(extendedDeadline + HOUR)).refusal).toBeNull();
    const lazy = { ...sundayOpening, terms: { ...terms, silencePolicy: 'lazy' } } as const;
    expect(lookedAtUntil(lazy, deadline).deadlineAt).toBe(extendedDeadline);
    const unseen = lookedAtUntil(lazy, extendedDeadline);
    expect(unseen.pause).toMatchObject({ kind: 'parked', cause: 'unanswered' });
    expect(unseen.ending).toBeNull();
  },
  'Everyone consents': () => {
    const { round } = given(sundayOpening, ...allConsent()).when(look(deadline));
    expect(stateOf(round, deadline)).toBe('ready_to_close');
    given(round).when(decide(deadline)).happens({ type: 'round_decided' });
    // Ready since Tuesday, so that two working days are over on Thursday at the same time.
    const ready = given(sundayOpening, ...allConsent(tuesday));
    const close = (at: number, by: MemberId) => ready.when(decide(at, by));
    expect(close(thursday - 1, eli).refusal?.code).toBe('not_facilitator');
    expect(close(thursday, eli).round.ending).toMatchObject({ kind: 'decided', by: eli });
    expect(close(thursday, ben).refusal?.code).toBe('not_facilitator');
  },
  'Everyone consents, with notes to watch': () => {
    const noted = [...allConsentBut([dee]), consents(dee, tuesday, 'The noise')];
    const { round } = given(sundayOpening, ...noted).when(decide(deadline));
    const record = decisionOf(round);
    expect(record && notesToWatch(record)).toEqual([{ member: dee, note: 'The noise' }]);
    const ready = given(sundayOpening, ...noted).when(look(wednesday));
    const seen = { round: ready.round, circle: bakery, now: wednesday };
    const answers = answersModal({ seen, from: 0 }, wordsFor('en'));
    expect(shownIn(answers.blocks)).toContain('The noise');
    const changed = given(ready.round).when(publishes());
    expect(changed.refusal).toBeNull();
    expect(changed.round.versions).toHaveLength(2);
  },
  'An objection in the last 24 hours': () => {
    const ready = given(sundayOpening, ...allConsent(tuesday));
    const last = { ...objects(dee), at: deadline - MINUTE };
    const { round } = given(ready.round, last).when(look(deadline - MINUTE));
    expect(round.deadlineAt).toBe(deadline);
    expect(round.answers.get(ana)?.kind).toBe('consent');
    const after = lookedAtUntil(round, dayAfterDeadline);
    expect(stateOf(after, dayAfterDeadline)).toBe('integrating');
    expect(after.deadlineAt).toBe(deadline);
    given(after)
      .when(decide(dayAfterDeadline))
      .refused('objection_open', { members: [dee] });
  },
  'A hold runs out': () => {
    const held = given(sundayOpening, ...allConsentBut([dee]), asksTime(dee));
    const end = bakeryTime('2026-06-05 17:00');
    const { round, events } = held.when(look(end));
    expect(typesOf(events)).toContain('hold_ended');
    expect(countedAnswer(round, dee)).toBeNull();
    expect(toldBy('nudge', heardOf(held.round, events, { of: 'hold_ended' }))).toEqual([dee]);
    expect(typesOf(given(round).when(look(deadline)).events)).toContain('deadline_extended');
  },
  'A person on leave answers': () => {
    const without = sundayWithout({ member: eli, reason: 'on_leave' });
    expect(requiredMembers(without)).not.toContain(eli);
    const { round } = given(without, consents(eli));
    expect(requiredMembers(round)).toContain(eli);
    expect(countedAnswer(round, eli)?.kind).toBe('consent');
    const leave = goesOnLeave(eli, { fromOn: '2026-06-01', untilOn: null }, monday);
    const away = given(without).in(bakeryAfter(leave));
    const heard = away.when({ type: 'consent', at: wednesday, by: eli }).round;
    const later = given(heard).in(bakeryAfter(leave)).when(look(thursday)).round;
    expect(heardFrom(later)).toEqual({ heard: 1, asked: 5 });
    expect(heardFrom(away.when(look(thursday)).round)).toEqual({ heard: 0, asked: 4 });
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
    const next = later.when(publishes()).round;
    expect(requiredMembers(next)).toContain(olu);
    expect(silentMembers(next)).toContain(olu);
  },
  'No facilitator is here': () => {
    const away = { fromOn: '2026-06-01', untilOn: null };
    const absent = bakeryAfter(...[ana, cai].map((one) => goesOnLeave(one, away, monday)));
    const without = sundayWithout(
      ...[ana, cai].map((member) => ({ member, reason: 'on_leave' as const })),
    );
    const ready = given(without, ...allConsentBut([ana, cai])).in(absent);
    const closed = ready.when(decide(wednesday, dee));
    expect(closed.events.slice(-2)).toMatchObject([
      { type: 'stand_in_declared', place: 'member', by: dee },
      { type: 'round_decided', by: dee },
    ]);
    expect(ready.when(decide(wednesday, ben)).refusal?.code).toBe('not_facilitator');
  },
  'The facilitator is the proposer': () => {
    const own = { ...sundayOpening, proposedBy: ana };
    expect(given(own, ...allConsent()).when(decide(wednesday)).refusal).toBeNull();
    const contested = given(own, objects(dee), settles(dee, tuesday), ...allConsent());
    const { refusal } = contested.when(decide(wednesday));
    expect(refusal).toMatchObject({ code: 'own_contested_round', closers: [cai] });
    expect(contested.when(decide(wednesday, cai)).refusal).toBeNull();
  },
};

/** Rows that are tried elsewhere. */
const ELSEWHERE: Readonly<Record<string, Elsewhere>> = {
  'A version is published before the deadline': [
    'core/next-version.test.ts',
    'opens a version and a window of its own, for everybody who is in the circle now',
  ],
  'The owner of an objection falls silent': [
    'core/objection-clock.test.ts',
    'an owner who is not heard from (docs/process.md §2.6, §10 case 6)',
  ],
};

const part = sectionOf('### What happens when the deadline comes');
const situations = rowsIn(part).map((row) => row.get('Situation') ?? '');

test('every row of docs/process.md §2.4 is tried, or says where else it is', () => {
  const known = [...Object.keys(ROWS), ...Object.keys(ELSEWHERE)];
  expect(situations.toSorted()).toEqual(known.toSorted());
});

test.each(Object.entries(ELSEWHERE))('%s: the test is there', (_, elsewhere) => {
  expect(isThere(elsewhere)).toBe(true);
});

describe('docs/process.md §2.4', () => {
  test.each(Object.entries(ROWS))('%s', (_, happens) => happens());
});
