import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { browserPath } from '../support/browser.ts';
import { startStage, type SandboxStage, type SandboxWindow } from '../support/sandbox-window.ts';

const QUIET = 'Proposal by @Ben Okafor';

/** Every kind of screen, and how somebody comes to it. */
const SCREENS: readonly [string, string, (window: SandboxWindow) => Promise<unknown>][] = [
  ['a channel with cards', '/ana/CWILLOW', () => Promise.resolve()],
  ['a private channel', '/ana/CROTA', () => Promise.resolve()],
  ['a place that one cannot see', '/gus/CROTA', () => Promise.resolve()],
  ['the Home', '/ana/home', ({ page }) => page.locator('.home .header').first().waitFor()],
  ['the messages of the app', '/ana/home', ({ page }) => page.locator('.tabs a').last().click()],
  ['a thread', '/dee/CWILLOW', ({ page }) => page.locator('.replies').last().click()],
  ['the list of commands', '/ana/CWILLOW', ({ page }) => page.locator('#compose').fill('/')],
  ['the people', '/ana/CWILLOW', ({ page }) => page.click('#you summary')],
  ['the menu of a message', '/ana/CWILLOW', openTools],
  ['what just happened', '/cai/CWILLOW', openHappened],
  ['a form', '/ben/CWILLOW', (window) => openForm(window)],
  ['a form with errors', '/dee/CWILLOW', openErrors],
  ['the ways on', '/cai/CWILLOW', openResolve],
  ['an answer that one alone sees', '/fay/CWILLOW', (window) => window.press(QUIET, 'Consent')],
];

describe.skipIf(browserPath() === undefined)('axe finds nothing', () => {
  let stage: SandboxStage;

  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.stop());

  for (const colorScheme of ['light', 'dark'] as const) {
    test.each(SCREENS)(`on %s (${colorScheme})`, async (_name, path, reach) => {
      // The page lets no script in but its own; axe has to get past that.
      const options = { colorScheme, reducedMotion: 'reduce', bypassCSP: true } as const;
      const window = await stage.open(path, options);
      await reach(window);
      expect(await axeFindings(window.page)).toEqual([]);
      expect(window.faults).toEqual([]);
      await closeAll(window);
      await window.close();
    });
  }

  test('on a phone, with the drawer open', async () => {
    const viewport = { width: 390, height: 780 };
    const window = await stage.open('/ana/CWILLOW', { viewport, bypassCSP: true });
    await window.page.click('[data-drawer]');
    expect(await axeFindings(window.page)).toEqual([]);
    await window.close();
  });
});

async function openTools({ page, message }: SandboxWindow): Promise<void> {
  const line = message('Could we try a weekly menu');
  await line.hover();
  if ((await line.locator('.reactions').count()) === 0) {
    await line.locator('.tools summary').click();
    await line.locator('.emoji button').first().click();
    await line.locator('.reactions button').waitFor();
  }
  await line.locator('.tools summary').click();
  await page.locator('.tools[open]').waitFor();
}

async function openHappened({ page, press }: SandboxWindow): Promise<void> {
  await page.click('[data-happened]');
  await press(QUIET, 'See answers');
  await page.locator('#happened code').first().waitFor();
}

async function openForm({ type, modal }: SandboxWindow): Promise<unknown> {
  await type('/propose');
  return modal('Propose something');
}

async function openErrors({ press, modal }: SandboxWindow): Promise<void> {
  await press(QUIET, 'Object');
  const form = await modal('I see a problem');
  await form.locator('button[type=submit]').click();
  await form.locator('.error').first().waitFor();
}

async function openResolve({ type, modal }: SandboxWindow): Promise<unknown> {
  await type('/resolve P-5');
  return modal('Resolve');
}

async function closeAll({ page, closeModal }: SandboxWindow): Promise<void> {
  if (await page.locator('dialog#modal[open]').isVisible()) await closeModal();
}
