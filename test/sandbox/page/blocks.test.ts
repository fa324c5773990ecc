import { describe, expect, test } from 'vitest';
import { blocks } from '../../../src/sandbox/page/blocks.ts';
import { ELEMENTS } from '../../../src/sandbox/slack/blocks/element-shapes.ts';
import { BLOCKS } from '../../../src/sandbox/slack/blocks/block-shapes.ts';
import type { JsonObject } from '../../../src/sandbox/slack/json.ts';
import { ana, EVIL } from './reader.ts';

const setting = {
  reader: ana,
  prefix: 'V1',
  values: undefined,
  errors: {},
  headingLevel: 2,
} as const;
const drawn = async (...list: JsonObject[]): Promise<string> =>
  (await blocks(list, setting)).toString();

/** The same without the blanks between tags. */
const bare = async (...list: JsonObject[]): Promise<string> =>
  (await drawn(...list)).replaceAll(/>\s+</g, '><');

const plain = (text: string): JsonObject => ({ type: 'plain_text', text });
const marked = (text: string): JsonObject => ({
  type: 'mrkdwn',
  text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
});
const options = [{ text: plain(EVIL), value: EVIL, description: plain(EVIL) }];
const confirm = {
  title: plain(EVIL),
  text: marked(EVIL),
  confirm: plain('Yes'),
  deny: plain('No'),
};

/** One of every element, with a dangerous text wherever a text can stand. */
const EVERY_ELEMENT: Readonly<Record<string, JsonObject>> = {
  button: { text: plain(EVIL), value: EVIL, confirm, accessibility_label: EVIL },
  overflow: { options, confirm },
  image: { alt_text: EVIL, image_url: 'https://example.org/x.png' },
  checkboxes: { options, initial_options: options },
  radio_buttons: { options, initial_option: options[0] },
  static_select: { options, placeholder: plain(EVIL) },
  multi_static_select: { options, placeholder: plain(EVIL) },
  users_select: { placeholder: plain(EVIL), initial_user: 'UEVIL' },
  multi_users_select: { placeholder: plain(EVIL), initial_users: ['UEVIL'] },
  channels_select: { placeholder: plain(EVIL) },
  multi_channels_select: { placeholder: plain(EVIL) },
  conversations_select: { placeholder: plain(EVIL) },
  multi_conversations_select: { placeholder: plain(EVIL) },
  datepicker: { initial_date: '2026-06-01', placeholder: plain(EVIL) },
  timepicker: { initial_time: '09:30', placeholder: plain(EVIL) },
  datetimepicker: { initial_date_time: 1_774_000_000 },
  plain_text_input: { initial_value: EVIL, placeholder: plain(EVIL) },
  email_text_input: { initial_value: EVIL, placeholder: plain(EVIL) },
  url_text_input: { initial_value: EVIL, placeholder: plain(EVIL) },
  number_input: { is_decimal_allowed: false, initial_value: '3', placeholder: plain(EVIL) },
  rich_text_input: { initial_value: richText(EVIL), placeholder: plain(EVIL) },
};
/** The bot has no menus that ask it for options while somebody types. */
const NOT_DRAWN = ['external_select', 'multi_external_select'];

