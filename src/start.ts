import process from 'node:process';
import { parseConfig, readEnvFile, type Config } from './config.ts';
import { createLog } from './log.ts';
import { startProgram, type Program } from './program.ts';
import { StartError } from './start-error.ts';

/** A stop that takes longer than this is ended (a supervisor would do it less kindly). */
const STOP_LATEST_MS = 10_000;

/** Starts the program for an operator: says that it is ready, or why not, and stops on a signal. */
export async function start(): Promise<void> {
  const config = configuration();
  if (!config) return;
  const secrets = [config.slackBotToken, ...Object.values(config.transport).slice(1)];
  const log = createLog({ level: config.logLevel, secrets });
  const fatal = (error: unknown, what: string) => {
    log.fatal({ err: error }, what);
    process.exit(1);
  };
  process.on('unhandledRejection', (error) => fatal(error, 'a fault that nobody took care of'));
  process.on('uncaughtException', (error) => fatal(error, 'a fault that nobody took care of'));
  try {
    const program = await startProgram({
      config,
      log,
      onFatal: (error) => fatal(error, 'Slack is lost for good'),
    });
    // Whoever reads that it is ready may stop it from then on.
    stopOnSignal(program);
    sayReady(program, config, Math.round(performance.now()));
  } catch (error) {
    if (!(error instanceof StartError)) return fatal(error, 'the program could not start');
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }

  function sayReady({ identity, address }: Program, of: Config, readyInMs: number): void {
    const { teamId, teamName, botName } = identity;
    const transport = of.transport.kind === 'http' ? 'http' : 'socket mode';
    const listening = `${address.address}:${address.port}`;
    const database = of.database.kind;
    const facts = { teamId, workspace: teamName, bot: botName, transport, database, listening };
    log.info({ ...facts, readyInMs }, 'Consent Rounds is ready');
  }

  function stopOnSignal(program: Program): void {
    const stop = (signal: NodeJS.Signals) => {
      log.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), STOP_LATEST_MS).unref();
      program.stop().then(
        () => process.exit(0),
        (error: unknown) => fatal(error, 'the program did not stop cleanly'),
      );
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  }
}

/** The configuration, or one line on standard error for each variable that is wrong. */
function configuration(): Config | null {
  const read = readConfig();
  if ('config' in read) return read.config;
  for (const problem of read.problems) process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
  return null;
}

function readConfig(): ReturnType<typeof parseConfig> {
  try {
    readEnvFile();
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : 'The .env file is unreadable.'] };
  }
  return parseConfig(process.env);
}
