import { html } from 'hono/html';
import { type JsonObject, textAt } from '../slack/json.ts';
import { pageWords } from './words.ts';
import type { Html } from './reader.ts';

/** What stands where the page cannot draw something: never nothing, for that would hide a fault. */
export function unknownBox(what: 'block' | 'element', thing: JsonObject): Html {
  const type = textAt(thing, 'type') || '?';
  return html`<div class="unknown" role="note">
    <strong>${pageWords.unknown(what, type)}</strong>
    <pre><code>${JSON.stringify(thing, null, 1)}</code></pre>
  </div>`;
}
