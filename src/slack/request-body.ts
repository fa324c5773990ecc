import type { IncomingMessage } from 'node:http';
import { parse as parseForm } from 'node:querystring';

/** What Slack sent, as it came: nothing in it is checked yet but that it is an object. */
export type RequestBody = Readonly<Record<string, unknown>>;

/**
 * The raw bytes of a request. `too_large` as soon as it is known to be over the limit, without
 * reading on; `gone` when the sender went away before the end.
 */
export function readBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Buffer | 'too_large' | 'gone'> {
  return new Promise((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > limitBytes) return resolve('too_large');
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limitBytes) resolve('too_large');
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : join(chunks)));
    request.on('error', () => resolve('gone'));
    request.on('close', () => resolve('gone'));
  });
}

const join = (chunks: readonly Buffer[]) => Buffer.concat(chunks);

/**
 * The body as an object, parsed once. Slack sends commands as a form, clicks and submissions as
 * JSON in a form's `payload`, events as JSON. A media type may carry parameters such as
 * `; charset=utf-8`, which some proxies add. Undefined when it is not what it says it is.
 */
export function parseBody(text: string, contentType: string | undefined): RequestBody | undefined {
  if (!isForm(contentType)) return parseObject(text);
  const form: RequestBody = parseForm(text);
  if (isTlsCheck(form)) return form;
  const payload = form['payload'];
  return typeof payload === 'string' ? parseObject(payload) : form;
}

/** Slack's look at the certificate: the one request that comes unsigned, and carries nothing. */
export function isUnsignedTlsCheck(text: string, contentType: string | undefined): boolean {
  return isForm(contentType) && text.includes('ssl_check') && isTlsCheck(parseForm(text));
}

/** True for `ssl_check=1`, signed or not. Whatever else such a body holds is never looked at. */
export function isTlsCheck(body: RequestBody): boolean {
  return body['ssl_check'] === '1';
}

function isForm(contentType = ''): boolean {
  const [mediaType = ''] = contentType.split(';', 1);
  return mediaType.trim().toLowerCase() === 'application/x-www-form-urlencoded';
}

function parseObject(json: string): RequestBody | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isRequestBody(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** True for an object, which every payload of Slack is. */
export function isRequestBody(value: unknown): value is RequestBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
