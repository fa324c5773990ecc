import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath } from '../support/browser.ts';
import { startStage, type SandboxStage, type SandboxWindow } from '../support/sandbox-window.ts';

const QUIET = 'Proposal by @Ben Okafor';

describe.skipIf(browserPath() === undefined)('forms', () => {
  let stage: SandboxStage;
  let dee: SandboxWindow;

  beforeAll(async () => {
    stage = await startStage();
    dee = await stage.open('/dee/CWILLOW');
  });
  afterAll(() => stage.stop());

  test('a missing answer is named under its field, and can be given', async () => {
    await dee.press(QUIET, 'Object');
    const form = await dee.modal('I see a problem');
    const harm = form.getByLabel('What could go wrong');
    await harm.fill('Nobody hears the door bell.');
    await form.locator('button[type=submit]').click();
    const effect = form.getByLabel('How would that affect');
    await form.locator('.wrong', { hasText: 'Please complete this required field.' }).waitFor();
    expect(await effect.getAttribute('aria-invalid')).toBe('true');
    expect(await dee.says('document.activeElement.id')).toBe(await effect.getAttribute('id'));
    expect(await harm.inputValue()).toBe('Nobody hears the door bell.');

    await effect.fill('Visitors would stand outside.');
    await form.locator('button[type=submit]').click();
    await dee.modal('Thank you');
    await dee.closeModal();
    await dee.message(QUIET).locator('text=Nobody hears the door bell.').waitFor();
  });

  test('what the bot itself will not take is told under the field', async () => {
    await dee.type('/propose');
    const form = await dee.modal('Propose something');
    await form.getByLabel('Title').fill('Too soon');
    await form.getByLabel('Why').fill('To see the rule.');
    await form.getByLabel('What we would do').fill('Nothing.');
    await form.locator('input[type=datetime-local]').fill('2026-03-18T12:00');
    await form.locator('button[type=submit]').click();
    const wrong = form.locator('.input.wrong', { has: dee.page.locator('[type=datetime-local]') });
    await wrong.locator('.error').waitFor();
    expect(await wrong.locator('.error').innerText()).toMatch(/\d/);
    await dee.closeModal();
  });

  test('a preset fills the deadline in, and what was typed stays', async () => {
    await dee.type('/propose');
    const form = await dee.modal('Propose something');
    await form.getByLabel('Why').fill('To see the preset.');
    const deadline = form.locator('input[type=datetime-local]');
    const before = await deadline.inputValue();
    await form.locator('.button', { hasText: 'In two weeks' }).click();
    await form.locator(`input[type=datetime-local]:not([value="${before}"])`).waitFor();
    expect(await deadline.inputValue()).toBe('2026-04-01T17:00');
    expect(await form.getByLabel('Why').inputValue()).toBe('To see the preset.');
    await dee.closeModal();
  });

  test('a message becomes a proposal by the shortcut in its menu', async () => {
    const line = dee.message('Could we try a weekly menu on the fridge door?');
    await line.hover();
    await line.locator('.tools summary').click();
    await line.locator('button', { hasText: 'Turn into a proposal' }).click();
    const form = await dee.modal('Propose something');
    expect(await form.locator('textarea').allTextContents()).toContainEqual(
      expect.stringContaining('weekly menu'),
    );
    await dee.closeModal();
  });

  test('a command that does not exist is refused aloud', async () => {
    await dee.type('/dance');
    await dee.page.locator('#toasts', { hasText: '/dance is not a command here' }).waitFor();
    await dee.page.locator('#compose').fill('');
    expect(dee.faults).toEqual([]);
  });
});
