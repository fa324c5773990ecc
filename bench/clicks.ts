/**
 * How many answers a second are on disk before Slack gets its ack, against Bolt that only acks.
 * Both run on this machine in turn; read the ratio, because absolute times mean little on shared
 * machines. `npm run bench`.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { Pool } from 'undici';
import { clickNumber } from './load.ts';

const CONNECTIONS = 32;
const WARM_UP_MS = 1_000;
const RUN_MS = 4_000;
const RUNS = 3;

type Measured = { readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number };

/** Takes the private receipts, so that the bot's own part is measured and not a pretend Slack's. */
const sink = createServer((request, response) => {
  request.resume().on('end', () => response.end('ok'));
}).listen(0, '127.0.0.1');
await once(sink, 'listening');
const responseUrl = `http://127.0.0.1:${(sink.address() as AddressInfo).port}/`;

const results: Record<'bare' | 'bot', Measured[]> = { bare: [], bot: [] };
for (let run = 0; run < RUNS; run += 1) {
  for (const mode of ['bare', 'bot'] as const) results[mode].push(await measure(mode));
}
const bare = median(results.bare);
const bot = median(results.bot);
say('Bolt, ack only      ', bare);
say('Consent Rounds, FULL', bot);
process.stdout.write(`ratio ${(bot.perSecond / bare.perSecond).toFixed(2)}\n`);
sink.close();

async function measure(mode: 'bare' | 'bot'): Promise<Measured> {
  const server = fork(new URL('server.ts', import.meta.url), [mode]);
  const port = await new Promise<number>((resolve, reject) => {
    server.once('message', (message) => resolve((message as { port: number }).port));
    server.once('exit', (code) => reject(new Error(`the ${mode} server ended with ${code}`)));
  });
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS });
  let next = 0;
  const run = async (forMs: number) => {
    const times: number[] = [];
    const until = performance.now() + forMs;
    const worker = async () => {
      while (performance.now() < until) times.push(await click(pool, next++));
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, worker));
    return times;
  };
  await run(WARM_UP_MS);
  const times = (await run(RUN_MS)).toSorted((one, other) => one - other);
  await pool.close();
  server.removeAllListeners('exit');
  server.kill('SIGKILL');
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond: times.length / (RUN_MS / 1_000), p50Ms: at(0.5), p99Ms: at(0.99) };
}

async function click(pool: Pool, index: number): Promise<number> {
  const { headers, body } = clickNumber(index, responseUrl);
  const startedAt = performance.now();
  const answer = await pool.request({ path: '/slack/events', method: 'POST', headers, body });
  await answer.body.dump();
  if (answer.statusCode !== 200) throw new Error(`a click was answered ${answer.statusCode}`);
  return performance.now() - startedAt;
}

function median(runs: readonly Measured[]): Measured {
  const sorted = runs.toSorted((one, other) => one.perSecond - other.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('Nothing was measured');
  return middle;
}

function say(name: string, { perSecond, p50Ms, p99Ms }: Measured): void {
  const times = `p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`;
  process.stdout.write(`${name}  ${perSecond.toFixed(0)} a second, ${times}\n`);
}
