/**
 * Slack's limits once more, written down apart from the program's own table, and a measure that
 * names every place where blocks, a message or a view break one. Everything that a view can
 * produce is to be measured with it.
 */
type Json = Readonly<Record<string, unknown>>;

const ELEMENT_TEXT = 75;
const HALF_ENTITY = /&(?!amp;|lt;|gt;)/u;
const LONE_SURROGATE = /\p{Surrogate}/u;
const REORDERING = /[\u202A-\u202E]/u;

/** Every limit that a message breaks, as readable lines; none where Slack would take it. */
export function problemsOfMessage(message: {
  readonly text: string;
  readonly blocks: readonly unknown[];
}): string[] {
  const { text, blocks } = message;
  const characters = texts(blocks).join('').length;
  return [
    ...(text.length > 4000 ? [`text: ${text.length} characters`] : []),
    ...markupProblems(text, 'text'),
    ...(blocks.length > 50 ? [`${blocks.length} blocks`] : []),
    ...(characters > 13_200 ? [`${characters} characters in blocks`] : []),
    ...problemsOfBlocks(blocks),
  ];
}

/** Every limit that a modal or Home breaks. */
export function problemsOfView(view: unknown): string[] {
  const json = asJson(view);
  const blocks = listIn(json, 'blocks');
  const bytes = Buffer.byteLength(JSON.stringify(view));
  const isForm = blocks.some((block) => asJson(block)['type'] === 'input');
  return [
    ...(bytes > 250_000 ? [`${bytes} bytes`] : []),
    ...(blocks.length > 100 ? [`${blocks.length} blocks`] : []),
    ...(isForm && !json['submit'] ? ['input without submit'] : []),
    ...(stringIn(json, 'private_metadata').length > 3000 ? ['private_metadata'] : []),
    ...(stringIn(json, 'callback_id').length > 255 ? ['callback_id'] : []),
    ...['title', 'submit', 'close'].flatMap((name) => textProblems(json[name], 24, name, 'plain')),
    ...problemsOfBlocks(blocks),
  ];
}

/** Every limit that blocks break by themselves. */
export function problemsOfBlocks(blocks: readonly unknown[]): string[] {
  return blocks.flatMap((block, index) => {
    const json = asJson(block);
    const at = `blocks[${index}] ${String(json['type'])}`;
    const measure = BLOCKS[String(json['type'])];
    return measure ? [...measure(json, at), ...idProblems(json, at)] : [`${at}: unknown`];
  });
}

const BLOCKS: Readonly<Record<string, (block: Json, at: string) => string[]>> = {
  header: (block, at) => textProblems(block['text'], 150, at, 'plain'),
  divider: () => [],
  section: (block, at) => [
    ...textProblems(block['text'], 3000, at),
    ...sized(block, 'fields', 10, at).flatMap((each) => textProblems(each, 2000, at)),
    ...overfull(block, 'fields', 10, at),
    ...(block['text'] || block['fields'] ? [] : [`${at}: neither text nor fields`]),
    ...(block['accessory'] ? elementProblems(block['accessory'], at) : []),
  ],
  context: (block, at) => [
    ...overfull(block, 'elements', 10, at),
    ...sized(block, 'elements', 10, at).flatMap((each) => textProblems(each, 2000, at)),
  ],
  actions: (block, at) => [
    ...overfull(block, 'elements', 25, at),
    ...sized(block, 'elements', 25, at).flatMap((each) => elementProblems(each, at)),
  ],
  input: (block, at) => [
    ...textProblems(block['label'], 2000, at, 'plain'),
    ...textProblems(block['hint'], 2000, at, 'plain'),
    ...elementProblems(block['element'], at),
  ],
  rich_text: (block, at) => [
    ...overfull(block, 'elements', 3000, at),
    ...texts(block).flatMap((text) => plainProblems(text, at)),
    ...emptyTexts(block).map(() => `${at}: empty text`),
  ],
};

const OPTIONS_MAX: Readonly<Record<string, number>> = {
  overflow: 5,
  radio_buttons: 10,
  checkboxes: 10,
  static_select: 100,
};

