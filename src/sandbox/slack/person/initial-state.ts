import { type Json, type JsonObject, objectAt, objectsAt, textAt, textsAt } from '../json.ts';

/**
 * What an element holds before anybody touches it, in the form that state.values has it.
 * Undefined for elements that hold nothing: buttons, overflow menus, images.
 */
export function initialState(
  element: JsonObject,
  currentChannel: string | undefined,
): JsonObject | undefined {
  const type = textAt(element, 'type');
  const slot = SLOTS[type];
  if (slot === undefined) return undefined;
  const state: JsonObject = { type, [slot.holds]: slot.initial(element) };
  if (type === 'timepicker' && element['timezone'] !== undefined) {
    state['timezone'] = element['timezone'];
  }
  return withCurrentChannel(state, element, currentChannel);
}

/** Where an element keeps what was entered, and how it begins. */
type Slot = {
  readonly holds: string;
  readonly initial: (element: JsonObject) => Json;
};

const text =
  (key: string): Slot['initial'] =>
  (element) =>
    textAt(element, key) || null;
const number: Slot['initial'] = (element) => element['initial_date_time'] ?? null;
const one: Slot['initial'] = (element) => objectAt(element, 'initial_option') ?? null;
const many: Slot['initial'] = (element) => objectsAt(element, 'initial_options');
const ids =
  (key: string): Slot['initial'] =>
  (element) =>
    textsAt(element, key);

/** Every element that holds something, and under which key of its state. */
export const SLOTS: Readonly<Record<string, Slot>> = {
  plain_text_input: { holds: 'value', initial: text('initial_value') },
  email_text_input: { holds: 'value', initial: text('initial_value') },
  url_text_input: { holds: 'value', initial: text('initial_value') },
  number_input: { holds: 'value', initial: text('initial_value') },
  rich_text_input: {
    holds: 'rich_text_value',
    initial: (element) => objectAt(element, 'initial_value') ?? null,
  },
  static_select: { holds: 'selected_option', initial: one },
  external_select: { holds: 'selected_option', initial: one },
  radio_buttons: { holds: 'selected_option', initial: one },
  checkboxes: { holds: 'selected_options', initial: many },
  multi_static_select: { holds: 'selected_options', initial: many },
  multi_external_select: { holds: 'selected_options', initial: many },
  users_select: { holds: 'selected_user', initial: text('initial_user') },
  multi_users_select: { holds: 'selected_users', initial: ids('initial_users') },
  channels_select: { holds: 'selected_channel', initial: text('initial_channel') },
  multi_channels_select: { holds: 'selected_channels', initial: ids('initial_channels') },
  conversations_select: {
    holds: 'selected_conversation',
    initial: text('initial_conversation'),
  },
  multi_conversations_select: {
    holds: 'selected_conversations',
    initial: ids('initial_conversations'),
  },
  datepicker: { holds: 'selected_date', initial: text('initial_date') },
  timepicker: { holds: 'selected_time', initial: text('initial_time') },
  datetimepicker: { holds: 'selected_date_time', initial: number },
};

/** `default_to_current_conversation` takes the channel in which the modal was opened. */
function withCurrentChannel(
  state: JsonObject,
  element: JsonObject,
  channel: string | undefined,
): JsonObject {
  if (channel === undefined || element['default_to_current_conversation'] !== true) return state;
  if (state['selected_conversation'] === null) return { ...state, selected_conversation: channel };
  const isEmpty = textsAt(state, 'selected_conversations').length === 0;
  const isMany = state['type'] === 'multi_conversations_select';
  return isMany && isEmpty ? { ...state, selected_conversations: [channel] } : state;
}
