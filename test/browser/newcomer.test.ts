import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath } from '../support/browser.ts';
import { startStage, type SandboxStage, type SandboxWindow } from '../support/sandbox-window.ts';

const GARDEN = 'Open the garden on Sundays';
const CARD = 'Proposal by @Ana Ortiz';

describe.skipIf(browserPath() === undefined)('five minutes of a newcomer', () => {
  let stage: SandboxStage;
  let window: SandboxWindow;

  beforeAll(async () => {
    stage = await startStage();
    window = await stage.open('/');
  });
  afterAll(() => stage.stop());

  test('the page says in three lines what to try', async () => {
    const strip = window.page.locator('#strip');
    expect(await strip.locator('li').count()).toBe(3);
    expect(await strip.innerText()).toContain('You are Ana Ortiz');
    await strip.locator('button').click();
    expect(await strip.isVisible()).toBe(false);
  });

  test('/propose opens a form, and sending it posts a card', async () => {
    await window.type(`/propose ${GARDEN}`);
    const form = await window.modal('Propose something');
    expect(await form.getByLabel('Title').inputValue()).toBe(GARDEN);
    await form.getByLabel('Why').fill('The garden is the best room of the house.');
    const text = form.getByLabel('What we would do');
    await text.fill('We open the gate.\n- from 10 to 12\n- *two* are there');
    await form.locator('button[type=submit]').click();
    await window.modal('Your proposal');
    await window.closeModal();

    const card = window.message(CARD);
    expect(await card.locator('.header').innerText()).toBe(GARDEN);
    expect(await card.locator('.rich li').allInnerTexts()).toEqual([
      'from 10 to 12',
      'two are there',
    ]);
    expect(await card.locator('.rich li strong').innerText()).toBe('two');
    expect(await card.innerText()).toContain('Any objection to trying this?');
  });

  test('the others answer, each as themselves', async () => {
    for (const name of ['Ana Ortiz', 'Ben Okafor', 'Cai Lewis']) {
      await window.become(name);
      await window.press(CARD, 'Consent');
      const receipt = window.message(`you consent to version 1 of “${GARDEN}”`);
      await receipt.waitFor();
      expect(await receipt.innerText()).toContain('Only visible to you');
    }
    await window.message(CARD).locator('text=Heard from 3 of 4').waitFor();
  });

  test('one objects, and the card shows it at once', async () => {
    await window.become('Dee Novak');
    await window.press(CARD, 'Object');
    const form = await window.modal('I see a problem');
    await form.getByLabel('What could go wrong').fill('The gate does not close from inside.');
    await form.getByLabel('How would that affect').fill('Somebody could stand there in the rain.');
    await form.locator('button[type=submit]').click();
    await window.modal('Thank you');
    await window.closeModal();
    await window.message(CARD).locator('text=The gate does not close from inside.').waitFor();
  });

  test('who objected says that it is settled, after one question, and consents', async () => {
    await window.press(CARD, 'This settles it for me');
    const question = window.page.locator('dialog.question');
    await question.locator('[value=no]').click();
    expect(await window.message(CARD).innerText()).toContain('The gate does not close');
    await window.press(CARD, 'This settles it for me');
    await question.locator('[value=yes]').click();
    const settles = window.message(CARD).locator('.button', { hasText: 'This settles it for me' });
    await settles.waitFor({ state: 'detached' });
    await window.press(CARD, 'Consent');
    await window.message(CARD).locator('text=Heard from 4 of 4').waitFor();
  });

  test('a day later somebody else who facilitates closes the round with /resolve', async () => {
    await window.become('Cai Lewis');
    await window.page.click('[data-move=day]');
    await window.page.locator('#clock', { hasText: 'Thu 19 Mar' }).waitFor();
    await window.type('/resolve P-7');
    const ways = await window.modal('Resolve');
    await ways.getByLabel('Close as decided').check();
    await ways.locator('button[type=submit]').click();
    const last = await window.modal('Close as decided');
    await last.locator('button[type=submit]').click();
    await window.page.locator('.message .header', { hasText: `Decided: ${GARDEN}` }).waitFor();
  });

  test('/decisions finds the decision', async () => {
    if (await window.page.locator('dialog#modal[open]').isVisible()) await window.closeModal();
    await window.type('/decisions garden');
    const found = window.message('D-4').or(window.page.locator('dialog[open]', { hasText: 'D-4' }));
    await found.last().waitFor();
    expect(await found.last().innerText()).toContain(GARDEN);
    expect(window.faults).toEqual([]);
  });
});
