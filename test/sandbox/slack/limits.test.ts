import { describe, expect, it } from 'vitest';
import { checkMessage, checkView } from '../../../src/sandbox/slack/blocks/check.ts';
import { LIMITS, type LimitName } from '../../../src/sandbox/slack/blocks/limits.ts';
import type { Json, JsonObject } from '../../../src/sandbox/slack/json.ts';

const of = (length: number): string => 'x'.repeat(length);
const plain = (length: number): JsonObject => ({ type: 'plain_text', text: of(length) });
const mrkdwn = (length: number): JsonObject => ({ type: 'mrkdwn', text: of(length) });
const times = (count: number, make: (place: number) => Json): Json[] =>
  Array.from({ length: count }, (_each, place) => make(place));
const opt = (place: number): JsonObject => ({ text: plain(3), value: `v${place}` });
const button = (more: JsonObject = {}): JsonObject => ({ type: 'button', text: plain(3), ...more });
const actions = (...elements: Json[]): JsonObject[] => [{ type: 'actions', elements }];
const section = (more: JsonObject): JsonObject[] => [{ type: 'section', ...more }];
const select = (more: JsonObject): JsonObject[] => actions({ type: 'static_select', ...more });
const input = (element: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'input',
  label: plain(3),
  element,
  ...more,
});
const textInput = (more: JsonObject = {}): JsonObject => ({ type: 'plain_text_input', ...more });
const modal = (more: JsonObject): JsonObject => ({
  type: 'modal',
  title: plain(3),
  submit: plain(3),
  blocks: [],
  ...more,
});
const home = (more: JsonObject): JsonObject => ({ type: 'home', blocks: [], ...more });
const confirm = (more: JsonObject): JsonObject[] =>
  actions(button({ confirm: { text: plain(3), ...more } }));
const divider = (): JsonObject => ({ type: 'divider' });
const image = (more: JsonObject): JsonObject[] => [
  { type: 'image', alt_text: 'x', image_url: 'https://example.com/x', ...more },
];

/** Builds something of exactly `size`; Slack takes it at the limit and refuses it one beyond. */
type Builder =
  { readonly blocks: (size: number) => Json[] } | { readonly view: (size: number) => JsonObject };
const TABLE: Record<Exclude<LimitName, Unchecked>, Builder> = {
  message_blocks: { blocks: (size) => times(size, divider) },
  message_blocks_characters: {
    blocks: (size) => [
      ...times(Math.floor(size / 3000), () => ({ type: 'section', text: mrkdwn(3000) })),
      { type: 'section', text: mrkdwn(size % 3000) },
    ],
  },
  modal_blocks: { view: (size) => modal({ blocks: times(size, divider) }) },
  modal_title: { view: (size) => modal({ title: plain(size) }) },
  modal_submit: { view: (size) => modal({ submit: plain(size) }) },
  modal_close: { view: (size) => modal({ close: plain(size) }) },
  home_blocks: { view: (size) => home({ blocks: times(size, divider) }) },
  private_metadata: { view: (size) => modal({ private_metadata: of(size) }) },
  callback_id: { view: (size) => modal({ callback_id: of(size) }) },
  external_id: { view: (size) => modal({ external_id: of(size) }) },
  block_id: { blocks: (size) => [{ type: 'divider', block_id: of(size) }] },
  action_id: { blocks: (size) => actions(button({ action_id: of(size) })) },
  section_text: { blocks: (size) => section({ text: mrkdwn(size) }) },
  section_fields: { blocks: (size) => section({ fields: times(size, () => mrkdwn(1)) }) },
  section_field_text: { blocks: (size) => section({ fields: [mrkdwn(size)] }) },
  header_text: { blocks: (size) => [{ type: 'header', text: plain(size) }] },
  context_elements: {
    blocks: (size) => [{ type: 'context', elements: times(size, () => mrkdwn(1)) }],
  },
  context_text: { blocks: (size) => [{ type: 'context', elements: [mrkdwn(size)] }] },
  actions_elements: { blocks: (size) => actions(...times(size, () => button())) },
  markdown_characters: { blocks: (size) => [{ type: 'markdown', text: of(size) }] },
  input_label: { view: (size) => modal({ blocks: [input(textInput(), { label: plain(size) })] }) },
  input_hint: { view: (size) => modal({ blocks: [input(textInput(), { hint: plain(size) })] }) },
  image_alt_text: { blocks: (size) => image({ alt_text: of(size) }) },
  image_title: { blocks: (size) => image({ title: plain(size) }) },
  image_url: { blocks: (size) => image({ image_url: of(size) }) },
  placeholder: { blocks: (size) => select({ placeholder: plain(size), options: [opt(1)] }) },
  button_text: { blocks: (size) => actions(button({ text: plain(size) })) },
  button_value: { blocks: (size) => actions(button({ value: of(size) })) },
  button_url: { blocks: (size) => actions(button({ url: of(size) })) },
  accessibility_label: { blocks: (size) => actions(button({ accessibility_label: of(size) })) },
  option_text: { blocks: (size) => select({ options: [{ text: plain(size), value: 'v' }] }) },
  option_description: {
    blocks: (size) => select({ options: [{ ...opt(1), description: plain(size) }] }),
  },
  option_value: { blocks: (size) => select({ options: [{ text: plain(1), value: of(size) }] }) },
  option_url: {
    blocks: (size) => actions({ type: 'overflow', options: [{ ...opt(1), url: of(size) }] }),
  },
  option_group_label: {
    blocks: (size) => select({ option_groups: [{ label: plain(size), options: [opt(1)] }] }),
  },
  choice_options: {
    blocks: (size) => actions({ type: 'radio_buttons', options: times(size, opt) }),
  },
  select_options: { blocks: (size) => select({ options: times(size, opt) }) },
  select_option_groups: {
    blocks: (size) =>
      select({ option_groups: times(size, () => ({ label: plain(1), options: [opt(1)] })) }),
  },
  overflow_options: { blocks: (size) => actions({ type: 'overflow', options: times(size, opt) }) },
  confirm_title: { blocks: (size) => confirm({ title: plain(size) }) },
  confirm_text: { blocks: (size) => confirm({ text: plain(size) }) },
  confirm_button: { blocks: (size) => confirm({ confirm: plain(size), deny: plain(size) }) },
  plain_text_input: {
    view: (size) => modal({ blocks: [input(textInput({ max_length: size }))] }),
  },
  rich_text_elements: {
    blocks: (size) => [
      {
        type: 'rich_text',
        elements: times(size, () => ({ type: 'rich_text_section', elements: [] })),
      },
    ],
  },
  selected_items: {
    blocks: (size) =>
      actions({ type: 'multi_users_select', initial_users: times(size, (each) => `U${each}`) }),
  },
};
/** These are held by the methods, not by the check of blocks; their tests are with the methods. */
type Unchecked =
  'message_attachments' | 'message_metadata' | 'post_text' | 'update_text' | 'view_bytes';

