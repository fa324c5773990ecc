import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActLog, openActLog } from './act.ts';
import { forget, keepSlack, readKeptSlack, SLACK_ENDING } from './kept-slack.ts';
import { type Running, startRunning } from './running.ts';
import { seedWillowBank, STORY_BEGINS_AT } from './seed.ts';
import type { JournalEntry } from './slack/journal.ts';
import type { PretendSlack } from './slack/pretend-slack.ts';
import { openStoredLog } from './stored.ts';
import { moveTo, nextDeadline } from './time-travel.ts';

const HOUR_MS = 3_600_000;
/** How long after a change the pretend Slack is written to its file. */
const KEEP_AFTER_MS = 1_000;

/** Where the clock of the sandbox can be moved. */
export const MOVES = ['hour', 'day', 'deadline'] as const;
/** One of the ways to move the clock. */
export type Move = (typeof MOVES)[number];

/** An entry of the journal, or that the whole world is another one now. */
export type Change = JournalEntry | 'started over';

/** What the page stands on: a world that runs, and can be begun anew. */
export type Sandbox = {
  /** The pretend Slack of now; another one after a new start. */
  readonly slack: PretendSlack;
  readonly acts: ActLog;
  /** Names the world, so that a window knows when its own is gone. */
  readonly world: string;
  /** The next deadline of any open round, in epoch milliseconds. */
  nextDeadline(): Promise<number | null>;
  /** Moves the clock on, and does all that falls due on the way. */
  move(to: Move): Promise<void>;
  /** Back to the world as it was at first. */
  startOver(): Promise<void>;
  /** Calls `listener` with each change, across new starts. Answers how to stop. */
  follow(listener: (change: Change) => void): () => void;
  stop(): Promise<void>;
};

export type SandboxOptions = {
  /** A database file that outlives the sandbox; undefined for one that is gone at the end. */
  readonly keep?: string | undefined;
};

/** Starts the world of Willow Bank in the middle of its life, or goes on where it was kept. */
export async function startSandbox({ keep }: SandboxOptions = {}): Promise<Sandbox> {
  const folder = keep === undefined ? mkdtempSync(join(tmpdir(), 'consent-sandbox-')) : undefined;
  const database = keep ?? join(folder ?? '', 'sandbox.db');
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change);
  };
  let world = await begin(database, tell);
  const inTurn = oneAfterAnother();
  return {
    get slack() {
      return world.running.slack;
    },
    get acts() {
      return world.acts;
    },
    get world() {
      return world.name;
    },
    nextDeadline: () => nextDeadline(world.running),
    move: (to) => inTurn(() => move(world.running, to)),
    startOver: () =>
      inTurn(async () => {
        await world.end();
        forget(database);
        world = await begin(database, tell);
        tell('started over');
      }),
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () =>
      inTurn(async () => {
        await world.end();
        if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      }),
  };
}

/** Worlds are exchanged, and the clock is moved, each when the one before is done. */
function oneAfterAnother(): (run: () => Promise<void>) => Promise<void> {
  let turn: Promise<unknown> = Promise.resolve();
  return (run) => {
    const done = turn.then(run, run);
    turn = done.catch(() => undefined);
    return done;
  };
}

type World = {
  readonly name: string;
  readonly running: Running;
  readonly acts: ActLog;
  end(): Promise<void>;
};

let begun = 0;

async function begin(database: string, tell: (entry: JournalEntry) => void): Promise<World> {
  const file = `${database}${SLACK_ENDING}`;
  const kept = readKeptSlack(file);
  if (kept === undefined) forget(database);
  const running = await startRunning({ database, now: STORY_BEGINS_AT, kept });
  if (kept === undefined) await seedWillowBank(running);
  const { slack } = running;
  const save = keeper(() => keepSlack(slack, file));
  slack.journal.subscribe((entry) => {
    save.soon();
    tell(entry);
  });
  save.now();
  begun += 1;
  return {
    name: `${process.pid}-${begun}`,
    running,
    acts: openActLog(slack, await openStoredLog(running)),
    async end() {
      await running.stop();
      save.last();
    },
  };
}

/** Saves at once, a moment after the first of several changes, or once more and never again. */
function keeper(save: () => void): { soon(): void; now(): void; last(): void } {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (!isOver) save();
  };
  return {
    now,
    soon: () => void (timer ??= setTimeout(now, KEEP_AFTER_MS).unref()),
    last() {
      now();
      isOver = true;
    },
  };
}

async function move(running: Running, to: Move): Promise<void> {
  const now = running.slack.clock.now();
  if (to === 'hour') return moveTo(running, now + HOUR_MS);
  if (to === 'day') return moveTo(running, now + 24 * HOUR_MS);
  const deadline = await nextDeadline(running);
  if (deadline !== null) await moveTo(running, deadline);
}
