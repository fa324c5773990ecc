import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDriver } from '../../db/open.ts';
import { verifyStore, type Difference } from '../../db/verify.ts';

/** A database file of its own for one test. */
export type DiskFile = {
  readonly file: string;
  /** Replays all history in it and compares it with every table; for when nobody writes to it. */
  differences(): Promise<Difference[]>;
  remove(): void;
};

/** A place on the disk for a database that is not there yet. */
export function diskFile(): DiskFile {
  const folder = mkdtempSync(join(tmpdir(), 'consent-rounds-'));
  const file = join(folder, 'rounds.db');
  return {
    file,
    async differences() {
      const driver = await openDriver(`file:${file}`);
      const found = await verifyStore(driver);
      await driver.close();
      return found;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
