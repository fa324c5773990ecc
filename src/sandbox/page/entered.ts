import { TZDate } from '@date-fns/tz';
import type { FormValue } from '../slack/person/form-value.ts';
import { richTextWritten } from './rich-text-field.ts';

/** What the page's script read out of a field. */
export type Entered = {
  readonly type: string;
  readonly value: string | readonly string[] | null;
};

/** What reading a field takes beside it: the person's zone, and whom `@names` mean. */
export type EnteredBy = { readonly zone: string; readonly people: ReadonlyMap<string, string> };

/** A field's content in the form in which Slack's own client would hold it. */
export function enteredValue({ type, value }: Entered, by: EnteredBy): FormValue {
  if (value === null || typeof value !== 'string') return value;
  if (type === 'rich_text_input') return richTextWritten(value, by.people);
  if (type === 'datetimepicker') return secondsOf(value, by.zone);
  return value === '' ? null : value;
}

/** Unix seconds of what the clock on the person's wall shows, `2026-03-20T17:00`. */
function secondsOf(value: string, zone: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(value);
  if (match === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1).map(Number);
  const at = new TZDate(year, month - 1, day, hour, minute, zone).getTime();
  return Math.floor(at / 1000);
}
