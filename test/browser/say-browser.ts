import { browserPath } from '../support/browser.ts';

/** Says once, before the browser tests, whether there is a browser to run them in. */
export function setup(): void {
  const path = browserPath();
  const line =
    path === undefined
      ? 'The browser tests are skipped: no Chromium here (install it, or set CHROMIUM_PATH).'
      : `The browser tests run in ${path}`;
  process.stdout.write(`${line}\n`);
}
