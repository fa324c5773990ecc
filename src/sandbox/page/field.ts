import { type JsonObject, textAt } from '../slack/json.ts';
import { attributes } from './attributes.ts';
import type { Html, Reader } from './reader.ts';

/** An element that a person fills in or chooses from, where it stands. */
export type Field = {
  readonly element: JsonObject;
  readonly blockId: string;
  /** The id of the element in the page. */
  readonly id: string;
  /** What it holds now, in the form of `state.values`. */
  readonly state: JsonObject | undefined;
  /** Its name for screen readers, where no visible label points to it. */
  readonly name: string | undefined;
  /** The id of the visible label, for groups that a label cannot point to. */
  readonly labelId: string | undefined;
  /** Ids of the hint and the error below it. */
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
  /** True where the bot is told of each change. */
  readonly dispatches: boolean;
  readonly reader: Reader;
};

const GROUPS = ['radio_buttons', 'checkboxes'];

/** What every field says of itself to the page's script and to screen readers. */
export function fieldAttributes(field: Field): Html {
  const type = textAt(field.element, 'type');
  const isGroup = GROUPS.includes(type) || type.startsWith('multi_');
  const isRadio = type === 'radio_buttons';
  return attributes({
    id: field.id,
    'data-block': field.blockId,
    'data-action': textAt(field.element, 'action_id'),
    'data-type': type,
    'data-dispatches': field.dispatches,
    'data-focus': field.element['focus_on_load'] === true,
    'aria-label': field.name,
    'aria-labelledby': isGroup && field.name === undefined ? field.labelId : undefined,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.isInvalid && (!isGroup || isRadio) ? 'true' : undefined,
    'aria-required': field.isRequired && (!isGroup || isRadio) ? 'true' : undefined,
    tabindex: isGroup ? -1 : undefined,
  });
}
