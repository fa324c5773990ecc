/**
 * The server side of the click benchmark, in a process of its own: `bare` is Bolt with one listener
 * that only acks; `bot` is the whole program on a database file, with rounds to answer in.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { documentOfText } from '../src/core/document-of-text.ts';
import { channelId, circleId, memberId, roundId } from '../src/core/ids.ts';
import { createLog } from '../src/log.ts';
import { startProgram, type Program } from '../src/program.ts';
import { startPretendSlack } from '../src/sandbox/slack/pretend-slack.ts';
import { app, channels, worldSeed } from '../src/sandbox/world.ts';
import { MEMBERS, ROUNDS, SIGNING_SECRET } from './load.ts';

const DAY = 86_400_000;
const mode = process.argv[2];
process.send?.({ port: await (mode === 'bare' ? bare() : bot()) });

async function bare(): Promise<number> {
  const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, logLevel: LogLevel.ERROR });
  const bolt = new App({
    receiver,
    authorize: async () => ({ botToken: 'xoxb-bench', botUserId: 'UBOT', teamId: 'TWILLOW' }),
    logLevel: LogLevel.ERROR,
  });
  bolt.action({ type: 'block_actions' }, async ({ ack }) => ack());
  const server = (await bolt.start(0)) as { address(): { port: number } };
  return server.address().port;
}

async function bot(): Promise<number> {
  const slack = await startPretendSlack({ world: worldSeed(), rateLimits: false });
  const folder = mkdtempSync(join(tmpdir(), 'consent-bench-'));
  const program = await startProgram({
    config: {
      slackBotToken: app.botToken,
      transport: { kind: 'http', signingSecret: SIGNING_SECRET },
      slackApiUrl: slack.url,
      database: { kind: 'sqlite', file: join(folder, 'bench.db') },
      port: 0,
      host: '127.0.0.1',
      logLevel: 'error',
    },
    log: createLog({ level: 'error' }),
  });
  await openRounds(program);
  return program.address.port;
}

async function openRounds({ performer, identity }: Program): Promise<void> {
  const id = circleId('c_bench');
  const deciders = Array.from({ length: MEMBERS }, (_, index) => memberId(`UM${index}`));
  const first = deciders[0] ?? memberId('UM0');
  const at = Date.now();
  await performer.onCircle(id, {
    ...{ type: 'create_circle', id, at, by: first, teamId: identity.teamId },
    channelId: channelId(channels.willow),
    form: {
      settings: {
        name: 'Bench',
        aim: 'To be fast enough.',
        calendar: { timeZone: 'UTC', workingWeekdays: [1, 2, 3, 4, 5, 6, 7], closedDays: [] },
        windowDays: 7,
        minimumHours: 72,
        closing: 'facilitator',
        graceHours: 2,
        namesWaiting: false,
      },
      roster: deciders.map((member) => ({ id: member, status: 'full' })),
      facilitators: [first],
    },
  });
  const noon = Math.ceil((at + 7 * DAY) / DAY) * DAY + DAY / 2;
  for (let round = 0; round < ROUNDS; round += 1) {
    const opened = await performer.propose(id, {
      id: roundId(`r_bench_${round}`),
      ...{ at, by: first },
      form: {
        title: `Round ${round}`,
        need: 'To measure.',
        document: documentOfText('We measure.'),
        owner: first,
        reviewOn: new Date(at + 90 * DAY).toISOString().slice(0, 10),
        deadlineAt: noon,
        replaces: null,
      },
    });
    if ('refused' in opened) throw new Error(`refused: ${JSON.stringify(opened.refused)}`);
  }
}
