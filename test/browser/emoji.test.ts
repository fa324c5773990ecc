import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath } from '../support/browser.ts';
import { startStage, type SandboxStage, type SandboxWindow } from '../support/sandbox-window.ts';

const CARD = 'Proposal by @Ben Okafor';

/** Source: docs/process.md §10 case 19. */
describe.skipIf(browserPath() === undefined)('an emoji on a card', () => {
  let stage: SandboxStage;
  let dee: SandboxWindow;

  beforeAll(async () => {
    stage = await startStage();
    dee = await stage.open('/dee/CWILLOW');
  });
  afterAll(() => stage.stop());

  const card = () => dee.message(CARD);
  const pill = () => card().locator('.reactions button');

  const focusIn = (selector: string) => dee.page.locator(`${selector}:focus`).waitFor();

  test('is put there from the menu of the message, and only its owner hears of it', async () => {
    await card().hover();
    await card().locator('.tools > summary').click();
    await card().getByRole('button', { name: 'Put thumbs up on this message' }).click();
    await pill().waitFor();
    expect(await pill().getAttribute('aria-pressed')).toBe('true');
    const told = dee.message('It does not count as an answer');
    await told.waitFor();
    expect(await told.textContent()).toContain('Only visible to you');

    const ana = await stage.open('/ana/CWILLOW');
    expect(await ana.message(CARD).locator('.reactions').textContent()).toContain('1');
    expect(await ana.message('does not count as an answer').count()).toBe(0);
    await ana.close();
  });

  test('is taken away with the keyboard, and the focus stays on the message', async () => {
    await pill().focus();
    await dee.page.keyboard.press('Enter');
    await pill().waitFor({ state: 'detached' });
    await focusIn('[data-ts] .tools > summary');
  });

  test('is put there with the keyboard too, and the menu closes behind it', async () => {
    await card().locator('.tools > summary').focus();
    await dee.page.keyboard.press('Enter');
    await card().locator('.tools[open]').waitFor();
    await dee.page.keyboard.press('Tab');
    expect(await dee.says('document.activeElement.getAttribute("aria-label")')).toBe(
      'Put thumbs up on this message',
    );
    await dee.page.keyboard.press('Enter');
    await pill().waitFor();
    expect(await pill().getAttribute('aria-pressed')).toBe('true');
    expect(await card().locator('.tools[open]').count()).toBe(0);
    await focusIn('[data-ts] .tools > summary');
  });

  test('is taken away with the mouse as well', async () => {
    await pill().click();
    await pill().waitFor({ state: 'detached' });
  });

  test('that others put there too keeps the focus', async () => {
    const { slack } = stage.sandbox;
    const [channel, ts] = await Promise.all(
      ['data-channel', 'data-ts'].map((name) => card().getAttribute(name)),
    );
    await slack.react('UANA', channel ?? '', ts ?? '', '+1');
    await pill().focus();
    await dee.page.keyboard.press('Enter');
    await dee.page.locator('.reactions [aria-pressed=true]').waitFor();
    await dee.page.keyboard.press('Enter');
    await dee.page.locator('.reactions [aria-pressed=false]').waitFor();
    await focusIn('.reactions button');
  });

  test('is followed by an answer with a button below it', async () => {
    await dee.press('It does not count as an answer', 'Consent');
    await dee.message('you consent to version 1').waitFor();
    expect(dee.faults).toEqual([]);
  });
});
