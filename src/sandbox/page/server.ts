import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import { ZodError } from 'zod';
import type { Sandbox } from '../sandbox.ts';
import type { JournalEntry } from '../slack/journal.ts';
import { channels } from '../world.ts';
import { ACT_REQUESTS } from './act-requests.ts';
import { pathOf } from './address.ts';
import { readAssets } from './assets.ts';
import { guard } from './guard.ts';
import { page } from './page.ts';
import { sceneFor, userNamed } from './scene.ts';
import { pageWords } from './words.ts';

/** The cookie by which a browser remembers that it wants to see what just happened. */
const HAPPENED_COOKIE = 'happened';
/** A line now and then, so that neither side takes the other for gone. */
const PULSE_MS = 15_000;
/** Ports that are tried after the one that was wished for. */
const MOST_PORTS = 20;

export type PageServer = {
  readonly port: number;
  close(): Promise<void>;
};

/** The routes of the page. */
export function pageRoutes(sandbox: Sandbox): Hono {
  const assets = readAssets();
  const app = new Hono();
  app.use(guard());
  app.get('/', (context) =>
    context.redirect(pathOf({ handle: 'ana', place: channels.willow, thread: undefined })),
  );
  app.get('/assets/:name', (context) => {
    const asset = assets.get(context.req.param('name'));
    if (asset === undefined) return context.notFound();
    return context.body(asset.body, 200, {
      'content-type': asset.type,
      'cache-control': 'no-cache',
    });
  });
  app.get('/:handle/live', (context) => live(context, sandbox, context.req.param('handle')));
  app.post('/:handle/act/:name', (context) => {
    const { handle, name } = context.req.param();
    return act(context, sandbox, handle, name);
  });
  app.get('/:handle/:place', (context) => show(context, sandbox, context.req.param()));
  return app;
}

/**
 * Listens on 127.0.0.1: at `port`, or at the next one that is free. Throws where none of twenty
 * is. Port 0 takes any.
 */
export async function servePage(sandbox: Sandbox, port: number): Promise<PageServer> {
  const server = createAdaptorServer({ fetch: pageRoutes(sandbox).fetch });
  const tryPort = (wanted: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  for (let tried = 0; ; tried += 1) {
    try {
      await tryPort(port + tried);
      break;
    } catch (error) {
      if (!isTaken(error) || port === 0 || tried + 1 >= MOST_PORTS) throw error;
    }
  }
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

async function show(
  context: Context,
  sandbox: Sandbox,
  { handle, place }: { readonly handle: string; readonly place: string },
): Promise<Response> {
  const user = userNamed(sandbox.slack, handle);
  if (user === undefined) return context.notFound();
  // Slack tells the app when somebody comes to its Home, not each time it is drawn.
  const isVisit = context.req.header('x-refresh') === undefined;
  if (isVisit && place === 'home') await sandbox.slack.openHome(user.id, 'home');
  const thread = context.req.query('thread');
  const showsHappened = getCookie(context, HAPPENED_COOKIE) === 'shown';
  const scene = await sceneFor(sandbox, { handle, place, thread }, showsHappened);
  if (scene === undefined) return context.notFound();
  context.header('Cache-Control', 'no-store');
  return context.html(page(scene));
}

async function act(
  context: Context,
  sandbox: Sandbox,
  handle: string,
  name: string,
): Promise<Response> {
  const user = userNamed(sandbox.slack, handle);
  const perform = ACT_REQUESTS[name];
  if (user === undefined || perform === undefined) return context.notFound();
  try {
    return context.json(await perform(sandbox, user, await context.req.json()));
  } catch (error) {
    if (error instanceof ZodError || error instanceof SyntaxError) return context.text('', 400);
    // The pretend Slack throws where somebody acts on what is no longer on their screen.
    return context.json({ toast: pageWords.failure.gone }, 409);
  }
}

/** Tells a window that what it shows has changed; the window then asks for itself anew. */
function live(context: Context, sandbox: Sandbox, handle: string): Response {
  const user = userNamed(sandbox.slack, handle);
  if (user === undefined) return context.text('', 404);
  return streamSSE(context, async (stream) => {
    const stop = sandbox.follow((entry) => {
      if (concerns(entry, user.id)) void stream.writeSSE({ event: 'changed', data: '' });
    });
    stream.onAbort(stop);
    while (!stream.aborted) {
      await stream.writeSSE({ event: 'pulse', data: sandbox.world });
      await stream.sleep(PULSE_MS);
    }
    stop();
  });
}

function concerns(entry: JournalEntry | 'started over', who: string): boolean {
  if (entry === 'started over' || entry.kind === 'clock') return true;
  if (entry.kind === 'change') return entry.who === undefined || entry.who === who;
  return entry.kind === 'receipt' || entry.kind === 'call';
}
