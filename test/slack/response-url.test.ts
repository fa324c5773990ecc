import { createServer, type RequestListener, type Server } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createGateway } from '../../src/slack/gateway.ts';
import { postTo } from '../../src/slack/response-url.ts';

/** A Slack that answers like this, and what it was asked. */
async function slackThat(answers: RequestListener) {
  const asked: { readonly path: string; readonly body: string }[] = [];
  const sockets = new Set<unknown>();
  const server: Server = createServer((request, response) => {
    sockets.add(request.socket);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push({ path: request.url ?? '', body });
      answers(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { asked, sockets, url: `http://127.0.0.1:${port}/response` };
}

const payload = { text: 'Noted: “Öffnen” – you consent.' };
const log = createLog({ level: 'silent' });
const gateway = createGateway({ token: 'xoxb-1', slackApiUrl: 'http://127.0.0.1:1/', log });

describe('an answer through a response_url', () => {
  test('is the payload as JSON, and taken', async () => {
    const slack = await slackThat((_, response) => response.end('ok'));
    expect(await postTo(slack.url, payload)).toEqual({ status: 200, ok: true });
    expect(slack.asked).toEqual([{ path: '/response', body: JSON.stringify(payload) }]);
    expect(await gateway.respond(slack.url, payload)).toBe(true);
  });

  test.each([
    ['used up', 404],
    ['refused', 403],
    ['a fault of Slack’s', 500],
  ])('that is %s is not taken: %i', async (_, status) => {
    const slack = await slackThat((__, response) => response.writeHead(status).end('used_url'));
    expect(await postTo(slack.url, payload)).toEqual({ status, ok: false });
    expect(await gateway.respond(slack.url, payload)).toBe(false);
  });

  test.each([302, 307])('is not carried on to where it redirects: %i', async (status) => {
    const slack = await slackThat((_, response) =>
      response.writeHead(status, { location: '/elsewhere' }).end(),
    );
    expect(await postTo(slack.url, payload)).toEqual({ status, ok: false });
    expect(slack.asked.map(({ path }) => path)).toEqual(['/response']);
  });

  test('is given up where Slack does not answer in time, and where nobody is there', async () => {
    const slack = await slackThat(() => undefined);
    await expect(postTo(slack.url, payload, 50)).rejects.toThrow(/timeout/u);
    await expect(postTo('http://127.0.0.1:1/response', payload)).rejects.toThrow('ECONNREFUSED');
  });

  test('is taken where only the rest of its answer does not come, and waits no longer', async () => {
    const slack = await slackThat((_, response) => {
      response.writeHead(200, { 'content-length': 10 }).write('o');
    });
    expect(await postTo(slack.url, payload, 100)).toEqual({ status: 200, ok: true });
  });

  test('goes over a connection that is there already, whatever the last was answered', async () => {
    const large = 'x'.repeat(40_000);
    const slack = await slackThat((_, response) => response.writeHead(404).end(large));
    for (let turn = 0; turn < 9; turn += 1) await postTo(slack.url, payload);
    expect(slack.asked).toHaveLength(9);
    expect(slack.sockets.size).toBeLessThan(3);
  });
});
