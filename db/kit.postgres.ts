import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Kit } from './kit.sqlite.ts';

/** Milliseconds since 1970 in the program, `timestamptz` in the database. */
const instant = customType<{ data: number; driverData: string | null }>({
  dataType: () => 'timestamp(3) with time zone',
  toDriver: (at) => (at === null ? null : new Date(at).toISOString()),
  fromDriver: (text) => instantFrom(text),
});

/**
 * Plain data as JSON. The type is `json` and not `jsonb`, because it must come back as it was
 * written: `jsonb` refuses some of what people can type.
 */
const json = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'json',
  toDriver: (value) => (value === null ? null : JSON.stringify(value)),
});

const kit = {
  table: pgTable,
  text: () => text(),
  integer: () => integer(),
  long: () => bigint({ mode: 'number' }),
  boolean: () => boolean(),
  instant: () => instant(),
  json: () => json(),
  serial: () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  index,
  uniqueIndex,
  primaryKey,
};

/**
 * The same makers for PostgreSQL. They are given SQLite's types once, here, so that every query is
 * written and typed a single time; what keeps this honest is that queries are awaited or handed to
 * the driver, and never run by methods that only SQLite has.
 */
export const postgresKit = kit as unknown as Kit;

/** PostgreSQL writes `2026-11-23 14:09:00.123+00`. */
function instantFrom(text: string | null): number {
  const iso = String(text)
    .replace(' ', 'T')
    .replace(/([+-]\d{2})$/, '$1:00');
  const at = Date.parse(iso);
  if (Number.isNaN(at)) throw new Error(`The database gave an instant in an unknown form: ${text}`);
  return at;
}
