/** Forms: one field of a modal, and the elements that people write into. */
import type { InputBlock, InputBlockElement } from '@slack/types';
import type { NumberInput, PlainTextInput, RichTextInput } from '@slack/types';
import type { Document } from '../../core/document.ts';
import { isBlank } from '../../core/document.ts';
import { headOf } from '../../core/text.ts';
import type { Saying } from '../../words/message.ts';
import { kept, named, placeholder } from './elements.ts';
import type { Unnamed } from './elements.ts';
import { LIMITS } from './limits.ts';
import { richTextValueOf } from './rich-text.ts';
import { plainText } from './text-object.ts';

type DistributedUnnamed<Element> = Element extends unknown ? Unnamed<Element> : never;

type InputParts = {
  /** The field's name: its `action_id`, and its `block_id` so that errors find it. */
  readonly field: string;
  /** Another `block_id`, where Slack must forget what was typed and take the new initial value. */
  readonly blockId?: string;
  readonly label: Saying;
  readonly hint?: Saying | undefined;
  readonly optional?: boolean;
  /** True where each change is sent to us while the form is open. */
  readonly dispatch?: boolean;
  readonly element: DistributedUnnamed<InputBlockElement>;
};

/** A field of a form with its label, and a hint below. */
export function input(parts: InputParts): InputBlock {
  const { field, blockId = field, label, hint, optional = false, dispatch = false } = parts;
  return {
    type: 'input',
    block_id: kept(blockId, LIMITS.blockId, 'block_id'),
    label: plainText(label, LIMITS.label),
    element: named(field, parts.element),
    optional,
    ...(hint && { hint: plainText(hint, LIMITS.hint) }),
    ...(dispatch && { dispatch_action: true }),
  };
}

/**
 * A field for plain text. `initial` is a person's own text and is given back to them unescaped;
 * `max` is at most 3,000 characters, which is also the default.
 */
export function plainTextInput(
  parts: {
    readonly initial?: string | undefined;
    readonly multiline?: boolean;
    readonly max?: number;
    readonly placeholder?: Saying;
    readonly focus?: boolean;
  } = {},
): Unnamed<PlainTextInput> {
  const max = Math.min(parts.max ?? LIMITS.plainTextInput, LIMITS.plainTextInput);
  return {
    type: 'plain_text_input',
    multiline: parts.multiline ?? false,
    max_length: max,
    ...(parts.initial && { initial_value: headOf(parts.initial.toWellFormed(), max) }),
    ...(parts.focus && { focus_on_load: true }),
    ...placeholder(parts.placeholder),
  };
}

/** A field for formatted text of any length. What is read back: `documentOfRichText`. */
export function richTextInput(
  parts: {
    readonly initial?: Document | undefined;
    readonly placeholder?: Saying;
    readonly focus?: boolean;
  } = {},
): Unnamed<RichTextInput> {
  const { initial } = parts;
  return {
    type: 'rich_text_input',
    ...(initial && !isBlank(initial) && { initial_value: richTextValueOf(initial) }),
    ...(parts.focus && { focus_on_load: true }),
    ...placeholder(parts.placeholder),
  };
}

/** A field for a whole number from `min` to `max`. */
export function numberInput(
  parts: {
    readonly initial?: number | undefined;
    readonly min?: number;
    readonly max?: number;
  } = {},
): Unnamed<NumberInput> {
  return {
    type: 'number_input',
    is_decimal_allowed: false,
    ...(parts.initial !== undefined && { initial_value: String(parts.initial) }),
    ...(parts.min !== undefined && { min_value: String(parts.min) }),
    ...(parts.max !== undefined && { max_value: String(parts.max) }),
  };
}
