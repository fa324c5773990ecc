import {
  type Fields,
  flag,
  integer,
  list,
  may,
  maybeEmpty,
  need,
  object,
  oneOf,
  rich,
  string,
} from './shape.ts';

const style = may(
  object({
    bold: may(flag),
    code: may(flag),
    italic: may(flag),
    strike: may(flag),
    underline: may(flag),
  }),
);
const INLINE = [
  'broadcast',
  'color',
  'channel',
  'date',
  'emoji',
  'link',
  'team',
  'text',
  'user',
  'usergroup',
];
const inline = need(list(rich(...INLINE), 'rich_text_elements', 0));
const border = may(integer());

/** The parts of rich text, by type. */
export const RICH_TEXT: Readonly<Record<string, Fields>> = {
  rich_text_section: { elements: inline },
  rich_text_quote: { elements: inline, border },
  rich_text_preformatted: {
    elements: need(list(rich('text', 'link'), 'rich_text_elements', 0)),
    border,
    language: may(string()),
  },
  rich_text_list: {
    elements: need(list(rich('rich_text_section'), 'rich_text_elements', 0)),
    style: need(oneOf('bullet', 'ordered')),
    indent: may(integer()),
    offset: may(integer()),
    border,
  },
  broadcast: { range: need(oneOf('here', 'channel', 'everyone')), style },
  color: { value: need(string()), style },
  channel: { channel_id: need(string()), style },
  date: {
    timestamp: need(integer()),
    format: need(string()),
    url: may(string()),
    fallback: may(string()),
    style,
  },
  emoji: { name: need(string()), unicode: may(string()), url: may(string()), style },
  link: { url: need(string('button_url')), text: may(string()), unsafe: may(flag), style },
  team: { team_id: need(string()), style },
  text: { text: need(maybeEmpty('message_blocks_characters')), style },
  user: { user_id: need(string()), style },
  usergroup: { usergroup_id: need(string()), style },
};
