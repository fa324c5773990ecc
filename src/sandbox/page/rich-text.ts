import { html } from 'hono/html';
import { type JsonObject, numberAt, objectAt, objectsAt, textAt } from '../slack/json.ts';
import { channelMention, link, mention } from './mrkdwn.ts';
import type { Html, Reader } from './reader.ts';
import { formattedDate } from './when.ts';

/** A rich_text block: paragraphs, lists with their depth, quotes and code. */
export function richText(block: JsonObject, reader: Reader): Html {
  return html`<div class="rich">
    ${objectsAt(block, 'elements').map((each) => part(each, reader))}
  </div>`;
}

function part(element: JsonObject, reader: Reader): Html {
  const content = objectsAt(element, 'elements').map((each) => leaf(each, reader));
  switch (textAt(element, 'type')) {
    case 'rich_text_section':
      return html`<p>${content}</p>`;
    case 'rich_text_quote':
      return html`<blockquote>${content}</blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre><code>${content}</code></pre>`;
    case 'rich_text_list':
      return list(element, reader);
    default:
      return html`<p class="unknown">${textAt(element, 'type')}</p>`;
  }
}

const DEEPEST_INDENT = 8;

function list(element: JsonObject, reader: Reader): Html {
  const depth = Math.min(numberAt(element, 'indent') ?? 0, DEEPEST_INDENT);
  const items = objectsAt(element, 'elements').map(
    (item) => html`<li>${objectsAt(item, 'elements').map((each) => leaf(each, reader))}</li>`,
  );
  if (textAt(element, 'style') !== 'ordered')
    return html`<ul class="depth-${depth}">
      ${items}
    </ul>`;
  const start = (numberAt(element, 'offset') ?? 0) + 1;
  return html`<ol class="depth-${depth}" start="${start}">
    ${items}
  </ol>`;
}

function leaf(element: JsonObject, reader: Reader): Html {
  const type = textAt(element, 'type');
  if (type === 'text') return styled(html`${broken(textAt(element, 'text'))}`, element);
  if (type === 'user') return styled(mention(textAt(element, 'user_id'), reader), element);
  if (type === 'channel') {
    return styled(channelMention(textAt(element, 'channel_id'), undefined, reader), element);
  }
  if (type === 'link') {
    const url = textAt(element, 'url');
    return styled(link(url, textAt(element, 'text') || url, reader), element);
  }
  if (type === 'date') return styled(date(element, reader), element);
  if (type === 'emoji') return html`${emoji(element)}`;
  if (type === 'broadcast') return html`<span class="mention">@${textAt(element, 'range')}</span>`;
  return html`<span class="unknown">${type}</span>`;
}

function broken(text: string): Html[] {
  return text.split('\n').map((line, place) => html`${place > 0 && html`<br />`}${line}`);
}

function styled(content: Html, element: JsonObject): Html {
  const style = objectAt(element, 'style');
  let shown = content;
  if (style?.['code'] === true) shown = html`<code>${shown}</code>`;
  if (style?.['bold'] === true) shown = html`<strong>${shown}</strong>`;
  if (style?.['italic'] === true) shown = html`<em>${shown}</em>`;
  if (style?.['strike'] === true) shown = html`<s>${shown}</s>`;
  if (style?.['underline'] === true) shown = html`<u>${shown}</u>`;
  return shown;
}

function date(element: JsonObject, reader: Reader): Html {
  const at = (numberAt(element, 'timestamp') ?? 0) * 1000;
  const shown = formattedDate(textAt(element, 'format'), at, reader);
  return html`<time datetime="${new Date(at).toISOString()}">${shown}</time>`;
}

function emoji(element: JsonObject): string {
  const points = textAt(element, 'unicode');
  if (!/^[0-9a-f]+(-[0-9a-f]+)*$/i.test(points)) return `:${textAt(element, 'name')}:`;
  return points
    .split('-')
    .map((point) => String.fromCodePoint(Number.parseInt(point, 16)))
    .join('');
}
