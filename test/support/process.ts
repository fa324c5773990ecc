import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { app } from '../../src/sandbox/world.ts';
import type { PretendSlack } from '../../src/sandbox/slack/pretend-slack.ts';

export type TransportKind = 'http' | 'socket';

/** `src/main.ts` as an operator starts it, in a process of its own. */
export type StartedProcess = {
  /** The lines of its log so far, parsed. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  readonly errors: () => string;
  /** Resolves when its log says so; throws where the process ends before. */
  logged(message: string): Promise<Readonly<Record<string, unknown>>>;
  kill(signal: NodeJS.Signals): void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
};

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
const LOGGED_WITHIN_MS = 15_000;
/** A start takes most of its time to read the program: what was read once is kept for the next. */
const ENVIRONMENT = {
  TZ: 'UTC',
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: join(tmpdir(), 'consent-rounds-compile-cache'),
};

const entrySchema = z.record(z.string(), z.unknown());

/** Starts the program with these variables and nothing of the environment of the tests. */
export function startProcess(
  variables: Readonly<Record<string, string>>,
  { nodeOptions = [], cwd }: { nodeOptions?: readonly string[]; cwd?: string } = {},
): StartedProcess {
  const child = spawn(process.execPath, [...nodeOptions, MAIN], {
    env: { ...ENVIRONMENT, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  const log: Readonly<Record<string, unknown>>[] = [];
  const watching = new Set<() => void>();
  let [errors, rest, hasEnded] = ['', '', false];
  const changed = () => {
    for (const look of watching) look();
  };
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  child.stdout.on('data', (part: Buffer) => {
    const lines = (rest + part.toString()).split('\n');
    rest = lines.pop() ?? '';
    log.push(...lines.map((line) => entrySchema.parse(JSON.parse(line))));
    changed();
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('close', (code, signal) => {
      hasEnded = true;
      changed();
      resolve(signal ?? code);
    }),
  );
  return {
    ...{ log, ended },
    errors: () => errors,
    kill: (signal) => void child.kill(signal),
    logged: (message) =>
      new Promise((resolve, reject) => {
        const stop = (settle: () => void) => {
          clearTimeout(timer);
          watching.delete(look);
          settle();
        };
        const lost = (why: string) =>
          stop(() => reject(new Error(`“${message}” ${why}: ${errors}${JSON.stringify(log)}`)));
        const timer = setTimeout(() => lost('was not logged in time'), LOGGED_WITHIN_MS);
        const look = () => {
          const entry = log.find(({ msg }) => msg === message);
          if (entry) stop(() => resolve(entry));
          else if (hasEnded) lost('was never logged');
        };
        watching.add(look);
        look();
      }),
  };
}

/** The variables with which the program serves a pretend Slack, on any free port. */
export function variablesFor(
  { url }: Pick<PretendSlack, 'url'>,
  transport: TransportKind,
  database = ':memory:',
): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: app.botToken,
    ...(transport === 'http'
      ? { SLACK_SIGNING_SECRET: app.signingSecret }
      : { SLACK_APP_TOKEN: app.appToken }),
    SLACK_API_URL: url,
    DATABASE_URL: `file:${database}`,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
  };
}

export const READY = 'Consent Rounds is ready';

/** Starts the program, waits until it is ready, and lets Slack's requests go to it. */
export async function startReady(
  slack: PretendSlack,
  transport: TransportKind,
  database?: string,
  nodeOptions: readonly string[] = [],
): Promise<StartedProcess & { readonly port: number }> {
  const started = startProcess(variablesFor(slack, transport, database), { nodeOptions });
  const ready = await started.logged(READY);
  const port = Number(String(ready['listening']).split(':').at(-1));
  slack.deliverTo(
    transport === 'socket' ? 'socket' : { http: `http://127.0.0.1:${port}/slack/events` },
  );
  return { ...started, port };
}
