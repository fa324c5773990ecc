import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { browserPath } from '../support/browser.ts';
import { startStage, type SandboxStage, type SandboxWindow } from '../support/sandbox-window.ts';

const CARD = 'Proposal by @Ben Okafor';
const OBJECTION = 'The baker brings the bread at 13:30.';
const PEOPLE = ['ana', 'ben', 'cai', 'dee'] as const;

/** Each of them has a window of their own, and none is ever loaded again. */
describe.skipIf(browserPath() === undefined)('an objection that improves the proposal', () => {
  let stage: SandboxStage;
  let windows: Record<(typeof PEOPLE)[number], SandboxWindow>;

  beforeAll(async () => {
    stage = await startStage();
    // The page lets no script in but its own; axe has to get past that.
    const open = (name: string) => stage.open(`/${name}/CWILLOW`, { bypassCSP: true });
    const [ana, ben, cai, dee] = await Promise.all([
      open('ana'),
      open('ben'),
      open('cai'),
      open('dee'),
    ]);
    windows = { ana, ben, cai, dee };
  });
  afterAll(() => stage.stop());

  test('is raised in one window, and has a message of its own in all', async () => {
    const { ana, ben, dee } = windows;
    await dee.press(CARD, 'Object');
    const form = await dee.modal('I see a problem');
    await form.getByLabel('What could go wrong').fill(OBJECTION);
    await form.getByLabel('How would that affect').fill('Supper would be without bread.');
    await form.locator('button[type=submit]').click();
    await dee.modal('Thank you');
    await dee.closeModal();
    for (const each of [ana, ben, dee]) {
      await own(each).locator('text=Nothing is decided while it is.').waitFor();
    }
    expect(await axeFindings(dee.page)).toEqual([]);
  });

  test('a facilitator helps with it, and suggests to talk', async () => {
    const { ana, dee } = windows;
    await own(ana).locator('.button', { hasText: 'Help with this' }).click();
    const help = await ana.modal('Help with this');
    expect(await axeFindings(ana.page)).toEqual([]);
    await help.getByLabel('Suggest a way on').check();
    await help.locator('button[type=submit]').click();
    const way = await ana.modal('Suggest a way on');
    await way.getByLabel('Change the text').check();
    await way.locator('button[type=submit]').click();
    await ana.modal('Said in the thread');
    await ana.closeModal();
    await own(ana).locator('.button', { hasText: 'Let’s talk' }).click();
    await own(dee).locator('.replies').click();
    const thread = dee.page.locator('#thread');
    await thread.locator('text=proposes a call').waitFor();
    expect(await thread.innerText()).toContain('suggests a way on: Change the text');
    expect(await axeFindings(dee.page)).toEqual([]);
  });

  test('the proposer publishes version 2, and every window shows what changed', async () => {
    const { ben, ana, cai, dee } = windows;
    await ben.press(CARD, 'Publish next version');
    const form = await ben.modal('Publish next version');
    await form.getByText('This becomes version 2').waitFor();
    expect(await axeFindings(ben.page)).toEqual([]);
    const text = form.getByLabel('What we would do', { exact: true });
    const before = await text.inputValue();
    await text.fill(
      before.replace('or after', 'or after, except the bread').replace('three', 'two'),
    );
    await form.getByLabel(OBJECTION).check();
    await form.locator('button[type=submit]').click();
    await form.getByText('Version 2 is published.').waitFor();
    await ben.closeModal();
    for (const each of [ana, ben, cai, dee]) {
      await each.message(CARD).locator('text=Version 2: what changed').waitFor();
    }
    const card = await ana.message(CARD).innerText();
    expect(card).toContain('We try it for three → two months.');
    expect(card).toContain('or after, except the bread');
    expect(card).toContain('2 people please confirm.');
    expect(card).toContain('@Dee Novak is asked first.');
  });

  test('the whole comparison is there for everybody', async () => {
    const { cai } = windows;
    await cai.press(CARD, 'Whole comparison');
    const whole = await cai.modal('P-5');
    await whole.getByText('Old words are struck through').waitFor();
    expect(await whole.locator('s, del').allInnerTexts()).toContain('three');
    expect(await axeFindings(cai.page)).toEqual([]);
    await cai.closeModal();
  });

  test('who objected says that it is settled, and then the others confirm', async () => {
    const { ana, ben, cai, dee } = windows;
    await own(dee).locator('.button', { hasText: 'This settles it for me' }).click();
    await dee.page.locator('dialog.question [value=yes]').click();
    await own(ben).locator('text=Settled by version 2.').waitFor();
    for (const each of [ana, ben, cai]) {
      await each.press(CARD, 'Consent');
      await each.message('you consent to version 2').waitFor();
    }
    await ana.message(CARD).locator('text=Heard from 4 of 4').waitFor();
  });

  test('a facilitator closes it, and the record says what the objection improved', async () => {
    const { ana, cai } = windows;
    await ana.page.click('[data-move=day]');
    await ana.page.locator('#clock', { hasText: 'Thu 19 Mar' }).waitFor();
    await ana.type('/resolve P-5');
    const ways = await ana.modal('Resolve');
    await ways.getByLabel('Close as decided').check();
    await ways.locator('button[type=submit]').click();
    const last = await ana.modal('Close as decided');
    await last.locator('button[type=submit]').click();
    const record = cai.page.locator('.message', { hasText: 'Decided: Quiet hours' }).last();
    await record.locator('text=What it improved (version 2)').waitFor();
    const said = await record.innerText();
    expect(said).toContain('Decided by consent, v2, 4 of 4 answered');
    expect(said).toContain('was: “three” now: “two”');
    expect(said).toContain('@Dee Novak confirmed that this settles it.');
    expect(PEOPLE.flatMap((name) => windows[name].faults)).toEqual([]);
  });
});

/** The objection's own message below the card. */
function own({ message }: SandboxWindow) {
  return message(`objection to version 1`);
}
