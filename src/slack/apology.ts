import type { RequestBody } from './request-body.ts';

/**
 * Why nobody answered a request: a listener or the authorization threw, no answer came in time, or
 * no listener took it up. After `late` the work goes on and may still be recorded.
 */
export type Fault = 'failed' | 'late' | 'unanswered';

/** An answer to Slack's request. A payload of undefined is an empty body. */
export interface Reply {
  readonly status: number;
  readonly payload?: unknown;
}

/** A reply in place of the one that did not come, and a message to send where that cannot speak. */
export interface Apology extends Reply {
  readonly message?: { readonly url: string; readonly payload: unknown };
}

/**
 * The form in which a sentence reaches the member, by what they did: under the field of a form, as
 * an answer to a command, or as a message that only they see. Where Slack has no such way (a button
 * in a form or on Home, a shortcut) an error status makes Slack show its own warning. For an event
 * it makes Slack send the event again.
 */
export function apologyFor(body: RequestBody, fault: Fault, sentence: string): Apology {
  const whisper = { response_type: 'ephemeral', replace_original: false, text: sentence };
  if (typeof body['command'] === 'string') return { status: 200, payload: whisper };
  if (body['type'] === 'view_closed') return { status: 200 };
  if (body['type'] === 'block_suggestion') return { status: 200, payload: { options: [] } };
  if (body['type'] === 'view_submission') {
    const field = lastFieldOf(body['view']);
    if (field === undefined) return { status: 500 };
    const errors = { [field]: sentence };
    return { status: 200, payload: { response_action: 'errors', errors } };
  }
  const url = body['response_url'];
  if (typeof url === 'string' && /^https?:\/\//.test(url)) {
    return { status: 200, message: { url, payload: whisper } };
  }
  return { status: fault === 'unanswered' ? 404 : 500 };
}

/** The field nearest to the button that was pressed. Slack takes errors at input blocks only. */
function lastFieldOf(view: unknown): string | undefined {
  const blocks = isRecord(view) && Array.isArray(view['blocks']) ? view['blocks'] : [];
  const field: unknown = blocks.findLast((block) => isRecord(block) && block['type'] === 'input');
  return isRecord(field) && typeof field['block_id'] === 'string' ? field['block_id'] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
