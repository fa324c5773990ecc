import { describe, expect, test } from 'vitest';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import { evolveRound } from '../../../src/core/round-history.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import * as world from '../../support/bakery.ts';
import { cardOf } from '../../support/card.ts';
import { given } from '../../support/given.ts';

const { ana, ben, cai, dee, eli, deadline, tuesday, wednesday, sundayOpening } = world;
const answers = [actionIds.consent, actionIds.object, actionIds.moreTime];
const after = (...events: readonly RoundEvent[]) => given(sundayOpening, ...events).round;

describe('the other states of an open round', () => {
  test('after the deadline it waits, neutrally, and answers still count', () => {
    const round = after(...world.allConsentBut([dee]));
    const silence = given(round).when({
      type: 'look_at_clock',
      at: deadline + 1,
      by: null,
    }).round;
    const late = cardOf(silence, world.extendedDeadline + 60_000);
    expect(late.shown).toContain('We wait for one more person, and every answer still counts.');
    expect(late.shown).not.toContain('We wait for <@U0DEE>');
    expect(late.actions).toEqual(expect.arrayContaining(answers));
  });

  test('a deadline that moved says why', () => {
    const silence = cardOf(after(world.consents(ana)), deadline + 1);
    expect(silence.shown).toContain('somebody was not heard yet');
  });

  test('when everyone consents early, it says from when it can be closed', () => {
    const round = after(...world.allConsent(world.monday + world.HOUR));
    const { shown } = cardOf(round, world.monday + 2 * world.HOUR);
    expect(shown).toContain('Next: it can be closed from');
  });

  test('when it is ready, it names who may close it, and from when members may', () => {
    const { shown } = cardOf(after(...world.allConsent()), wednesday);
    expect(shown).toContain('Next: <@U0ANA> and <@U0CAI> may close it.');
    expect(shown).toMatch(/From <!date.*any member who decides may close it, except <@U0BEN>/u);
  });

  test('when it is ready and no facilitator is here, it names who stands in for them', () => {
    const until = { fromOn: '2026-06-01', untilOn: null };
    const away = [ana, cai].map((one) => world.goesOnLeave(one, until));
    const by = { at: world.monday, by: ana };
    const circle = world.bakeryAfter(...away, {
      ...{ type: 'settings_changed', changes: { standIn: eli }, ...by },
    });
    const { shown } = cardOf(after(...world.allConsent()), wednesday, circle);
    expect(shown).toContain('Next: <@U0ELI> may close it.');
  });

  test('an objection whose owner has left waits for whoever takes it on, not for them', () => {
    const gone = world.bakeryAfter(world.leavesCircle(dee, wednesday));
    const objected = after(world.objects(dee), world.consents(cai));
    const { round } = given(objected)
      .in(gone)
      .when({
        type: 'look_at_clock',
        at: wednesday + world.HOUR,
        by: null,
      });
    const { shown } = cardOf(round, wednesday + world.HOUR, gone);
    expect(shown).toContain('Next: <@U0ANA> looks at it together with the circle.');
    expect(shown).toContain('<@U0DEE> has left the circle: a deciding member may take on what');
    expect(shown).not.toContain('and <@U0DEE> look at it');
    const here = cardOf(objected, wednesday).shown;
    expect(here).toContain('Next: <@U0ANA> and <@U0DEE> look at it together with the circle.');
    expect(here).not.toContain('may take on what');
  });

  test('when it closes by itself, it says so', () => {
    const round = given(world.sundayAutomatic, ...world.allConsent()).round;
    expect(cardOf(round, tuesday + world.DAY).shown).toContain('it closes by itself');
  });

  test('with too few people able to answer, nothing can be decided', () => {
    const away = [ana, cai, dee, eli].map((member) => ({ member, reason: 'on_leave' as const }));
    const circle = world.bakeryAfter(
      ...away.map(({ member }) =>
        world.goesOnLeave(member, { fromOn: '2026-06-01', untilOn: null }),
      ),
    );
    const { shown } = cardOf(world.sundayWithout(...away), tuesday, circle);
    expect(shown).toContain('Fewer than two people can answer just now');
  });

  test('at a meeting the clock stands still, and answers are still taken', () => {
    const round = after({ ...world.goesToMeeting(tuesday), note: 'Bring the rota' });
    const { shown, actions, text } = cardOf(round, wednesday);
    expect(shown).toContain('<@U0DEE> takes this to a meeting. The clock stands still');
    expect(shown).toContain('For the meeting: Bring the rota');
    expect(shown).toContain('No deadline while the clock stands still');
    expect(text).not.toContain('Answer by');
    expect(actions).toEqual(expect.arrayContaining(answers));
  });

  test('at a meeting because too few answered, it names nobody for it', () => {
    const round = after({ type: 'floor_missed', who: ana, at: wednesday, by: null });
    const { shown } = cardOf(round, wednesday);
    expect(shown).toContain('Too few people have answered for what our circle agreed');
    expect(shown).not.toContain('takes this to a meeting');
  });

  test('parked it says until when, what is next and who takes it, and takes no answers', () => {
    const round = after(world.objects(dee), world.parks(wednesday));
    const { shown, actions, text } = cardOf(round, wednesday);
    expect(shown).toContain('Parked: Open on Sundays (P-31)');
    expect(shown).toContain('Parked by <@U0ANA> until Wed 1 July 2026');
    expect(shown).toContain('Ask the landlord about Sundays');
    expect(shown).toContain('<@U0DEE> takes the next step. Then <@U0BEN>, <@U0ANA> and <@U0CAI>');
    expect(shown).toContain(world.objectionText.harm);
    const { seeAnswers, takeUp, resolve, readAll } = actionIds;
    expect(actions).toEqual([seeAnswers, takeUp, resolve, readAll]);
    expect(text).toContain('Ask the landlord about Sundays');
  });

  test('parked because nobody answered, it says so, and that somebody finds out why', () => {
    const round = after({
      ...{ type: 'nobody_answered', who: ana, untilOn: '2026-07-01' },
      ...{ at: wednesday, by: null },
    });
    const { shown } = cardOf(round, wednesday);
    expect(shown).toContain('because nobody answered. Perhaps nobody saw it.');
    expect(shown).toContain('Find out why nobody answered');
    expect(shown).not.toContain('Parked by');
  });
});

