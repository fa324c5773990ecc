import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath } from '../support/browser.ts';
import { startStage, type SandboxStage } from '../support/sandbox-window.ts';

const QUIET = 'Proposal by @Ben Okafor';
const PHONE = 'Proposal by @Cai Lewis';

describe.skipIf(browserPath() === undefined)('what arrives without a reload', () => {
  let stage: SandboxStage;

  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.stop());

  test('two windows are two people; each sees the other act within a second', async () => {
    const ana = await stage.open('/ana/CWILLOW');
    const ben = await stage.open('/ben/CWILLOW');
    await ana.press(QUIET, 'Object');
    const form = await ana.modal('I see a problem');
    await form.getByLabel('What could go wrong').fill('The baker delivers at 13:30.');
    await form.getByLabel('How would that affect').fill('There would be no bread in the evening.');
    await form.locator('button[type=submit]').click();
    await ben
      .message(QUIET)
      .locator('text=The baker delivers at 13:30.')
      .waitFor({ timeout: 1000 });
    expect(await ben.page.locator('dialog[open]').count()).toBe(0);
    await ana.modal('Thank you');
    await ana.closeModal();
    await Promise.all([ana.close(), ben.close()]);
    expect([...ana.faults, ...ben.faults]).toEqual([]);
  });

  test('what somebody types stays while the page changes around it', async () => {
    const dee = await stage.open('/dee/CWILLOW');
    const cai = await stage.open('/cai/CWILLOW');
    await dee.page.locator('#compose').fill('I am still typing');
    await cai.type('A line from Cai');
    await dee.message('A line from Cai').waitFor();
    expect(await dee.page.locator('#compose').inputValue()).toBe('I am still typing');
    expect(await dee.says('document.activeElement.id')).toBe('compose');
    await Promise.all([dee.close(), cai.close()]);
  });

  test('a form that is being filled in keeps its words while others act', async () => {
    const dee = await stage.open('/dee/CWILLOW');
    const ben = await stage.open('/ben/CWILLOW');
    await dee.press(QUIET, 'Object');
    const form = await dee.modal('I see a problem');
    await form.getByLabel('What could go wrong').fill('Half a sentence');
    await ben.type('Something else');
    await dee.message('Something else').waitFor();
    expect(await form.getByLabel('What could go wrong').inputValue()).toBe('Half a sentence');
    await dee.closeModal();
    await Promise.all([dee.close(), ben.close()]);
  });

  test('the clock goes to the next deadline, and what falls due arrives', async () => {
    const ana = await stage.open('/ana/CWILLOW');
    await ana.page.click('[data-move=deadline]');
    await ana.page.locator('#clock', { hasText: 'Mon 23 Mar, 17:00' }).waitFor();
    await ana.message(PHONE).locator('text=today 17:00').first().waitFor();
    const app = ana.page.locator('#sidebar a', { hasText: 'Consent Rounds' });
    await app.locator('text=new messages').waitFor({ state: 'attached' });
    await app.click();
    await ana.page.locator('.home .header').first().waitFor();
    await ana.page.locator('.tabs a', { hasText: 'Messages' }).click();
    await ana.message('One shared phone for late shifts').waitFor();
    expect(ana.faults).toEqual([]);
    await ana.close();
  });

  test('the panel tells what just happened, from the request to the rule', async () => {
    const ben = await stage.open('/ben/CWILLOW');
    await ben.page.click('[data-happened]');
    await ben.press(PHONE, 'I need more time');
    const panel = ben.page.locator('#happened');
    await panel.locator('code', { hasText: 'more_time_asked' }).first().waitFor();
    const told = await panel.innerText();
    expect(told).toContain('Ben Okafor pressed “I need more time”');
    expect(told).toContain('round.answer.more_time');
    expect(told).toContain('§D8');
    await ben.close();
  });

  test('starting over asks first, and brings every window back to the beginning', async () => {
    const ana = await stage.open('/ana/CWILLOW');
    const gus = await stage.open('/gus/CWILLOW');
    await ana.page.click('[data-start-over]');
    await ana.page.locator('dialog.question [value=yes]').click();
    await ana.page.locator('#clock', { hasText: 'Wed 18 Mar, 10:00' }).waitFor();
    await gus.page.locator('#clock', { hasText: 'Wed 18 Mar, 10:00' }).waitFor();
    expect(await gus.page.locator('text=A line from Cai').count()).toBe(0);
    await Promise.all([ana.close(), gus.close()]);
  });
});
