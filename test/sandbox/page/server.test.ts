import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageRoutes, servePage } from '../../../src/sandbox/page/server.ts';
import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import { EVIL } from './reader.ts';

const HOST = '127.0.0.1:4600';
const OWN = { host: HOST, origin: `http://${HOST}`, 'content-type': 'application/json' };

describe('the page', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  const get = (path: string, headers: Record<string, string> = { host: HOST }) =>
    pageRoutes(sandbox).request(path, { headers });
  const post = (path: string, body: object, headers: Record<string, string> = OWN) =>
    pageRoutes(sandbox).request(path, { method: 'POST', headers, body: JSON.stringify(body) });
  const say = { channel: 'CGENERAL', text: 'Hello from outside' };
  const said = () =>
    sandbox.slack
      .screenOf('UANA')
      .messages('CGENERAL')
      .map(({ text }) => text);

  test.each(['evil.example', 'evil.example:4600', '127.0.0.1.evil.example', '[::1]:4600', ''])(
    'refuses the name %j, which somebody else may have pointed here',
    async (host) => {
      const response = await get('/ana/CWILLOW', { host });
      expect(response.status).toBe(403);
      expect(await response.text()).not.toContain('Willow');
    },
  );

  test.each(['127.0.0.1:4600', 'localhost:4601'])('answers to %s', async (host) => {
    expect((await get('/ana/CWILLOW', { host })).status).toBe(200);
  });

  test.each([
    ['from another site', { ...OWN, origin: 'http://evil.example' }],
    ['from another port', { ...OWN, origin: 'http://127.0.0.1:9999' }],
    ['without saying from where', { host: HOST, 'content-type': 'application/json' }],
    ['as a form', { ...OWN, 'content-type': 'text/plain' }],
    ['that the browser calls cross-site', { ...OWN, 'sec-fetch-site': 'cross-site' }],
  ])('refuses an act %s', async (_name, headers) => {
    expect((await post('/ana/act/type', say, headers)).status).toBe(403);
    expect(said()).not.toContain('Hello from outside');
  });

  test('takes an act from the page itself', async () => {
    const response = await post('/ana/act/type', { ...say, text: 'Hello from here' });
    expect(response.status).toBe(200);
    expect(said()).toContain('Hello from here');
  });

  test('lets no script run but its own', async () => {
    const { headers } = await get('/ana/CWILLOW');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('what people type is text, wherever it is shown', async () => {
    await post('/ana/act/type', { channel: 'CWILLOW', text: `${EVIL} *${EVIL}*` });
    await post('/ana/act/type', { channel: 'CWILLOW', text: `/propose ${EVIL}` });
    await sandbox.slack.until(() => sandbox.slack.screenOf('UANA').modal);
    for (const path of [
      '/ana/CWILLOW',
      '/ben/CWILLOW',
      '/ana/home',
      `/ana/CWILLOW?thread=${EVIL}`,
    ]) {
      const html = await (await get(path)).text();
      expect(
        html.replaceAll(/<script (?:type="module" )?src="\/assets\/\w+\.js"><\/script>/g, ''),
      ).not.toContain('<script');
    }
    await post('/ana/act/close', { all: true });
  });

  test('shows each person only what Slack would show them', async () => {
    expect(await (await get('/ana/CROTA')).text()).toContain('happy to swap');
    const forGus = await (await get('/gus/CROTA')).text();
    expect(forGus).not.toContain('happy to swap');
    expect(forGus).not.toContain('rota-swaps');
    expect(await (await get('/gus/CCOOP')).text()).not.toContain('minibus');
  });

  test('an answer for one person is not in the page of another', async () => {
    await post('/ana/act/type', { channel: 'CWILLOW', text: '/circle help' });
    await sandbox.slack.until(() => sandbox.slack.screenOf('UANA').ephemerals().length > 0);
    expect(await (await get('/ana/CWILLOW')).text()).toContain('Only visible to you');
    expect(await (await get('/ben/CWILLOW')).text()).not.toContain('Only visible to you');
  });

  test.each(['/nobody/CWILLOW', '/ida/CWILLOW', '/assets/none.js'])(
    '%s is not found',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test('a button of a message that was drawn anew meanwhile is still the same button', async () => {
    const messages = sandbox.slack.screenOf('UDEE').messages('CWILLOW');
    const card = messages.findLast(({ text }) => text.includes('Quiet hours after lunch'));
    const page = await (await get('/dee/CWILLOW')).text();
    const consents = page.match(/<button[^>]*data-action="round\.answer\.consent"[^>]*>/g);
    const value = /data-value="([^"]*)"/
      .exec(consents?.at(-1) ?? '')?.[1]
      ?.replaceAll('&quot;', '"');
    const place = { in: 'message', channel: 'CWILLOW', ts: card?.ts };
    const stale = { ...place, block: 'of-before', action: 'round.answer.consent' };
    expect((await post('/dee/act/click', { ...stale, value })).status).toBe(200);
    expect((await post('/dee/act/click', { ...stale, value: 'another' })).status).toBe(409);
    expect((await post('/dee/act/click', stale)).status).toBe(409);
  });

  test('an emoji is put on a message and taken away again, and the card’s is answered', async () => {
    const cards = () => sandbox.slack.screenOf('UDEE').messages('CWILLOW');
    const card = cards().findLast(({ text }) => text.includes('Quiet hours after lunch'));
    const place = { channel: 'CWILLOW', ts: card?.ts, emoji: '+1' };
    expect((await post('/dee/act/react', place)).status).toBe(200);
    const page = await (await get('/dee/CWILLOW')).text();
    expect(page).toMatch(/data-react="\+1"[^>]*aria-pressed="true"[^>]*thumbs up: Dee Novak/);
    const forAna = await (await get('/ana/CWILLOW')).text();
    expect(forAna).toMatch(/data-react="\+1"[^>]*aria-pressed="false"/);
    const whispers = () => sandbox.slack.screenOf('UDEE').ephemerals('CWILLOW');
    await sandbox.slack.until(() =>
      whispers().some(({ text }) => text.includes('emoji on “Quiet hours')),
    );

    expect((await post('/dee/act/react', place)).status).toBe(200);
    expect(cards().find(({ ts }) => ts === card?.ts)?.reactions).toEqual([]);
    expect((await post('/dee/act/react', { ...place, ts: '1.1' })).status).toBe(409);
    expect((await post('/dee/act/react', { ...place, emoji: 'No Emoji' })).status).toBe(409);
  });

  test('an answer in a thread that one alone sees is shown there, and takes no emoji', async () => {
    const { slack } = sandbox;
    const cards = slack.screenOf('UDEE').messages('CWILLOW');
    const card = cards.findLast(({ text }) => text.includes('Quiet hours after lunch'));
    await slack.say('UDEE', 'CWILLOW', 'Even on Fridays', card?.ts);
    const reply = slack
      .screenOf('UDEE')
      .thread('CWILLOW', card?.ts ?? '')
      .at(-1);
    slack.state.ephemerals.push({
      ...{ ts: '1.1', channelId: 'CWILLOW', forUserId: 'UDEE', threadTs: card?.ts },
      ...{ text: 'For Dee in the thread', blocks: [], attachments: [] },
    });
    const path = `CWILLOW?thread=${card?.ts}`;
    const forDee = await (await get(`/dee/${path}`)).text();
    const [whole = '', thread = ''] = forDee.split('<aside id="thread"');
    expect(thread).toContain('For Dee in the thread');
    expect(whole).not.toContain('For Dee in the thread');
    expect(thread).toContain(`id="tools-t-${reply?.ts}"`);
    expect(thread).not.toContain('id="tools-t-1.1"');
    expect(await (await get(`/ana/${path}`)).text()).not.toContain('For Dee in the thread');
  });

  test('an emoji is offered only where one may be put', async () => {
    expect(await (await get('/ana/CWILLOW')).text()).toContain('Put thumbs up on this message');
    const forHana = await (await get('/hana/CWILLOW')).text();
    expect(forHana).toContain('Quiet hours after lunch');
    expect(forHana).not.toContain('Put thumbs up on this message');
  });

  test('an act on what is no longer there says so', async () => {
    const gone = { in: 'message', channel: 'CWILLOW', ts: '1.1', block: 'b', action: 'a' };
    const response = await post('/ana/act/click', gone);
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ toast: expect.stringContaining('no longer there') });
  });

  test.each([
    ['click', { in: 'nowhere' }],
    ['move', { to: 'yesterday' }],
    ['type', { channel: 'CWILLOW' }],
    ['react', { channel: 'CWILLOW', emoji: '+1' }],
  ])('an act that makes no sense (%s) is refused', async (name, body) => {
    expect((await post(`/ana/act/${name}`, body)).status).toBe(400);
  });

  test('takes the next port where one is in use, and listens on this machine alone', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const page = await servePage(sandbox, port);
    expect(page.port).toBeGreaterThan(port);
    const response = await fetch(`http://127.0.0.1:${page.port}/`, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe('/ana/CWILLOW');
    await expect(fetch(`http://[::1]:${page.port}/`)).rejects.toThrow('fetch failed');
    await page.close();
    other.close();
  });
});