const problemsOf = (builder: Builder, size: number): ReturnType<typeof checkMessage> =>
  'view' in builder ? checkView(builder.view(size)) : checkMessage(builder.blocks(size));

describe('the table of limits', () => {
  it.each(Object.entries(TABLE))('holds for %s', (name, builder) => {
    const limit = Object.entries(LIMITS).find(([key]) => key === name)?.[1] ?? 0;
    expect(problemsOf(builder, limit)).toEqual([]);
    const problems = problemsOf(builder, limit + 1);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem.pointer).toMatch(/^\/(blocks|view)/);
  });

  it('points at the very place', () => {
    const blocks = [divider(), { type: 'header', text: plain(151) }];
    expect(checkMessage(blocks)).toEqual([
      {
        code: 'invalid_blocks',
        message: 'must be less than 151 characters',
        pointer: '/blocks/1/text/text',
      },
    ]);
  });
});

const refused = (blocks: Json[]): string =>
  checkMessage(blocks)
    .map((problem) => `${problem.message} ${problem.pointer}`)
    .join('\n');
const refusedView = (view: JsonObject): string =>
  checkView(view)
    .map((problem) => `${problem.message} ${problem.pointer}`)
    .join('\n');

describe('a message is refused', () => {
  it.each<[string, Json[], string]>([
    ['with no blocks in a list', [], 'at least 1'],
    ['with an unknown block', [{ type: 'hologram' }], 'unsupported type: hologram /blocks/0/type'],
    ['with an unknown field', [{ type: 'divider', glow: true }], 'additional property: glow'],
    ['with an unknown element', actions({ type: 'lever' }), 'unsupported type: lever'],
    ['with an input where it may not stand', actions(textInput()), 'unsupported type'],
    ['with a mrkdwn header', [{ type: 'header', text: mrkdwn(3) }], 'must be one of plain_text'],
    ['with a mrkdwn button', actions(button({ text: mrkdwn(3) })), 'must be one of plain_text'],
    ['with an empty text', section({ text: mrkdwn(0) }), 'more than 0 characters'],
    [
      'with a field of the wrong kind of text',
      section({ text: { ...mrkdwn(1), emoji: true } }),
      'emoji',
    ],
    ['with a section of nothing', section({}), 'must have text or fields'],
    ['with an image of nowhere', [{ type: 'image', alt_text: 'x' }], 'exactly one of image_url'],
    ['with an image that says nothing', image({ alt_text: '' }), 'more than 0'],
    ['with a menu of no options', select({}), 'exactly one of options'],
    ['with empty actions', actions(), 'at least 1'],
    ['with a style that is not there', actions(button({ style: 'loud' })), 'primary, danger'],
    [
      'with an option that was never offered',
      select({ options: [opt(1)], initial_option: opt(2) }),
      'one of the options',
    ],
    ['with a date that is none', actions({ type: 'datepicker', initial_date: '5 June' }), 'format'],
    ['with a time that is none', actions({ type: 'timepicker', initial_time: '25:00' }), 'format'],
    [
      'with a moment in milliseconds as text',
      actions({ type: 'datetimepicker', initial_date_time: '1' }),
      'whole',
    ],
    ['with an empty filter', actions({ type: 'conversations_select', filter: {} }), 'empty'],
    [
      'with the same action_id twice',
      [...actions(button({ action_id: 'a' })), ...actions(button({ action_id: 'a' }))],
      'duplicate action_id: a',
    ],
    [
      'with the same block_id twice',
      [
        { type: 'divider', block_id: 'b' },
        { type: 'divider', block_id: 'b' },
      ],
      'duplicate block_id: b',
    ],
    [
      'with more markdown than 12,000 characters together',
      [
        { type: 'markdown', text: of(6001) },
        { type: 'markdown', text: of(6000) },
      ],
      'no more than 12000',
    ],
    [
      'with rich text of unknown parts',
      [{ type: 'rich_text', elements: [{ type: 'x' }] }],
      'unsupported',
    ],
  ])('%s', (_name, blocks, message) => {
    expect(refused(blocks)).toContain(message);
  });
});

