import { assert, asyncProperty, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mrkdwn } from '../../../src/sandbox/page/mrkdwn.ts';
import { ana } from './reader.ts';

const shown = async (text: string): Promise<string> => (await mrkdwn(text, ana)).toString();

describe('mrkdwn', () => {
  test.each([
    [
      '*bold* and _slanted_ and ~gone~',
      '<strong>bold</strong> and <em>slanted</em> and <s>gone</s>',
    ],
    ['*bold with _both_*', '<strong>bold with <em>both</em></strong>'],
    ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
    ['`*not bold*`', '<code>*not bold*</code>'],
    ['one\ntwo', 'one<br />two'],
    ['&lt;b&gt; &amp; more', '&lt;b&gt; &amp; more'],
    ['&gt; quoted\nafter', '<blockquote>quoted</blockquote>after'],
    ['```\na *b*\n```', '<pre><code>a *b*</code></pre>'],
    ['<@UANA>', '<span class="mention you">@Ana Ortiz</span>'],
    ['<@UNOBODY>', '<span class="mention">@someone</span>'],
    ['<#CWILLOW|willow-team>', '<span class="mention">#willow-team</span>'],
    ['<#CSECRET|>', '<span class="mention">a private channel</span>'],
    ['<!here>', '<span class="mention">@here</span>'],
  ])('shows %s', async (text, expected) => {
    expect(await shown(text)).toBe(expected);
  });

  test('an address of the web is a link that opens elsewhere', async () => {
    expect(await shown('<https://example.org/a?b=1&amp;c=2|there>')).toBe(
      '<a href="https://example.org/a?b=1&amp;c=2" target="_blank" rel="noreferrer">there</a>',
    );
  });

  test('an address of the workspace leads to its place in the page', async () => {
    expect(await shown('<https://willow-bank.slack.com/x|the card>')).toBe(
      '<a href="/ana/CWILLOW">the card</a>',
    );
  });

  test('an address that would run a script is text', async () => {
    expect(await shown('<javascript:alert(1)|press me>')).toBe('press me');
  });

  test('a date is shown by the clock of the reader', async () => {
    const at = Date.UTC(2026, 2, 31, 16, 0) / 1000;
    const token = `<!date^${at}^{date_num} {time}|31 March, 16:00 UTC>`;
    expect(await shown(token)).toContain('>2026-03-31 17:00</time>');
    const stockholm = (await mrkdwn(token, { ...ana, zone: 'Europe/Stockholm' })).toString();
    expect(stockholm).toContain('>2026-03-31 18:00</time>');
  });

  test('a near day is called by its name', async () => {
    const tomorrow = Date.UTC(2026, 2, 19, 17, 0) / 1000;
    expect(await shown(`<!date^${tomorrow}^{date_short_pretty} {time}|x>`)).toContain(
      'tomorrow 17:00',
    );
  });

  test('a name cannot become markup', async () => {
    expect(await shown('<@UEVIL>')).not.toContain('<script');
  });

  test('whatever is typed, only the tags of the page come out', async () => {
    const own = /<\/?(?:strong|em|s|code|pre|br|blockquote|span|a|time)(?: [^<>]*)?>/g;
    await assert(
      asyncProperty(string({ unit: 'binary' }), async (text) => {
        expect((await shown(text)).replaceAll(own, '')).not.toContain('<');
      }),
    );
  });
});