describe('the card of a round that has ended', () => {
  const noted = world.consents(cai, tuesday, 'Does Monday’s bread still come in time?');
  const decided = after(
    world.objects(dee),
    ...world.allConsentBut([dee, cai]),
    noted,
    world.settles(dee, wednesday),
    world.decides(world.thursday),
  );

  test('decided: it is the record, in the exact words of the outcome', () => {
    const { shown, text } = cardOf(decided, world.friday);
    expect(shown).toContain('Decided: Open on Sundays (D-12)');
    expect(shown.split('\n')).toContain('Decided by consent, v1, 5 of 5 answered');
    expect(text.split('\n')).toContain('Decided by consent, v1, 5 of 5 answered');
    expect(shown).toContain('We try it until Tue 1 September 2026. Then we look again.');
    expect(shown).toContain('*<@U0DEE> saw a problem*, and said on Wed 3 June 2026 that it is');
    expect(shown).toContain(world.objectionText.remedy);
    expect(shown).toContain('<@U0CAI>: Does Monday’s bread still come in time?');
    expect(shown).toContain('Closed by <@U0ANA> on');
    expect(text).toContain('The whole record: /decisions D-12'.replace('/', '`/').concat('`'));
  });

  test('decided: it takes new information, and once there is some, can be looked at again', () => {
    const { raiseLate, lookAgain } = actionIds;
    expect(cardOf(decided, world.friday).actions).toEqual([raiseLate]);
    const { objectionId: lateId, ...said } = world.objects(eli, world.thursday);
    const dueAt = world.friday + 7 * world.DAY;
    const raised = { ...said, type: 'late_objection_raised', lateId, dueAt } as const;
    const moved = evolveRound(decided, raised);
    expect(cardOf(moved, world.friday).actions).toEqual([raiseLate, lookAgain]);
  });

  test('decided and paused: why it is not acted on, and the way out', () => {
    const at = world.thursday;
    const paused = { type: 'decision_paused', reason: 'The oven smokes', at, by: ben } as const;
    const card = cardOf(after(...world.allConsent(), world.decides(wednesday), paused), at);
    expect(card.shown).toContain('Paused by <@U0BEN>');
    expect(card.text).toContain('Why: The oven smokes');
    const { raiseLate, lookAgain, unpauseDecision } = actionIds;
    expect(card.actions).toEqual([raiseLate, lookAgain, unpauseDecision]);
  });

  test('parked, on its day: who takes it from there', () => {
    const woke = { type: 'round_woke', at: world.friday, by: null } as const;
    const card = cardOf(after(world.parks(wednesday), woke), world.friday);
    for (const said of [card.shown, card.text]) {
      expect(said).toContain('*Its day has come.* Next: <@U0DEE> says how it went.');
      expect(said).toContain('Then <@U0BEN>, <@U0ANA> and <@U0CAI> may take it up again.');
      expect(said).toContain('<@U0BEN> may also take it back.');
      expect(said).not.toContain('takes the next step');
    }
  });

  test('passed on: where it went, who goes on, and that it can still be answered', () => {
    const handedOn = {
      type: 'round_handed_on',
      kind: 'passed_on',
      to: 'Garden',
      channelId: null,
      reason: 'Their oven',
      summary: 'May we?',
      at: wednesday,
      by: world.ana,
    } as const;
    const card = cardOf(after(handedOn), world.thursday);
    expect(card.shown).toContain('Passed on to Garden. The clock stands still.');
    expect(card.actions).toContain(actionIds.consent);
    expect(card.text).not.toContain('May we?');
  });

  test('closed by the circle’s agreement: it says so', () => {
    const round = after(...world.allConsent(), world.decides(world.thursday, null));
    expect(cardOf(round, world.friday).shown).toContain('Closed by itself on');
  });

  test('taken back: by whom and why, kindly, and without answers', () => {
    const at = wednesday;
    const { shown, actions, text } = cardOf(
      after({ type: 'round_withdrawn', reason: 'We try Saturdays first', at, by: ben }),
      world.thursday,
    );
    expect(shown).toContain('Taken back: Open on Sundays (P-31)');
    expect(shown).toContain('Taken back by <@U0BEN> on');
    expect(shown).toContain('Why: We try Saturdays first');
    expect(text).toContain('Any deciding member may take it over until');
    expect(actions).toEqual([actionIds.seeAnswers, actionIds.readAll, actionIds.takeOver]);
  });
});
