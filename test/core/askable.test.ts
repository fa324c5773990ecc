import { describe, expect, test } from 'vitest';
import { asksLearning, isAskable, peopleToAsk } from '../../src/core/askable.ts';
import type { CircleEvent, MemberStatus } from '../../src/core/circle.ts';
import { catchUp } from '../../src/core/clock.ts';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { channelId, memberId, objectionId, relayId, roundId } from '../../src/core/ids.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { heardFrom, requiredMembers, silentMembers } from '../../src/core/standing.ts';
import {
  allConsent,
  allConsentBut,
  ana,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  comesBack,
  consents,
  DAY,
  dayAfterDeadline,
  deciders,
  decides,
  dee,
  eli,
  fay,
  founded,
  friday,
  goesOnLeave,
  gus,
  joinsCircle,
  leavesCircle,
  MINUTE,
  monday,
  objectionOf,
  objectionText,
  objects,
  sundayForm,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given, givenCircle, givenProposer } from '../support/given.ts';
import { publishes, reworded } from '../support/versions.ts';

const at = wednesday;
const agrees = (to: boolean, when = founded): CircleEvent => ({
  type: 'settings_changed',
  changes: { asksLearning: to },
  at: when,
  by: ana,
});
const becomes = (id = eli, status: MemberStatus = 'learning', when = tuesday): CircleEvent => ({
  ...{ type: 'roster_changed', joined: [], changed: [{ id, status }], left: [], at: when, by: ana },
});
/** The bakery asks its learning members: Fay is one. */
const asking = bakeryAfter(agrees(true));
const opened = { ...sundayOpened, asked: [...deciders, fay], asksLearning: true };
const askingRound = replayRound([opened]);
const hal = memberId('U0HAL');

const consent = (by = fay, when = at): RoundCommand => ({ type: 'consent', at: when, by });
const object = (by = fay, when = at): RoundCommand => ({
  ...{ type: 'object', objectionId: objectionOf(by), ...objectionText, at: when, by },
});
const look = (when: number) => ({ type: 'look_at_clock', at: when, by: null }) as const;
const here = given(askingRound).in(asking);

describe('the circle’s agreement', () => {
  test('is no, unless it chose', () => {
    expect(asksLearning(bakery.settings)).toBe(false);
    expect(asksLearning(asking.settings)).toBe(true);
    expect(peopleToAsk(bakery, at)).toEqual({ asked: deciders, away: [] });
  });

  test('says whom a round asks that opens now: never guests', () => {
    const propose = { type: 'propose', id: roundId('r-2'), number: 32, form: sundayForm } as const;
    givenProposer(asking)
      .when({ ...propose, at: monday, by: ben })
      .happens({ asked: [...deciders, fay], away: [], asksLearning: true });
    const { events } = givenProposer(bakery).when({ ...propose, at: monday, by: ben });
    expect(events[0]).toMatchObject({ asked: deciders });
    expect(events[0]).not.toHaveProperty('asksLearning');
  });

  test('names learning members who are away with the others', () => {
    const leave = goesOnLeave(fay, { fromOn: '2026-06-01', untilOn: null });
    const { asked, away } = peopleToAsk(bakeryAfter(agrees(true), leave), monday);
    expect(asked).toEqual(deciders);
    expect(away).toEqual([{ member: fay, reason: 'on_leave' }]);
  });

  test('is part of the form, and changing it needs who keeps the circle', () => {
    const roster = [...bakery.members.values()].map(({ id, status }) => ({ id, status }));
    const settings = { ...bakery.settings, asksLearning: true };
    const form = { settings, roster, facilitators: bakery.facilitators };
    const change = { type: 'change_circle', form, at } as const;
    givenCircle(bakery)
      .when({ ...change, by: ana })
      .happens({ type: 'settings_changed', changes: { asksLearning: true } });
    givenCircle(bakery)
      .when({ ...change, by: fay })
      .refused('not_circle_keeper');
  });
});

