import { afterAll, beforeAll, describe } from 'vitest';
import { burstContract } from './support/burst-contract.ts';
import { commitContract } from './support/commit-contract.ts';
import { deliveryContract } from './support/delivery-contract.ts';
import { draftContract } from './support/draft-contract.ts';
import { postgresDatabases } from './support/harness.ts';
import { noticeContract } from './support/notice-contract.ts';
import { postgresContract } from './support/postgres-contract.ts';
import { startPostgres, withoutPostgres } from './support/postgres-server.ts';
import type { PostgresServer } from './support/postgres-server.ts';
import { queryContract } from './support/query-contract.ts';
import { verifyContract } from './support/verify-contract.ts';

describe.skipIf(withoutPostgres)('the store on PostgreSQL', () => {
  let server: PostgresServer | null = null;

  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server?.stop());

  const openDatabase = postgresDatabases(async () => {
    if (!server) throw new Error('PostgreSQL has not been started');
    return server.createDatabase();
  });
  commitContract(openDatabase);
  burstContract(openDatabase);
  noticeContract(openDatabase);
  deliveryContract(openDatabase);
  queryContract(openDatabase);
  draftContract(openDatabase);
  verifyContract(openDatabase, 6);
  postgresContract(openDatabase);
});
