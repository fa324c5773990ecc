import { createServer } from 'node:net';
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, it } from 'vitest';
import { type PretendSlack, startPretendSlack } from '../../../src/sandbox/slack/pretend-slack.ts';
import { WORLD } from './world.ts';

const MODAL: ModalView = {
  type: 'modal',
  callback_id: 'proposal',
  private_metadata: 'C_CIRCLE',
  title: { type: 'plain_text', text: 'Propose' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [
    {
      type: 'input',
      block_id: 'title',
      label: { type: 'plain_text', text: 'Title' },
      element: { type: 'plain_text_input', action_id: 'text', max_length: 40 },
    },
  ],
};

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of cleanUp.splice(0).toReversed()) await each();
});

/** A bot of a few lines, on the real Bolt: it is what the pretend Slack must satisfy. */
function listen(app: App): void {
  app.command('/propose', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: MODAL });
  });
  app.view('proposal', async ({ ack, view, client }) => {
    const title = view.state.values['title']?.['text']?.value ?? '';
    if (title === 'taken') {
      await ack({ response_action: 'errors', errors: { title: 'There is one already.' } });
      return;
    }
    await ack();
    await client.apiCall('chat.postMessage', {
      channel: view.private_metadata,
      text: title,
      blocks: [
        { type: 'section', text: { type: 'plain_text', text: title } },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'consent',
              value: 'P-1',
              text: { type: 'plain_text', text: 'Consent' },
            },
          ],
        },
      ],
    });
  });
  app.action('consent', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'Noted: you consent.', replace_original: false });
  });
}

async function overHttp(): Promise<PretendSlack> {
  const slack = await startPretendSlack({ world: WORLD });
  const port = await freePort();
  const app = new App({
    token: WORLD.app.botToken,
    signingSecret: WORLD.app.signingSecret,
    clientOptions: { slackApiUrl: slack.url },
    logLevel: LogLevel.ERROR,
    deferInitialization: true,
  });
  await app.init();
  listen(app);
  await app.start(port);
  slack.deliverTo({ http: `http://127.0.0.1:${port}/slack/events` });
  cleanUp.push(
    () => slack.close(),
    () => app.stop(),
  );
  return slack;
}

async function overSocket(): Promise<PretendSlack> {
  const slack = await startPretendSlack({ world: WORLD, deliverTo: 'socket' });
  const receiver = new SocketModeReceiver({
    appToken: WORLD.app.appToken,
    logLevel: LogLevel.ERROR,
    clientPingTimeout: 300,
    installerOptions: { clientOptions: { slackApiUrl: slack.url } },
  });
  const app = new App({
    token: WORLD.app.botToken,
    receiver,
    clientOptions: { slackApiUrl: slack.url },
    logLevel: LogLevel.ERROR,
    deferInitialization: true,
  });
  await app.init();
  listen(app);
  await app.start();
  cleanUp.push(
    () => slack.close(),
    () => slack.until(() => slack.socket.connections() === 0),
    () => app.stop(),
  );
  await slack.until(() => slack.socket.connections() === 1);
  return slack;
}

describe.each([
  ['signed HTTP', overHttp],
  ['Socket Mode', overSocket],
])('the real Bolt over %s', (_name, start) => {
  it('lives through a command, a modal, a message, a click and its answer', async () => {
    const slack = await start();
    expect((await slack.command('U_ANA', 'C_CIRCLE', '/propose', 'x')).kind).toBe('acked');
    await slack.until(() => slack.screenOf('U_ANA').modal);
    expect(slack.screenOf('U_BEN').modal).toBeUndefined();
    const taken = await slack.submit('U_ANA', { Title: 'taken' });
    expect(taken).toMatchObject({ kind: 'errors', errors: { title: 'There is one already.' } });
    expect((await slack.submit('U_ANA', { title: 'Open on Sundays' })).kind).toBe('acked');
    expect(slack.screenOf('U_ANA').modal).toBeUndefined();
    const seen = (): unknown => slack.screenOf('U_BEN').messages('C_CIRCLE')[1];
    await slack.until(seen);
    expect((await slack.click('U_BEN', { text: 'Consent' })).kind).toBe('acked');
    const [receipt] = await slack.until(() => {
      const list = slack.screenOf('U_BEN').ephemerals('C_CIRCLE');
      return list.length > 0 && list;
    });
    expect(receipt?.text).toBe('Noted: you consent.');
    expect(slack.screenOf('U_ANA').ephemerals()).toEqual([]);
  });
});

it('answers the URL check and the certificate check through Bolt', async () => {
  const slack = await overHttp();
  expect(await slack.verifyUrl()).toBe(true);
  expect(await slack.checkSsl()).toBe(200);
});

it('is come back to after a refresh of Socket Mode', async () => {
  const slack = await overSocket();
  slack.socket.refresh();
  expect(slack.socket.connections()).toBe(0);
  await slack.until(() => slack.socket.connections() === 1);
  expect((await slack.command('U_ANA', 'C_CIRCLE', '/propose')).kind).toBe('acked');
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
