import { html } from 'hono/html';
import { numberAt, objectAt, textAt } from '../slack/json.ts';
import { attributes } from './attributes.ts';
import { fieldAttributes, type Field } from './field.ts';
import type { Html } from './reader.ts';
import { writtenOf } from './rich-text-field.ts';
import { fieldMoment } from './when.ts';
import { pageWords } from './words.ts';

/** A field for text of one or several lines. */
export function textField(field: Field, type: 'text' | 'email' | 'url'): Html {
  const { element, state } = field;
  const value = textAt(state, 'value');
  const own = attributes({ placeholder: placeholderOf(field), 'data-sends-on': sendsOn(field) });
  if (element['multiline'] === true) {
    return html`<textarea rows="4" ${fieldAttributes(field)}${own}>${value}</textarea>`;
  }
  return html`<input${attributes({ type, value })}${fieldAttributes(field)}${own}
    autocomplete="off"
  />`;
}

/** A field for a number. */
export function numberField(field: Field): Html {
  const { element, state } = field;
  const own = attributes({
    type: 'number',
    value: textAt(state, 'value'),
    min: textAt(element, 'min_value') || undefined,
    max: textAt(element, 'max_value') || undefined,
    step: element['is_decimal_allowed'] === true ? 'any' : 1,
    placeholder: placeholderOf(field),
    'data-sends-on': sendsOn(field),
  });
  return html`<input${own}${fieldAttributes(field)} />`;
}

/** A field for formatted text, written with the marks that people know from Slack. */
export function richTextField(field: Field): Html {
  const value = writtenOf(objectAt(field.state, 'rich_text_value'), field.reader);
  const lines = numberAt(field.element, 'min_lines') ?? 6;
  const { marks } = pageWords.richText;
  return html`<div class="writing">
    <div class="marks" role="group" aria-label="${pageWords.richText.formatting}">
      ${marks.map(
        ({ mark, label, shown }) =>
          html`<button
            type="button"
            data-mark="${mark}"
            data-for="${field.id}"
            aria-label="${label}"
            title="${label}"
          >
            ${shown}
          </button>`,
      )}
    </div>
    <textarea
      rows="${lines}"
      ${fieldAttributes(field)}${attributes({
        placeholder: placeholderOf(field),
      })}
    >
${value}</textarea>
  </div>`;
}

/** A field for a day, a time of day, or both: the browser's own pickers. */
export function dateField(field: Field): Html {
  const { state, reader } = field;
  const seconds = numberAt(state, 'selected_date_time');
  const moment = seconds === undefined ? '' : fieldMoment(seconds * 1000, reader.zone);
  const given = {
    datepicker: { type: 'date', value: textAt(state, 'selected_date') },
    timepicker: { type: 'time', value: textAt(state, 'selected_time') },
    datetimepicker: { type: 'datetime-local', value: moment },
  }[textAt(field.element, 'type')];
  return html`<input${attributes(given ?? {})}${fieldAttributes(field)} />`;
}

function placeholderOf({ element }: Field): string | undefined {
  return textAt(objectAt(element, 'placeholder'), 'text') || undefined;
}

/** When a text that dispatches is sent: on Enter, unless the app wants each character. */
function sendsOn({ element, dispatches }: Field): string | undefined {
  if (!dispatches) return undefined;
  const config = objectAt(element, 'dispatch_action_config')?.['trigger_actions_on'];
  const wanted = Array.isArray(config) ? config : ['on_enter_pressed'];
  return wanted.includes('on_character_entered') ? 'input' : 'enter';
}
