import { App } from '@slack/bolt';
import type { ReceiverEvent } from '@slack/bolt';
import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from '../../src/log.ts';
import type { Reply } from '../../src/slack/apology.ts';
import { createBoltLog } from '../../src/slack/bolt-log.ts';
import { createHttpReceiver } from '../../src/slack/receiver.ts';
import { replyTo } from '../../src/slack/reply.ts';
import type { ReplyOptions } from '../../src/slack/reply.ts';
import {
  click,
  commandBody,
  eventBody,
  payloadBody,
  send,
  signed,
} from '../support/slack-request.ts';
import { JSON_TYPE, SIGNING_SECRET, submission } from '../support/slack-request.ts';

const lines: string[] = [];
const log = createLog({ level: 'debug', write: (line) => lines.push(line) });
const sentenceFor: ReplyOptions['sentenceFor'] = (_body, fault) => `Sorry: ${fault}.`;

const command = { command: '/propose', user_id: 'U1' };
const broken = () => Promise.reject(new Error('broken'));
const never = () => new Promise<never>(() => undefined);

/** What a request is answered with when the listeners do this. */
async function answer(
  body: Readonly<Record<string, unknown>>,
  processEvent: (event: ReceiverEvent) => Promise<void>,
  options: Partial<ReplyOptions> = {},
): Promise<Reply[]> {
  const replies: Reply[] = [];
  const keep = (reply: Reply) => Promise.resolve(void replies.push(reply));
  await replyTo({ body }, { processEvent }, keep, { log, sentenceFor, ...options });
  return replies.map(({ status, payload }) =>
    payload === undefined ? { status } : { status, payload },
  );
}

const whisper = (text: string) => ({ response_type: 'ephemeral', replace_original: false, text });

describe('a request that no listener answers still gets one answer', () => {
  test('a command: a sentence that only its sender sees', async () => {
    expect(await answer(command, broken)).toEqual([
      { status: 200, payload: whisper('Sorry: failed.') },
    ]);
    expect(await answer(command, () => Promise.resolve())).toEqual([
      { status: 200, payload: whisper('Sorry: unanswered.') },
    ]);
  });

  test('a form: a sentence under its last field, so that nothing typed is lost', async () => {
    const blocks = [
      { type: 'input', block_id: 'title' },
      { type: 'input', block_id: 'reason' },
      { type: 'section', block_id: 'hint' },
    ];
    expect(await answer({ ...submission(blocks) }, broken)).toEqual([
      { status: 200, payload: { response_action: 'errors', errors: { reason: 'Sorry: failed.' } } },
    ]);
  });

  test("a form without fields: an error, for Slack's own warning", async () => {
    for (const blocks of [[], [{ type: 'section', block_id: 'hint' }], [{ type: 'input' }]]) {
      expect(await answer({ ...submission(blocks) }, broken)).toEqual([{ status: 500 }]);
    }
    expect(await answer({ type: 'view_submission', view: null }, broken)).toEqual([
      { status: 500 },
    ]);
  });

  test('a closed form, and a search among options: nothing, and no options', async () => {
    expect(await answer({ type: 'view_closed' }, broken)).toEqual([{ status: 200 }]);
    expect(await answer({ type: 'block_suggestion' }, broken)).toEqual([
      { status: 200, payload: { options: [] } },
    ]);
  });

  test('a click on Home or in a form: an error, for there is no place for words', async () => {
    expect(await answer({ ...click() }, broken)).toEqual([{ status: 500 }]);
    expect(await answer({ ...click({ response_url: 'file:///etc' }) }, broken)).toEqual([
      { status: 500 },
    ]);
  });

  test('an event: an error, so that it is sent again; of no known kind: not found', async () => {
    expect(await answer({ type: 'event_callback' }, broken)).toEqual([{ status: 500 }]);
    expect(await answer({}, () => Promise.resolve())).toEqual([{ status: 404 }]);
  });

  test('even where the words are missing', async () => {
    const wordless = {
      sentenceFor: () => {
        throw new Error('no such message');
      },
    };
    expect(await answer(command, broken, wordless)).toEqual([{ status: 500 }]);
  });
});

