import { afterEach, describe, expect, test } from 'vitest';
import { channels, people } from '../../src/sandbox/world.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { DAY, HOUR } from '../support/program.ts';
import { actionsIn } from '../support/shown.ts';
import { deciders, startSundays, type Sundays } from '../support/sundays.ts';

const { ana, ben, cai, dee } = people;
const { consent, object, moreTime, settleObjection, seeAnswers, changeAnswer } = actionIds;
const DEADLINE = 7 * DAY + 8 * HOUR;
const objection = {
  harm: 'Nobody is left to bake on Monday.',
  effect: 'No fresh bread on a weekday.',
  remedy: 'A third baker on the rota.',
};

let round: Sundays;
afterEach(() => round.stop());

describe.each(['http', 'socket'] as const)('a round over %s', (transport) => {
  test('all consent: the card says so without ever being a scoreboard', async () => {
    round = await startSundays({ transport });
    expect(round.card().shown).toContain('Heard from 0 of 4 · Silence is not taken as a yes');
    for (const who of deciders) await round.click(who, consent);
    await round.delivered();
    expect(round.card().shown).toContain('Heard from 4 of 4');
    expect(round.card().shown).toContain('Next: it can be closed from');
    expect(round.card().shown).not.toMatch(/<@U(?:CAI|DEE)> .*consent/u);
    await round.advance(DAY);
    await round.delivered();
    expect(round.card().shown).toContain('Next: <@UANA> and <@UCAI> may close it.');
  });

  test('an objection keeps it open past the deadline, until its owner settles it', async () => {
    round = await startSundays({ transport });
    for (const who of [ana, ben, cai]) await round.click(who, consent);
    await round.click(dee, object);
    await round.modalWith(dee, 'I see a problem');
    await round.slack.submit(dee, objection);
    await round.modalWith(dee, 'Thank you');
    await round.slack.closeView(dee);
    await round.delivered();
    for (const said of Object.values(objection)) expect(round.card().shown).toContain(said);

    await round.advance(DEADLINE + DAY);
    await round.delivered();
    expect(round.card().shown).toContain('Nothing is decided yet. Next: <@UANA> and <@UDEE> look');
    expect((await round.round()).ending).toBeNull();

    await round.click(cai, settleObjection);
    await round.whispered(cai, 'nobody can settle another person’s');
    await round.click(dee, settleObjection);
    await round.whispered(dee, 'Your answer is now consent to version 1');
    await round.delivered();
    expect(round.card().shown).not.toContain(objection.harm);
    expect(round.card().shown).toContain('Next: <@UANA> and <@UCAI> may close it.');

    await round.perform(ana, { type: 'decide', decisionNumber: 0 });
    await round.delivered();
    const { shown, blocks } = round.card();
    expect(shown).toContain('Decided: Open on Sundays (D-1)');
    expect(shown.split('\n')).toContain('Decided by consent, v1, 4 of 4 answered');
    expect(shown).toContain('*<@UDEE> saw a problem*, and said on');
    expect(shown).toContain(objection.harm);
    expect(actionsIn(blocks)).toEqual(['decision.raise']);
  });
});

describe('a round with doubts', () => {
  test('time to think is on the card, and ends with another answer', async () => {
    round = await startSundays();
    await round.click(dee, moreTime);
    await round.delivered();
    expect(round.card().shown).toContain('<@UDEE> asked for more time until');
    await round.whispered(dee, 'Noted: you need more time');
    await round.clickReceipt(dee, changeAnswer);
    await round.whispered(dee, 'You may change it until the round has ended.');
    await round.clickReceipt(dee, consent);
    await round.whispered(dee, 'Noted: you consent to version 1');
    await round.delivered();
    expect(round.card().shown).not.toContain('asked for more time');
    expect(round.slack.screenOf(dee).ephemerals(channels.willow)).toHaveLength(1);
  });

  test('whoever has answered sees who answered what, and nobody before', async () => {
    round = await startSundays();
    await round.click(ana, consent);
    await round.click(cai, seeAnswers);
    await round.whispered(cai, 'when you have given yours');
    await round.clickReceipt(cai, consent);
    await round.whispered(cai, 'Noted: you consent');
    await round.click(cai, seeAnswers);
    const { shown } = await round.modalWith(cai, 'Answers');
    expect(shown).toContain('<@UANA>: Consent · OK to try');
  });
});
