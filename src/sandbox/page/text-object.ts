import { html } from 'hono/html';
import { type JsonObject, textAt } from '../slack/json.ts';
import { inlineMrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Html, Reader } from './reader.ts';

/** A text object of Slack's, plain or with markup, as it stands in a block. */
export function textObject(object: JsonObject | undefined, reader: Reader): Html {
  const text = textAt(object, 'text');
  return textAt(object, 'type') === 'mrkdwn' ? mrkdwn(text, reader) : html`${plainLines(text)}`;
}

/** The same within one line: an option, the label of a button. */
export function inlineTextObject(object: JsonObject | undefined, reader: Reader): Html {
  const text = textAt(object, 'text');
  return textAt(object, 'type') === 'mrkdwn' ? inlineMrkdwn(text, reader) : html`${text}`;
}

function plainLines(text: string): Html[] {
  return text.split('\n').map((line, place) => html`${place > 0 && html`<br />`}${line}`);
}
