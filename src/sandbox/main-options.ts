import { parseArgs } from 'node:util';

/** What `npm run sandbox` was asked for. */
export type MainOptions = {
  readonly port: number;
  readonly opensBrowser: boolean;
  /** The file that outlives the sandbox; undefined for a world that is gone at the end. */
  readonly keep: string | undefined;
};

const DEFAULT_PORT = 4600;
const DEFAULT_KEEP = 'data/sandbox.db';

/** How the sandbox is started, for `--help` and after a mistake. */
export const USAGE = [
  'npm run sandbox -- [--port 4600] [--open] [--keep [file]]',
  '',
  `  --port   the port of the page; the next free one where it is taken (${DEFAULT_PORT})`,
  '  --open   opens the page in your browser',
  `  --keep   keeps what happens in a file, and goes on with it next time (${DEFAULT_KEEP})`,
].join('\n');

/** Reads the command line. Answers a sentence where something in it is wrong, or help is asked. */
export function mainOptions(
  given: readonly string[],
): { readonly options: MainOptions } | { readonly help: string; readonly isMistake: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        open: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
    if (values.help) return { help: USAGE, isMistake: false };
    const [file, ...rest] = positionals;
    if (rest.length > 0 || (file !== undefined && !values.keep))
      return mistake(positionals.join(' '));
    const port = Number(values.port ?? DEFAULT_PORT);
    const isPort = Number.isInteger(port) && port >= 0 && port <= 65_535;
    if (!isPort) return mistake(`--port ${values.port}`);
    const keep = values.keep ? (file ?? DEFAULT_KEEP) : undefined;
    return { options: { port, opensBrowser: values.open, keep } };
  } catch (error) {
    return mistake(error instanceof Error ? error.message : 'the command line');
  }
}

function mistake(what: string) {
  return { help: `Not understood: ${what}\n\n${USAGE}`, isMistake: true };
}