function elementProblems(element: unknown, at: string): string[] {
  const json = asJson(element);
  const where = `${at} ${String(json['type'])}`;
  const confirm = asJson(json['confirm']);
  return [
    ...idProblems(json, where),
    ...(json['type'] === 'button' ? textProblems(json['text'], ELEMENT_TEXT, where, 'plain') : []),
    ...longer(json, 'value', 2000, where),
    ...longer(json, 'url', 3000, where),
    ...longer(json, 'accessibility_label', ELEMENT_TEXT, where),
    ...longer(json, 'initial_value', 3000, where),
    ...textProblems(json['placeholder'], 150, where, 'plain'),
    ...textProblems(confirm['title'], 100, where, 'plain'),
    ...textProblems(confirm['text'], 300, where),
    ...textProblems(confirm['confirm'], 30, where, 'plain'),
    ...textProblems(confirm['deny'], 30, where, 'plain'),
    ...(json['options']
      ? overfull(json, 'options', OPTIONS_MAX[String(json['type'])] ?? 0, where)
      : []),
    ...listIn(json, 'options').flatMap((each) => optionProblems(asJson(each), where)),
  ];
}

function optionProblems(option: Json, at: string): string[] {
  return [
    ...textProblems(option['text'], ELEMENT_TEXT, at, 'plain'),
    ...textProblems(option['description'], ELEMENT_TEXT, at, 'plain'),
    ...longer(option, 'value', ELEMENT_TEXT, at),
  ];
}

function textProblems(text: unknown, max: number, at: string, only?: 'plain'): string[] {
  if (text === undefined) return [];
  const json = asJson(text);
  const said = stringIn(json, 'text');
  const isPlain = json['type'] === 'plain_text';
  return [
    ...(said.trim() === '' ? [`${at}: empty text`] : []),
    ...(said.length > max ? [`${at}: ${said.length} of ${max} characters`] : []),
    ...(only && !isPlain ? [`${at}: not plain text`] : []),
    ...(isPlain && json['emoji'] !== false ? [`${at}: emoji codes are read`] : []),
    ...(!isPlain && json['verbatim'] !== true ? [`${at}: not verbatim`] : []),
    ...(isPlain ? plainProblems(said, at) : markupProblems(said, at)),
  ];
}

function plainProblems(text: string, at: string): string[] {
  return [
    ...(LONE_SURROGATE.test(text) ? [`${at}: half a surrogate pair`] : []),
    ...(REORDERING.test(text) ? [`${at}: re-orders what is around it`] : []),
  ];
}

function markupProblems(text: string, at: string): string[] {
  const opened = text.replaceAll(/<[^<>]*>/gu, '');
  return [
    ...plainProblems(text, at),
    ...(HALF_ENTITY.test(text) ? [`${at}: half an entity`] : []),
    ...(/[<>]/u.test(opened) ? [`${at}: half of some markup`] : []),
    ...(/<!(?!date\^)|<@S/u.test(text) ? [`${at}: calls a group`] : []),
  ];
}

function idProblems(json: Json, at: string): string[] {
  return ['action_id', 'block_id'].flatMap((name) => longer(json, name, 255, at));
}

function longer(json: Json, name: string, max: number, at: string): string[] {
  const value = json[name];
  return typeof value === 'string' && value.length > max ? [`${at}: ${name} ${value.length}`] : [];
}

function overfull(json: Json, name: string, max: number, at: string): string[] {
  if (json[name] === undefined) return [];
  const { length } = listIn(json, name);
  return length > max || length === 0 ? [`${at}: ${length} ${name}`] : [];
}

function sized(json: Json, name: string, max: number, at: string): readonly unknown[] {
  return overfull(json, name, max, at).length > 0 ? [] : listIn(json, name);
}

function texts(content: unknown): string[] {
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([name, value]) => {
    return typeof value === 'string' && name !== 'type' ? [value] : texts(value);
  });
}

function emptyTexts(content: unknown): string[] {
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([name, value]) => {
    return name === 'text' && value === '' ? [value] : emptyTexts(value);
  });
}

function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function listIn(json: Json, name: string): readonly unknown[] {
  const value = json[name];
  return Array.isArray(value) ? value : [];
}

function stringIn(json: Json, name: string): string {
  const value = json[name];
  return typeof value === 'string' ? value : '';
}
