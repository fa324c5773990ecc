import { createLog } from '../log.ts';
import { type Program, startProgram } from '../program.ts';
import { type KeptSlack, restoreSlack } from './kept-slack.ts';
import { type PretendSlack, startPretendSlack } from './slack/pretend-slack.ts';
import { app, worldSeed } from './world.ts';

/** The real program and the pretend Slack in front of it, with one clock. */
export type Running = {
  readonly slack: PretendSlack;
  readonly program: Program;
  stop(): Promise<void>;
};

export type RunningOptions = {
  /** A path, or `:memory:`. */
  readonly database: string;
  /** Epoch milliseconds at which the clock starts. */
  readonly now: number;
  /** An earlier pretend Slack, whose state is taken up again. */
  readonly kept?: KeptSlack | undefined;
};

/** Starts both, over the wire on 127.0.0.1. The program's faults go to standard error. */
export async function startRunning({ database, now, kept }: RunningOptions): Promise<Running> {
  const slack = await startPretendSlack({
    world: worldSeed(),
    now: kept?.now ?? now,
    idsTaken: kept?.idsTaken ?? 0,
    rateLimits: false,
  });
  if (kept !== undefined) restoreSlack(slack, kept);
  const program = await startedProgram(slack, database).catch(async (error: unknown) => {
    await slack.close();
    throw error;
  });
  slack.deliverTo({ http: `http://127.0.0.1:${program.address.port}/slack/events` });
  return {
    slack,
    program,
    async stop() {
      await program.stop();
      await slack.close();
    },
  };
}

function startedProgram(slack: PretendSlack, database: string): Promise<Program> {
  return startProgram({
    config: {
      slackBotToken: app.botToken,
      transport: { kind: 'http', signingSecret: app.signingSecret },
      slackApiUrl: slack.url,
      database: { kind: 'sqlite', file: database },
      port: 0,
      host: '127.0.0.1',
      logLevel: 'error',
    },
    log: createLog({ level: 'error', write: (line) => void process.stderr.write(line) }),
    now: () => slack.clock.now(),
  });
}
