import { describe, expect, test } from 'vitest';
import { decideCircle } from '../../src/core/circle-change.ts';
import { circleDirects } from '../../src/core/circle-people.ts';
import { checkDeadline } from '../../src/core/deadline.ts';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { relayId } from '../../src/core/ids.ts';
import { decideProposal } from '../../src/core/proposal.ts';
import { currentVersion, type Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { openObjections, requiredMembers } from '../../src/core/standing.ts';
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
  closesAccount,
  consents,
  DAY,
  dayAfterDeadline,
  deadline,
  decides,
  dee,
  eli,
  friday,
  goesOnLeave,
  HOUR,
  joinsCircle,
  leavesCircle,
  MINUTE,
  monday,
  objectionOf,
  objects,
  olu,
  sundayAutomatic,
  sundayForm,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';
import { edgeCases } from '../support/process-table.ts';
import { isThere, numbersNamedIn, type Elsewhere } from './tests-elsewhere.ts';

const at = wednesday;
const look = (when: number): RoundCommand => ({ type: 'look_at_clock', at: when, by: null });
const decide = (by = ana, when = deadline): RoundCommand => ({
  type: 'decide',
  decisionNumber: 12,
  at: when,
  by,
});
const object = (by = dee, when = at): RoundCommand => {
  const { type: _type, at: _at, by: _by, ...text } = objects(by);
  return { type: 'object', ...text, at: when, by };
};
const late = (when: number, by = dee): RoundCommand => {
  const { type: _type, at: _at, by: _by, ...text } = objects(by);
  return { type: 'object_late', ...text, at: when, by };
};
const typesOf = (events: readonly RoundEvent[]) => events.map(({ type }) => type);
const decided = given(sundayOpening, ...allConsent(), decides(thursday));
const publish = (round: Round, changes: object): RoundCommand => {
  const { title, need, document, owner, reviewOn, link } = currentVersion(round);
  return {
    type: 'publish_next_version',
    basedOn: 1,
    change: 'substance',
    wording: { title, need: `${need} More.`, document, owner, reviewOn, link },
    answersObjections: [],
    linkedDocumentChanged: false,
    proposerAgrees: true,
    at,
    by: ben,
    ...changes,
  };
};

/** Each case of docs/process.md §10 by its number. */
const CASES: Readonly<Record<number, () => void>> = {
  1: () => {
    expect(requiredMembers(sundayOpening)).toContain(ben);
    expect(given(sundayOpening, ...allConsentBut([ben])).when(decide()).refusal).toEqual({
      code: 'members_silent',
      members: [ben],
    });
    given(sundayOpening).when(object(ben)).happens({ type: 'objection_raised', by: ben });
  },
  2: () => {
    const joined = given(sundayOpening).in(bakeryAfter(joinsCircle(olu, tuesday)));
    expect(requiredMembers(sundayOpening)).not.toContain(olu);
    joined.when({ type: 'consent', at, by: olu }).refused('member_not_asked');
    joined.when({ type: 'ask_question', text: 'How?', at, by: olu }).happens({ by: olu });
    const joining = joinsCircle(olu, tuesday);
    expect(circleDirects(joining, bakeryAfter(joining))).toMatchObject([{ to: olu }]);
    const { round } = joined.when(object(olu));
    expect(given(round, ...allConsent()).when(decide()).refusal?.code).toBe('objection_open');
  },
  3: () => {
    const gone = bakeryAfter(leavesCircle(dee, wednesday));
    const raised = given(sundayOpening, objects(dee), consents(eli));
    const { round } = raised.in(gone).when(look(thursday));
    expect(requiredMembers(round)).not.toContain(dee);
    expect(openObjections(round)).toHaveLength(1);
  },
  5: () => {
    const closed = bakeryAfter(closesAccount(dee, wednesday));
    expect(circleDirects(closesAccount(dee, wednesday), closed).map(({ to }) => to)).toEqual([
      ana,
      cai,
    ]);
    const { round } = given(sundayOpening, objects(dee), consents(eli))
      .in(closed)
      .when(look(friday));
    expect(requiredMembers(round)).not.toContain(dee);
    expect(openObjections(round)).toHaveLength(1);
  },
  6: () => {
    const { round } = given(sundayOpening, ...allConsentBut([dee]), objects(dee)).when(
      look(deadline + 300 * DAY),
    );
    expect(openObjections(round)).toHaveLength(1);
    expect(round.ending).toBeNull();
  },
  7: () => {
    const first = given(sundayOpening, ...allConsent()).when(decide(ana));
    given(first.round)
      .when(decide(cai))
      .refused('round_ended', { ending: { kind: 'decided', by: ana } });
  },
  8: () => {
    const reopened = decided.when(late(thursday + 15 * MINUTE));
    expect(typesOf(reopened.events)).toEqual(['round_reopened', 'objection_raised']);
    expect(reopened.round.ending).toBeNull();
  },
  9: () => {
    const later = decided.when(late(thursday + 16 * MINUTE));
    expect(typesOf(later.events)).toEqual(['late_objection_raised']);
    expect(later.round.ending?.kind).toBe('decided');
  },
  10: () => {
    const pause = (by: typeof ana): RoundCommand => ({
      ...{ type: 'pause_decision', reason: 'The oven leaks gas', at: friday, by },
    });
    decided.when(pause(ana)).happens({ type: 'decision_paused', by: ana });
    decided.when(pause(dee)).happens({ type: 'decision_paused', by: dee });
    decided.when(pause(eli)).refused('not_owner', { owner: dee });
  },
  11: () => {
    const { round } = given(sundayOpening, ...allConsent()).when(publish(sundayOpening, {}));
    expect(round.versions[0]).toMatchObject(sundayOpening.versions[0] ?? {});
    expect(round.versions).toHaveLength(2);
  },
  12: () => {
    const same = currentVersion(sundayOpening);
    const { title, need, document, owner, reviewOn } = same;
    const link = 'https://example.org/costs';
    const linked = given(sundayOpening).when(
      publish(sundayOpening, { wording: { title, need, document, owner, reviewOn, link } }),
    ).round;
    const { round } = given(linked).when(
      publish(linked, {
        ...{ basedOn: 2, linkedDocumentChanged: true },
        wording: { title, need, document, owner, reviewOn, link },
      }),
    );
    expect(round.versions[2]).toMatchObject({ change: 'substance', linkedDocumentChanged: true });
  },
  13: () => {
    const { round } = given(sundayOpening).when(object(dee));
    expect(openObjections(round)).toMatchObject([{ by: dee }]);
  },
  15: () => {
    const { calendar } = bakery.settings;
    const sunday = bakeryTime('2026-06-07 17:00');
    expect(checkDeadline(sunday, monday, calendar, { minimumHours: 24 })).toMatchObject({
      code: 'deadline_not_working_day',
      nextAt: deadline,
    });
    const night = bakeryTime('2026-06-05 23:00');
    expect(checkDeadline(night, monday, calendar, { minimumHours: 24 })?.code).toBe(
      'deadline_at_night',
    );
    const closed = { ...calendar, closedDays: ['2026-06-08'] };
    expect(checkDeadline(deadline, monday, closed, { minimumHours: 24 })).toMatchObject({
      code: 'deadline_not_working_day',
      nextAt: bakeryTime('2026-06-09 17:00'),
    });
    const changes = { calendar: closed };
    const where = bakeryAfter({ type: 'settings_changed', changes, at: tuesday, by: ana });
    expect(given(sundayOpening).in(where).when(look(thursday)).round.deadlineAt).toBe(deadline);
  },
  16: () => {
    for (const command of [object(), publish(decided.round, {}), decide()]) {
      decided.when({ ...command, at: friday }).refused('round_ended');
    }
    expect(decided.round.replaces).toBe('Opening hours of 2024');
  },
  17: () => {
    const last = given(sundayAutomatic, ...allConsent()).when(object(eli, tuesday + HOUR));
    expect(typesOf(last.events)).toContain('objection_raised');
    expect(given(last.round).when(look(deadline + DAY)).round.ending).toBeNull();
  },
  18: () => {
    const relayed = given(sundayOpening).when({
      type: 'relay_answer',
      relayId: relayId('y'),
      member: eli,
      said: { kind: 'consent', note: null },
      wording: 'supporter',
      channel: 'supporter',
      supporter: 'Mia',
      saidOn: '2026-06-02',
      witness: dee,
      at,
      by: ana,
    });
    expect(relayed.round.answers.has(eli)).toBe(false);
    given(relayed.round)
      .when({ type: 'confirm_relay', relayId: relayId('y'), at: thursday, by: dee })
      .happens({ type: 'relay_confirmed', by: dee }, { type: 'consented', by: eli });
  },
  20: () => {
    const { round } = given(sundayOpening, objects(dee));
    for (const by of [ana, ben, cai]) {
      given(round)
        .when({ type: 'take_back_objection', objectionId: objectionOf(dee), at, by })
        .refused('not_the_objector');
    }
  },
  21: () => {
    const { type, ...rest } = objects(dee);
    const { round } = given(sundayOpening, { type, ...rest, harm: 'Three days are too short.' });
    expect(given(round, ...allConsentBut([dee])).when(decide()).refusal?.code).toBe(
      'objection_open',
    );
  },
  22: () => {
    const away = { fromOn: '2026-05-01', untilOn: null };
    const alone = bakeryAfter(...[ana, ben, cai, dee].map((one) => goesOnLeave(one, away)));
    const form = { ...sundayForm };
    const opened = decideProposal(alone, {
      ...{ id: sundayOpening.id, number: 32, form, at: monday, by: eli },
    });
    expect(opened).toMatchObject({ refused: { code: 'too_few_to_ask' } });
    const left = given(sundayOpening, ...allConsent(monday)).in(
      bakeryAfter(...[ben, cai, dee, eli].map((one) => leavesCircle(one, tuesday))),
    );
    expect(left.when(decide()).refusal?.code).toBe('too_few_able');
  },
  24: () => {
    const back = given(sundayOpening, ...allConsent()).when({
      type: 'add_back_outage',
      outageFrom: deadline - HOUR,
      outageTo: deadline + 3 * HOUR,
      at: deadline + 3 * HOUR,
      by: null,
    });
    expect(back.round.deadlineAt).toBeGreaterThanOrEqual(deadline + 27 * HOUR);
    expect(back.round.ending).toBeNull();
  },
  25: () => {
    const about = decideProposal(bakery, {
      ...{ id: sundayOpening.id, number: 32, at: monday, by: ana },
      form: { ...sundayForm, title: 'What Eli is paid' },
    });
    expect('events' in about && about.events[0]).toMatchObject({
      asked: expect.arrayContaining([eli]),
    });
    const named = (form: object) =>
      decideProposal(bakery, {
        ...{ id: sundayOpening.id, number: 32, at: monday, by: ana },
        form: { ...sundayForm, concerns: eli, ...form },
      });
    const confidential = 'about one member’s pay';
    const pay = named({ topic: 'one_member', confidential });
    expect('events' in pay && pay.events[0]).toMatchObject({
      asked: expect.arrayContaining([eli]),
      terms: {
        ...{ silencePolicy: 'explicit', concerns: { member: eli, isRemoval: false } },
        confidential,
      },
    });
    const removal = named({ topic: 'membership', isRemoval: true });
    expect('events' in removal && removal.events[0]).toMatchObject({
      asked: expect.not.arrayContaining([eli]),
    });
  },
  26: () => {
    let { round } = given(sundayOpening);
    for (let turn = 0; turn < 5; turn += 1) {
      const raised = given(round).when({ ...object(dee), at: at + turn * MINUTE });
      expect(raised.refusal).toBeNull();
      const back = { type: 'take_back_answer', at: at + turn * MINUTE + 1, by: dee } as const;
      ({ round } = given(raised.round).when(back));
    }
    expect(round.objections).toHaveLength(5);
  },
};

const AFTER = 'process/edge-cases-after.test.ts';
const PEOPLE = 'process/edge-cases-people.test.ts';

/** Cases that are tried elsewhere alone, by their tests there. */
const ELSEWHERE: Readonly<Record<number, readonly Elsewhere[]>> = {
  // The roster is the circle's own: no event of a channel changes it.
  4: [
    [
      'process/edge-cases.test.ts',
      '4: who is not in the channel any more has every right: only the roster counts',
    ],
  ],
  // For people to arrange: what they need for it is there.
  14: [[AFTER, '14: one is taken back, and the authors bring both into the other']],
  19: [
    [
      'journeys/reaction.test.ts',
      'is no answer: only who put it hears so, and answers with a button there',
    ],
    ['manifest.test.ts', 'never let the bot read what people write, or their e-mail addresses'],
    [
      'words/only-buttons.test.ts',
      'the card, the question again and the help say that only the buttons count',
    ],
  ],
  // Links between circles are not built.
  23: [
    [PEOPLE, '23: answers in each one separately, and each one decides for itself'],
    [PEOPLE, '23: who leaves one is asked in the other as before'],
  ],
};

test('every case of docs/process.md §10 is tried, or says where else it is', () => {
  const known = [...Object.keys(CASES), ...Object.keys(ELSEWHERE)].map(Number);
  expect([...edgeCases().keys()]).toEqual(known.toSorted((one, other) => one - other));
});

test.each(Object.values(ELSEWHERE).flat())('%s has “%s”', (file, name) => {
  expect(isThere([file, name])).toBe(true);
});

test('more that a case says is tried under its number beside this', () => {
  const numbers = [AFTER, PEOPLE].flatMap((file) => numbersNamedIn(file, ''));
  const more = [...new Set(numbers)].toSorted((one, other) => one - other);
  expect(more).toEqual([1, 2, 3, 6, 7, 9, 10, 13, 14, 16, 21, 22, 23]);
});

describe('docs/process.md §10', () => {
  for (const [number, question] of edgeCases()) {
    const happens = CASES[number];
    if (happens) test(`${number}: ${question}`, happens);
  }

  test('4: who is not in the channel any more has every right: only the roster counts', () => {
    given(sundayOpening).when({ type: 'consent', at, by: eli }).happens({ by: eli });
    const changed = decideCircle(bakery, {
      ...{ type: 'account_changed', member: eli, closed: false, at, by: eli },
    });
    expect(changed).toEqual({ events: [] });
    const left = { type: 'channel_left', member: eli, at, by: null } as const;
    const without = bakeryAfter(left);
    given(sundayOpening).in(without).when({ type: 'consent', at, by: eli }).happens({ by: eli });
    expect(circleDirects(left, without).map(({ to }) => to)).toEqual([eli, ana, cai]);
  });

  test('6: a hold is no objection: it ends by itself, and says so', () => {
    const { events } = given(sundayOpening, asksTime(dee)).when(look(dayAfterDeadline));
    expect(typesOf(events)).toContain('hold_ended');
  });
});
