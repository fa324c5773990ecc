import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath } from '../support/browser.ts';
import { startStage, type SandboxStage, type SandboxWindow } from '../support/sandbox-window.ts';

const FOCUSED = 'document.activeElement';
const FOCUSED_ID = `${FOCUSED}.id`;

describe.skipIf(browserPath() === undefined)('with the keyboard alone', () => {
  let stage: SandboxStage;
  let ana: SandboxWindow;

  beforeAll(async () => {
    stage = await startStage();
    ana = await stage.open('/ana/CWILLOW');
  });
  afterAll(() => stage.stop());

  test('the first stop leads past the bars to the messages', async () => {
    await ana.page.keyboard.press('Tab');
    expect(await focused(ana)).toContain('Skip to the messages');
    await ana.page.keyboard.press('Enter');
    expect(await ana.says(FOCUSED_ID)).toBe('main');
  });

  test('a command is chosen from the list with arrows and Tab, and sent with Enter', async () => {
    await tabTo(ana, '#compose');
    await ana.page.keyboard.type('/');
    await ana.page.keyboard.press('ArrowDown');
    const chosen = ana.page.locator('#commands [aria-selected=true]');
    const command = (await chosen.getAttribute('data-command')) ?? '';
    const field = ana.page.locator('#compose');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    await ana.page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe(`${command} `);
    expect(await ana.page.locator('#commands').isVisible()).toBe(false);
    for (let key = 0; key <= command.length; key += 1) await ana.page.keyboard.press('Backspace');
    await ana.page.keyboard.type('/propose A bench at the gate');
    await ana.page.keyboard.press('Enter');
    await ana.modal('Propose something');
  });

  test('the focus stays inside the form, and comes back where it was', async () => {
    const modal = await ana.modal('Propose something');
    for (let stop = 0; stop < 30; stop += 1) {
      await ana.page.keyboard.press('Tab');
      // Between the last stop and the first, the browser's own bars have the focus.
      expect(await ana.says(`modal.contains(${FOCUSED}) || ${FOCUSED} === document.body`)).toBe(
        true,
      );
    }
    await ana.page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    expect(await ana.says(FOCUSED_ID)).toBe('compose');
  });

  test('a round is answered, and the focus stays on the button that was pressed', async () => {
    const card = ana.message('Proposal by @Ben Okafor');
    const consent = card.locator('.button', { hasText: 'Consent' }).first();
    await tabTo(ana, '#scroll');
    const key = await consent.getAttribute('data-key');
    await tabUntil(ana, `${FOCUSED}.dataset.key === '${key}'`);
    expect(await ana.says(`getComputedStyle(${FOCUSED}).outlineStyle`)).toBe('solid');
    await ana.page.keyboard.press('Enter');
    await ana.message('you consent to version 1').waitFor();
    expect(await focused(ana)).toContain('Consent');
  });

  test('“You are” opens, and closes with Escape', async () => {
    await tabTo(ana, '#you summary');
    await ana.page.keyboard.press('Enter');
    await ana.page.locator('#you ul').waitFor();
    await ana.page.keyboard.press('Tab');
    await ana.page.keyboard.press('Escape');
    await ana.page.locator('#you ul').waitFor({ state: 'hidden' });
    expect(await focused(ana)).toContain('You are');
    expect(ana.faults).toEqual([]);
  });
});

/** More stops than this, and something on the page cannot be reached. */
const MOST_STOPS = 250;

function tabTo(window: SandboxWindow, selector: string): Promise<void> {
  return tabUntil(window, `${FOCUSED}.matches('${selector}')`);
}

async function tabUntil({ page, says }: SandboxWindow, script: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await says<boolean>(script)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not get there: ${script}`);
}

function focused({ says }: SandboxWindow): Promise<string> {
  return says(`${FOCUSED}.textContent`);
}
