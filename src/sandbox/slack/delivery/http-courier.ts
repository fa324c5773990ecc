import { type JsonObject, isObject, parseJson } from '../json.ts';
import type { Workspace } from '../workspace.ts';
import type { Attempt, Courier, Delivery, Receipt } from './courier.ts';
import { signedHeaders } from './signature.ts';

/** Delivers by signed HTTP to one address. Commands and interactions come as forms. */
export function httpCourier(workspace: Workspace, address: string): Courier {
  return {
    transport: 'http',
    async send(delivery, attempt) {
      const { body, type } = encoded(delivery);
      const headers = { 'content-type': type, ...retryHeaders(attempt) };
      try {
        const response = await postSigned(workspace, address, body, headers);
        // Events may be acked with any success, the others with 200 alone.
        const isFine = delivery.kind === 'events_api' ? response.ok : response.status === 200;
        return await receiptOf(response, isFine);
      } catch (error) {
        const isLate = error instanceof DOMException && error.name === 'TimeoutError';
        return { outcome: isLate ? 'timeout' : 'unreachable' };
      }
    },
  };
}

/** Posts a signed body. The signature bears the machine's time: the bot checks it against that. */
export function postSigned(
  workspace: Workspace,
  address: string,
  body: string,
  headers: Record<string, string>,
): Promise<Response> {
  const signed = signedHeaders(workspace.state.app.signingSecret, Date.now(), body);
  return fetch(address, {
    method: 'POST',
    // A connection of its own each time: one kept alive would break when the bot is restarted.
    headers: { 'user-agent': 'Slackbot 1.0', connection: 'close', ...headers, ...signed },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(workspace.ackTimeoutMs),
  });
}

/** A payload as a form, each value as Slack sends it. */
export function formOf(payload: JsonObject): string {
  const form = new URLSearchParams();
  for (const [key, value] of Object.entries(payload)) {
    if (value !== undefined)
      form.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form.toString();
}

function encoded(delivery: Delivery): { readonly body: string; readonly type: string } {
  const form = 'application/x-www-form-urlencoded';
  switch (delivery.kind) {
    case 'slash_commands':
      return { body: formOf(delivery.payload), type: form };
    case 'interactive':
      return { body: formOf({ payload: JSON.stringify(delivery.payload) }), type: form };
    default:
      return { body: JSON.stringify(delivery.payload), type: 'application/json' };
  }
}

function retryHeaders({ number, reason }: Attempt): Record<string, string> {
  if (number === 0) return {};
  return { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': reason };
}

async function receiptOf(response: Response, isFine: boolean): Promise<Receipt> {
  const text = await response.text();
  const noRetry = response.headers.get('x-slack-no-retry') === '1';
  if (!isFine) return { outcome: 'refused', status: response.status, noRetry };
  const parsed = parseJson(text);
  return { outcome: 'acked', body: isObject(parsed) ? parsed : textAnswer(text), noRetry };
}

function textAnswer(text: string): JsonObject {
  return text === '' ? {} : { text };
}
