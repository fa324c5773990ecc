import { describe, expect, test } from 'vitest';
import { decisionOf } from '../../src/core/decision.ts';
import { relayId } from '../../src/core/ids.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { relayOf, waitingRelays, type RelayForm } from '../../src/core/relayed-answer.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { openObjections, silentMembers, standingOf } from '../../src/core/standing.ts';
import {
  allConsentBut,
  ana,
  bakery,
  bakeryAfter,
  ben,
  cai,
  consents,
  DAY,
  decides,
  dee,
  eli,
  fay,
  goesOnLeave,
  gus,
  leavesCircle,
  monday,
  objectionOf,
  objects,
  olu,
  parks,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const id = relayId('y-1');
const consent: RelayForm = {
  member: eli,
  said: { kind: 'consent', note: 'Watch the electricity' },
  wording: 'their_own',
  channel: 'phone',
  supporter: null,
  saidOn: '2026-06-03',
  witness: dee,
};
const objectionSaid = {
  kind: 'objection',
  objectionId: objectionOf(eli),
  harm: 'I cannot bake at night any more.',
  effect: 'I would have to leave.',
  remedy: null,
} as const;
const objection: RelayForm = { ...consent, said: objectionSaid };
const relay = (form: Partial<RelayForm> = {}, by = ana, at = wednesday) =>
  ({ type: 'relay_answer', relayId: id, ...consent, ...form, at, by }) as const;
const respond = (type: 'confirm_relay' | 'deny_relay', by = eli, relayed = id) =>
  ({ type, relayId: relayed, at: thursday, by }) as const;
const relayed = (form: Partial<RelayForm> = {}): RoundEvent => ({
  type: 'answer_relayed',
  relayId: id,
  ...consent,
  ...form,
  at: wednesday,
  by: ana,
});
const withSecretary = bakeryAfter({
  type: 'secretaries_changed',
  secretaries: [dee],
  at: monday,
  by: ana,
});

describe('relaying an answer', () => {
  test('waits to be confirmed: it is shown, and counts for nothing yet', () => {
    const { round } = given(sundayOpening).when(relay());
    expect(waitingRelays(round)).toMatchObject([{ id, member: eli, relayedBy: ana }]);
    expect(round.answers.has(eli)).toBe(false);
    expect(silentMembers(round)).toContain(eli);
  });

  test('of an objection is open at once, as its owner’s own', () => {
    const then = given(sundayOpening).when(relay(objection));
    then.happens(
      { type: 'answer_relayed', by: ana },
      { type: 'objection_raised', by: eli, relayId: id, harm: 'I cannot bake at night any more.' },
    );
    expect(standingOf(then.round)).toBe('objected');
    expect(waitingRelays(then.round)).toHaveLength(1);
    given(then.round)
      .when({ type: 'settle_objection', objectionId: objectionOf(eli), at: thursday, by: eli })
      .happens({ type: 'objection_settled', by: eli });
  });

  test('is for facilitators and secretaries', () => {
    given(sundayOpening)
      .in(withSecretary)
      .when(relay({ witness: null }, dee))
      .happens({ type: 'answer_relayed', by: dee });
    given(sundayOpening)
      .when(relay({ witness: null }, dee))
      .refused('not_recorder', {
        recorders: [ana, cai],
      });
    given(sundayOpening).when(relay({}, ben)).refused('not_recorder');
    given(sundayOpening).when(relay({}, fay)).refused('not_recorder');
    given(sundayOpening).when(relay({}, olu)).refused('not_in_circle');
  });

  test('by the proposer alone is refused, and taken from a proposer who facilitates', () => {
    given(sundayOpening).when(relay({}, ben)).refused('not_recorder');
    given({ ...sundayOpening, proposedBy: ana })
      .when(relay())
      .happens({ type: 'answer_relayed', by: ana });
  });

  test('while no facilitator is here is for who stands in, which is logged', () => {
    const away = { fromOn: '2026-06-01', untilOn: null };
    const alone = bakeryAfter(goesOnLeave(ana, away, monday), goesOnLeave(cai, away, monday));
    const { events } = given(sundayOpening)
      .in(alone)
      .when(relay({ witness: null }, dee));
    expect(events.map(({ type }) => type)).toContain('stand_in_declared');
    expect(events.at(-1)).toMatchObject({ type: 'answer_relayed', by: dee });
  });

  test('is never of oneself', () => {
    given(sundayOpening)
      .when(relay({ member: ana }))
      .refused('relay_for_oneself');
  });

  test('is of people who are asked', () => {
    given(sundayOpening)
      .when(relay({ member: fay }))
      .refused('relay_member_not_asked');
    given(sundayOpening)
      .when(relay({ member: olu }))
      .refused('relay_member_not_asked');
    const gone = bakeryAfter(leavesCircle(eli, monday));
    expect(given(sundayOpening).in(gone).when(relay()).refusal).toMatchObject({
      code: 'relay_member_not_asked',
    });
  });

  test('never goes over what people answered themselves', () => {
    given(sundayOpening, consents(eli)).when(relay()).refused('answered_themselves', {
      member: eli,
    });
    given(sundayOpening, objects(eli)).when(relay()).refused('answered_themselves');
  });

  test('takes one at a time for each person', () => {
    const again = { ...relay(), relayId: relayId('y-2') };
    given(sundayOpening, relayed()).when(again).refused('relay_waits', { member: eli });
    const { round } = given(sundayOpening).when(relay(objection));
    const confirmed = given(round).when(respond('confirm_relay')).round;
    given(confirmed)
      .when({ ...relay(objection), relayId: relayId('y-2') })
      .refused('relay_waits');
  });

  test('sent twice is one', () => {
    given(sundayOpening, relayed()).when(relay()).happens();
  });

  test('names another member as witness, and not the proposer', () => {
    for (const witness of [ana, eli, ben, olu]) {
      given(sundayOpening).when(relay({ witness })).refused('witness_not_possible');
    }
    given(sundayOpening)
      .when(relay({ witness: gus }))
      .happens({ witness: gus });
  });

  test('says on which day, which has come, and who supported', () => {
    given(sundayOpening)
      .when(relay({ saidOn: '2026-06-04' }))
      .refused('said_on_ahead');
    given(sundayOpening)
      .when(relay({ channel: 'supporter', supporter: ' ' }))
      .refused('text_missing', { field: 'supporter' });
    given(sundayOpening)
      .when(relay({ channel: 'supporter', supporter: ' Mia from the care team ' }))
      .happens({ supporter: 'Mia from the care team' });
  });

  test('keeps to every rule about answers', () => {
    given(sundayOpening)
      .when(relay({ said: { ...objectionSaid, harm: 'No' } }))
      .refused('text_too_short', { field: 'harm' });
    given(sundayOpening, parks(tuesday)).when(relay()).refused('round_parked');
    const ready = given(sundayOpening, ...allConsentBut([], monday), decides(tuesday));
    ready.when(relay()).refused('round_ended');
  });
});

describe('confirming a relayed answer', () => {
  test('by the person makes it theirs, and shows for ever how it came', () => {
    const then = given(sundayOpening, relayed()).when(respond('confirm_relay'));
    then.happens(
      { type: 'relay_confirmed', by: eli },
      { type: 'consented', by: eli, relayId: id, note: 'Watch the electricity' },
    );
    const answer = then.round.answers.get(eli);
    expect(answer && relayOf(then.round, answer)).toMatchObject({
      relayedBy: ana,
      confirmed: { by: eli, at: thursday },
    });
    expect(waitingRelays(then.round)).toEqual([]);
  });

  test('by the witness counts too, and by nobody else', () => {
    given(sundayOpening, relayed())
      .when(respond('confirm_relay', dee))
      .happens({ type: 'relay_confirmed', by: dee }, { type: 'consented', by: eli });
    for (const by of [ana, cai, ben]) {
      given(sundayOpening, relayed())
        .when(respond('confirm_relay', by))
        .refused('relay_not_yours', { member: eli });
    }
  });

  test('of “more time” starts the hold then', () => {
    const said = { kind: 'more_time', needs: 'A quiet hour' } as const;
    given(sundayOpening, relayed({ said }))
      .when(respond('confirm_relay'))
      .happens(
        { type: 'relay_confirmed' },
        { type: 'more_time_asked', needs: 'A quiet hour', relayId: id },
        { type: 'deadline_extended', cause: 'hold' },
      );
  });

  test('twice is once, and too late is said', () => {
    const { round } = given(sundayOpening, relayed()).when(respond('confirm_relay'));
    given(round).when(respond('confirm_relay')).happens();
    given(round).when(respond('deny_relay')).refused('relay_over');
    given(sundayOpening).when(respond('confirm_relay')).refused('relay_over');
    given(sundayOpening, relayed(), consents(eli, thursday))
      .when(respond('confirm_relay', dee))
      .refused('relay_over');
  });

  test('of a later word takes back the relayed objection of before', () => {
    const first = given(sundayOpening).when(relay(objection)).round;
    const open = given(first).when(respond('confirm_relay', dee)).round;
    const next = { ...relay({}, ana, thursday), relayId: relayId('y-2') };
    const waiting = given(open).when(next).round;
    expect(openObjections(waiting)).toHaveLength(1);
    const confirm = respond('confirm_relay', dee, relayId('y-2'));
    given(waiting)
      .when(confirm)
      .happens(
        { type: 'relay_confirmed', by: dee },
        { type: 'objection_taken_back', by: eli },
        { type: 'consented', by: eli },
      );
  });

  test('is in the record, as the person’s consent and as relayed', () => {
    const { round } = given(
      sundayOpening,
      ...allConsentBut([eli], monday),
      relayed(),
      { type: 'relay_confirmed', relayId: id, at: thursday, by: eli },
      { ...consents(eli, thursday), relayId: id },
      decides(thursday + DAY),
    );
    const record = decisionOf(round);
    expect(record?.answers.find(({ member }) => member === eli)).toMatchObject({
      kind: 'consent',
      relayId: id,
    });
    expect(record?.relays).toMatchObject([{ id, channel: 'phone', confirmed: { by: eli } }]);
  });
});

describe('“that is not right”', () => {
  test('takes it out, and its recorder is told', () => {
    const then = given(sundayOpening, relayed()).when(respond('deny_relay'));
    then.happens({ type: 'relay_denied', by: eli });
    expect(waitingRelays(then.round)).toEqual([]);
    const [event] = then.events;
    const told = event ? noticesOf(event, then.round, bakery) : [];
    expect(told).toContainEqual(expect.objectContaining({ kind: 'direct', to: ana }));
  });

  test('also takes out an objection that nobody raised then', () => {
    const { round } = given(sundayOpening).when(relay(objection));
    const then = given(round).when(respond('deny_relay', dee));
    then.happens({ type: 'relay_denied', by: dee }, { type: 'objection_taken_back', by: eli });
    expect(openObjections(then.round)).toEqual([]);
  });

  test('twice is once', () => {
    const { round } = given(sundayOpening, relayed()).when(respond('deny_relay'));
    given(round).when(respond('deny_relay')).happens();
    given(round).when(respond('confirm_relay')).refused('relay_over');
  });
});

test('the person and the witness are asked, and nobody else', () => {
  const then = given(sundayOpening).when(relay());
  const [event] = then.events;
  const notices = event ? noticesOf(event, then.round, bakery) : [];
  const told = notices.flatMap((notice) => (notice.kind === 'direct' ? [notice.to] : []));
  expect(told).toEqual([eli, dee]);
});
