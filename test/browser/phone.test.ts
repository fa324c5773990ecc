import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath } from '../support/browser.ts';
import { startStage, type SandboxStage, type SandboxWindow } from '../support/sandbox-window.ts';

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

const WIDTHS = '[document.documentElement.scrollWidth, innerWidth]';

describe.skipIf(browserPath() === undefined)('on a phone', () => {
  let stage: SandboxStage;
  let ana: SandboxWindow;

  beforeAll(async () => {
    stage = await startStage();
    ana = await stage.open('/ana/CWILLOW', PHONE);
    await ana.page.locator('[data-got-it]').tap();
  });
  afterAll(() => stage.stop());

  test.each(['/ana/CWILLOW', '/ana/home', '/gus/CWILLOW'])(
    '%s is no wider than the screen',
    async (path) => {
      const window = await stage.open(path, PHONE);
      const [wide, screen] = await window.says<number[]>(WIDTHS);
      expect(wide).toBeLessThanOrEqual(screen ?? 0);
      await window.close();
    },
  );

  test('the channels are in a drawer that a tap opens and closes', async () => {
    const sidebar = ana.page.locator('#sidebar');
    expect(await sidebar.isVisible()).toBe(false);
    await ana.page.locator('[data-drawer]').tap();
    await ana.page.locator('#sidebar a', { hasText: 'general' }).tap();
    await ana.page.locator('h1', { hasText: '#general' }).waitFor();
    await sidebar.waitFor({ state: 'hidden' });
    await ana.page.goBack();
    await ana.page.locator('h1', { hasText: '#willow-team' }).waitFor();
  });

  test('a thread covers the messages, and its cross goes back', async () => {
    await ana.page.locator('.replies').last().tap();
    const thread = ana.page.locator('#thread');
    await thread.waitFor();
    expect((await thread.boundingBox())?.width).toBe(390);
    await thread.locator('[aria-label=Close]').tap();
    await thread.waitFor({ state: 'detached' });
  });

  test('a form fits, and an objection can be sent', async () => {
    const card = ana.message('Proposal by @Ben Okafor');
    await card.locator('.button', { hasText: 'Object' }).first().tap();
    const form = await ana.modal('I see a problem');
    const box = await form.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390).toBe(true);
    await form.getByLabel('What could go wrong').fill('The lift is loud then, too.');
    await form.getByLabel('How would that affect').fill('People wake up.');
    await form.locator('button[type=submit]').tap();
    await ana.modal('Thank you');
    expect(ana.faults).toEqual([]);
  });
});