describe('a learning member who is asked', () => {
  test('is waited for, and each of their answers counts', () => {
    expect(requiredMembers(askingRound)).toContain(fay);
    given(askingRound, ...allConsent())
      .in(asking)
      .when(decide(ana))
      .refused('members_silent');
    const { round } = given(askingRound, ...allConsent())
      .in(asking)
      .when(consent());
    expect(heardFrom(round)).toEqual({ heard: 6, asked: 6 });
    given(round).in(asking).when(decide(ana)).happens({ type: 'round_decided' });
  });

  test('objects: nothing is decided over it, and they alone settle it', () => {
    const { round } = given(askingRound, ...allConsent())
      .in(asking)
      .when(object());
    given(round).in(asking).when(decide(ana)).refused('objection_open');
    const settle = { type: 'settle_objection', objectionId: objectionOf(fay), at } as const;
    given(round)
      .in(asking)
      .when({ ...settle, by: ana })
      .refused('not_the_objector');
    given(round)
      .in(asking)
      .when({ ...settle, by: fay })
      .happens({ type: 'objection_settled', by: fay }, { type: 'became_ready' });
  });

  test('asks for more time, changes an answer, and asks for help', () => {
    here.when({ type: 'ask_more_time', needs: null, at, by: fay }).happens({
      type: 'more_time_asked',
    });
    given(askingRound, consents(fay, tuesday))
      .in(asking)
      .when({ type: 'take_back_answer', at, by: fay })
      .happens({ type: 'answer_taken_back' });
    here.when({ type: 'ask_help', at, by: fay }).happens({ type: 'help_asked' });
  });

  test('is reminded like the others', () => {
    const { events, round } = here.when(look(bakeryTime('2026-06-05 13:00')));
    const [reminder] = events;
    expect(reminder).toMatchObject({ type: 'members_reminded', occasion: 'half_time' });
    if (reminder?.type !== 'members_reminded') return expect.unreachable();
    expect(reminder.members).toContain(fay);
    expect(noticesOf(reminder, round, asking)).toContainEqual(expect.objectContaining({ to: fay }));
  });

  test('is excused while away, comes back, and may be left out by their own wish', () => {
    const leave = goesOnLeave(fay, { fromOn: '2026-06-03', untilOn: '2026-06-04' });
    const away = bakeryAfter(agrees(true), leave);
    const { round } = given(askingRound).in(away).when(look(at));
    expect(round.asked.get(fay)?.excused?.reason).toBe('on_leave');
    const back = bakeryAfter(agrees(true), leave, comesBack(fay, thursday));
    given(round).in(back).when(look(thursday)).happens({ type: 'member_returned', member: fay });
    here.when({ type: 'leave_me_out', why: 'My sister’s shop', at, by: fay }).happens({
      type: 'member_excused',
      reason: 'own_wish',
    });
    const gone = bakeryAfter(agrees(true), leavesCircle(fay, tuesday));
    given(askingRound).in(gone).when(look(at)).happens({ member: fay, reason: 'left' });
  });

  test('may have their answer relayed, and confirms it', () => {
    const said = { kind: 'consent', note: null } as const;
    const form = {
      ...{ relayId: relayId('y-1'), member: fay, said },
      wording: 'their_own',
      channel: 'phone',
      supporter: null,
      saidOn: '2026-06-02',
      witness: null,
    } as const;
    const { round } = here.when({ type: 'relay_answer', ...form, at, by: ana });
    const confirm = { type: 'confirm_relay', relayId: form.relayId, at: thursday } as const;
    given(round)
      .in(asking)
      .when({ ...confirm, by: fay })
      .happens({ type: 'relay_confirmed' }, { type: 'consented', by: fay });
    given(sundayOpening)
      .when({ type: 'relay_answer', ...form, at, by: ana })
      .refused('relay_member_not_asked');
  });

  test('says that a change of wording changes it for them: then all are asked anew', () => {
    const worded = [consents(fay, tuesday), reworded(2)];
    given(askingRound, ...worded)
      .in(asking)
      .when({ type: 'challenge_wording', versionNumber: 2, at: thursday, by: fay })
      .happens({ type: 'wording_challenged', asking: { asked: [...deciders, fay] } });
  });

  test('takes it to a meeting, like everybody asked (§0, invariant 7)', () => {
    const meet = { type: 'to_meeting', note: null, at, by: fay } as const;
    here.when(meet).happens({ type: 'taken_to_meeting', by: fay });
    given(sundayOpening).when(meet).refused('member_not_asked');
  });

  test('opens a decision again that was made as they objected (§10 case 8)', () => {
    const closed = given(askingRound, ...allConsent(), consents(fay), decides(thursday)).in(asking);
    const late = { type: 'object_late', objectionId: objectionId('late'), ...objectionText };
    const said = { ...late, type: 'object_late', at: thursday + 5 * MINUTE, by: fay } as const;
    closed.when(said).happens({ type: 'round_reopened' }, { type: 'objection_raised', by: fay });
    closed
      .when({ ...said, at: thursday + DAY })
      .happens({ type: 'late_objection_raised', by: fay });
  });
});

