import type { JsonObject } from '../json.ts';

/**
 * What a person enters into one element: text, an option's value or visible label, a user or
 * channel id, a date `YYYY-MM-DD`, a time `HH:mm`, Unix seconds, several of them, a whole
 * rich_text block, or null to empty it.
 */
export type FormValue = string | number | readonly string[] | JsonObject | null;

/** Values by block_id, by action_id, or by the visible label of the input. */
export type FormValues = Readonly<Record<string, FormValue>>;
