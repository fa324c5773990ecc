import {
  customType,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/** Milliseconds since 1970 in UTC. */
const instant = customType<{ data: number; driverData: number }>({
  dataType: () => 'integer',
});

/** Plain data as JSON text; null stays null, also in prepared statements. */
const json = customType<{ data: unknown; driverData: string | null }>({
  dataType: () => 'text',
  toDriver: (value) => (value === null ? null : JSON.stringify(value)),
  fromDriver: (value): unknown => (value === null ? null : JSON.parse(value)),
});

/**
 * The makers of tables and columns that `tables.ts` is written with, for SQLite. The queries are
 * typed by this kit, for both databases.
 */
export const sqliteKit = {
  table: sqliteTable,
  text: () => text(),
  integer: () => integer(),
  /** A whole number that may outgrow 32 bits. */
  long: () => integer(),
  boolean: () => integer({ mode: 'boolean' }),
  instant: () => instant(),
  json: () => json(),
  /** A key that the database counts up itself and never gives twice. */
  serial: () => integer().primaryKey({ autoIncrement: true }),
  index,
  uniqueIndex,
  primaryKey,
};

export type Kit = typeof sqliteKit;