describe('being asked gives no other right of a deciding member', () => {
  const publish = (by = fay) => publishes({ by, proposerAgrees: true, basedOn: 1 });
  test.each<[string, RoundCommand]>([
    ['close', decide(fay)],
    ['extend', { ...extend(), by: fay }],
    ['publish', publish()],
    ['park', { type: 'park', nextStep: 'Ask', who: dee, untilOn: '2026-07-01', at, by: fay }],
    ['take back', { type: 'withdraw', reason: null, at, by: fay }],
    [
      'pass on',
      {
        ...{ type: 'pass_on', to: 'Mill', channelId: channelId('C0MILL'), reason: 'Theirs' },
        ...{ summary: 'Sundays', at, by: fay },
      },
    ],
    ['look after the proposal', { type: 'adopt_proposal', at, by: fay }],
  ])('they do not %s', (_deed, command) => {
    here.when(command).refused('only_deciders', { facilitators: [ana, cai] });
  });

  test('they do not propose', () => {
    const propose = { type: 'propose', id: roundId('r-2'), number: 32, form: sundayForm } as const;
    givenProposer(asking)
      .when({ ...propose, at: monday, by: fay })
      .refused('not_a_decider');
  });

  test('they do not adopt an objection, nor take over what was taken back', () => {
    const gone = bakeryAfter(agrees(true), leavesCircle(dee, tuesday));
    const adopt = { type: 'adopt_objection', objectionId: objectionOf(dee), at } as const;
    given(askingRound, objects(dee, monday))
      .in(gone)
      .when({ ...adopt, by: fay })
      .refusedAfter([{ member: dee }, { type: 'objector_away' }], 'adopters_decide');
    given(askingRound, { type: 'round_withdrawn', reason: null, at: tuesday, by: ben })
      .in(asking)
      .when({ type: 'take_over', at, by: fay })
      .refused('only_deciders');
  });

  test('they do not stand in, ask others too, or change the circle while nobody facilitates', () => {
    const leaves = [ana, cai].map((id) =>
      goesOnLeave(id, { fromOn: '2026-06-01', untilOn: null }, founded),
    );
    const alone = bakeryAfter(agrees(true), ...leaves, joinsCircle(hal, tuesday));
    const opening = { ...opened, asked: [ben, dee, eli, fay], away: away(ana, cai) };
    const ready = replayRound([
      opening,
      ...[ben, dee, eli, fay].map((member) => consents(member, monday)),
    ]);
    const closes = given(ready).in(alone);
    expect(closes.when(decide(fay, friday)).refusal?.code).toBe('only_deciders');
    expect(closes.when(decide(dee, friday)).refusal).toBeNull();
    const too = { type: 'ask_member_too', member: hal, at, by: fay } as const;
    expect(closes.when(too).refusal?.code).toBe('not_facilitator');
    const roster = [...alone.members.values()].map(({ id, status }) => ({ id, status }));
    const form = { settings: alone.settings, roster, facilitators: alone.facilitators };
    givenCircle(alone)
      .when({ type: 'change_circle', form, at, by: fay })
      .refused('not_circle_keeper');
  });

  test('a proposer who is a learning member now is gone, though still asked', () => {
    const changed = bakeryAfter(agrees(true), becomes(ben));
    const { round } = given(askingRound).in(changed).when(look(at));
    expect(round.proposerGone).not.toBeNull();
    expect(round.asked.get(ben)?.excused).toBeNull();
  });
});

