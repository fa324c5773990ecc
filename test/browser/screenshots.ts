import { mkdirSync, statSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { startStage, type SandboxStage, type SandboxWindow } from '../support/sandbox-window.ts';

const FOLDER = new URL('../../docs/images/', import.meta.url);
const QUIET = 'Proposal by @Ben Okafor';
const OBJECTION = 'The baker brings the bread at 13:30.';
/** A picture that is heavier makes the page that shows it slow. */
const HEAVIEST_BYTES = 200_000;

type Picture = {
  readonly name: string;
  readonly path: string;
  readonly options: BrowserContextOptions;
  readonly reach: (window: SandboxWindow) => Promise<unknown>;
};

const DESKTOP = { viewport: { width: 1280, height: 860 } };

/** The pictures of README and docs, each from the world of the sandbox as it is at first. */
const PICTURES: readonly Picture[] = [
  {
    name: 'card',
    path: '/ana/CWILLOW',
    options: { ...DESKTOP, colorScheme: 'light' },
    reach: ({ message }) => message(QUIET).locator('.header').scrollIntoViewIfNeeded(),
  },
  {
    name: 'objection',
    path: '/ana/CWILLOW',
    options: { ...DESKTOP, colorScheme: 'light' },
    reach: writeObjection,
  },
  {
    name: 'version',
    path: '/dee/CWILLOW',
    options: { viewport: { width: 1280, height: 1060 }, colorScheme: 'light' },
    reach: publishVersion,
  },
  {
    name: 'decision',
    path: '/ana/CWILLOW',
    options: { ...DESKTOP, colorScheme: 'dark' },
    async reach({ page }) {
      const decided = page.locator('.message', { hasText: 'Decided: Shop together on Mondays' });
      await decided.evaluate((message) => message.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'home',
    path: '/ana/home',
    options: { ...DESKTOP, colorScheme: 'light' },
    reach: ({ page }) => page.locator('.home .header').first().waitFor(),
  },
  {
    name: 'phone',
    path: '/ana/CWILLOW',
    options: { viewport: { width: 390, height: 780 }, colorScheme: 'light' },
    reach: ({ message }) =>
      message(QUIET).evaluate((card) => card.scrollIntoView({ block: 'start' })),
  },
];

await main();

/** `npm run screenshots`: writes docs/images/*.png. */
async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const stage = await startStage();
  try {
    for (const picture of PICTURES) await take(stage, picture);
  } finally {
    await stage.stop();
  }
}

async function take(stage: SandboxStage, { name, path, options, reach }: Picture): Promise<void> {
  const window = await stage.open(path, { ...options, reducedMotion: 'reduce' });
  await window.page.click('[data-got-it]');
  await reach(window);
  const file = fileURLToPath(new URL(`${name}.png`, FOLDER));
  await still(window.page);
  await window.page.screenshot({ path: file });
  const { size } = statSync(file);
  process.stdout.write(`docs/images/${name}.png ${Math.round(size / 1000)} kB\n`);
  if (size > HEAVIEST_BYTES) throw new Error(`${name}.png is too heavy: ${size} bytes`);
  await window.close();
  await stage.sandbox.startOver();
}

async function writeObjection({ press, modal }: SandboxWindow): Promise<Locator> {
  await press(QUIET, 'Object');
  const form = await modal('I see a problem');
  await form.getByLabel('What could go wrong').fill(OBJECTION);
  const effect = 'Nobody would open the door, and supper would be without bread.';
  await form.getByLabel('How would that affect').fill(effect);
  return form;
}

/** Dee objects, and Ben publishes a version that answers it. */
async function publishVersion(window: SandboxWindow): Promise<void> {
  const { modal, closeModal, become, press, message } = window;
  const objection = await writeObjection(window);
  await objection.locator('button[type=submit]').click();
  await modal('Thank you');
  await closeModal();
  await become('Ben Okafor');
  await press(QUIET, 'Publish next version');
  const form = await modal('Publish next version');
  const text = form.getByLabel('What we would do', { exact: true });
  await text.waitFor();
  const before = await text.inputValue();
  await text.fill(before.replace('or after', 'or after, except the bread'));
  await form.getByLabel(OBJECTION).check();
  await form.locator('button[type=submit]').click();
  await form.getByText('Version 2 is published.').waitFor();
  await closeModal();
  const changed = message(QUIET).locator('text=Version 2: what changed');
  await changed.waitFor();
  await message(QUIET).evaluate((card) => card.scrollIntoView({ block: 'start' }));
}

/** Waits until two looks at the page are the same. */
async function still(page: Page): Promise<void> {
  let before = '';
  for (let looks = 0; looks < 20; looks += 1) {
    const now = (await page.screenshot()).toString('base64');
    if (now === before) return;
    before = now;
  }
}
