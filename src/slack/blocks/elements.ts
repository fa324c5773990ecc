/**
 * What people can press and choose. Labels are sayings and are cut to Slack's limits; ids and
 * values are ours and must not be cut, so one that is too long is a bug and throws a RangeError.
 *
 * Pickers and selects come without an `action_id`: `input()` names them after their field, and
 * `named()` names them for a row of actions or beside a section.
 */
import type {
  Button,
  Checkboxes,
  ConfirmationDialog,
  Datepicker,
  DateTimepicker,
  MultiUsersSelect,
  Overflow,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
  UsersSelect,
} from '@slack/types';
import type { Saying } from '../../words/message.ts';
import type { Some } from './kit.ts';
import { LIMITS } from './limits.ts';
import { mrkdwnText, plainText } from './text-object.ts';

/** An element that has no `action_id` yet. */
export type Unnamed<Element> = Omit<Element, 'action_id'>;

type ConfirmParts = {
  readonly title: Saying;
  readonly text: Saying;
  readonly confirm: Saying;
  readonly deny: Saying;
};
type ButtonParts = {
  readonly actionId: string;
  readonly label: Saying;
  readonly value: string;
  /** What a screen reader says instead of the label, where the label alone says too little. */
  readonly spokenLabel?: Saying;
  readonly confirm?: ConfirmParts;
  /** All buttons look alike: colour would press people towards one answer. */
  readonly style?: never;
};

/** A button. */
export function button({ actionId, label, value, spokenLabel, confirm }: ButtonParts): Button {
  return {
    type: 'button',
    action_id: kept(actionId, LIMITS.actionId, 'action_id'),
    text: plainText(label, LIMITS.buttonText),
    value: kept(value, LIMITS.buttonValue, 'button value'),
    ...(spokenLabel && {
      accessibility_label: plainText(spokenLabel, LIMITS.accessibilityLabel).text,
    }),
    ...(confirm && { confirm: confirmation(confirm) }),
  };
}

/** A button that opens an address of Slack's own (a permalink). Slack reports its clicks too. */
export function linkButton(parts: {
  readonly actionId: string;
  readonly label: Saying;
  readonly url: string;
}): Button {
  return {
    type: 'button',
    action_id: kept(parts.actionId, LIMITS.actionId, 'action_id'),
    text: plainText(parts.label, LIMITS.buttonText),
    url: kept(parts.url, LIMITS.buttonUrl, 'button url'),
  };
}

type OptionParts = {
  readonly value: string;
  readonly label: Saying;
  readonly description?: Saying;
};

/** One of several things to choose from. */
export function option({ value, label, description }: OptionParts): PlainTextOption {
  return {
    text: plainText(label, LIMITS.optionText),
    value: kept(value, LIMITS.optionValue, 'option value'),
    ...(description && { description: plainText(description, LIMITS.optionDescription) }),
  };
}

/** A menu behind “⋯”, of at most 5 options (more are left out). */
export function overflow(actionId: string, options: Some<PlainTextOption>): Overflow {
  return {
    type: 'overflow',
    action_id: kept(actionId, LIMITS.actionId, 'action_id'),
    options: options.slice(0, LIMITS.optionsInOverflow),
  };
}

type Choices = {
  readonly options: Some<PlainTextOption>;
  /** The value chosen at first; nothing is chosen where no option has it. */
  readonly initial?: string | undefined;
};

/** A list to choose one option from, of at most 100 (more are left out). */
export function staticSelect(parts: Choices & { placeholder?: Saying }): Unnamed<StaticSelect> {
  const options = parts.options.slice(0, LIMITS.optionsInSelect);
  const initial = options.find(({ value }) => value === parts.initial);
  return {
    type: 'static_select',
    options,
    ...(initial && { initial_option: initial }),
    ...placeholder(parts.placeholder),
  };
}

/** Options one below the other, at most 10 (more are left out). */
export function radioButtons(parts: Choices): Unnamed<RadioButtons> {
  const options = parts.options.slice(0, LIMITS.optionsInRadioButtons);
  const initial = options.find(({ value }) => value === parts.initial);
  return { type: 'radio_buttons', options, ...(initial && { initial_option: initial }) };
}

/** Boxes to tick, at most 10 (more are left out). */
export function checkboxes(parts: {
  readonly options: Some<PlainTextOption>;
  readonly initial?: readonly string[];
}): Unnamed<Checkboxes> {
  const options = parts.options.slice(0, LIMITS.optionsInRadioButtons);
  const initial = options.filter(({ value }) => parts.initial?.includes(value ?? ''));
  return { type: 'checkboxes', options, ...(initial.length > 0 && { initial_options: initial }) };
}

/** One member of the workspace, by Slack user id. */
export function usersSelect(
  parts: { readonly initial?: string | undefined; readonly placeholder?: Saying } = {},
): Unnamed<UsersSelect> {
  return {
    type: 'users_select',
    ...(parts.initial !== undefined && { initial_user: parts.initial }),
    ...placeholder(parts.placeholder),
  };
}

/** Several members of the workspace, by Slack user id; `max` of them at most. */
export function multiUsersSelect(
  parts: {
    readonly initial?: readonly string[];
    readonly placeholder?: Saying;
    readonly max?: number;
  } = {},
): Unnamed<MultiUsersSelect> {
  return {
    type: 'multi_users_select',
    ...(parts.initial && parts.initial.length > 0 && { initial_users: [...parts.initial] }),
    ...(parts.max !== undefined && { max_selected_items: parts.max }),
    ...placeholder(parts.placeholder),
  };
}

/** A calendar day, `2026-09-05`, which is the same in every zone. */
export function datepicker(initialOn?: string): Unnamed<Datepicker> {
  return { type: 'datepicker', ...(initialOn !== undefined && { initial_date: initialOn }) };
}

/** A moment, entered in each person's own zone. `initialAt` in milliseconds since 1970. */
export function datetimepicker(initialAt?: number): Unnamed<DateTimepicker> {
  const seconds = initialAt === undefined ? undefined : Math.floor(initialAt / 1000);
  return { type: 'datetimepicker', ...(seconds !== undefined && { initial_date_time: seconds }) };
}

/** Names an element for a row of actions or beside a section. */
export function named<Element extends { readonly type: string }>(
  actionId: string,
  element: Element,
): Element & { readonly action_id: string } {
  return { ...element, action_id: kept(actionId, LIMITS.actionId, 'action_id') };
}

/** An id or value of ours, which is never cut. Throws a RangeError where it is too long. */
export function kept(id: string, max: number, name: string): string {
  if (id.length === 0 || id.length > max) {
    throw new RangeError(`A ${name} has 1 to ${max} characters, not ${id.length}.`);
  }
  return id;
}

/** A hint inside an empty field, to be spread into an element. */
export function placeholder(saying: Saying | undefined) {
  return saying && { placeholder: plainText(saying, LIMITS.placeholder) };
}

function confirmation({ title, text, confirm, deny }: ConfirmParts): ConfirmationDialog {
  return {
    title: plainText(title, LIMITS.confirmTitle),
    text: mrkdwnText(text, LIMITS.confirmText),
    confirm: plainText(confirm, LIMITS.confirmButton),
    deny: plainText(deny, LIMITS.confirmButton),
  };
}
