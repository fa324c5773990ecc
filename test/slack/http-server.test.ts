import { describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createHttpServer, healthRoute } from '../../src/slack/http-server.ts';
import { startHealthServer, writeReply } from '../../src/slack/http-server.ts';
import type { HttpServerOptions, Route } from '../../src/slack/http-server.ts';
import { send } from '../support/slack-request.ts';

const log = createLog({ level: 'silent' });
const here: HttpServerOptions = { host: '127.0.0.1', port: 0, log };

async function serve(routes: readonly Route[], options: Partial<HttpServerOptions> = {}) {
  const server = createHttpServer(routes, { ...here, ...options });
  onTestFinished(() => server.stop());
  return { server, port: (await server.start()).port };
}

const healthz = { method: 'GET', path: '/healthz' };

describe('health', () => {
  test('is 200 with what is known when all is well, and 503 when it is not', async () => {
    for (const ok of [true, false]) {
      const health = () => Promise.resolve({ ok, body: { ok, database: ok ? 'up' : 'locked' } });
      const { server, address } = await startHealthServer(health, here);
      onTestFinished(() => server.stop());
      const answer = await send(address.port, healthz);
      expect(answer.status).toBe(ok ? 200 : 503);
      expect(JSON.parse(answer.body)).toEqual({ ok, database: ok ? 'up' : 'locked' });
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  test('is 503 when the question fails, or finds no answer in time', async () => {
    const failing = healthRoute(() => Promise.reject(new Error('no disk')), log);
    const hanging = healthRoute(() => new Promise(() => undefined), log, 20);
    for (const route of [failing, hanging]) {
      const { port } = await serve([route]);
      expect(await send(port, healthz)).toMatchObject({ status: 503, body: '{"ok":false}' });
    }
  });

  test('is asked by HEAD as well, and by no other method', async () => {
    const health = () => Promise.resolve({ ok: true, body: {} });
    const { port } = await serve([healthRoute(health, log)]);
    expect(await send(port, { ...healthz, method: 'HEAD' })).toMatchObject({
      status: 200,
      body: '',
    });
    const refused = await send(port, { ...healthz, method: 'DELETE' });
    expect([refused.status, refused.headers['allow']]).toEqual([405, 'GET']);
  });
});

test('a path that nobody serves is 404, and a fault of a route is 500', async () => {
  const handle = () => Promise.reject(new Error('broken'));
  const { port } = await serve([{ method: 'GET', path: '/broken', handle }]);
  expect((await send(port, { method: 'GET', path: '/' })).status).toBe(404);
  expect((await send(port, { method: 'GET', path: '/broken' })).status).toBe(500);
});

test('a fault in the middle of an answer cuts it off: no half passes for a whole', async () => {
  const handle: Route['handle'] = (_request, response) => {
    response.write('half');
    return Promise.reject(new Error('broken'));
  };
  const { port } = await serve([{ method: 'GET', path: '/half', handle }]);
  await expect(send(port, { method: 'GET', path: '/half' })).rejects.toThrow(
    /aborted|hang up|RESET/,
  );
});

describe('an address that cannot be had', () => {
  test('in use by another: one sentence says what to do', async () => {
    const { port } = await serve([]);
    const second = createHttpServer([], { ...here, port });
    await expect(second.start()).rejects.toThrow(
      `Port ${port} is in use by another program: stop that one, or set PORT to another.`,
    );
  });

  test('of another machine: the sentence names HOST', async () => {
    // An address that is set aside for documentation, so no machine has it.
    const elsewhere = createHttpServer([], { ...here, host: '192.0.2.1' });
    await expect(elsewhere.start()).rejects.toThrow(/no address 192\.0\.2\.1: set HOST/);
  });
});

describe('stopping', () => {
  /** A route that answers at once and then works on, until it is let go. */
  function workAfterAnswer() {
    let letGo: () => void = () => undefined;
    let done = false;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const handle: Route['handle'] = async (_request, response) => {
      writeReply(response, { status: 200 });
      await held;
      done = true;
    };
    const route: Route = { method: 'GET', path: '/work', handle };
    return { route, letGo: () => letGo(), isDone: () => done };
  }

  test('waits for work that goes on after the answer, and takes no new requests', async () => {
    const work = workAfterAnswer();
    const { server, port } = await serve([work.route]);
    expect((await send(port, { method: 'GET', path: '/work' })).status).toBe(200);
    expect(server.inFlight()).toBe(1);
    let stopped = false;
    const stop = server.stop().then(() => (stopped = true));
    await expect(send(port, healthz)).rejects.toThrow(/ECONNREFUSED/);
    expect(stopped).toBe(false);
    work.letGo();
    await stop;
    expect([work.isDone(), server.inFlight()]).toEqual([true, 0]);
  });

  test('does not wait for ever', async () => {
    const work = workAfterAnswer();
    const { server, port } = await serve([work.route], { stopWithinMs: 30 });
    await send(port, { method: 'GET', path: '/work' });
    await server.stop();
    expect(work.isDone()).toBe(false);
    work.letGo();
  });

  test('closes connections that are kept alive with nothing to do', async () => {
    const { server, port } = await serve([
      healthRoute(() => Promise.resolve({ ok: true, body: {} }), log),
    ]);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    await server.stop();
    await server.stop();
    expect(server.inFlight()).toBe(0);
  });
});
