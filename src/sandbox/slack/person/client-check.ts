import { elementsOf } from '../blocks/walk.ts';
import { type JsonObject, numberAt, objectAt, textAt, textsAt } from '../json.ts';
import type { View } from '../state/view.ts';
import { isEmptyState, valuesOf } from './element-state.ts';

/**
 * What Slack's own client holds back before it sends a form: `block_id` → sentence.
 * Empty where the form may go.
 */
export function clientProblems(view: View): Record<string, string> {
  const values = valuesOf(view);
  const problems: Record<string, string> = {};
  for (const { block, element, blockId, actionId } of elementsOf(view.content)) {
    if (block['type'] !== 'input') continue;
    const state = objectAt(objectAt(values, blockId), actionId);
    const problem = isEmptyState(state) ? missing(block) : wrong(element, state ?? {});
    if (problem !== undefined) problems[blockId] = problem;
  }
  return problems;
}

function missing(block: JsonObject): string | undefined {
  return block['optional'] === true ? undefined : 'Please complete this required field.';
}

function wrong(element: JsonObject, state: JsonObject): string | undefined {
  switch (textAt(element, 'type')) {
    case 'plain_text_input':
      return wrongLength(element, textAt(state, 'value'));
    case 'number_input':
      return wrongNumber(element, textAt(state, 'value'));
    case 'email_text_input':
      return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(textAt(state, 'value'))
        ? undefined
        : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(textAt(state, 'value')) ? undefined : 'Please enter a valid URL.';
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
    case 'multi_static_select':
      return tooMany(element, state);
    default:
      return undefined;
  }
}

/** Slack's own bound where the app has given none. */
const LONGEST_INPUT = 3000;

function wrongLength(element: JsonObject, value: string): string | undefined {
  const most = numberAt(element, 'max_length') ?? LONGEST_INPUT;
  const least = numberAt(element, 'min_length') ?? 0;
  if (value.length > most) return `Please use no more than ${most} characters.`;
  if (value.length < least) return `Please use at least ${least} characters.`;
  return undefined;
}

function wrongNumber(element: JsonObject, value: string): string | undefined {
  const number = Number(value);
  const isWhole = element['is_decimal_allowed'] === true || Number.isInteger(number);
  if (Number.isNaN(number) || !isWhole) return 'Please enter a valid number.';
  const least = numberAt(element, 'min_value') ?? Number.NEGATIVE_INFINITY;
  const most = numberAt(element, 'max_value') ?? Number.POSITIVE_INFINITY;
  return number < least || number > most ? 'Please enter a number in range.' : undefined;
}

function tooMany(element: JsonObject, state: JsonObject): string | undefined {
  const most = numberAt(element, 'max_selected_items');
  const keys = ['selected_users', 'selected_channels', 'selected_conversations'];
  const options = state['selected_options'];
  const chosen = Array.isArray(options)
    ? options.length
    : Math.max(...keys.map((key) => textsAt(state, key).length));
  return most !== undefined && chosen > most ? `Please choose no more than ${most}.` : undefined;
}
