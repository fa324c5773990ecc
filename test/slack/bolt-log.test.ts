import { LogLevel } from '@slack/bolt';
import { expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createBoltLog } from '../../src/slack/bolt-log.ts';

function start(level = 'debug') {
  const lines: string[] = [];
  const log = createLog({ level, write: (line) => lines.push(line) });
  return { bolt: createBoltLog(log, 'web'), lines };
}

test('what Bolt says is logged at its level, with the part it comes from', () => {
  const { bolt, lines } = start();
  bolt.info('one', 2, { payload: 'text' });
  bolt.warn('careful');
  bolt.error('failed', new Error('broken'));
  bolt.error(new Error('alone'));
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { level: 'info', part: 'web', msg: 'one 2 [object]' },
    { level: 'warn', msg: 'careful' },
    { level: 'error', msg: 'failed', err: { message: 'broken' } },
    { level: 'error', msg: 'alone', err: { message: 'alone' } },
  ]);
});

test('its debug lines, which hold whole payloads, are written at no level', () => {
  const { bolt, lines } = start();
  bolt.setLevel(LogLevel.DEBUG);
  bolt.debug('Received a message on the WebSocket: {"text":"what a member wrote"}');
  expect(lines).toEqual([]);
  expect(bolt.getLevel()).toBe(LogLevel.INFO);
});

test('a client may make it quieter, never louder than the log itself', () => {
  const quieter = start();
  quieter.bolt.setLevel(LogLevel.ERROR);
  quieter.bolt.warn('not written');
  expect([quieter.bolt.getLevel(), quieter.lines]).toEqual([LogLevel.ERROR, []]);
  const { bolt, lines } = start('error');
  bolt.setLevel(LogLevel.INFO);
  bolt.info('not written');
  expect(lines).toEqual([]);
});

test('a client that is handed it cannot rename it', () => {
  const { bolt, lines } = start();
  bolt.setName('web-api:WebClient:7');
  bolt.info('still me');
  expect(lines[0]).toContain('"part":"web"');
});
