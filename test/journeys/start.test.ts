import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import { channels, people, worldSeed } from '../../src/sandbox/world.ts';
import { startPretendSlack, type PretendSlack } from '../../src/sandbox/slack/pretend-slack.ts';
import {
  READY,
  startProcess,
  startReady,
  variablesFor,
  type StartedProcess,
} from '../support/process.ts';
import { send } from '../support/slack-request.ts';

const transports = ['http', 'socket'] as const;

let slack: PretendSlack;
let folder: string;
const begun: StartedProcess[] = [];

/** Lets the process reject a promise that nobody awaits, when it is told to. */
const rejectsOnSignal = `--import=data:text/javascript,${encodeURIComponent(
  "process.on('SIGUSR2', () => void Promise.reject(new Error('lost xoxb-1-2')))",
)}`;

beforeAll(async () => {
  slack = await startPretendSlack({ world: worldSeed() });
  folder = mkdtempSync(join(tmpdir(), 'consent-rounds-start-'));
});
afterEach(async () => {
  slack.faults.clear();
  for (const one of begun.splice(0)) {
    one.kill('SIGKILL');
    await one.ended;
  }
});
afterAll(async () => {
  await slack.close();
  rmSync(folder, { recursive: true });
});

/** Starts what cannot start: what it says to the operator, line by line. */
async function refusedStart(variables: Record<string, string>, cwd = folder): Promise<string[]> {
  const started = startProcess(variables, { cwd });
  const hangs = setTimeout(() => started.kill('SIGKILL'), 45_000);
  expect(await started.ended).toBe(1);
  clearTimeout(hangs);
  expect(started.log.map(({ level }) => level)).not.toContain('fatal');
  expect(started.errors()).not.toMatch(/^ {4}at /m);
  return started.errors().trimEnd().split('\n');
}

async function ready(transport: (typeof transports)[number], database?: string) {
  const started = await startReady(slack, transport, database, [rejectsOnSignal]);
  begun.push(started);
  return started;
}

describe.concurrent('a start that cannot be', { timeout: 60_000 }, () => {
  test('names each missing variable on a line of its own', async () => {
    const lines = await refusedStart({});
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^SLACK_BOT_TOKEN /);
    expect(lines[1]).toMatch(/^SLACK_SIGNING_SECRET /);
  });

  test('names each wrong variable, and never repeats its value', async () => {
    const variables = { ...variablesFor(slack, 'http'), PORT: 'abc', SLACK_BOT_TOKEN: 'xapp-no' };
    const lines = await refusedStart(variables);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['SLACK_BOT_TOKEN', 'PORT']);
    expect(lines.join()).not.toMatch(/abc|xapp-no/);
  });

  test('a .env that cannot be read is one line', async () => {
    const cwd = mkdtempSync(join(folder, 'env-'));
    // A folder in its place cannot be read by anybody, whoever runs the tests.
    mkdirSync(join(cwd, '.env'));
    const lines = await refusedStart(variablesFor(slack, 'http'), cwd);
    expect(lines).toEqual([expect.stringMatching(/^\.env is there but cannot be read/)]);
  });

  test('a token that Slack does not know is one line, with where to find it', async () => {
    const variables = { ...variablesFor(slack, 'http'), SLACK_BOT_TOKEN: 'xoxb-somebody-else' };
    const lines = await refusedStart(variables);
    expect(lines).toEqual([
      expect.stringMatching(/^Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\)\. Copy it/),
    ]);
  });

  test('an app token that Slack does not know is one line', async () => {
    const variables = { ...variablesFor(slack, 'socket'), SLACK_APP_TOKEN: 'xapp-somebody-else' };
    const lines = await refusedStart(variables);
    expect(lines).toEqual([expect.stringMatching(/^Slack refused SLACK_APP_TOKEN/)]);
  });

  test('a Slack that cannot be reached is one line', async () => {
    const closed = await freePort();
    const variables = variablesFor({ url: `http://127.0.0.1:${closed}/api/` }, 'http');
    expect(await refusedStart(variables)).toEqual([
      expect.stringMatching(/^Slack cannot be reached \(no_connection\)\. Check the network/),
    ]);
  });

  test.each(transports)('a port in use is one line, and the process ends (%s)', async (kind) => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const lines = await refusedStart({ ...variablesFor(slack, kind), PORT: String(port) });
    expect(lines).toEqual([
      `Port ${port} is in use by another program: stop that one, or set PORT to another.`,
    ]);
    taken.close();
  });

  test('a file that is no database is one line', async () => {
    const file = join(folder, 'novel.db');
    writeFileSync(file, 'It was a dark and stormy night. '.repeat(100));
    const lines = await refusedStart(variablesFor(slack, 'http', file));
    expect(lines).toEqual([
      'The database cannot be opened (file is not a database). Check DATABASE_URL.',
    ]);
  });
});

