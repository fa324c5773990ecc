import { afterEach, beforeEach, expect, test } from 'vitest';
import { draftOf } from '../../src/core/draft.ts';
import { memberId } from '../../src/core/ids.ts';
import { people } from '../../src/sandbox/world.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import { startQuestions } from '../support/question-step.ts';

const { ana, ben, cai, dee } = people;
let team: Awaited<ReturnType<typeof startQuestions>>;

beforeEach(async () => {
  team = await startQuestions();
  await team.fillIn(dee, 'round.question', { question: 'Who opens the shop?' });
  await team.slack.closeView(dee, { all: true });
});
afterEach(() => team.stop());

const home = (who: string) => team.screen(who).home?.blocks;

test('a question reaches the proposer in person, who answers there, and whoever asked', async () => {
  expect(await team.passing(() => team.dms(ben).includes('Who opens the shop?'))).toBe(true);
  expect(team.dms(ben)).toContain('<@UDEE> asks: Who opens the shop?');
  for (const who of [ana, cai, dee]) expect(team.dms(who)).not.toContain('Who opens the shop?');
  expect(await team.passing(() => team.thread().includes('“Answer a question” on the card'))).toBe(
    true,
  );
  expect(team.thread()).not.toContain('Anyone can answer here');

  await team.slack.openHome(ben);
  await team.slack.until(() => shownIn(home(ben)).includes('Open on Sundays'));
  expect(shownIn(home(ben))).not.toContain('Nothing waits for you');
  expect(actionsIn(home(ben))).toContain('round.step.answer');
  expect(actionsIn(home(ben))).not.toContain('round.step.nothing_further');

  const [dm] = team.screen(ben).dms;
  await team.slack.click(ben, { actionId: 'round.step.answer', channel: dm?.id ?? '' });
  await team.slack.until(() => team.screen(ben).modal?.submit);
  await team.slack.submit(ben, { reply: 'I do, every time.' });
  await team.slack.closeView(ben, { all: true });
  expect(await team.passing(() => team.dms(dee).includes('I do, every time.'))).toBe(true);
  expect(team.dms(dee)).toContain('<@UBEN> answers your question: Who opens the shop?');
  expect(team.dms(ben)).not.toContain('I do, every time.');
  await team.slack.openHome(ben);
  await team.slack.until(() => shownIn(home(ben)).includes('Nothing waits for you'));
});

test('a text that somebody else edited meanwhile is not written over, and comes back', async () => {
  const opens = async () => {
    await team.click(ben, 'round.step.edit');
    await team.slack.until(() => team.screen(ben).modal?.submit);
    return team.screen(ben).modal?.id ?? '';
  };
  const edits = (title: string, view: string) =>
    team.slack.submit(ben, { 'draft.title': title }, view);
  await edits('Open on Sundays in May', await opens());
  await team.slack.closeView(ben, { all: true });
  expect((await team.round()).title).toBe('Open on Sundays in May');

  const view = await opens();
  const other = { ...draftOf(await team.round()), title: 'Open at noon' };
  const at = team.slack.clock.now();
  const { id } = await team.round();
  const command = {
    type: 'change_draft',
    draft: other,
    basedOn: 1,
    at,
    by: memberId(ben),
  } as const;
  await team.program.performer.onRound(id, command);
  await edits('Open at dawn', view);
  await team.slack.until(() => team.shown(ben).includes('changed the text while you were'));
  expect(team.shown(ben)).toContain('Open at dawn');
  expect(team.shown(ben)).toContain('Open from 8 to 12.');
  expect((await team.round()).title).toBe('Open at noon');
});
