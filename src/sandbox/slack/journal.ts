import type { JsonObject } from './json.ts';

/** Something that happened in the pretend Slack, in the order in which it happened. */
export type JournalEntry = { readonly seq: number; readonly at: number } & Happening;

export type Happening =
  | {
      readonly kind: 'call';
      readonly method: string;
      /** The arguments, without the token. */
      readonly args: JsonObject;
      /** Undefined where no answer was sent (a fault). */
      readonly answer: JsonObject | undefined;
      readonly status: number;
      readonly fault?: string;
    }
  | {
      readonly kind: 'delivery';
      readonly id: string;
      readonly transport: 'http' | 'socket';
      /** slash_commands, block_actions, view_submission, or the name of an event. */
      readonly name: string;
      readonly payload: JsonObject;
      readonly attempt: number;
      readonly fault?: string;
    }
  | {
      readonly kind: 'receipt';
      readonly id: string;
      readonly name: string;
      readonly outcome: 'acked' | 'timeout' | 'refused' | 'unreachable';
      readonly status?: number;
      readonly body?: JsonObject;
      readonly tookMs: number;
    }
  | { readonly kind: 'response_url'; readonly args: JsonObject; readonly answer: JsonObject }
  | { readonly kind: 'socket'; readonly what: string; readonly connections: number }
  | { readonly kind: 'clock'; readonly now: number }
  | Change;

/** A screen has changed: whose, and where. `who` left out means everybody in the channel. */
export type Change = {
  readonly kind: 'change';
  readonly what: 'message' | 'ephemeral' | 'modal' | 'home' | 'channel' | 'user' | 'app';
  readonly who?: string;
  readonly channel?: string;
  readonly ts?: string;
};

/** The journal: read it, follow it, or wait for it. */
export type Journal = {
  readonly entries: readonly JournalEntry[];
  /** Calls `listener` with each new entry. Answers how to stop. */
  subscribe(listener: (entry: JournalEntry) => void): () => void;
  /** The Web API calls of one method, in order. */
  calls(method: string): readonly (JournalEntry & { kind: 'call' })[];
  /** The deliveries with one name, in order. */
  deliveries(name: string): readonly (JournalEntry & { kind: 'delivery' })[];
};

/** The journal as the pretend Slack itself holds it. */
export type OpenJournal = Journal & { write(happening: Happening): void; clear(): void };

/** Opens an empty journal that keeps the latest `keep` entries. */
export function openJournal(now: () => number, keep = 100_000): OpenJournal {
  const entries: JournalEntry[] = [];
  const listeners = new Set<(entry: JournalEntry) => void>();
  let seq = 0;
  return {
    entries,
    write(happening) {
      seq += 1;
      const entry: JournalEntry = { seq, at: now(), ...happening };
      entries.push(entry);
      if (entries.length > keep) entries.splice(0, entries.length - keep);
      for (const listener of listeners) listener(entry);
    },
    clear: () => void entries.splice(0),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    calls: (method) =>
      entries.filter((entry) => entry.kind === 'call').filter((entry) => entry.method === method),
    deliveries: (name) =>
      entries.filter((entry) => entry.kind === 'delivery').filter((entry) => entry.name === name),
  };
}
