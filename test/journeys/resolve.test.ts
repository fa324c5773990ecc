import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { roundId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { DAY, HOUR, MONDAY } from '../support/time.ts';
import {
  deciders,
  LATER,
  object,
  startWillowRound,
  sundays,
  willow,
} from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';

let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
});

afterEach(() => team.running.stop());

describe('a facilitator', () => {
  test('closes a ready round: the record is posted, and those who took part hear of it', async () => {
    await team.becomesReady();
    await team.choose(people.ana, 'decide');
    expect(team.modalOf(people.ana).shown).toContain('4 people who took part get a message.');
    await team.slack.submit(people.ana);
    expect(team.modalOf(people.ana).shown).toContain('We have a decision: D-1.');
    expect((await team.roundNow()).ending).toMatchObject({ kind: 'decided', by: people.ana });

    await team.delivered();
    expect(team.threadOf(people.eli)).toContain('Decided by consent, v1, 4 of 4 answered');
    for (const who of deciders)
      expect(team.dmsOf(who)).toContain('We have a decision: D-1 Open on Sundays');
    expect(team.dmsOf(people.eli)).toBe('');
  });

  test('sees an open objection in the way of closing, and nothing closes', async () => {
    await team.perform(people.dee, object);
    await team.running.advance(8 * DAY);
    await team.resolve(people.ana);
    expect(team.modalOf(people.ana).shown).toContain('no number of consents outweighs it');
    expect(JSON.stringify(team.modalOf(people.ana).blocks)).not.toContain('"value":"decide"');
    expect((await team.roundNow()).ending).toBeNull();
  });

  test('who comes second is told who closed it, and when; one decision is recorded', async () => {
    await team.becomesReady();
    await team.choose(people.ana, 'decide');
    await team.choose(people.cai, 'decide');
    await team.slack.submit(people.cai);
    await team.slack.submit(people.ana);
    expect(team.modalOf(people.ana).shown).toContain('This round has ended');
    expect(team.modalOf(people.ana).shown).toContain('<@UCAI> closed it');
    expect(team.modalOf(people.ana).shown).toContain('D-1');
    expect((await team.roundNow()).ending).toMatchObject({ by: people.cai, decisionNumber: 1 });
  });

  test('closes at the same instant as another: the first wins, the second is told', async () => {
    await team.becomesReady();
    await team.choose(people.ana, 'decide');
    await team.choose(people.cai, 'decide');
    await Promise.all([team.slack.submit(people.ana), team.slack.submit(people.cai)]);
    const titles = [people.ana, people.cai].map((who) => team.modalOf(who).title);
    expect(titles.toSorted()).toEqual(['Done', 'This round has ended']);
    const events = await team.program.store.roundEvents(sundays);
    expect(events.filter(({ type }) => type === 'round_decided')).toHaveLength(1);
  });

  test('cannot close where somebody objects while the form is open', async () => {
    await team.becomesReady();
    await team.choose(people.ana, 'decide');
    await team.perform(people.dee, object);
    await team.slack.submit(people.ana);
    const { shown } = team.modalOf(people.ana);
    expect(shown).toContain('Nothing was changed.');
    expect(shown).toContain('<@UDEE>');
    expect((await team.roundNow()).ending).toBeNull();
  });

  test('extends, and the thread tells the new deadline and why', async () => {
    await team.choose(people.ana, 'extend');
    await team.slack.submit(people.ana, {
      'way.deadline': LATER / 1000,
      'way.reason': 'Dee is ill',
    });
    expect(team.modalOf(people.ana).shown).toContain('The new deadline is');
    expect((await team.roundNow()).deadlineAt).toBe(LATER);
    await team.delivered();
    expect(team.threadOf(people.eli)).toContain('<@UANA> extended the deadline.');
    expect(team.threadOf(people.eli)).toContain('Why: Dee is ill');
  });

  test('is told under the field which deadline is not possible, and what they typed stays', async () => {
    await team.choose(people.ana, 'extend');
    const sunday = MONDAY + 13 * DAY;
    const answer = await team.slack.submit(people.ana, {
      'way.deadline': sunday / 1000,
      'way.reason': 'Dee is ill',
    });
    expect(answer).toMatchObject({ kind: 'errors' });
    const { errors, values, title } = team.modalOf(people.ana);
    expect(errors['way.deadline']).toContain('does not work on that day');
    expect(title).toBe('Extend the deadline');
    expect(JSON.stringify(values)).toContain('Dee is ill');
    expect((await team.roundNow()).extensions).toEqual([]);
  });

  test('cannot move a deadline to an earlier moment', async () => {
    await team.choose(people.ana, 'extend');
    const sooner = MONDAY + 4 * DAY + 8 * HOUR;
    await team.slack.submit(people.ana, { 'way.deadline': sooner / 1000 });
    expect(team.modalOf(people.ana).errors['way.deadline']).toContain('it can only move later');
  });

  test('parks with a next step, and takes it up again', async () => {
    await team.choose(people.ana, 'park');
    await team.slack.submit(people.ana, {
      'way.next_step': 'Ask the landlord',
      'way.who': people.dee,
      'way.until_on': '2026-03-20',
    });
    expect(team.modalOf(people.ana).shown).toContain('<@UDEE> hears about the next step.');
    await team.delivered();
    expect(team.threadOf(people.eli)).toContain('Next step: Ask the landlord');
    expect(team.dmsOf(people.dee)).toContain('The next step is yours');

    await team.choose(people.cai, 'resume');
    await team.slack.submit(people.cai, { 'way.deadline': LATER / 1000 });
    expect(team.modalOf(people.cai).shown).toContain('The round goes on until');
    expect((await team.roundNow()).pause).toBeNull();
    await team.delivered();
    expect(team.threadOf(people.eli)).toContain('<@UCAI> takes the round up again.');
  });

  test('does not park with somebody from elsewhere, until a day that is over', async () => {
    await team.choose(people.ana, 'park');
    await team.slack.submit(people.ana, {
      'way.next_step': 'Ask the landlord',
      'way.who': people.otto,
      'way.until_on': '2026-03-20',
    });
    expect(team.modalOf(people.ana).errors['way.who']).toContain('belongs to this circle');
    await team.slack.submit(people.ana, {
      'way.who': people.dee,
      'way.until_on': '2026-03-01',
    });
    expect(team.modalOf(people.ana).errors['way.until_on']).toContain('still to come');
    expect((await team.roundNow()).pause).toBeNull();
  });

  test('goes back from a step to all ways', async () => {
    await team.choose(people.ana, 'park');
    await team.slack.click(people.ana, { actionId: 'resolve.open' });
    await team.shownTo(people.ana, 'Which way on?');
  });

  test('chooses from several rounds, finds one by its words, or by its number', async () => {
    await team.propose(roundId('r_oven'), willow, people.dee, 'A second oven');
    await team.resolve(people.ana);
    expect(team.modalOf(people.ana).shown).toContain('Which round is it?');
    await team.slack.click(people.ana, { actionId: 'resolve.open', value: 'r_oven' });
    await team.shownTo(people.ana, 'Which way on?');
    expect(team.modalOf(people.ana).shown).toContain('*A second oven* · P-2');

    await team.resolve(people.cai, 'SUNDAYS open');
    expect(team.modalOf(people.cai).shown).toContain('*Open on Sundays* · P-1');
    await team.resolve(people.dee, 'p–2');
    expect(team.modalOf(people.dee).shown).toContain('*A second oven* · P-2');
    await team.resolve(people.ben, 'harbour');
    expect(team.modalOf(people.ben).shown).toContain('No open round has the words “harbour”.');
  });

  test('gets the ways from the card’s own button, also after the card is gone', async () => {
    const [card] = team.slack.screenOf(people.ana).messages(channels.willow).slice(-1);
    await team.slack.click(people.ana, { actionId: 'round.resolve', in: 'message' });
    await team.shownTo(people.ana, 'Which way on?');
    await team.slack.closeView(people.ana);
    team.slack.deleteMessage(channels.willow, card?.ts ?? '');
    await team.resolve(people.ana, 'P-1');
    expect(team.modalOf(people.ana).shown).toContain('Which way on?');
  });

  test('sends the same form twice, and it is one deed', async () => {
    await team.choose(people.ana, 'to_meeting');
    const { id } = team.modalOf(people.ana);
    team.slack.faults.delivery('view_submission', 1, 'twice');
    await team.slack.submit(people.ana, { 'way.note': 'The rota' }, id);
    expect(team.modalOf(people.ana).title).toBe('Done');
    const events = await team.program.store.roundEvents(sundays);
    expect(events.filter(({ type }) => type === 'taken_to_meeting')).toHaveLength(1);
  });
});