describe.each(transports)('over %s', (transport) => {
  test('is ready with one line, and answers for its health', async () => {
    const program = await ready(transport, join(folder, `ready-${transport}.db`));
    const lines = program.log.filter(({ msg }) => msg === READY);
    expect(lines).toEqual([
      expect.objectContaining({
        teamId: 'TWILLOW',
        workspace: 'Willow Bank Care Co-op',
        bot: expect.any(String),
        transport: transport === 'http' ? 'http' : 'socket mode',
        database: 'sqlite',
        listening: `127.0.0.1:${program.port}`,
        readyInMs: expect.any(Number),
      }),
    ]);
    const health = await send(program.port, { method: 'GET', path: '/healthz' });
    expect(health.status).toBe(200);
    expect(JSON.parse(health.body)).toMatchObject({ status: 'ok', database: 'ok', reasons: [] });
    expect(program.errors()).toBe('');

    // A fault that nobody took care of ends it, and its secret stays out of the log.
    program.kill('SIGUSR2');
    expect(await program.ended).toBe(1);
    const line = program.log.find(({ level }) => level === 'fatal');
    expect(line).toMatchObject({ msg: 'a fault that nobody took care of' });
    expect(JSON.stringify(program.log)).toContain('lost xox[hidden]');
    expect(JSON.stringify(program.log)).not.toContain('xoxb-1-2');
  });

  test('finishes the request in flight and the notices being sent, then exits 0', async () => {
    const file = join(folder, `stop-${transport}.db`);
    const program = await ready(transport, file);
    await slack.command(people.ana, channels.willow, '/circle');
    await slack.until(() => slack.screenOf(people.ana).modal?.submit);
    const [posting, opening] = [Promise.withResolvers(), Promise.withResolvers()];
    slack.faults.method('chat.postMessage', 1, { until: posting.promise });
    await slack.submit(people.ana, { name: `Team ${transport}`, aim: 'Good days at home' });
    slack.faults.method('views.open', 1, { until: opening.promise });
    await slack.until(() => slack.faults.methodsLeft('chat.postMessage') === 0);
    const asked = slack.command(people.ben, channels.general, '/circle');
    await slack.until(() => slack.faults.methodsLeft('views.open') === 0);

    program.kill('SIGTERM');
    await program.logged('stopping');
    opening.resolve(null);
    posting.resolve(null);
    expect(await asked).toMatchObject({ kind: 'acked' });
    expect(await program.ended).toBe(0);
    expect(program.errors()).toBe('');
    expect(slack.screenOf(people.ben).modal?.title).toBe('Set up a circle');
    const news = slack.screenOf(people.ana).messages(channels.willow);
    expect(news.filter(({ text }) => text.includes(`Team ${transport}`))).toHaveLength(1);

    // What was sent is known to be sent: the next start has nothing to send again.
    const store = await openStore(`file:${file}`);
    expect(await store.nextNoticeAt()).toBeNull();
    await store.close();
  });
});

/** A port at which nobody listens: taken, and given back. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
