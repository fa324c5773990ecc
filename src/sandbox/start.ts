import { spawn } from 'node:child_process';
import process from 'node:process';
import { mainOptions, type MainOptions } from './main-options.ts';
import { servePage } from './page/server.ts';
import { startSandbox } from './sandbox.ts';

/** `npm run sandbox`: the whole bot, a pretend Slack and its page, in one process. */
export async function start(): Promise<void> {
  const parsed = mainOptions(process.argv.slice(2));
  if ('help' in parsed) {
    say(parsed.help);
    process.exitCode = parsed.isMistake ? 2 : 0;
    return;
  }
  await run(parsed.options);
}

async function run({ port, opensBrowser, keep }: MainOptions): Promise<void> {
  const sandbox = await startSandbox({ keep });
  const page = await servePage(sandbox, port);
  const address = `http://127.0.0.1:${page.port}/`;
  if (port !== 0 && page.port !== port) say(`Port ${port} is in use; this is the next free one.`);
  const seconds = (performance.now() / 1000).toFixed(1);
  say(`The sandbox is at ${address} (ready in ${seconds} s, stop it with Ctrl+C)`);
  if (opensBrowser) open(address);
  const stop = (): void => {
    void page
      .close()
      .then(() => sandbox.stop())
      .then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Opens the person's own browser; that none is there is no fault of the sandbox. */
function open(address: string): void {
  const commands: Readonly<Record<string, readonly string[]>> = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', ''],
  };
  const [command = 'xdg-open', ...args] = commands[process.platform] ?? [];
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => say('No browser could be opened; open the address yourself.'));
  child.unref();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
