import { request } from 'undici';

/** Milliseconds that an answer through a response_url may take. */
const WITHIN_MS = 2_500;

/**
 * Posts to a response_url. `ok` says whether Slack took it: not where the url is used up or gone,
 * nor where it redirects, which nobody follows. Throws where no answer comes in time.
 *
 * Every click gets a private answer, so this takes the cheaper way: `fetch` wraps each in streams.
 * The kept connections are those that `fetch` uses, and so is a proxy that is set for them.
 */
export async function postTo(
  responseUrl: string,
  payload: unknown,
  withinMs = WITHIN_MS,
): Promise<{ readonly status: number; readonly ok: boolean }> {
  const { statusCode: status, body } = await request(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(payload),
    signal: AbortSignal.timeout(withinMs),
  });
  // Left unread, it would keep the connection from the next answer.
  await body.dump();
  return { status, ok: status >= 200 && status < 300 };
}
