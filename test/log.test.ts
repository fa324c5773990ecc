import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog, scrub } from '../src/log.ts';

const BOT_TOKEN = 'xoxb-123456789012-210987654321-aBcDeFgHiJkL';
const APP_TOKEN = 'xapp-1-A0123456789-1234567890123-0123456789abcdef';
const RESPONSE_URL = 'https://hooks.slack.com/actions/T012/345/sEcReT';
const SECRET = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';

function logged(write: (log: ReturnType<typeof createLog>) => void, level = 'debug') {
  const lines: string[] = [];
  write(createLog({ level, secrets: [SECRET], write: (line) => lines.push(line) }));
  return {
    text: lines.join(''),
    lines: lines.map((line): unknown => JSON.parse(line)),
  };
}

test('a line is JSON with level, time, what happened and ids, and ends in a line break', () => {
  const { text, lines } = logged((log) => log.info({ round: 'R1', seq: 3 }, 'answer recorded'));
  expect(text.endsWith('\n')).toBe(true);
  expect(lines).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      round: 'R1',
      seq: 3,
      msg: 'answer recorded',
    },
  ]);
});

test('below its level nothing is written', () => {
  expect(logged((log) => log.info('quiet'), 'warn').text).toBe('');
});

describe('an error that carries secrets in its message, stack and nested causes', () => {
  const deepest = new Error(`postgres://user:p4ssw0rd@db/rounds, signed with ${SECRET}`);
  const middle = new Error(`POST ${RESPONSE_URL} failed`, { cause: deepest });
  const error = new Error(`call with Bearer ${BOT_TOKEN} failed`, { cause: middle });
  const hidden = [BOT_TOKEN, 'aBcDeFgHiJkL', 'sEcReT', 'p4ssw0rd', SECRET];

  test.each([
    ['as a field', (log: ReturnType<typeof createLog>) => log.error({ err: error }, 'failed')],
    ['as a field with no words', (log: ReturnType<typeof createLog>) => log.error({ err: error })],
    ['by itself', (log: ReturnType<typeof createLog>) => log.error(error)],
    ['with words', (log: ReturnType<typeof createLog>) => log.error(error, 'failed')],
    [
      'in a template',
      (log: ReturnType<typeof createLog>) => log.error(`${error.stack}${middle.stack}`),
    ],
    [
      'as JSON in JSON',
      (log: ReturnType<typeof createLog>) =>
        log.error(
          JSON.stringify(JSON.stringify({ m: deepest.message, t: BOT_TOKEN, u: RESPONSE_URL })),
        ),
    ],
  ])('written %s, it shows none of them', (_how, write) => {
    const { text, lines } = logged(write);
    expect(lines).toHaveLength(1);
    for (const secret of hidden) expect(text).not.toContain(secret);
  });

  test('still tells what failed and where, down to the first cause', () => {
    const { lines } = logged((log) => log.error(error));
    expect(lines[0]).toMatchObject({
      msg: 'call with Bearer [hidden] failed',
      err: {
        type: 'Error',
        stack: expect.stringContaining('log.test.ts'),
        cause: {
          message: 'POST https://hooks.slack.com/[hidden] failed',
          cause: { type: 'Error' },
        },
      },
    });
  });
});

describe('an error is written without what members wrote', () => {
  const TEXT = 'the baker is\ntired of "Mondays"';

  test("the values of a query stay out, though the database's error repeats them", () => {
    const params = ['R1', TEXT];
    const error = Object.assign(
      new Error(`Failed query: insert into rounds\nparams: ${params.join(',')}`),
      {
        query: 'insert into rounds',
        params,
        cause: Object.assign(new Error('UNIQUE constraint failed'), { code: 'SQLITE_CONSTRAINT' }),
      },
    );
    const { text, lines } = logged((log) => log.error(error));
    expect(text).not.toMatch(/baker|tired/);
    expect(lines[0]).toMatchObject({
      err: {
        message: 'Failed query: insert into rounds\nparams: [hidden]',
        cause: { code: 'SQLITE_CONSTRAINT' },
      },
    });
    expect(text).toContain('log.test.ts');
  });

  test('the start of a text that is no JSON stays out', () => {
    for (const bad of [TEXT, `{"text": "${TEXT}`, `{"a":1}${TEXT}`, `[${TEXT}]`]) {
      const parse = () => {
        try {
          return void JSON.parse(bad);
        } catch (error) {
          return error;
        }
      };
      expect(logged((log) => log.error({ err: parse() })).text).not.toMatch(/baker|tired/);
    }
  });

  test("other properties stay out, and Slack's own code is kept", () => {
    const data = { ok: false, error: 'msg_too_long', text: TEXT };
    const error = Object.assign(new Error('An API error occurred'), { code: 'slack_error', data });
    const { text, lines } = logged((log) => log.error(error));
    expect(text).not.toMatch(/baker/);
    expect(lines[0]).toMatchObject({ err: { code: 'msg_too_long' } });
  });

  test('several errors in one are each told, and a circle of causes ends', () => {
    const first = new Error('first');
    const second = new Error('second', { cause: first });
    first.cause = second;
    const { lines } = logged((log) =>
      log.error(new AggregateError([first, 'not an error'], 'both')),
    );
    expect(lines[0]).toMatchObject({
      err: { errors: [{ message: 'first' }, { message: 'not an error object' }] },
    });
  });
});

describe('scrubbing', () => {
  test.each([
    ['xoxp-1-2-abc', 'xoxp'],
    ['xoxe.xoxb-1-abcDEF', 'abcDEF'],
    ['xoxe-1-abcDEF', 'abcDEF'],
    [APP_TOKEN, '0123456789abcdef'],
    ['https:\\/\\/hooks.slack.com\\/commands\\/T1\\/2\\/sEcReT', 'sEcReT'],
    ['response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2F2%2FsEcReT&x=1', 'sEcReT'],
    ['{"response_url":"http://127.0.0.1:4000/r/sEcReT"}', 'sEcReT'],
    ['"{\\"response_url\\":\\"http://127.0.0.1:4000/r/sEcReT\\"}"', 'sEcReT'],
    ['{"token":"gIkuvaNzQIHg97ATvDxqgjtO"}', 'gIkuvaNz'],
    ['token=gIkuvaNzQIHg97ATvDxqgjtO&team_id=T1', 'gIkuvaNz'],
    ['wss://wss-primary.slack.com/link/?ticket=12345-abc&app_id=A1', '12345-abc'],
    ['Authorization: Bearer something-else', 'something-else'],
  ])('%s', (line, secret) => {
    expect(scrub(line)).not.toContain(secret);
    expect(scrub(line)).toContain('[hidden]');
  });

  test('leaves an ordinary line alone', () => {
    const line =
      '{"level":"info","round":"R1","url":"https://slack.com/api/chat.update","msg":"posted"}';
    expect(scrub(line)).toBe(line);
  });

  test('a line stays JSON, whatever stands around a secret', () => {
    const secret = fc.constantFrom(
      BOT_TOKEN,
      RESPONSE_URL,
      `token=${SECRET}`,
      'x://u:p@h',
      'Bearer x',
    );
    fc.assert(
      fc.property(fc.string(), secret, fc.string(), (before, hidden, after) => {
        const text = `${before}${hidden}${JSON.stringify({ hidden })}${after}`;
        expect(logged((log) => log.info({ text })).lines).toHaveLength(1);
      }),
    );
  });
});
