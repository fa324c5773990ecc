import { type JsonObject, numberAt, objectAt, objectsAt, textAt } from '../slack/json.ts';
import type { Reader } from './reader.ts';

/**
 * What a person types into a field for formatted text, as the rich_text block that Slack's own
 * editor would hand over: `- ` and `1. ` begin list items (two blanks a level), `> ` a quote,
 * and ``` fences code; `*bold*`, `_italic_`, `~struck~` and `` `code` `` as everywhere in Slack.
 * Null for a text that says nothing.
 */
export function richTextWritten(
  written: string,
  people: ReadonlyMap<string, string>,
): JsonObject | null {
  if (written.trim() === '') return null;
  const elements: JsonObject[] = [];
  const pieces = written.replaceAll('\r\n', '\n').split(/^```[^\n]*\n?([\s\S]*?)\n?```\s*$/gm);
  for (const [place, piece] of pieces.entries()) {
    if (place % 2 === 1) elements.push(preformatted(piece));
    else if (piece.trim() !== '') elements.push(...paragraphs(piece, people));
  }
  return { type: 'rich_text', elements };
}

/** A rich_text block as a person would have typed it. */
export function writtenOf(block: JsonObject | undefined, reader: Reader): string {
  return objectsAt(block, 'elements')
    .map((part) => writtenPart(part, reader))
    .join('\n');
}

const LINE =
  /^(?<blanks> *)(?:(?<bullet>[•*-]) |(?<number>\d{1,4})[.)] |(?<quote>>) ?)(?<text>.*)$/u;

type Kind = 'text' | 'quote' | 'bullet' | 'ordered';
type Run = { kind: Kind; indent: number; first: number; lines: string[] };

/** Neighbouring lines of one kind make one element, as in Slack's editor. */
function paragraphs(text: string, people: ReadonlyMap<string, string>): JsonObject[] {
  const runs: Run[] = [];
  for (const line of text.replaceAll(/^\n+|\n+$/g, '').split('\n')) {
    const next = runOf(line);
    const last = runs.at(-1);
    if (last?.kind === next.kind && last.indent === next.indent) last.lines.push(...next.lines);
    else runs.push(next);
  }
  return runs.map((run) => elementOf(run, people));
}

function runOf(line: string): Run {
  const { blanks = '', bullet, number, quote, text = '' } = LINE.exec(line)?.groups ?? {};
  const indent = Math.floor(blanks.length / 2);
  if (bullet !== undefined) return { kind: 'bullet', indent, first: 1, lines: [text] };
  if (number !== undefined)
    return { kind: 'ordered', indent, first: Number(number), lines: [text] };
  if (quote !== undefined) return { kind: 'quote', indent: 0, first: 1, lines: [text] };
  return { kind: 'text', indent: 0, first: 1, lines: [line] };
}

function elementOf(run: Run, people: ReadonlyMap<string, string>): JsonObject {
  const { kind, indent, first, lines } = run;
  if (kind === 'text' || kind === 'quote') {
    const type = kind === 'text' ? 'rich_text_section' : 'rich_text_quote';
    return { type, elements: leaves(lines.join('\n'), people) };
  }
  const elements = lines.map((line) => ({
    type: 'rich_text_section',
    elements: leaves(line, people),
  }));
  const offset = kind === 'ordered' && first > 1 ? { offset: first - 1 } : {};
  return { type: 'rich_text_list', style: kind, indent, ...offset, elements };
}

function preformatted(text: string): JsonObject {
  return { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] };
}

/** A style mark opens after a blank or punctuation and closes before one. */
const LEAF = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    String.raw`(?<![\p{L}\p{N}])\*(?=\S)(?<bold>[^*\n]*[^*\s])\*(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])_(?=\S)(?<italic>[^_\n]*[^_\s])_(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])~(?=\S)(?<strike>[^~\n]*[^~\s])~(?![\p{L}\p{N}])`,
    String.raw`(?<url>https?://[^\s<>]+[^\s<>.,;:!?)])`,
    String.raw`(?<![\p{L}\p{N}])@(?<name>[\w.-]*\w)`,
  ].join('|'),
  'gu',
);

function leaves(text: string, people: ReadonlyMap<string, string>): JsonObject[] {
  const found: JsonObject[] = [];
  let end = 0;
  for (const match of text.matchAll(LEAF)) {
    const leaf = leafOf(match.groups ?? {}, people);
    if (leaf === undefined) continue;
    if (match.index > end) found.push({ type: 'text', text: text.slice(end, match.index) });
    found.push(leaf);
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ type: 'text', text: text.slice(end) });
  return found;
}

function leafOf(
  groups: Readonly<Record<string, string | undefined>>,
  people: ReadonlyMap<string, string>,
): JsonObject | undefined {
  const { url, name } = groups;
  if (url !== undefined) return { type: 'link', url };
  if (name !== undefined) {
    const id = people.get(name);
    return id === undefined ? undefined : { type: 'user', user_id: id };
  }
  for (const style of ['code', 'bold', 'italic', 'strike']) {
    const text = groups[style];
    if (text !== undefined) return { type: 'text', text, style: { [style]: true } };
  }
  return undefined;
}

function writtenPart(part: JsonObject, reader: Reader): string {
  const text = (holder: JsonObject): string =>
    objectsAt(holder, 'elements')
      .map((leaf) => writtenLeaf(leaf, reader))
      .join('');
  switch (textAt(part, 'type')) {
    case 'rich_text_list':
      return writtenList(part, text);
    case 'rich_text_quote':
      return text(part)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
    case 'rich_text_preformatted':
      return `\`\`\`\n${text(part)}\n\`\`\``;
    default:
      return text(part);
  }
}

function writtenList(list: JsonObject, text: (holder: JsonObject) => string): string {
  const blanks = '  '.repeat(numberAt(list, 'indent') ?? 0);
  const first = (numberAt(list, 'offset') ?? 0) + 1;
  const isOrdered = textAt(list, 'style') === 'ordered';
  return objectsAt(list, 'elements')
    .map((item, place) => `${blanks}${isOrdered ? `${first + place}.` : '-'} ${text(item)}`)
    .join('\n');
}

const MARKS = [
  ['code', '`'],
  ['bold', '*'],
  ['italic', '_'],
  ['strike', '~'],
] as const;

function writtenLeaf(leaf: JsonObject, reader: Reader): string {
  const type = textAt(leaf, 'type');
  if (type === 'user') return `@${reader.handleOf(textAt(leaf, 'user_id'))}`;
  if (type === 'link') return textAt(leaf, 'url');
  const style = objectAt(leaf, 'style');
  const mark = MARKS.find(([name]) => style?.[name] === true)?.[1] ?? '';
  return `${mark}${textAt(leaf, 'text')}${mark}`;
}
