import { RICH_TEXT } from './rich-text-shapes.ts';
import {
  type Fields,
  type Shape,
  anyText,
  element,
  flag,
  list,
  may,
  need,
  object,
  plain,
  rich,
  string,
} from './shape.ts';

export type Surface = 'message' | 'modal' | 'home';

const SELECTS = ['static', 'external', 'users', 'conversations', 'channels'].flatMap((kind) => [
  `${kind}_select`,
  `multi_${kind}_select`,
]);
const CHOICES = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker', ...SELECTS];

/** What may stand in an actions block, beside a section, and in an input. */
const IN_ACTIONS = ['button', 'overflow', 'datetimepicker', 'rich_text_input', ...CHOICES];
const BESIDE_SECTION = ['button', 'overflow', 'image', ...CHOICES];
const IN_INPUT = [
  'plain_text_input',
  'rich_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'datetimepicker',
  ...CHOICES,
];

const blockId = { block_id: may(string('block_id')) };
const richText: Fields = {
  ...blockId,
  elements: need(
    list(
      rich('rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'),
      'rich_text_elements',
      0,
    ),
  ),
};

/** The blocks, by type. A type that is not here is refused. */
export const BLOCKS: Readonly<Record<string, Fields>> = {
  section: {
    ...blockId,
    text: may(anyText('section_text')),
    fields: may(list(anyText('section_field_text'), 'section_fields')),
    accessory: may(element(...BESIDE_SECTION)),
    expand: may(flag),
  },
  actions: { ...blockId, elements: need(list(element(...IN_ACTIONS), 'actions_elements')) },
  context: {
    ...blockId,
    elements: need(list(element('image', 'plain_text', 'mrkdwn'), 'context_elements')),
  },
  header: { ...blockId, text: need(plain('header_text')) },
  divider: { ...blockId },
  input: {
    ...blockId,
    label: need(plain('input_label')),
    hint: may(plain('input_hint')),
    optional: may(flag),
    dispatch_action: may(flag),
    element: need(element(...IN_INPUT)),
  },
  image: {
    ...blockId,
    alt_text: need(string('image_alt_text')),
    title: may(plain('image_title')),
    image_url: may(string('image_url')),
    slack_file: may(object({ id: may(string()), url: may(string()) }, 1)),
  },
  markdown: { ...blockId, text: need(string('markdown_characters')) },
  rich_text: richText,
};

/** Rich text by type, with the whole block among it for rich_text_input's initial value. */
export const RICH: Readonly<Record<string, Fields>> = { ...RICH_TEXT, rich_text: richText };

/** Which blocks each surface takes. */
export const ON_SURFACE: Readonly<Record<Surface, readonly string[]>> = {
  message: Object.keys(BLOCKS),
  modal: Object.keys(BLOCKS).filter((type) => type !== 'markdown'),
  home: Object.keys(BLOCKS).filter((type) => type !== 'markdown'),
};

/** A view around its blocks. */
export const VIEWS: Readonly<Record<Exclude<Surface, 'message'>, Fields>> = {
  modal: {
    title: need(plain('modal_title')),
    submit: may(plain('modal_submit')),
    close: may(plain('modal_close')),
    clear_on_close: may(flag),
    notify_on_close: may(flag),
    ...viewFields('modal_blocks'),
  },
  home: viewFields('home_blocks'),
};

function viewFields(limit: 'modal_blocks' | 'home_blocks'): Fields {
  const kind = limit === 'modal_blocks' ? 'modal' : 'home';
  const block: Shape = { kind: 'typed', of: 'block', among: ON_SURFACE[kind] };
  return {
    blocks: need(list(block, limit, 0)),
    private_metadata: may({ kind: 'string', limit: 'private_metadata', mayBeEmpty: true }),
    callback_id: may({ kind: 'string', limit: 'callback_id', mayBeEmpty: true }),
    external_id: may({ kind: 'string', limit: 'external_id', mayBeEmpty: true }),
  };
}
