import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { memberId } from '../../src/core/ids.ts';
import { richTextValueOf } from '../../src/slack/blocks/rich-text.ts';
import { actionIds } from '../../src/slack/ids.ts';
import type { FormValues } from '../../src/sandbox/slack/person/form-value.ts';
import type { JsonObject } from '../../src/sandbox/slack/json.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { shownIn } from '../support/shown.ts';
import { DAY } from '../support/time.ts';
import { deciders, object, startWillowRound, sundays } from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';

const { ana, ben, cai, dee, fay } = people;
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
});

afterEach(() => team.running.stop());

/** What a person writes into the form's rich text field. */
const text = (said: string): JsonObject =>
  JSON.parse(JSON.stringify(richTextValueOf(documentOfText(said))));

const click = (who: string, actionId: string) =>
  team.slack.click(who, { actionId, channel: channels.willow, in: 'message' });

/** Opens the form by the card's button, and sends it with these changes. */
async function publish(who: string, said: string, values: FormValues = {}) {
  await click(who, actionIds.publishVersion);
  await team.shownTo(who, 'This becomes version');
  return team.slack.submit(who, { 'version.proposal': text(said), ...values });
}

async function cardShown(who: string = ana): Promise<string> {
  await team.delivered();
  const live = await team.program.store.cardOf(sundays);
  const messages = team.slack.screenOf(who).messages(channels.willow);
  const card = messages.find(({ ts }) => ts === live?.ts);
  return `${shownIn(card?.blocks)}\n${card?.text}`;
}

const allConsentBut = async (...but: readonly string[]) => {
  for (const who of deciders.filter((one) => !but.includes(one))) {
    await team.perform(who, { type: 'consent' });
  }
};