describe('a click on a card', () => {
  async function slackThatAnswers(status: number) {
    const messages: unknown[] = [];
    const slack = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        messages.push(JSON.parse(text));
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void slack.close());
    const address = slack.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    return { messages, url: `http://127.0.0.1:${port}/response/secret` };
  }

  test('is answered, and the sentence comes as a message that only its sender sees', async () => {
    const { messages, url } = await slackThatAnswers(200);
    expect(await answer({ ...click({ response_url: url }) }, broken)).toEqual([{ status: 200 }]);
    expect(messages).toEqual([whisper('Sorry: failed.')]);
  });

  test('is answered though that message gets nowhere, and no log names its URL', async () => {
    const { url } = await slackThatAnswers(404);
    for (const response_url of [url, 'http://127.0.0.1:1/response/secret']) {
      lines.length = 0;
      expect(await answer({ ...click({ response_url }) }, broken)).toEqual([{ status: 200 }]);
      expect(lines.join('')).toMatch(/an apology (was not accepted|could not be sent)/);
      expect(lines.join('')).not.toContain('response/secret');
    }
  });
});

describe('a listener that takes too long', () => {
  test('gets its member a sentence in the meantime, and may finish in peace', async () => {
    let finished = false;
    const slow = async ({ ack }: ReceiverEvent) => {
      await expect.poll(() => lines.join('')).toContain('late');
      await ack('done');
      finished = true;
    };
    lines.length = 0;
    expect(await answer(command, slow, { replyWithinMs: 5 })).toEqual([
      { status: 200, payload: whisper('Sorry: late.') },
    ]);
    expect(finished).toBe(true);
    expect(lines.join('')).toContain('a listener answered too late');
  });

  test('is not waited for at all when it never ends', async () => {
    const replies: Reply[] = [];
    const keep = (reply: Reply) => Promise.resolve(void replies.push(reply));
    const options = { log, sentenceFor, replyWithinMs: 5 };
    void replyTo({ body: command }, { processEvent: never }, keep, options);
    await expect.poll(() => replies.length).toBe(1);
  });

  test('is let alone when it has acknowledged in time', async () => {
    const worker = async ({ ack }: ReceiverEvent) => {
      await ack();
      await vi.advanceTimersByTimeAsync(60_000);
    };
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    expect(await answer(command, worker)).toEqual([{ status: 200 }]);
  });
});

test('an acknowledgement that gets lost does not fail a listener that did its part', async () => {
  let finished = false;
  const listener = async ({ ack }: ReceiverEvent) => {
    await ack();
    finished = true;
  };
  lines.length = 0;
  const lost = () => Promise.reject(new Error('socket closed'));
  await replyTo({ body: command }, { processEvent: listener }, lost, { log, sentenceFor });
  expect(finished).toBe(true);
  expect(lines.join('')).toContain('the answer got lost');
});

test('a listener that fails after its acknowledgement is logged, and answered once', async () => {
  const listener = async ({ ack }: ReceiverEvent) => {
    await ack('recorded');
    throw new Error('afterwards');
  };
  lines.length = 0;
  expect(await answer(command, listener)).toEqual([{ status: 200, payload: 'recorded' }]);
  expect(lines.join('')).toContain('afterwards');
});

describe("through Bolt's App, where the authorization throws", () => {
  async function start(onError?: 'throws on') {
    const receiver = createHttpReceiver({
      signingSecret: SIGNING_SECRET,
      host: '127.0.0.1',
      port: 0,
      log,
      sentenceFor,
      health: () => Promise.resolve({ ok: true, body: {} }),
    });
    const authorize = () => Promise.reject(new Error('no such workspace'));
    const app = new App({ receiver, authorize, convoStore: false, logger: createBoltLog(log) });
    if (onError !== undefined) {
      app.error(async (error) => {
        throw error;
      });
    }
    app.command('/propose', ({ ack }) => ack());
    onTestFinished(() => receiver.stop());
    return (await receiver.start()).port;
  }

  test('a member gets a sentence, and an event is sent again', async () => {
    for (const port of [await start(), await start('throws on')]) {
      const body = commandBody();
      const told = await send(port, { body, headers: signed(body) });
      expect([told.status, JSON.parse(told.body)]).toEqual([200, whisper('Sorry: failed.')]);
      const event = eventBody();
      const headers = signed(event, { type: JSON_TYPE });
      expect((await send(port, { body: event, headers })).status).toBe(500);
      const button = payloadBody(click());
      expect((await send(port, { body: button, headers: signed(button) })).status).toBe(500);
    }
  });
});
