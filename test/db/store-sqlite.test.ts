import { describe } from 'vitest';
import { burstContract } from './support/burst-contract.ts';
import { commitContract } from './support/commit-contract.ts';
import { deliveryContract } from './support/delivery-contract.ts';
import { draftContract } from './support/draft-contract.ts';
import { sqliteDatabase } from './support/harness.ts';
import { noticeContract } from './support/notice-contract.ts';
import { queryContract } from './support/query-contract.ts';
import { verifyContract } from './support/verify-contract.ts';

describe('the store on SQLite', () => {
  commitContract(sqliteDatabase);
  burstContract(sqliteDatabase);
  noticeContract(sqliteDatabase);
  deliveryContract(sqliteDatabase);
  queryContract(sqliteDatabase);
  draftContract(sqliteDatabase);
  verifyContract(sqliteDatabase, 40);
});