describe('blocks', () => {
  test('every element that the pretend Slack takes is drawn, or is known not to be', () => {
    const known = [...Object.keys(EVERY_ELEMENT), ...NOT_DRAWN].toSorted();
    expect(known).toEqual(Object.keys(ELEMENTS).toSorted());
  });

  test.each(Object.keys(EVERY_ELEMENT))('%s is drawn, and lets no markup in', async (type) => {
    const element = { type, action_id: 'a', ...EVERY_ELEMENT[type] };
    const html = await drawn(
      { type: 'actions', block_id: 'b1', elements: [element] },
      { type: 'section', block_id: 'b2', text: marked(EVIL), accessory: element },
      { type: 'input', block_id: 'b3', label: plain(EVIL), hint: plain(EVIL), element },
    );
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
    expect(quotesAreWhole(html)).toBe(true);
  });

  test.each(Object.keys(BLOCKS))('the block %s is drawn, and lets no markup in', async (type) => {
    const content: Readonly<Record<string, JsonObject>> = {
      section: { text: marked(EVIL), fields: [marked(EVIL), plain(EVIL)] },
      actions: { elements: [{ type: 'button', action_id: 'a', text: plain(EVIL) }] },
      context: { elements: [marked(EVIL), plain(EVIL)] },
      header: { text: plain(EVIL) },
      input: { label: plain(EVIL), element: { type: 'plain_text_input', action_id: 'a' } },
      image: { alt_text: EVIL },
      markdown: { text: EVIL },
      rich_text: richText(EVIL),
    };
    const html = await drawn({ type, block_id: 'b', ...content[type] });
    expect(html).not.toContain('class="unknown"');
    expect(html).not.toContain('<script');
    expect(html).not.toBe('');
  });

  test('an unknown block is an error box that shows it, never nothing', async () => {
    const html = await drawn({ type: 'hologram', text: EVIL });
    expect(html).toContain('The sandbox cannot draw this block: hologram');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script');
  });

  test.each(NOT_DRAWN)('an element that cannot be drawn (%s) is an error box', async (type) => {
    const element = { type, action_id: 'a' };
    const html = await drawn({ type: 'actions', block_id: 'b', elements: [element] });
    expect(html).toContain(`The sandbox cannot draw this element: ${type}`);
  });

  test('an error stands under its field and is tied to it', async () => {
    const element = { type: 'plain_text_input', action_id: 'a' };
    const block = { type: 'input', block_id: 'why', label: plain('Why'), element };
    const html = (await blocks([block], { ...setting, errors: { why: EVIL } })).toString();
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="V1-why-a-error"');
    expect(html).toContain('id="V1-why-a-error">&lt;script&gt;');
  });

  test('what was typed is shown again', async () => {
    const element = { type: 'plain_text_input', action_id: 'a' };
    const block = { type: 'input', block_id: 'why', label: plain('Why'), element };
    const values = { why: { a: { type: 'plain_text_input', value: 'because' } } };
    const html = (await blocks([block], { ...setting, values })).toString();
    expect(html).toContain('value="because"');
  });

  test('rich text keeps its lists, quotes, code, mentions and dates', async () => {
    const html = await bare({
      type: 'rich_text',
      elements: [
        list('bullet', 0, 'one'),
        list('bullet', 1, 'deeper'),
        { ...list('ordered', 0, 'third'), offset: 2 },
        { type: 'rich_text_quote', elements: [{ type: 'text', text: 'said' }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'x = 1' }] },
        {
          type: 'rich_text_section',
          elements: [
            { type: 'user', user_id: 'UANA' },
            { type: 'text', text: 'loud', style: { bold: true, italic: true } },
            { type: 'link', url: 'https://example.org', text: 'there' },
            { type: 'date', timestamp: 1_773_828_000, format: '{date_num}' },
          ],
        },
      ],
    });
    expect(html).toContain('<ul class="depth-0"><li>one</li></ul>');
    expect(html).toContain('<ul class="depth-1"><li>deeper</li></ul>');
    expect(html).toContain('<ol class="depth-0" start="3"><li>third</li></ol>');
    expect(html).toContain('<blockquote>said</blockquote>');
    expect(html).toContain('<pre><code>x = 1</code></pre>');
    expect(html).toContain('@Ana Ortiz');
    expect(html).toContain('<em><strong>loud</strong></em>');
    expect(html).toContain('>there</a>');
    expect(html).toContain('>2026-03-18</time>');
  });
});

function richText(text: string): JsonObject {
  const elements = [{ type: 'text', text }];
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

function list(style: string, indent: number, text: string): JsonObject {
  const item = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: 'rich_text_list', style, indent, elements: [item] };
}

/** No tag is cut short by a quote that came out of a text. */
function quotesAreWhole(html: string): boolean {
  const bare = html.replaceAll(/="[^"]*"/g, '').replaceAll(/>[^<]*</g, '><');
  return !bare.includes('"');
}
