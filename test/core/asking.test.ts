import { describe, expect, test } from 'vitest';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { requiredMembers, silentMembers } from '../../src/core/standing.ts';
import {
  allConsentBut,
  ana,
  bakeryAfter,
  ben,
  comesBack,
  consents,
  DAY,
  decides,
  dee,
  eli,
  fay,
  goesOnLeave,
  joinsCircle,
  monday,
  olu,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const at = wednesday;
const leaveOut = (by = eli, why = 'My sister owns the shop next door.'): RoundCommand => ({
  type: 'leave_me_out',
  why,
  at,
  by,
});
const askToo = (member = olu, by = ana): RoundCommand => ({
  type: 'ask_member_too',
  member,
  at,
  by,
});
const wish = (by = olu): RoundCommand => ({ type: 'wish_to_be_asked', at, by });
const withOlu = bakeryAfter(joinsCircle(olu, tuesday));

describe('being left out by one’s own wish', () => {
  test('is visible, with the reason, and nobody waits for that person', () => {
    const then = given(sundayOpening).when(leaveOut());
    then.happens({ type: 'member_excused', member: eli, reason: 'own_wish', by: eli });
    expect(then.round.asked.get(eli)?.excused).toMatchObject({
      reason: 'own_wish',
      why: 'My sister owns the shop next door.',
    });
    expect(requiredMembers(then.round)).not.toContain(eli);
    const [event] = then.events;
    const notices = event ? noticesOf(event, then.round, withOlu) : [];
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'direct', to: ana }));
  });

  test('holds over leave and return, until they answer', () => {
    const { round } = given(sundayOpening).when(leaveOut());
    const leave = { fromOn: '2026-06-04', untilOn: '2026-06-04' };
    const away = bakeryAfter(goesOnLeave(eli, leave, wednesday));
    const look = { type: 'look_at_clock', at: thursday, by: null } as const;
    expect(given(round).in(away).when(look).events).toEqual([]);
    const returned = bakeryAfter(goesOnLeave(eli, leave, wednesday), comesBack(eli, thursday));
    const { events } = given(round)
      .in(returned)
      .when({ ...look, at: thursday + DAY });
    expect(events.map(({ type }) => type)).toEqual(['members_reminded']);
    const back = given(round).when({ type: 'consent', at: thursday, by: eli });
    expect(requiredMembers(back.round)).toContain(eli);
  });

  test('needs a word of why, and is done once', () => {
    given(sundayOpening).when(leaveOut(eli, ' ')).refused('text_missing', { field: 'why' });
    const { round } = given(sundayOpening).when(leaveOut());
    given(round).when(leaveOut()).happens();
  });

  test('is for those who are asked; nobody can do it for anybody', () => {
    given(sundayOpening).when(leaveOut(fay)).refused('member_not_asked');
    given(sundayOpening).when(leaveOut(olu)).refused('not_in_circle');
    const { events } = given(sundayOpening).when(leaveOut(ana));
    expect(events).toMatchObject([{ member: ana, by: ana }]);
  });

  test('of all but one leaves too few to decide', () => {
    let { round } = given(sundayOpening, ...allConsentBut([], monday));
    for (const by of [ben, dee, eli, ana]) ({ round } = given(round).when(leaveOut(by)));
    const close = { type: 'decide', decisionNumber: 12, at: thursday, by: ana } as const;
    given(round).when(close).refused('too_few_able');
  });
});

describe('asking somebody too', () => {
  test('who joined since: they wish it, a facilitator hears, and asks them', () => {
    const wished = given(sundayOpening).in(withOlu).when(wish());
    wished.happens({ type: 'asking_wished', by: olu });
    const [event] = wished.events;
    const notices = event ? noticesOf(event, wished.round, withOlu) : [];
    expect(notices.map((notice) => 'to' in notice && notice.to)).toContain(ana);

    const added = given(wished.round).in(withOlu).when(askToo());
    added.happens({ type: 'member_added_to_round', member: olu, by: ana });
    expect(silentMembers(added.round)).toContain(olu);
    const answer = { type: 'consent', at: thursday, by: olu } as const;
    given(added.round).in(withOlu).when(answer).happens({ type: 'consented', by: olu });
  });

  test('is the facilitators’ to do', () => {
    given(sundayOpening).in(withOlu).when(askToo(olu, ben)).refused('not_facilitator');
    given(sundayOpening).in(withOlu).when(askToo(olu, olu)).refused('not_facilitator');
  });

  test('needs a person who decides here and is not asked yet', () => {
    given(sundayOpening).when(askToo(eli)).refused('asked_already', { member: eli });
    given(sundayOpening).when(askToo(fay)).refused('member_does_not_decide', { member: fay });
    given(sundayOpening).when(askToo(olu)).refused('member_does_not_decide');
    given(sundayOpening).when(wish(fay)).refused('member_does_not_decide');
    given(sundayOpening).when(wish(eli)).refused('asked_already');
  });

  test('a facilitator who joined since: their own wish asks them, and the round waits', () => {
    const changed = { type: 'facilitators_changed', facilitators: [ana, olu] } as const;
    const circle = bakeryAfter(joinsCircle(olu, tuesday), { ...changed, at: tuesday, by: ana });
    const wished = given(sundayOpening).in(circle).when(wish());
    wished.happens({ type: 'member_added_to_round', member: olu, by: olu });
    expect(silentMembers(wished.round)).toContain(olu);
    given(wished.round).in(circle).when(wish()).refused('asked_already', { member: olu });
  });

  test('wished twice is wished once', () => {
    const { round } = given(sundayOpening).in(withOlu).when(wish());
    given(round).in(withOlu).when(wish()).happens();
  });

  test('is over when the round has ended', () => {
    const ended = given(sundayOpening, consents(eli), decides(tuesday)).in(withOlu);
    for (const command of [wish(), askToo(), leaveOut()]) {
      ended.when(command).refused('round_ended');
    }
  });
});
