import type { MiddlewareHandler } from 'hono';

/** The names by which the page may be called: nothing else leads to this machine alone. */
const OWN_NAMES = ['127.0.0.1', 'localhost'];

const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/**
 * Keeps other sites out. A request must call this server by its own name and port, so that a name
 * that somebody else has pointed here (DNS rebinding) opens nothing; and whatever changes
 * something must come from the page itself, as JSON, which no form of another site can send.
 */
export function guard(): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!OWN_NAMES.includes(host.replace(/:\d+$/, ''))) {
      return context.text('The sandbox answers to 127.0.0.1 and localhost only.', 403);
    }
    if (context.req.method !== 'GET' && !isFromThePage(host, (name) => context.req.header(name))) {
      return context.text('Only the page of the sandbox itself may do this.', 403);
    }
    await next();
    context.header('Content-Security-Policy', CONTENT_POLICY);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
  };
}

function isFromThePage(host: string, header: (name: string) => string | undefined): boolean {
  if (header('origin') !== `http://${host}`) return false;
  if ((header('sec-fetch-site') ?? 'same-origin') !== 'same-origin') return false;
  return header('content-type') === 'application/json';
}
