import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds on a page, one line each. The page has to be open with `bypassCSP`. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.waitForFunction('Number(document.body.dataset.busy ?? 0) === 0');
  await page.addScriptTag({ path: AXE });
  const results = await page.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}
