import { html } from 'hono/html';
import { type JsonObject, objectAt, objectsAt, textAt, textsAt } from '../slack/json.ts';
import { attributes } from './attributes.ts';
import { fieldAttributes, type Field } from './field.ts';
import type { Html, Reader } from './reader.ts';
import { inlineTextObject } from './text-object.ts';
import { pageWords } from './words.ts';

/** Options one below the other: one of them (radio) or several (checkbox). */
export function optionList(field: Field, kind: 'radio' | 'checkbox'): Html {
  const held = kind === 'radio' ? 'selected_option' : 'selected_options';
  const chosen = new Set(chosenValues(field.state, held));
  const options = objectsAt(field.element, 'options').map((option) => ({
    value: textAt(option, 'value'),
    label: inlineTextObject(objectAt(option, 'text'), field.reader),
    more: objectAt(option, 'description'),
  }));
  return group(field, kind, options, chosen);
}

/** People or channels to tick. */
export function tickList(
  field: Field,
  offered: Reader['people'],
  holds: 'selected_users' | 'selected_channels' | 'selected_conversations',
): Html {
  const chosen = new Set(textsAt(field.state, holds));
  const options = offered.map(({ id, name }) => ({
    value: id,
    label: html`${name}`,
    more: undefined,
  }));
  return html`<div class="ticks">${group(field, 'checkbox', options, chosen)}</div>`;
}

/** Several of a menu's options. */
export function staticTickList(field: Field): Html {
  const chosen = new Set(chosenValues(field.state, 'selected_options'));
  const options = menuOptions(field.element).map(({ value, label }) => ({
    value,
    label: html`${label}`,
    more: undefined,
  }));
  return html`<div class="ticks">${group(field, 'checkbox', options, chosen)}</div>`;
}

/** One of a menu's options. */
export function staticSelect(field: Field): Html {
  const { element, state } = field;
  const [chosen = ''] = chosenValues(state, 'selected_option');
  const groups = objectsAt(element, 'option_groups');
  const shown =
    groups.length > 0
      ? groups.map((each) => {
          const label = textAt(objectAt(each, 'label'), 'text');
          return html`<optgroup label="${label}">
            ${selectOptions(menuOptions(each), chosen)}
          </optgroup>`;
        })
      : [selectOptions(menuOptions(element), chosen)];
  return select(field, shown, chosen);
}

/** One person, or one channel. */
export function idSelect(field: Field, offered: Reader['people'], holds: string): Html {
  const chosen = textAt(field.state, holds);
  const options = offered.map(({ id, name }) => ({ value: id, label: name }));
  return select(field, [selectOptions(options, chosen)], chosen);
}

type Option = {
  readonly value: string;
  readonly label: Html;
  readonly more: JsonObject | undefined;
};

function group(
  field: Field,
  kind: 'radio' | 'checkbox',
  options: readonly Option[],
  chosen: ReadonlySet<string>,
): Html {
  const role = kind === 'radio' ? 'radiogroup' : 'group';
  return html`<div class="options" role="${role}" ${fieldAttributes(field)}>
    ${options.map(({ value, label, more }, place) => {
      const id = `${field.id}-${place}`;
      const checked = chosen.has(value);
      const own = attributes({ id, name: field.id, value, type: kind, checked });
      return html`<label class="option" for="${id}"
        ><input${own} /><span
          >${label}${more && html`<small>${inlineTextObject(more, field.reader)}</small>`}</span
        ></label
      >`;
    })}
  </div>`;
}

function select(field: Field, options: readonly Html[], chosen: string): Html {
  const hint = textAt(objectAt(field.element, 'placeholder'), 'text') || pageWords.choose;
  const empty = attributes({ value: '', selected: chosen === '' });
  return html`<select${fieldAttributes(field)}><option${empty}>${hint}</option>${options}</select>`;
}

function selectOptions(
  options: readonly { readonly value: string; readonly label: string }[],
  chosen: string,
): Html {
  return html`${options.map(({ value, label }) => {
    const own = attributes({ value, selected: value === chosen });
    return html`<option${own}>${label}</option>`;
  })}`;
}

function menuOptions(holder: JsonObject): { value: string; label: string }[] {
  const groups = objectsAt(holder, 'option_groups').flatMap((each) => objectsAt(each, 'options'));
  return [...objectsAt(holder, 'options'), ...groups].map((option) => ({
    value: textAt(option, 'value'),
    label: textAt(objectAt(option, 'text'), 'text'),
  }));
}

function chosenValues(state: JsonObject | undefined, holds: string): string[] {
  const one = objectAt(state, holds);
  return (one === undefined ? objectsAt(state, holds) : [one]).map((each) => textAt(each, 'value'));
}
