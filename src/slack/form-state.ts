import { z } from 'zod';
import { isBlank, type Document } from '../core/document.ts';
import { documentOfRichText } from './blocks/document-of-rich-text.ts';
import type { FormState } from './interaction.ts';

/**
 * Reads fields of a form by their names. A field is found by its action_id, in whichever block it
 * stands, because a block may be renamed to make Slack take a new initial value.
 */
export function fieldsOf(values: FormState): Fields {
  const elements = new Map<string, unknown>();
  for (const block of Object.values(values)) {
    for (const [field, element] of Object.entries(block)) elements.set(field, element);
  }
  const read = <Value>(field: string, schema: z.ZodType<Value>, otherwise: Value): Value => {
    const parsed = schema.safeParse(elements.get(field));
    return parsed.success ? parsed.data : otherwise;
  };
  const text = (field: string) => read(field, texts, null)?.trim() || null;
  const document = (field: string) => documentOfRichText(read(field, richTexts, null));
  return {
    has: (field) => elements.has(field),
    text,
    document,
    written: (field) => text(field) ?? filled(document(field)),
    chosen: (field) => read(field, options, null),
    ticked: (field) => read(field, ticks, []),
    day: (field) => read(field, days, null),
    instant: (field) => read(field, instants, null),
    user: (field) => read(field, users, null),
    users: (field) => read(field, manyUsers, []),
    conversation: (field) => read(field, conversations, null),
  };
}

export type Fields = {
  /** True where the form asks for it: one of an earlier release may not. */
  has(field: string): boolean;
  /** What was typed, trimmed; null where there is nothing. */
  text(field: string): string | null;
  document(field: string): Document;
  /** What was written in a field of either kind; null where there is nothing. */
  written(field: string): string | Document | null;
  /** The value of the one option chosen. */
  chosen(field: string): string | null;
  ticked(field: string): readonly string[];
  /** A calendar day, `2026-09-05`. */
  day(field: string): string | null;
  /** Epoch milliseconds. */
  instant(field: string): number | null;
  user(field: string): string | null;
  users(field: string): readonly string[];
  /** A channel's id. */
  conversation(field: string): string | null;
};

function filled(document: Document): Document | null {
  return isBlank(document) ? null : document;
}

const texts = z.object({ value: z.string().nullish() }).transform(({ value }) => value ?? null);
const richTexts = z
  .object({ rich_text_value: z.unknown() })
  .transform(({ rich_text_value }) => rich_text_value ?? null);
const options = z
  .object({ selected_option: z.object({ value: z.string() }).nullish() })
  .transform(({ selected_option }) => selected_option?.value ?? null);
const ticks = z
  .object({ selected_options: z.array(z.object({ value: z.string() })).nullish() })
  .transform(({ selected_options }) => (selected_options ?? []).map(({ value }) => value));
const days = z
  .object({ selected_date: z.string().nullish() })
  .transform(({ selected_date }) => selected_date ?? null);
const instants = z
  .object({ selected_date_time: z.number().nullish() })
  .transform(({ selected_date_time: seconds }) => (seconds ? seconds * 1000 : null));
const users = z
  .object({ selected_user: z.string().nullish() })
  .transform(({ selected_user }) => selected_user ?? null);
const conversations = z
  .object({ selected_conversation: z.string().nullish() })
  .transform(({ selected_conversation }) => selected_conversation ?? null);
const manyUsers = z
  .object({ selected_users: z.array(z.string()).nullish() })
  .transform(({ selected_users }) => selected_users ?? []);
