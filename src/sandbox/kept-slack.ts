import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { PretendSlack } from './slack/pretend-slack.ts';
import type { SlackState } from './slack/state/state.ts';

/** What of a pretend Slack outlives it: all that people would find again in the real one. */
export type KeptSlack = {
  /** Where its clock stood, in epoch milliseconds. */
  readonly now: number;
  readonly idsTaken: number;
  readonly state: Pick<SlackState, (typeof KEPT_PARTS)[number]>;
};

const KEPT_PARTS = ['users', 'channels', 'messages', 'homes'] as const;

/** Writes a pretend Slack into a file, whole or not at all. */
export function keepSlack(slack: PretendSlack, file: string): void {
  const { users, channels, messages, homes } = slack.state;
  const kept: KeptSlack = {
    now: slack.clock.now(),
    idsTaken: slack.idsTaken(),
    state: { users, channels, messages, homes },
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, serialize(kept));
  renameSync(`${file}.new`, file);
}

/** Reads what was kept; undefined where there is nothing. */
export function readKeptSlack(file: string): KeptSlack | undefined {
  return existsSync(file) ? (deserialize(readFileSync(file)) as KeptSlack) : undefined;
}

/** Puts what was kept into a pretend Slack that has just started. */
export function restoreSlack(slack: PretendSlack, kept: KeptSlack): void {
  const { users, channels, messages, homes } = kept.state;
  refill(slack.state.users, users);
  refill(slack.state.channels, channels);
  refill(slack.state.messages, messages);
  for (const message of [...slack.state.messages.values()].flat()) {
    // What was kept by an earlier release has none.
    message.reactions ??= [];
  }
  refill(slack.state.homes, homes);
}

/** Removes a database and the pretend Slack that goes with it. */
export function forget(database: string): void {
  for (const ending of ['', '-wal', '-shm', SLACK_ENDING]) {
    rmSync(`${database}${ending}`, { force: true });
  }
}

/** What follows the name of the database in the name of the pretend Slack's file. */
export const SLACK_ENDING = '.slack';

function refill<Key, Value>(map: Map<Key, Value>, kept: ReadonlyMap<Key, Value>): void {
  map.clear();
  for (const [key, value] of kept) map.set(key, value);
}
