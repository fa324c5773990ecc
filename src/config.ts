import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/**
 * What the program needs to know before it starts, read once from the environment.
 * Nothing else in the program reads an environment variable.
 */
export interface Config {
  readonly slackBotToken: string;
  readonly transport: TransportConfig;
  /** Always ends in a slash, as the SDK's own default does. */
  readonly slackApiUrl: string;
  readonly database: DatabaseConfig;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  /**
   * All interfaces by default: a container, a tunnel or a hosting platform reaches the program by
   * an address that is not loopback, and what is served there is signed requests and a health line.
   * Behind a proxy on the same machine, set it to 127.0.0.1.
   */
  readonly host: string;
  readonly logLevel: LogLevel;
}

/** How Slack reaches the bot: by signed HTTP requests, or over a connection the bot opens. */
type TransportConfig =
  | { readonly kind: 'http'; readonly signingSecret: string }
  | { readonly kind: 'socket'; readonly appToken: string };

/** Where the rounds are kept. `file` is a path as the file system takes it, or `:memory:`. */
type DatabaseConfig =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration out of an environment, or says all that is missing or wrong in it: one
 * line a variable, with what it is for and where to find it. No line repeats a value, because a
 * value may be a secret in the wrong place.
 */
export function parseConfig(
  env: Environment,
): { readonly config: Config } | { readonly problems: readonly string[] } {
  const given = givenIn(env);
  const parsed = schema.safeParse(given);
  if (parsed.success) return { config: configFrom(parsed.data) };
  const problems = new Map<Variable, string>();
  for (const issue of parsed.error.issues) {
    const name = VARIABLE_NAMES.find((known) => known === issue.path[0]);
    if (name === undefined || problems.has(name)) continue;
    problems.set(name, problem(name, given[name] === undefined ? undefined : issue.message));
  }
  return { problems: [...problems.values()] };
}

/**
 * Adds the variables of a `.env` file to the process's environment; those already set stay as they
 * are. Answers whether there was a file. Throws one readable sentence when it cannot be read.
 */
export function readEnvFile(file = '.env'): boolean {
  try {
    process.loadEnvFile(file);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
    if (code === 'ENOENT') return false;
    throw new Error(`${file} is there but cannot be read (${code}). Check its permissions.`, {
      cause: error,
    });
  }
}

/** The text of `.env.example`: every variable with its line. A test holds the file equal to it. */
export function envExample(): string {
  const head =
    '# Copy this file to .env and fill in what is empty.\n' +
    '# A variable that is already set in the environment wins over this file.\n';
  const entries = VARIABLE_NAMES.map((name) => {
    const { fallback } = VARIABLES[name];
    const line = fallback === undefined ? `${name}=` : `# ${name}=${fallback}`;
    return `# ${explanation(name)}\n${line}\n`;
  });
  return [head, ...entries].join('\n');
}

const MY_APP = 'api.slack.com/apps → your app';

const VARIABLES = {
  SLACK_BOT_TOKEN: {
    purpose: 'It lets the bot speak',
    source: `find it at ${MY_APP} → OAuth & Permissions (starts with xoxb-)`,
    fallback: undefined,
  },
  SLACK_SIGNING_SECRET: {
    purpose: 'It proves that a request comes from Slack',
    source:
      `find it at ${MY_APP} → Basic Information → App Credentials ` +
      '(not needed when SLACK_APP_TOKEN is set)',
    fallback: undefined,
  },
  SLACK_APP_TOKEN: {
    purpose: 'With it the bot connects to Slack by Socket Mode and needs no public address',
    source:
      `make one at ${MY_APP} → Basic Information → App-Level Tokens, with the scope ` +
      'connections:write (starts with xapp-), or leave it out to use HTTP',
    fallback: undefined,
  },
  SLACK_API_URL: {
    purpose: "It is the address of Slack's Web API",
    source: 'leave it out unless you test against a pretend Slack',
    fallback: 'https://slack.com/api/',
  },
  DATABASE_URL: {
    purpose: 'It says where the rounds are kept',
    source: 'give file:<path> for SQLite or postgres://<user>:<password>@<host>/<database>',
    fallback: 'file:data/consent-rounds.db',
  },
  PORT: {
    purpose: 'It is the port for requests from Slack and for /healthz',
    source: 'choose any free port from 0 to 65535 (0: the system chooses)',
    fallback: '3000',
  },
  HOST: {
    purpose: 'It is the address to listen on',
    source: 'leave it out for all interfaces, or give 127.0.0.1 behind a proxy on this machine',
    fallback: '0.0.0.0',
  },
  LOG_LEVEL: {
    purpose: 'It says how much is logged',
    source: `choose one of ${LOG_LEVELS.join(', ')}`,
    fallback: 'info',
  },
} as const;