describe('an objection that improves the proposal', () => {
  beforeEach(async () => {
    await allConsentBut(dee);
    await team.perform(dee, object);
    await team.delivered();
  });

  test('becomes version 2 with a diff; the objector settles it, the others confirm, decided', async () => {
    await publish(ben, 'Open from 8 to 11 for three months.', { 'version.answers': ['o_1'] });
    expect(team.modalOf(ben).shown).toContain('Version 2 is published.');
    const card = await cardShown();
    expect(card).toContain('Version 2: what changed');
    expect(card).toContain('was: “12” now: “11”');
    expect(card).toContain('Answers to earlier versions are kept as history.');
    expect(card).toContain('3 people please confirm.');
    expect(card).toContain('<@UDEE> is asked first.');
    expect(card).toContain('Heard from 0 of 4');

    await team.delivered();
    expect(team.threadOf(ana)).toContain('has published version 2');
    expect(team.dmsOf(dee)).toContain('You are asked first.');
    expect(team.dmsOf(dee)).toContain('Nobody is left on Monday.');
    expect(team.dmsOf(ana)).toContain('You had no objection to version 1.');
    expect(team.dmsOf(ana)).toContain('was: “12” now: “11”');
    expect(team.dmsOf(ana)).toContain('There is a new version since you answered.');
    expect(team.dmsOf(ana)).not.toContain('We have not heard from you yet.');
    await team.slack.openHome(cai);
    await team.slack.until(() => team.slack.screenOf(cai).home);
    const home = shownIn(team.slack.screenOf(cai).home?.blocks);
    expect(home).toContain('You had no objection to version 1. There is a new version since you');
    expect(home).toContain('Whole comparison');

    await team.slack.click(dee, { actionId: actionIds.settleObjection });
    for (const who of [ana, ben, cai]) await click(who, actionIds.consent);
    await team.running.advance(DAY);
    await team.choose(ana, 'decide');
    await team.slack.submit(ana);
    const done = await cardShown();
    expect(done).toContain('Decided by consent, v2, 4 of 4 answered');
    expect(done).toContain('What it improved (version 2)');
    expect(done).toContain('<@UDEE> confirmed that this settles it.');
    expect((await team.roundNow()).ending).toMatchObject({ kind: 'decided' });
  });

  test('stays open where its owner says “not yet”, and the facilitators hear of it', async () => {
    await publish(ben, 'Open from 8 to 11 for three months.');
    await team.delivered();
    await team.slack.click(dee, { actionId: actionIds.keepObjection });
    await team.delivered();
    expect(team.dmsOf(ana)).toContain('version 2 does not settle it yet');
    expect(team.threadOf(ana)).toContain('not settled yet');
    const { objections } = await team.roundNow();
    expect(objections).toMatchObject([{ standsOnVersion: 2, settled: null }]);
  });

  test('is compared in full by anybody in the circle', async () => {
    await publish(ben, 'Open from 8 to 11 for three months.', {
      'version.title': 'Open at weekends',
    });
    await team.delivered();
    await click(fay, actionIds.compareVersions);
    await team.shownTo(fay, 'Old words are struck through');
    const { shown } = team.modalOf(fay);
    expect(shown).toContain('What we would do, was: “12” now: “11”');
    expect(shown).toContain('Title, was: “on Sundays” now: “at weekends”');
  });

  test('is answered by the proposer; everyone else hears whom to talk with', async () => {
    await click(cai, actionIds.publishVersion);
    await team.shownTo(cai, 'The proposer agrees that I publish this');
    await team.slack.submit(cai, { 'version.proposal': text('Open from 8 to 10.') });
    expect(team.modalOf(cai).errors['version.agrees']).toContain('ask them first');
    await team.slack.submit(cai, { 'version.agrees': ['yes'] });
    expect(team.modalOf(cai).shown).toContain('Version 2 is published.');
    expect((await team.roundNow()).versions.at(-1)).toMatchObject({ onBehalf: 'agreed' });

    await click(dee, actionIds.publishVersion);
    await team.slack.until(() =>
      team.whispered(dee).includes('The proposer writes the next version'),
    );
  });

  test('that a facilitator publishes is their word, and its proposer can still say otherwise', async () => {
    await click(cai, actionIds.publishVersion);
    await team.shownTo(cai, 'The proposer agrees that I publish this');
    const said = { 'version.proposal': text('Open from 8 to 10.'), 'version.agrees': ['yes'] };
    await team.slack.submit(cai, said);
    await team.delivered();
    expect(team.threadOf(ana)).toContain('<@UCAI> says that <@UBEN> agrees.');
    expect(team.threadOf(ana)).not.toContain('agrees to it');
    const told = team.dmsOf(ben);
    expect(told).toContain('published version 2 of your proposal, and says that you agree.');
    expect(told).toContain('12 for three months');
    expect(told).toContain('Whole comparison');
    expect(told).toContain('You can publish the next version, object, or take the proposal back.');
    expect(told).not.toContain('We have not heard from you yet.');

    await team.slack.click(ben, { actionId: actionIds.takeBack });
    await team.shownTo(ben, 'Why do you take it back?');
    await team.slack.closeView(ben, { all: true });
    await team.slack.click(ben, { actionId: actionIds.consent });
    await team.slack.until(
      async () => (await team.roundNow()).answers.get(memberId(ben))?.versionNumber === 2,
    );
    await team.slack.click(ben, { actionId: actionIds.publishVersion });
    await team.shownTo(ben, 'This becomes version 3');
  });

  test('two publish at once: one wins, and the other keeps their text and is told', async () => {
    for (const who of [ben, ana]) {
      await click(who, actionIds.publishVersion);
      await team.shownTo(who, 'This becomes version 2');
    }
    await team.slack.submit(ben, { 'version.proposal': text('Open from 8 to 11.') });
    const answer = await team.slack.submit(ana, {
      'version.proposal': text('Open from 9 to 12, every other Sunday.'),
      'version.agrees': ['yes'],
    });
    expect(answer).toMatchObject({ kind: 'errors' });
    const { errors, values } = team.modalOf(ana);
    expect(errors['version.proposal']).toContain('What you wrote is still here');
    expect(JSON.stringify(values)).toContain('every other Sunday');
    const { versions } = await team.roundNow();
    expect(versions.map(({ publishedBy }) => publishedBy)).toEqual([ben, ben]);
  });

  test('sent after the end: it says how it ended, and that the text is still there', async () => {
    const { objectionId } = object;
    await click(ben, actionIds.publishVersion);
    await team.shownTo(ben, 'This becomes version 2');
    await team.perform(dee, { type: 'settle_objection', objectionId });
    await team.running.advance(DAY);
    await team.perform(cai, { type: 'decide', decisionNumber: 0 });
    await team.slack.submit(ben, { 'version.proposal': text('Open from 8 to 11.') });
    const { errors, values } = team.modalOf(ben);
    expect(errors['version.proposal']).toMatch(
      /^This round closed on .*: we have a decision, D-1\. .*New information still counts/u,
    );
    expect(errors['version.proposal']).toContain('What you wrote is still here: copy it');
    expect(errors['version.proposal']).not.toContain('Answers are taken');
    expect(JSON.stringify(values)).toContain('Open from 8 to 11.');
  });

  test('sent after it was taken back: it can be taken over, and the text is there', async () => {
    await click(ana, actionIds.publishVersion);
    await team.shownTo(ana, 'This becomes version 2');
    await team.perform(ben, { type: 'withdraw', reason: null });
    await team.slack.submit(ana, { 'version.proposal': text('Open from 8 to 11.') });
    const { errors } = team.modalOf(ana);
    expect(errors['version.proposal']).toContain('Any deciding member may take it over until');
    expect(errors['version.proposal']).toContain('What you wrote is still here: copy it');
  });

  test('sent while it is parked: it says so, and that the text is there', async () => {
    await click(ben, actionIds.publishVersion);
    await team.shownTo(ben, 'This becomes version 2');
    const parking = { nextStep: 'Ask the mill', who: memberId(dee), untilOn: '2026-04-01' };
    await team.perform(ana, { type: 'park', ...parking });
    await team.slack.submit(ben, { 'version.proposal': text('Open from 8 to 11.') });
    const { errors } = team.modalOf(ben);
    expect(errors['version.proposal']).toContain('no answers, no new version, no closing');
    expect(errors['version.proposal']).toContain('What you wrote is still here: copy it');
  });

  test('the same form sent twice is one version', async () => {
    await click(ben, actionIds.publishVersion);
    await team.shownTo(ben, 'This becomes version 2');
    const said = { 'version.proposal': text('Open from 8 to 11.') };
    await Promise.all([team.slack.submit(ben, said), team.slack.submit(ben, said)]);
    expect(team.modalOf(ben).shown).toContain('Version 2 is published.');
    expect((await team.roundNow()).versions).toHaveLength(2);
  });

  test('says under each field what it still needs, and keeps all that was typed', async () => {
    await publish(ben, 'Open from 8 to 11.', { 'version.link': 'plan.pdf' });
    expect(team.modalOf(ben).errors['version.link']).toContain('beginning with https://');
    await team.slack.submit(ben, { 'version.link': 'https://example.org/plan' });
    expect((await team.roundNow()).link).toBe('https://example.org/plan');
    expect(await cardShown()).toContain('https://example.org/plan');
  });

  test('after three versions the ladder is offered, and there is no fourth', async () => {
    for (const hour of [11, 10]) {
      await publish(ben, `Open from 8 to ${hour}.`);
      await team.slack.closeView(ben, { all: true });
      await team.delivered();
    }
    const card = await cardShown();
    expect(card).toContain('Three versions have not brought us together.');
    await click(ben, actionIds.publishVersion);
    await team.slack.until(() => team.whispered(ben).includes('3 versions in one go'));
    await team.resolve(ana);
    expect(team.modalOf(ana).shown).toContain('Then a helping circle');
    expect((await team.roundNow()).versions).toHaveLength(3);
  });
});

