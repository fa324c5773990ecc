import { html, raw } from 'hono/html';
import type { Html } from './reader.ts';

/** Attributes by name: true stands alone, false and undefined are left out. Names are ours. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Attributes of a tag, each with a blank before it; the values are escaped. */
export function attributes(given: Attributes): Html {
  return html`${Object.entries(given).map(([name, value]) => {
    if (value === undefined || value === false) return '';
    return value === true ? html` ${raw(name)}` : html` ${raw(name)}="${value}"`;
  })}`;
}
