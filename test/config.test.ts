import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseEnv } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { envExample, parseConfig, readEnvFile } from '../src/config.ts';
import type { Config, Environment } from '../src/config.ts';

const BOT_TOKEN = 'xoxb-111-222-abcDEF';
const SIGNING_SECRET = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const APP_TOKEN = 'xapp-1-A1-222-abcdef';
const enough = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET };

function configOf(env: Environment): Config {
  const result = parseConfig(env);
  if ('config' in result) return result.config;
  throw new Error(result.problems.join('\n'));
}

function problemsOf(env: Environment): readonly string[] {
  const result = parseConfig(env);
  return 'problems' in result ? result.problems : [];
}

describe('what is enough', () => {
  test('a bot token and a signing secret: HTTP, SQLite, port 3000', () => {
    expect(configOf(enough)).toEqual({
      slackBotToken: BOT_TOKEN,
      transport: { kind: 'http', signingSecret: SIGNING_SECRET },
      slackApiUrl: 'https://slack.com/api/',
      database: { kind: 'sqlite', file: 'data/consent-rounds.db' },
      port: 3000,
      host: '0.0.0.0',
      logLevel: 'info',
    });
  });

  test('an app token makes it Socket Mode, with or without a signing secret', () => {
    const socket = { kind: 'socket', appToken: APP_TOKEN };
    expect(configOf({ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN }).transport).toEqual(
      socket,
    );
    expect(configOf({ ...enough, SLACK_APP_TOKEN: APP_TOKEN }).transport).toEqual(socket);
  });

  test('an empty variable counts as left out, and blanks around a value do not matter', () => {
    const env = { ...enough, SLACK_BOT_TOKEN: ` ${BOT_TOKEN}\n`, SLACK_APP_TOKEN: '', PORT: ' ' };
    expect(configOf(env)).toEqual(configOf(enough));
  });

  test.each([
    ['file:rounds.db', { kind: 'sqlite', file: 'rounds.db' }],
    ['file:/var/lib/rounds.db', { kind: 'sqlite', file: '/var/lib/rounds.db' }],
    ['file:///var/lib/my%20rounds.db', { kind: 'sqlite', file: '/var/lib/my rounds.db' }],
    ['file::memory:', { kind: 'sqlite', file: ':memory:' }],
    ['postgres://u:p@db/rounds', { kind: 'postgres', url: 'postgres://u:p@db/rounds' }],
    ['postgresql://db/rounds', { kind: 'postgres', url: 'postgresql://db/rounds' }],
  ])('the database %s', (url, database) => {
    expect(configOf({ ...enough, DATABASE_URL: url }).database).toEqual(database);
  });

  test.each([
    ['https://slack.com/api', 'https://slack.com/api/'],
    ['http://127.0.0.1:4000/api/', 'http://127.0.0.1:4000/api/'],
    ['http://localhost/api', 'http://localhost/api/'],
  ])('the address %s of a Slack', (address, known) => {
    expect(configOf({ ...enough, SLACK_API_URL: address }).slackApiUrl).toBe(known);
  });
});

describe('what is missing', () => {
  test('nothing at all: one line a variable, with what it is for and where to find it', () => {
    expect(problemsOf({})).toEqual([
      'SLACK_BOT_TOKEN is missing. It lets the bot speak; find it at api.slack.com/apps → your ' +
        'app → OAuth & Permissions (starts with xoxb-).',
      'SLACK_SIGNING_SECRET is missing. It proves that a request comes from Slack; find it at ' +
        'api.slack.com/apps → your app → Basic Information → App Credentials ' +
        '(not needed when SLACK_APP_TOKEN is set).',
    ]);
  });

  test('with Socket Mode no signing secret is asked for', () => {
    expect(problemsOf({ SLACK_APP_TOKEN: APP_TOKEN })).toHaveLength(1);
  });
});

describe('what is wrong', () => {
  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['SLACK_BOT_TOKEN', 'xoxp-111-222-abc', /must start with xoxb-/],
    ['SLACK_BOT_TOKEN', 'xoxb-111 222', /must start with xoxb-/],
    ['SLACK_SIGNING_SECRET', 'short', /8 characters/],
    ['SLACK_SIGNING_SECRET', BOT_TOKEN, /no token/],
    ['SLACK_APP_TOKEN', BOT_TOKEN, /must start with xapp-/],
    ['SLACK_API_URL', 'http://slack.com/api/', /https:/],
    ['SLACK_API_URL', 'slack.com', /https:/],
    ['SLACK_API_URL', 'https://slack.com/api/?token=x', /https:/],
    ['DATABASE_URL', 'mysql://u:p@db/rounds', /file: or postgres:/],
    ['DATABASE_URL', 'file://elsewhere/rounds.db', /file: or postgres:/],
    ['DATABASE_URL', 'postgres://u:p@db:port/rounds', /file: or postgres:/],
    ['PORT', '65536', /0 to 65535/],
    ['PORT', '-1', /0 to 65535/],
    ['PORT', '30.5', /0 to 65535/],
    ['PORT', '0x50', /0 to 65535/],
    ['HOST', 'two words', /host name/],
    ['LOG_LEVEL', 'loud', /debug, info, warn, error, silent/],
  ];

  test.each(wrong)('%s=%s', (name, value, why) => {
    const problems = problemsOf({ ...enough, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} is wrong: `));
    expect(problems[0]).toMatch(why);
    expect(problems[0]).not.toContain(value);
  });

  test('a database without a path', () => {
    expect(problemsOf({ ...enough, DATABASE_URL: 'file:' })).toHaveLength(1);
  });

  test('everything at once is told at once', () => {
    const all = Object.fromEntries(wrong.map(([name, value]) => [name, value]));
    const named = problemsOf(all).map((problem) => problem.split(' ')[0]);
    expect(named).toEqual(Object.keys(all));
  });
});

test('.env.example names every variable with its line, and starts nothing until filled in', () => {
  const file = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  expect(file).toBe(envExample());
  expect(problemsOf(parseEnv(file))).toEqual(problemsOf({}));
  const uncommented = parseEnv(file.replaceAll(/^# ([A-Z_]+=)/gm, '$1'));
  expect(configOf({ ...uncommented, ...enough })).toEqual(configOf(enough));
  expect(Object.keys(uncommented)).toHaveLength(8);
});

describe('a .env file', () => {
  function folder(): string {
    const path = mkdtempSync(join(tmpdir(), 'consent-rounds-'));
    onTestFinished(() => {
      rmSync(path, { recursive: true });
      delete process.env['CONSENT_ROUNDS_TEST_NEW'];
      delete process.env['CONSENT_ROUNDS_TEST_SET'];
    });
    return path;
  }

  test('adds what is not set, and what is set wins', () => {
    const file = join(folder(), '.env');
    writeFileSync(file, 'CONSENT_ROUNDS_TEST_NEW="from file"\nCONSENT_ROUNDS_TEST_SET=from file\n');
    process.env['CONSENT_ROUNDS_TEST_SET'] = 'from outside';
    expect(readEnvFile(file)).toBe(true);
    expect(process.env['CONSENT_ROUNDS_TEST_NEW']).toBe('from file');
    expect(process.env['CONSENT_ROUNDS_TEST_SET']).toBe('from outside');
  });

  test('is not needed', () => {
    expect(readEnvFile(join(folder(), '.env'))).toBe(false);
  });

  test('that is there but cannot be read is told of in one sentence', () => {
    const file = join(folder(), '.env');
    mkdirSync(file);
    expect(() => readEnvFile(file)).toThrow(/is there but cannot be read \(\w+\)\. Check/);
  });
});