describe('a change of wording', () => {
  beforeEach(async () => {
    await allConsentBut();
    await team.choose(ben, 'publish_next_version');
    await team.slack.submit(ben, {
      'version.proposal': text('Open from 8 to 12, for three months.'),
      'version.change': 'wording',
    });
    await team.delivered();
  });

  test('lets answers stand and tells everybody who answered', async () => {
    expect(await cardShown()).toContain('Only the wording changed, so answers stand.');
    expect(await cardShown()).toContain('Heard from 4 of 4');
    for (const who of [ana, cai, dee]) expect(team.dmsOf(who)).toContain('Your answer stands.');
    expect(team.dmsOf(ben)).not.toContain('Your answer stands.');
  });

  test('is more than that as soon as one of them says so: everyone is asked again', async () => {
    await team.slack.click(cai, { actionId: actionIds.challengeWording });
    await team.slack.until(() =>
      `${team.whispered(cai)}${team.dmsOf(cai)}`.includes('changes it for you'),
    );
    const card = await cardShown();
    expect(card).toContain('<@UCAI> said that the new wording changes it for them.');
    expect(card).toContain('4 people please confirm.');
    expect(card).toContain('Heard from 0 of 4');
    expect(team.threadOf(ana)).toContain('this changes it for me');
    const { versions, answers } = await team.roundNow();
    expect(versions.at(-1)).toMatchObject({ change: 'substance', challenged: { by: cai } });
    expect(answers.size).toBe(4);
  });
});

describe('a supporting document', () => {
  test('is attached by /propose; when it changed, everyone is asked about the same text', async () => {
    await team.slack.command(ben, channels.willow, '/propose', 'A new rota');
    await team.slack.submit(ben, {
      need: 'The old one is full of holes.',
      proposal: text('We follow the rota in the plan.'),
      link: 'https://example.org/plan',
    });
    await team.slack.closeView(ben, { all: true });
    await team.delivered();
    const id = await team.program.store.roundNumbered((await team.roundNow()).teamId, 2);
    if (!id) throw new Error('It was not proposed');
    for (const who of deciders) await team.perform(who, { type: 'consent' }, id);

    await team.resolve(ben, 'P-2');
    await team.slack.submit(ben, { 'resolve.way': 'publish_next_version' });
    await team.slack.submit(ben, { 'version.linked': ['yes'], 'version.change': 'wording' });
    expect(team.modalOf(ben).shown).toContain('Everyone is asked until');
    const { versions, link } = await team.roundNow(id);
    expect(link).toBe('https://example.org/plan');
    expect(versions.at(-1)).toMatchObject({ change: 'substance', linkedDocumentChanged: true });
  });
});
