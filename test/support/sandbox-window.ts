import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { servePage, type PageServer } from '../../src/sandbox/page/server.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { launchBrowser } from './browser.ts';

/** The sandbox with its page and a browser in front of it. */
export type SandboxStage = {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
  /** Opens a window on a path such as `/ana/CWILLOW`. A fault in the page fails the test. */
  open(path: string, options?: BrowserContextOptions): Promise<SandboxWindow>;
  stop(): Promise<void>;
};

/** Starts all three. */
export async function startStage(): Promise<SandboxStage> {
  const [sandbox, browser] = await Promise.all([startSandbox(), launchBrowser()]);
  const server = await servePage(sandbox, 0);
  return {
    sandbox,
    browser,
    open: (path, options) => openWindow(browser, server, path, options),
    async stop() {
      await browser.close();
      await server.close();
      await sandbox.stop();
    },
  };
}

/** One window, with what a person does in it. */
export type SandboxWindow = {
  readonly page: Page;
  /** What went wrong in the page itself. */
  readonly faults: readonly string[];
  /** The newest message that holds this text. */
  readonly message: (text: string) => Locator;
  /** Writes a line into the channel and presses Enter. */
  readonly type: (text: string) => Promise<void>;
  /** Presses a button of the newest message that holds this text. */
  readonly press: (message: string, button: string) => Promise<void>;
  /** The modal, once its title is this one. */
  readonly modal: (title: string) => Promise<Locator>;
  /** Closes the modal by Escape, and waits until it is gone. */
  readonly closeModal: () => Promise<void>;
  /** Chooses somebody under “You are”. */
  readonly become: (name: string) => Promise<void>;
  /** What a line of script says in the page. */
  readonly says: <Value>(script: string) => Promise<Value>;
  readonly close: () => Promise<void>;
};

async function openWindow(
  browser: Browser,
  server: PageServer,
  path: string,
  options: BrowserContextOptions = {},
): Promise<SandboxWindow> {
  const size = { width: 1280, height: 820 };
  const context = await browser.newContext({ viewport: size, locale: 'en-GB', ...options });
  const page = await context.newPage();
  const faults = faultsOf(page);
  await page.goto(`http://127.0.0.1:${server.port}${path}`);
  await page.waitForSelector('html[data-ready]');
  const message = (text: string): Locator =>
    page.locator('#scroll .message', { hasText: text }).last();
  return {
    page,
    faults,
    message,
    async type(text) {
      await page.locator('#compose').fill(text);
      await page.keyboard.press('Enter');
    },
    press: (text, button) => message(text).locator('.button', { hasText: button }).first().click(),
    async modal(title) {
      const modal = page.locator('dialog#modal[open]');
      await modal.locator('h2', { hasText: title }).waitFor();
      return modal;
    },
    async closeModal() {
      await page.keyboard.press('Escape');
      await page.locator('dialog#modal[open]').waitFor({ state: 'detached' });
    },
    async become(name) {
      await page.click('#you summary');
      await page.locator('#you a:not(.window)', { hasText: name }).click();
      await page.locator('#you summary', { hasText: name }).waitFor();
    },
    says: (script) => page.evaluate(script),
    close: () => context.close(),
  };
}

/** Collects what goes wrong in a page: in its script, and in what it asks for. */
function faultsOf(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  page.on('response', (response) => {
    if (response.ok() || response.status() === 302) return;
    faults.push(`${response.status()} ${response.url()} ${response.request().postData() ?? ''}`);
  });
  return faults;
}
