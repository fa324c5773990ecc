import { html } from 'hono/html';
import { type JsonObject, objectAt, objectsAt, textAt } from '../slack/json.ts';
import { attributes } from './attributes.ts';
import { idSelect, optionList, staticSelect, staticTickList, tickList } from './choices.ts';
import type { Field } from './field.ts';
import { icon } from './icon.ts';
import type { Html, Reader } from './reader.ts';
import { inlineTextObject, textObject } from './text-object.ts';
import { dateField, numberField, richTextField, textField } from './typed.ts';
import { unknownBox } from './unknown-box.ts';

/** An element that holds something: it can stand in a form, in a row of actions or alone. */
export function control(field: Field): Html {
  const draw = CONTROLS[textAt(field.element, 'type')];
  return draw === undefined ? unknownBox('element', field.element) : draw(field);
}

const CONTROLS: Readonly<Record<string, (field: Field) => Html>> = {
  plain_text_input: (field) => textField(field, 'text'),
  email_text_input: (field) => textField(field, 'email'),
  url_text_input: (field) => textField(field, 'url'),
  number_input: numberField,
  rich_text_input: richTextField,
  datepicker: dateField,
  timepicker: dateField,
  datetimepicker: dateField,
  radio_buttons: (field) => optionList(field, 'radio'),
  checkboxes: (field) => optionList(field, 'checkbox'),
  static_select: staticSelect,
  multi_static_select: staticTickList,
  users_select: (field) => idSelect(field, field.reader.people, 'selected_user'),
  multi_users_select: (field) => tickList(field, field.reader.people, 'selected_users'),
  channels_select: (field) => idSelect(field, field.reader.channels, 'selected_channel'),
  multi_channels_select: (field) => tickList(field, field.reader.channels, 'selected_channels'),
  conversations_select: (field) => idSelect(field, field.reader.channels, 'selected_conversation'),
  multi_conversations_select: (field) =>
    tickList(field, field.reader.channels, 'selected_conversations'),
};

/** A button; one with an address opens it in a window of its own and tells the bot as well. */
export function button(element: JsonObject, blockId: string, reader: Reader): Html {
  const url = textAt(element, 'url');
  const own = attributes({
    class: `button ${textAt(element, 'style')}`.trim(),
    'data-click': true,
    'data-block': blockId,
    'data-action': textAt(element, 'action_id'),
    'data-value': textAt(element, 'value') || undefined,
    'data-confirm': confirmOf(element),
    'data-key': `${blockId}/${textAt(element, 'action_id')}`,
    'aria-label': textAt(element, 'accessibility_label') || undefined,
  });
  const label = inlineTextObject(objectAt(element, 'text'), reader);
  if (!/^https?:/.test(url)) return html`<button type="button" ${own}>${label}</button>`;
  const place = reader.placeOf(url);
  const outside = { href: url, target: '_blank', rel: 'noreferrer' };
  const link = attributes(place === undefined ? outside : { href: place });
  return html`<a${link}${own}>${label}</a>`;
}

/** The menu behind “⋯”. */
export function overflow(
  element: JsonObject,
  blockId: string,
  { reader, name, id }: { readonly reader: Reader; readonly name: string; readonly id: string },
): Html {
  const options = objectsAt(element, 'options');
  return html`<details class="menu" id="${id}">
    <summary class="button" aria-label="${name}" title="${name}">${icon('more')}</summary>
    <ul>
      ${options.map((option) => {
        const own = attributes({
          'data-click': true,
          'data-block': blockId,
          'data-action': textAt(element, 'action_id'),
          'data-choose': textAt(option, 'value'),
          'data-confirm': confirmOf(element),
        });
        const label = inlineTextObject(objectAt(option, 'text'), reader);
        const more = objectAt(option, 'description');
        const small = more && html`<small>${inlineTextObject(more, reader)}</small>`;
        return html`<li><button type="button" ${own}>${label}${small}</button></li>`;
      })}
    </ul>
  </details>`;
}

/** A picture; the sandbox loads none from elsewhere and shows what stands for it. */
export function image(element: JsonObject): Html {
  return html`<span class="picture" role="img" aria-label="${textAt(element, 'alt_text')}"
    >${textAt(element, 'alt_text')}</span
  >`;
}

/** A piece of small print. */
export function contextElement(element: JsonObject, reader: Reader): Html {
  const type = textAt(element, 'type');
  if (type === 'image') return image(element);
  if (type === 'mrkdwn' || type === 'plain_text') {
    return html`<span>${textObject(element, reader)}</span>`;
  }
  return unknownBox('element', element);
}

/** The question before a click counts, for the page's script. */
function confirmOf(element: JsonObject): string | undefined {
  const confirm = objectAt(element, 'confirm');
  if (confirm === undefined) return undefined;
  const text = (key: string): string => textAt(objectAt(confirm, key), 'text');
  const title = text('title');
  return JSON.stringify({ title, text: text('text'), yes: text('confirm'), no: text('deny') });
}
