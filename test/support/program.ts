import { MONDAY } from './time.ts';
import { createLog } from '../../src/log.ts';
import { startProgram, type Program } from '../../src/program.ts';
import { app, worldSeed } from '../../src/sandbox/world.ts';
import { startPretendSlack, type PretendSlack } from '../../src/sandbox/slack/pretend-slack.ts';
import type { PretendSlackOptions } from '../../src/sandbox/slack/pretend-slack.ts';

export { DAY, HOUR, MONDAY } from './time.ts';

export type Running = {
  readonly slack: PretendSlack;
  readonly program: Program;
  /** Moves both clocks, does what that makes due, and waits until it is sent. */
  advance(ms: number): Promise<void>;
  /** Waits until everything that is due was sent. */
  settle(): Promise<void>;
  stop(): Promise<void>;
};

type Options = {
  readonly transport?: 'http' | 'socket';
  readonly database?: string;
  readonly slack?: Partial<PretendSlackOptions>;
  /** Where the program finds Slack's Web API, if not at the pretend Slack itself. */
  readonly slackApiUrl?: (slack: PretendSlack) => string | Promise<string>;
  /** What takes the lines of the log, from level info on. */
  readonly log?: (line: string) => void;
};

/**
 * The real program and a pretend Slack, over the wire, with one clock. The database is in memory
 * unless a file is given.
 */
export async function startWillowBank(options: Options = {}): Promise<Running> {
  const slack = await startPretendSlack({ world: worldSeed(), now: MONDAY, ...options.slack });
  const program = await startProgramFor(slack, options);
  return {
    slack,
    program,
    async advance(ms) {
      await program.drain();
      slack.clock.advance(ms);
      await program.catchUp();
    },
    settle: () => program.drain(),
    async stop() {
      await program.stop();
      await slack.close();
    },
  };
}

/** The program alone, for a Slack that is there: another one after a stop, on the same database. */
export async function startProgramFor(
  slack: PretendSlack,
  options: Omit<Options, 'slack'> = {},
): Promise<Program> {
  const { transport = 'http', database = ':memory:' } = options;
  const slackApiUrl = (await options.slackApiUrl?.(slack)) ?? slack.url;
  const program = await startProgram({
    config: {
      slackBotToken: app.botToken,
      transport:
        transport === 'http'
          ? { kind: 'http', signingSecret: app.signingSecret }
          : { kind: 'socket', appToken: app.appToken },
      slackApiUrl,
      database: { kind: 'sqlite', file: database },
      port: 0,
      host: '127.0.0.1',
      logLevel: 'silent',
    },
    log: options.log
      ? createLog({ level: 'info', write: options.log })
      : createLog({ level: process.env['TEST_LOG'] ?? 'silent' }),
    now: () => slack.clock.now(),
  });
  const http = `http://127.0.0.1:${program.address.port}/slack/events`;
  slack.deliverTo(transport === 'http' ? { http } : 'socket');
  return program;
}
