import { type JsonObject, isObject, objectAt, objectsAt, textAt } from '../json.ts';
import type { FormValue } from './form-value.ts';
import { SLOTS, initialState } from './initial-state.ts';

/**
 * The state of an element after someone entered a value. Throws where the element does not
 * offer it: the one who drives the story has made a mistake, for nobody can choose it in Slack.
 */
export function enteredState(
  element: JsonObject,
  value: FormValue,
  offered: readonly JsonObject[] = [],
): JsonObject {
  const type = textAt(element, 'type');
  const slot = SLOTS[type];
  if (slot === undefined) throw new Error(`Nothing can be entered into a ${type}.`);
  const state = initialState(element, undefined) ?? { type };
  return { ...state, [slot.holds]: held(element, slot.holds, value, offered) };
}

function held(
  element: JsonObject,
  holds: string,
  value: FormValue,
  offered: readonly JsonObject[],
): NonNullable<JsonObject[string]> | null {
  if (holds === 'rich_text_value') return richText(value);
  if (holds === 'selected_option') return value === null ? null : option(element, value, offered);
  if (holds === 'selected_options') {
    return listOf(value).map((each) => option(element, each, offered));
  }
  if (holds.endsWith('s')) return listOf(value);
  if (holds === 'selected_date_time') return value === null ? null : Number(value);
  if (value === null) return null;
  if (typeof value === 'string' || typeof value === 'number') return String(value) || null;
  throw new Error(`A ${textAt(element, 'type')} takes one value.`);
}

function listOf(value: FormValue): string[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.map(String);
  return isObject(value) ? [] : [String(value)];
}

/** The options of a menu, of its groups too. */
export function optionsOf(element: JsonObject): JsonObject[] {
  const groups = objectsAt(element, 'option_groups');
  return [
    ...objectsAt(element, 'options'),
    ...groups.flatMap((group) => objectsAt(group, 'options')),
  ];
}

/** Finds an option by its value or by its visible label. */
export function option(
  element: JsonObject,
  wanted: FormValue,
  offered: readonly JsonObject[] = [],
): JsonObject {
  const options = [...optionsOf(element), ...offered];
  const found =
    options.find((each) => textAt(each, 'value') === wanted) ??
    options.find((each) => textAt(objectAt(each, 'text'), 'text') === wanted);
  if (found !== undefined) return found;
  const labels = options.map((each) => textAt(objectAt(each, 'text'), 'text')).join(', ');
  throw new Error(`No option ${JSON.stringify(wanted)} here; there are: ${labels || 'none'}.`);
}

/** Text as Slack's rich text editor would hand it over: one section. */
function richText(value: FormValue): JsonObject | null {
  if (value === null || value === '') return null;
  if (isObject(value)) return value;
  const elements = [{ type: 'text', text: String(value) }];
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}
