import { describe, expect, test } from 'vitest';
import { documentOfMessage } from '../../src/slack/message-text.ts';
import { asksForHelp, plainTypedText } from '../../src/slack/typed-text.ts';

test.each([
  ['Open &lt;soon&gt; &amp; often', 'Open <soon> & often'],
  ['&amp;lt; stays what was typed', '&lt; stays what was typed'],
  ['Ask <@U1|ben> and <@U2>', 'Ask @ben and @U2'],
  ['See <#C1|rota> or <#C2|> or <#C3>', 'See #rota or #C2 or #C3'],
  ['<https://a.example>', 'https://a.example'],
  ['<https://a.example|a.example>', 'a.example'],
  ['<https://a.example|our plan>', 'our plan (https://a.example)'],
  ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
  ['<!here> and <!subteam^S1|@care> and <!subteam^S2>', '@here and @care and @subteam'],
  ['', ''],
])('%s was typed as %s', (sent, typed) => {
  expect(plainTypedText(sent)).toBe(typed);
});

test.each([
  ['help', true],
  [' HELP ', true],
  ['?', true],
  ['help the bakers', false],
  ['', false],
])('“%s” asks for help: %s', (text, asks) => {
  expect(asksForHelp(text)).toBe(asks);
});

describe('a message', () => {
  const richText = {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'Bake on Sunday' }] },
        ],
      },
    ],
  };

  test('keeps its formatting', () => {
    const document = documentOfMessage({ text: 'ignored', blocks: [richText] });
    expect(document.paragraphs).toEqual([
      { kind: 'bullet', indent: 0, spans: [{ text: 'Bake on Sunday' }] },
    ]);
  });

  test('without formatted text is read as plain text', () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'x' } }, 'nonsense', null];
    const document = documentOfMessage({ text: 'Bake &amp; rest\n• on Sunday', blocks });
    expect(document.paragraphs).toEqual([
      { kind: 'paragraph', indent: 0, spans: [{ text: 'Bake & rest' }] },
      { kind: 'bullet', indent: 0, spans: [{ text: 'on Sunday' }] },
    ]);
  });
});
