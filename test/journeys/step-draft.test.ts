import { afterEach, beforeEach, expect, test } from 'vitest';
import { memberId } from '../../src/core/ids.ts';
import { people } from '../../src/sandbox/world.ts';
import { richText } from '../support/forms.ts';
import { startQuestions } from '../support/question-step.ts';

const { ben, dee } = people;
let team: Awaited<ReturnType<typeof startQuestions>>;

beforeEach(async () => {
  team = await startQuestions();
  await team.click(ben, 'round.step.edit');
  await team.slack.until(() => team.screen(ben).modal?.submit);
});
afterEach(() => team.stop());

test('a text that comes too late is given back with all that was written', async () => {
  const { id } = await team.round();
  const said = { type: 'withdraw', reason: null, at: team.slack.clock.now() } as const;
  await team.program.performer.onRound(id, { ...said, by: memberId(ben) });
  await team.slack.submit(ben, {
    'draft.proposal': richText('Open from 9 to 11, with three bakers.'),
    'draft.replaces': 'The rota of May',
    'draft.link': 'https://example.org/rota',
  });
  const shown = team.shown(ben);
  expect(shown).toContain('This proposal was taken back');
  expect(shown).toContain('Open on Sundays');
  expect(shown).toContain('Open from 9 to 11, with three bakers.');
  expect(shown).toContain('The rota of May');
  expect(shown).toContain('https://example.org/rota');
});

test('a text that is too long says how long it is, and stays in its field', async () => {
  const sent = await team.slack.submit(ben, { 'draft.proposal': richText('x'.repeat(12_500)) });
  const why = 'This has 12,500 characters. Please keep it to 12,000, and link to a longer text.';
  expect(sent).toMatchObject({ kind: 'errors', errors: { 'draft.proposal': why } });
});

test('a draft that is read in full is no version yet', async () => {
  await team.slack.closeView(ben, { all: true });
  await team.click(dee, 'round.read');
  await team.slack.until(() => team.screen(dee).modal);
  expect(team.shown(dee)).toContain('text not fixed yet');
  expect(team.shown(dee)).not.toContain('version 1');
});
