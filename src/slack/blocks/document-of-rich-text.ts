import { z } from 'zod';
import { EMPTY_DOCUMENT, indentOf, normalised } from '../../core/document.ts';
import type { Document, Paragraph, ParagraphKind, Span } from '../../core/document.ts';
import { isLinkable } from '../../words/terms.ts';

/** How mentions read, where more is known than their ids. */
export type Names = {
  readonly member?: (id: string) => string;
  readonly channel?: (id: string) => string;
  readonly usergroup?: (id: string) => string;
};

/**
 * Reads what a rich text field holds. Broadcasts and user groups become plain text, so that they
 * can never call people again; members and channels keep their id beside the text. What this
 * release does not know is kept as its text. Never throws: what is no rich text reads as empty.
 */
export function documentOfRichText(block: unknown, names: Names = {}): Document {
  const { success, data } = nodeSchema.safeParse(block);
  if (!success) return EMPTY_DOCUMENT;
  return normalised({ paragraphs: nodesOf(data).flatMap((node) => paragraphsOf(node, names)) });
}

const text = z.string().optional().catch(undefined);
const count = z.number().catch(0);

/** Any part of a rich text: each field is there, or harmlessly absent. */
const nodeSchema = z.object({
  type: z.string().catch(''),
  elements: z.array(z.unknown()).catch([]),
  style: z
    .union([z.string(), z.record(z.string(), z.unknown())])
    .optional()
    .catch(undefined),
  indent: count,
  offset: count,
  text,
  url: text,
  name: text,
  unicode: text,
  user_id: text,
  usergroup_id: text,
  channel_id: text,
  team_id: text,
  range: text,
  value: text,
  fallback: text,
  timestamp: z.number().optional().catch(undefined),
});
type Node = z.infer<typeof nodeSchema>;

function nodesOf({ elements }: Node): Node[] {
  return elements.flatMap((element) => nodeSchema.safeParse(element).data ?? []);
}

const KINDS: Readonly<Record<string, ParagraphKind>> = {
  rich_text_quote: 'quote',
  rich_text_preformatted: 'code',
};

function paragraphsOf(node: Node, names: Names): Paragraph[] {
  if (node.type === 'rich_text_list') return listItemsOf(node, names);

  const kind = KINDS[node.type] ?? 'paragraph';
  const inlines = node.elements.length > 0 ? nodesOf(node) : node.text === undefined ? [] : [node];
  return linesOf(inlines, names).map((spans) => ({
    kind,
    indent: 0,
    spans: kind === 'code' ? spans.map(withoutStyle) : spans,
  }));
}

function listItemsOf(list: Node, names: Names): Paragraph[] {
  const indent = indentOf(list.indent);
  return nodesOf(list).map((item, index) => {
    // A line end inside an item would begin a paragraph between the items: it becomes a space.
    const spans = linesOf(nodesOf(item), names).flatMap((line, lineIndex) =>
      lineIndex > 0 ? [{ text: ' ' }, ...line] : line,
    );
    if (list.style !== 'ordered') return { kind: 'bullet', indent, spans };
    return { kind: 'numbered', indent, spans, number: list.offset + index + 1 };
  });
}

/** The spans of each line. A line end at the very end closes the last line and begins no other. */
function linesOf(inlines: readonly Node[], names: Names): Span[][] {
  const lines: Span[][] = [[]];
  for (const span of inlines.flatMap((inline) => spansOf(inline, names))) {
    const [first = '', ...rest] = span.text.split('\n');
    lines.at(-1)?.push({ ...span, text: first });
    lines.push(...rest.map((line) => [{ ...span, text: line }]));
  }
  const isClosed = lines.length > 1 && lines.at(-1)?.every((span) => span.text === '');
  return isClosed ? lines.slice(0, -1) : lines;
}

function spansOf(node: Node, names: Names): Span[] {
  const read = READERS[node.type] ?? readUnknown;
  if (read === readUnknown && node.elements.length > 0) {
    return nodesOf(node).flatMap((inner) => spansOf(inner, names));
  }
  return [{ ...styleOf(node), ...read(node, names) }];
}

const READERS: Readonly<Record<string, (node: Node, names: Names) => Span>> = {
  link: ({ url = '', text }) => {
    if (isLinkable(url)) return { text: text || url, link: url };
    return { text: text ? `${text} (${url})` : url };
  },
  emoji: ({ name = '', unicode }) => ({ text: emojiOf(unicode) ?? `:${name}:` }),
  user: ({ user_id: id = '' }, names) => ({ text: names.member?.(id) ?? `@${id}`, member: id }),
  channel: ({ channel_id: id = '' }, names) => ({
    text: names.channel?.(id) ?? `#${id}`,
    channel: id,
  }),
  usergroup: ({ usergroup_id: id = '' }, names) => ({ text: names.usergroup?.(id) ?? `@${id}` }),
  broadcast: ({ range = 'channel' }) => ({ text: `@${range}` }),
  date: ({ fallback, timestamp }) => ({ text: fallback ?? dateOf(timestamp) }),
  color: ({ value = '' }) => ({ text: value }),
  team: ({ team_id: id = '' }) => ({ text: id }),
};

function readUnknown({ text, fallback, name, value, url }: Node): Span {
  return { text: text ?? fallback ?? name ?? value ?? url ?? '' };
}

/** `1f44d-1f3fd` → the emoji of these code points; undefined where they are none. */
function emojiOf(unicode: string | undefined): string | undefined {
  const points = unicode?.split('-').map((point) => Number.parseInt(point, 16)) ?? [];
  const isEmoji = points.length > 0 && points.every((point) => point > 0 && point <= 0x10_ff_ff);
  return isEmoji ? String.fromCodePoint(...points) : undefined;
}

function dateOf(timestamp: number | undefined): string {
  const date = new Date((timestamp ?? Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 16)}Z`;
}

function styleOf({ style }: Node): Omit<Span, 'text'> {
  if (typeof style !== 'object') return {};
  const { bold, italic, strike, code } = style;
  return {
    ...(bold === true && { bold }),
    ...(italic === true && { italic }),
    ...(strike === true && { strike }),
    ...(code === true && { code }),
  };
}

function withoutStyle({ text, link }: Span): Span {
  return link === undefined ? { text } : { text, link };
}