type Variable = keyof typeof VARIABLES;
const VARIABLE_NAMES = Object.keys(VARIABLES) as Variable[];

const WHOLE_NUMBER = /^\d{1,5}$/;

const schema = z
  .object({
    SLACK_BOT_TOKEN: z.string().regex(/^xoxb-[\w-]+$/, 'it must start with xoxb-'),
    SLACK_SIGNING_SECRET: z
      .string()
      .regex(/^(?!xox|xapp)\S{8,}$/, 'it must be no token, without blanks, 8 characters or more')
      .optional(),
    SLACK_APP_TOKEN: z
      .string()
      .regex(/^xapp-[\w-]+$/, 'it must start with xapp-')
      .optional(),
    SLACK_API_URL: z
      .string()
      .refine(isSafeAddress, 'it must be an https:// address (http:// only on this machine)')
      .default(VARIABLES.SLACK_API_URL.fallback),
    DATABASE_URL: z
      .string()
      .refine((url) => databaseFrom(url) !== undefined, 'it must start with file: or postgres://')
      .default(VARIABLES.DATABASE_URL.fallback),
    PORT: z
      .string()
      .refine(
        (port) => WHOLE_NUMBER.test(port) && Number(port) <= 65_535,
        'it must be a whole number from 0 to 65535',
      )
      .default(VARIABLES.PORT.fallback),
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, 'it must be a host name or an IP address')
      .default(VARIABLES.HOST.fallback),
    LOG_LEVEL: z
      .enum(LOG_LEVELS, `it must be one of ${LOG_LEVELS.join(', ')}`)
      .default(VARIABLES.LOG_LEVEL.fallback),
  })
  .refine((env) => (env.SLACK_SIGNING_SECRET ?? env.SLACK_APP_TOKEN) !== undefined, {
    path: ['SLACK_SIGNING_SECRET'],
    // Asked even where other variables are wrong, so that one start names every problem.
    when: () => true,
  });

function configFrom(env: z.output<typeof schema>): Config {
  const url = env.SLACK_API_URL;
  return {
    slackBotToken: env.SLACK_BOT_TOKEN,
    transport:
      env.SLACK_APP_TOKEN === undefined
        ? { kind: 'http', signingSecret: known(env.SLACK_SIGNING_SECRET) }
        : { kind: 'socket', appToken: env.SLACK_APP_TOKEN },
    slackApiUrl: url.endsWith('/') ? url : `${url}/`,
    database: known(databaseFrom(env.DATABASE_URL)),
    port: Number(env.PORT),
    host: env.HOST,
    logLevel: env.LOG_LEVEL,
  };
}

/** The known variables that hold something: an empty line in a `.env` file counts as left out. */
function givenIn(env: Environment): Partial<Record<Variable, string>> {
  const given: Partial<Record<Variable, string>> = {};
  for (const name of VARIABLE_NAMES) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== '') given[name] = value;
  }
  return given;
}

function problem(name: Variable, wrong: string | undefined): string {
  const state = wrong === undefined ? 'is missing' : `is wrong: ${wrong}`;
  return `${name} ${state}. ${explanation(name)}`;
}

function explanation(name: Variable): string {
  const { purpose, source } = VARIABLES[name];
  return `${purpose}; ${source}.`;
}

/** The token goes with every call, so it never leaves this machine in the clear. */
function isSafeAddress(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.search !== '' || url.hash !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

function databaseFrom(address: string): DatabaseConfig | undefined {
  if (/^postgres(ql)?:\/\//.test(address)) {
    return URL.canParse(address) ? { kind: 'postgres', url: address } : undefined;
  }
  if (!address.startsWith('file:')) return undefined;
  const file = address.startsWith('file://') ? pathOf(address) : address.slice('file:'.length);
  return file === undefined || file === '' ? undefined : { kind: 'sqlite', file };
}

function pathOf(fileUrl: string): string | undefined {
  try {
    return fileURLToPath(fileUrl);
  } catch {
    return undefined;
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The environment was accepted without this value.');
  return value;
}