describe('a view is refused', () => {
  it.each<[string, JsonObject, string]>([
    ['without a title', { type: 'modal', blocks: [] }, 'missing required field: title'],
    ['without blocks', { type: 'home' }, 'missing required field: blocks'],
    ['of another kind', { type: 'popup', blocks: [] }, 'modal or home'],
    [
      'with an input and no submit',
      { type: 'modal', title: plain(3), blocks: [input(textInput())] },
      'submit',
    ],
    ['with markdown in it', modal({ blocks: [{ type: 'markdown', text: 'x' }] }), 'unsupported'],
    ['as a Home with a title', home({ title: plain(3) }), 'additional property: title'],
    [
      'with the same action_id twice in one block',
      modal({ blocks: actions(button({ action_id: 'a' }), button({ action_id: 'a' })) }),
      'duplicate action_id',
    ],
    [
      'with two places that want the focus',
      modal({
        blocks: [
          input(textInput({ focus_on_load: true })),
          input(textInput({ focus_on_load: true })),
        ],
      }),
      'focus_on_load',
    ],
    [
      'with an input that must be longer than it may be',
      modal({ blocks: [input(textInput({ min_length: 9, max_length: 3 }))] }),
      'min_length',
    ],
    ['with an input that is a button', modal({ blocks: [input(button())] }), 'unsupported'],
    [
      'with a number input that does not say whether it is whole',
      modal({ blocks: [input({ type: 'number_input' })] }),
      'is_decimal_allowed',
    ],
  ])('%s', (_name, view, message) => {
    expect(refusedView(view)).toContain(message);
  });

  it('but not for the same action_id in two blocks', () => {
    const twice = [...actions(button({ action_id: 'a' })), ...actions(button({ action_id: 'a' }))];
    expect(checkView(home({ blocks: twice }))).toEqual([]);
  });
});

it('takes every element that a form may hold', () => {
  const options = [opt(1)];
  const elements: JsonObject[] = [
    textInput({ multiline: true, max_length: 3000 }),
    { type: 'rich_text_input', initial_value: { type: 'rich_text', elements: [] } },
    { type: 'email_text_input' },
    { type: 'url_text_input' },
    { type: 'number_input', is_decimal_allowed: false, min_value: '1' },
    { type: 'checkboxes', options },
    { type: 'radio_buttons', options: [{ text: mrkdwn(3), value: 'v' }] },
    { type: 'static_select', option_groups: [{ label: plain(3), options }] },
    { type: 'multi_static_select', options, max_selected_items: 1 },
    { type: 'external_select', min_query_length: 0 },
    { type: 'users_select' },
    { type: 'multi_users_select', initial_users: [] },
    { type: 'conversations_select', filter: { include: ['public'] } },
    { type: 'channels_select', response_url_enabled: true },
    { type: 'datepicker', initial_date: '2026-06-05' },
    { type: 'timepicker', initial_time: '17:00', timezone: 'Europe/Madrid' },
    { type: 'datetimepicker', initial_date_time: 1_780_000_000 },
  ];
  expect(checkView(modal({ blocks: elements.map((each) => input(each)) }))).toEqual([]);
});
