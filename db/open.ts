import type { Store } from '../src/shell/store.ts';
import { makeStore } from './store.ts';
import type { Driver } from './unit.ts';

/**
 * Opens the store at an address: `file:<path>`, `file::memory:` for one that is gone when closed,
 * or `postgres://…`. Brings its tables up to date. Throws where it cannot be opened, or is newer
 * than the program.
 */
export async function openStore(databaseUrl: string): Promise<Store> {
  return makeStore(await openDriver(databaseUrl));
}

/** The database beneath a store, for those who look at its tables: the check, and tests. */
export async function openDriver(databaseUrl: string): Promise<Driver> {
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) {
    // Loaded only where it is used: who keeps to SQLite need not have it.
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(databaseUrl);
  }
  const { openSqlite } = await import('./sqlite.ts');
  return openSqlite(databaseUrl);
}
