import { LogLevel } from '@slack/bolt';
import type { Logger } from '@slack/bolt';
import type { Log } from '../log.ts';

const RANK: Readonly<Record<LogLevel, number>> = {
  [LogLevel.DEBUG]: 0,
  [LogLevel.INFO]: 1,
  [LogLevel.WARN]: 2,
  [LogLevel.ERROR]: 3,
};

/**
 * Our log in the form that Bolt and Slack's clients write to.
 *
 * Their debug lines hold whole payloads, so what members wrote: those are never written, whatever
 * the level. The name is the one given here: each client that is handed a logger renames it, and a
 * shared one would end up with the name of the latest.
 */
export function createBoltLog(log: Log, name = 'bolt'): Logger {
  const named = log.child({ part: name });
  let lowest = LogLevel.INFO;
  const write = (level: LogLevel.INFO | LogLevel.WARN | LogLevel.ERROR, said: unknown[]) => {
    if (RANK[level] < RANK[lowest]) return;
    const error = said.find((each) => each instanceof Error);
    const text = said.filter((each) => each !== error).map(inWords);
    if (error === undefined) named[level](text.join(' '));
    else if (text.length === 0) named[level]({ err: error });
    else named[level]({ err: error }, text.join(' '));
  };
  return {
    debug: () => undefined,
    info: (...said: unknown[]) => write(LogLevel.INFO, said),
    warn: (...said: unknown[]) => write(LogLevel.WARN, said),
    error: (...said: unknown[]) => write(LogLevel.ERROR, said),
    getLevel: () => lowest,
    setLevel: (level) => {
      lowest = level === LogLevel.DEBUG ? LogLevel.INFO : level;
    },
    setName: () => undefined,
  };
}

/** An object may hold anything, a payload too, so only its presence is told. */
function inWords(said: unknown): string {
  return typeof said === 'object' && said !== null ? '[object]' : String(said);
}
