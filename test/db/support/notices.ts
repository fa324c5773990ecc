import { expect } from 'vitest';
import { roundId, type RoundId } from '../../../src/core/ids.ts';
import type { LeasedNotice, NewNotice, Store } from '../../../src/shell/store.ts';
import { HOUR, MONDAY, team } from './bakery.ts';

/** How long a worker in these tests takes notices for. */
export const LEASE = HOUR;

type NoticeOptions = {
  readonly stream?: string;
  readonly createdAt?: number;
  readonly dueAt?: number;
  readonly roundId?: RoundId;
};

/** A notice with this key, alone in its stream unless said otherwise. */
export function notice(key: string, options: NoticeOptions = {}): NewNotice {
  const { stream = key, createdAt = MONDAY, dueAt = MONDAY } = options;
  const { roundId: round = roundId(`round of ${key}`) } = options;
  return { key, stream, teamId: team, notice: { kind: 'card', roundId: round }, createdAt, dueAt };
}

export function keys(leased: readonly LeasedNotice[]): string[] {
  return leased.map(({ key }) => key);
}

/** Takes what is due, which must be exactly this. */
export async function take<const Keys extends readonly string[]>(
  store: Store,
  expected: Keys,
  now = MONDAY,
): Promise<{ [Index in keyof Keys]: LeasedNotice }> {
  const leased = await store.leaseNotices(now, 99, LEASE);
  expect(keys(leased)).toEqual(expected);
  return leased as { [Index in keyof Keys]: LeasedNotice };
}