describe('the open version keeps what was agreed when it opened', () => {
  const off = bakeryAfter(agrees(true), agrees(false, tuesday));
  const on = bakeryAfter(agrees(true, tuesday));

  test('a learning member who is asked stays asked when the agreement ends', () => {
    given(askingRound).in(off).when(look(at)).happens();
    given(askingRound).in(off).when(consent()).happens({ type: 'consented', by: fay });
    given(askingRound).in(off).when(object()).happens({ type: 'objection_raised', by: fay });
  });

  test('nobody is added to it when the agreement begins', () => {
    given(sundayOpening).in(on).when(look(at)).happens();
    for (const command of [consent(), object()]) {
      given(sundayOpening).in(on).when(command).refused('member_not_asked');
    }
    const too = { type: 'ask_member_too', member: fay, at, by: ana } as const;
    given(sundayOpening).in(on).when(too).refused('member_does_not_decide');
  });

  test('the next version asks by the agreement of its day', () => {
    const from = [objects(dee, tuesday)];
    given(sundayOpening, ...from)
      .in(on)
      .when(publishes())
      .happens({ type: 'version_published', asking: { asked: [...deciders, fay] } });
    const then = given(askingRound, consents(fay, tuesday), ...from)
      .in(off)
      .when(publishes());
    then.happens({ type: 'version_published', asking: { asked: deciders } });
    expect(then.round.asked.has(fay)).toBe(false);
    expect(then.round.asksLearning).toBe(false);
    given(then.round).in(off).when(consent(fay, thursday)).refused('member_not_asked');
  });

  test('an open objection of theirs stays open though the next version asks them no more', () => {
    const then = given(askingRound, objects(fay, tuesday)).in(off).when(publishes());
    given(then.round, ...allConsentBut([], thursday))
      .in(off)
      .when(decide(ana, bakeryTime('2026-06-05 10:00')))
      .refused('objection_open');
    const settle = { type: 'settle_objection', objectionId: objectionOf(fay) } as const;
    given(then.round)
      .in(off)
      .when({ ...settle, at: thursday, by: fay })
      .happens({ type: 'objection_settled' });
  });

  test('who decides no more stays asked only where learning members are asked', () => {
    const circle = bakeryAfter(agrees(true), becomes());
    given(askingRound).in(circle).when(look(at)).happens();
    given(sundayOpening).in(circle).when(look(at)).happens({ member: eli, reason: 'left' });
  });

  test('a learning member who came since may object, wish to be asked, and be asked too', () => {
    const joined = bakeryAfter(agrees(true), joinsCircle(hal, tuesday, 'learning'));
    const later = given(askingRound).in(joined);
    expect(isAskable(askingRound, joined, hal)).toBe(true);
    expect(isAskable(askingRound, joined, gus)).toBe(false);
    later.when(consent(hal)).refused('member_not_asked');
    later.when(object(hal)).happens({ type: 'objection_raised', by: hal });
    later.when({ type: 'wish_to_be_asked', at, by: hal }).happens({ type: 'asking_wished' });
    const { round } = later.when({ type: 'ask_member_too', member: hal, at, by: ana });
    expect(silentMembers(round)).toContain(hal);
    given(round).in(joined).when(consent(hal, thursday)).happens({ type: 'consented', by: hal });
  });

  test('rounds of earlier releases ask no learning members', () => {
    expect(replayRound([sundayOpened]).asksLearning).toBe(false);
  });

  test('the deadline passes and is extended while only they are silent', () => {
    const round = replayRound([opened, ...allConsent()]);
    const events = catchUp(round, { circle: off, now: dayAfterDeadline, decisionNumber: 12 });
    expect(events.map(({ type }) => type)).toContain('deadline_passed');
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'deadline_extended', cause: 'silence' }),
    );
  });
});

function decide(by = ana, when = at): RoundCommand {
  return { type: 'decide', decisionNumber: 12, at: when, by };
}

function extend() {
  const deadlineAt = bakeryTime('2026-06-10 17:00');
  return { type: 'extend', deadlineAt, reason: null, at } as const;
}

function away(...members: (typeof ana)[]) {
  return members.map((member) => ({ member, reason: 'on_leave' as const }));
}
