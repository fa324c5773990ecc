import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { app } from '../../src/sandbox/world.ts';
import { startProgramFor, startWillowBank, type Running } from '../support/program.ts';
import { openDesk } from '../support/socket-desk.ts';
import { FORM, JSON_TYPE, payloadBody, send, signed } from '../support/slack-request.ts';

/** Request bodies of Slack, written by others: see the README beside them. */
const FOLDER = fileURLToPath(new URL('../fixtures/slack-payloads/', import.meta.url));
const FORM_WITHOUT_FIELDS = 'view_submission.L89.view_submission.json';
const names = globSync('*.{json,txt}', { cwd: FOLDER }).toSorted();

let running: Running;
const log: string[] = [];
beforeAll(async () => {
  running = await startWillowBank({ log: (line) => void log.push(line) });
});
afterAll(() => running.stop());

/** What Slack sends; its addresses lead to the pretend Slack and not to the net. */
function payloadOf(name: string): Readonly<Record<string, unknown>> {
  const here = `http://127.0.0.1:${running.slack.port}`;
  const text = readFileSync(`${FOLDER}${name}`, 'utf8').trim();
  if (name.endsWith('.txt')) {
    const form = Object.fromEntries(new URLSearchParams(text));
    return { ...form, response_url: `${here}/commands/T111/111/xxxxx` };
  }
  return JSON.parse(text.replace(/https:\/\/hooks\.slack\.com|http:\/\/localhost:8888/g, here));
}

/** Events are posted as JSON, commands as a form, and interactions as JSON within a form. */
function posted(name: string): { body: string; type: string } {
  const payload = payloadOf(name);
  if (isEvent(payload)) return { body: JSON.stringify(payload), type: JSON_TYPE };
  if (!name.endsWith('.txt')) return { body: payloadBody(payload), type: FORM };
  const form = Object.entries(payload).map(([key, value]) => [key, String(value)]);
  return { body: new URLSearchParams(form).toString(), type: FORM };
}

function envelopeOf(name: string): object {
  const payload = payloadOf(name);
  const interaction = name.endsWith('.txt') ? 'slash_commands' : 'interactive';
  const type = isEvent(payload) ? 'events_api' : interaction;
  return { envelope_id: name, accepts_response_payload: true, type, payload };
}

function isEvent(payload: object): boolean {
  return 'event' in payload || 'challenge' in payload;
}

/** What each kind of body is answered where nobody here knows what it is about. */
function answerTo(name: string): object {
  const sorry = 'This button is from an earlier release';
  // Nobody asked for these: an error status says so, and Slack may send them again.
  if (name.startsWith('function.')) return { status: 404 };
  // A form without a field has no place for a sentence: Slack shows its own warning.
  if (name === FORM_WITHOUT_FIELDS) return { status: 500, body: '' };
  if (name.startsWith('slash_command.')) {
    return { status: 200, body: expect.stringContaining('This command is not known here yet.') };
  }
  if (name.startsWith('view_submission.')) {
    return { status: 200, body: expect.stringMatching(new RegExp(`"errors":.*${sorry}`)) };
  }
  if (name.startsWith('block_suggestion.')) return { status: 200, body: '{"options":[]}' };
  if (name.startsWith('events_url_verification.')) {
    return { status: 200, body: expect.stringContaining('"challenge":"3eZbrw1aBm2rZgRNFdxV') };
  }
  return { status: 200, body: '' };
}

test('there is a body of every kind', () => {
  const kinds = names.map((name) => basename(name).split('.')[0]);
  expect(new Set(kinds).size).toBeGreaterThanOrEqual(10);
  expect(names).toHaveLength(38);
});

test.each(names)('%s is answered, and breaks nothing', async (name) => {
  const { port } = running.program.address;
  const { body, type } = posted(name);
  const headers = signed(body, { secret: app.signingSecret, type });
  const answer = await send(port, { body, headers });
  expect(answer).toMatchObject(answerTo(name));
  const { status } = await send(port, { method: 'GET', path: '/healthz' });
  expect(status).toBe(200);
});

test('none of them left a trace of what it said in the log', () => {
  const lines = log.join('\n');
  expect(lines).not.toMatch(/Here is your file|Hi there|verification[-_]token/);
  expect(lines).not.toContain('"level":"fatal"');
});

test('the same over a socket: each envelope is acked, or left to be sent again', async () => {
  const desk = await openDesk();
  const program = await startProgramFor(running.slack, {
    transport: 'socket',
    slackApiUrl: () => desk.url,
  });
  // Slack checks an address by HTTP alone.
  const sent = names.filter((name) => !name.includes('url_verification'));
  for (const name of sent) desk.send(envelopeOf(name));
  const isAcked = (name: string) => !name.startsWith('function.') && name !== FORM_WITHOUT_FIELDS;
  const acked = () => desk.received.map(({ envelope_id }) => envelope_id).toSorted();
  await expect.poll(acked, { timeout: 10_000 }).toEqual(sent.filter(isAcked));
  const health = await send(program.address.port, { method: 'GET', path: '/healthz' });
  expect(health.status).toBe(200);
  await program.stop();
  desk.close();
});
