import { html } from 'hono/html';
import { formattedDate } from './when.ts';
import type { Html, Reader } from './reader.ts';

/**
 * Slack's own markup as a piece of the page: styles, quotes, code, links, mentions and dates.
 * Nothing that stands in the text can become markup of the page.
 */
export function mrkdwn(text: string, reader: Reader): Html {
  const pieces = text.split(/```\n?([\s\S]*?)\n?```/g);
  return html`${pieces.map((piece, place) =>
    place % 2 === 1 ? html`<pre><code>${unescaped(piece)}</code></pre>` : lines(piece, reader),
  )}`;
}

/** One line of markup, for a label or a button: no quotes and no blocks of code. */
export function inlineMrkdwn(text: string, reader: Reader): Html {
  return inline(text, reader);
}

/** The text with Slack's three entities read back. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function lines(text: string, reader: Reader): Html {
  const groups: { isQuote: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const isQuote = line.startsWith('&gt;');
    const bare = isQuote ? line.slice('&gt;'.length).trimStart() : line;
    const last = groups.at(-1);
    if (last?.isQuote === isQuote) last.lines.push(bare);
    else groups.push({ isQuote, lines: [bare] });
  }
  return html`${groups.map(({ isQuote, lines }) => {
    const content = broken(lines, reader);
    return isQuote ? html`<blockquote>${content}</blockquote>` : content;
  })}`;
}

function broken(lines: readonly string[], reader: Reader): Html {
  return html`${lines.map((line, place) => {
    const shown = inline(line, reader);
    return place === 0 ? shown : html`<br />${shown}`;
  })}`;
}

/** `code` and `<…>` first: nothing inside them is styled. */
const ATOM = /`([^`\n]+)`|<([^<>\n]+)>/;
/** A style opens after a blank or punctuation and closes before one, as in Slack. */
const STYLE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\*(?=\S)([^*\n]*\S|\S)\*|_(?=\S)([^_\n]*\S|\S)_|` +
    String.raw`~(?=\S)([^~\n]*\S|\S)~)(?![\p{L}\p{N}])`,
  'u',
);

function inline(text: string, reader: Reader): Html {
  const pieces: (Html | string)[] = [];
  let rest = text;
  for (;;) {
    const styled = STYLE.exec(rest);
    const atom = ATOM.exec(rest);
    const isAtom = atom !== null && (styled === null || atom.index < styled.index);
    const first = isAtom ? atom : styled;
    if (first === null) break;
    pieces.push(unescaped(rest.slice(0, first.index)));
    pieces.push(isAtom ? atomHtml(first, reader) : styleHtml(first, reader));
    rest = rest.slice(first.index + first[0].length);
  }
  return html`${pieces}${unescaped(rest)}`;
}

function styleHtml([, bold, italic, strike]: RegExpExecArray, reader: Reader): Html {
  if (bold !== undefined) return html`<strong>${inline(bold, reader)}</strong>`;
  if (italic !== undefined) return html`<em>${inline(italic, reader)}</em>`;
  return html`<s>${inline(strike ?? '', reader)}</s>`;
}

function atomHtml([, code, special = '']: RegExpExecArray, reader: Reader): Html {
  if (code !== undefined) return html`<code>${unescaped(code)}</code>`;
  const [target = '', label] = special.split('|', 2);
  if (target.startsWith('@')) return mention(target.slice(1), reader);
  if (target.startsWith('#')) return channelMention(target.slice(1), label, reader);
  if (target.startsWith('!date^')) return dateToken(target, label, reader);
  if (target.startsWith('!')) return html`<span class="mention">@${broadcastName(target)}</span>`;
  return link(unescaped(target), unescaped(label ?? target), reader);
}

/** A person by name; the reader's own mention stands out. */
export function mention(userId: string, reader: Reader): Html {
  const name = reader.nameOf(userId) ?? 'someone';
  return html`<span class="mention${userId === reader.id ? ' you' : ''}">@${name}</span>`;
}

/** A channel by name; a private one stays unnamed for those who are not in it. */
export function channelMention(id: string, label: string | undefined, reader: Reader): Html {
  const name = reader.channelNameOf(id) ?? (label === undefined || label === '' ? null : label);
  return html`<span class="mention">${name === null ? 'a private channel' : `#${name}`}</span>`;
}

/** An address of the web becomes a link, one of the workspace leads there; others are text. */
export function link(address: string, shown: string, reader: Reader): Html {
  const place = reader.placeOf(address);
  if (place !== undefined) return html`<a href="${place}">${shown}</a>`;
  if (!/^(https?:|mailto:)/.test(address)) return html`${shown}`;
  return html`<a href="${address}" target="_blank" rel="noreferrer">${shown}</a>`;
}

function dateToken(target: string, fallback: string | undefined, reader: Reader): Html {
  const [, seconds = '', format = ''] = target.split('^');
  const at = Number(seconds) * 1000;
  if (!Number.isFinite(at) || seconds === '') return html`${unescaped(fallback ?? '')}`;
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}">${formattedDate(unescaped(format), at, reader)}</time>`;
}

function broadcastName(target: string): string {
  return target.slice(1).split('^')[0] ?? '';
}
