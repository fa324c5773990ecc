import type { IncomingMessage } from 'node:http';
import { type JsonObject, isObject, parseJson } from './json.ts';

/** Reads the whole body of a request. */
async function rawBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/**
 * The arguments of a Web API call: from the query and from a body that is a form, JSON, or
 * multipart. Lists and objects that came as JSON text are read.
 */
export async function argumentsOf(request: IncomingMessage, query: string): Promise<JsonObject> {
  const body = await rawBody(request);
  const type = request.headers['content-type'] ?? '';
  const fromQuery = fromForm(new URLSearchParams(query));
  if (type.startsWith('application/json')) {
    const parsed = parseJson(body.toString('utf8'));
    return { ...fromQuery, ...(isObject(parsed) ? parsed : {}) };
  }
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData();
    const texts = new URLSearchParams();
    for (const [key, value] of form) if (typeof value === 'string') texts.set(key, value);
    return { ...fromQuery, ...fromForm(texts) };
  }
  return { ...fromQuery, ...fromForm(new URLSearchParams(body.toString('utf8'))) };
}

/** The arguments that are lists or objects, and arrive as JSON text where the body is a form. */
const JSON_ARGUMENTS = new Set(['blocks', 'attachments', 'view', 'message', 'metadata', 'users']);

function fromForm(form: URLSearchParams): JsonObject {
  const args: JsonObject = {};
  for (const [key, value] of form) {
    const parsed = JSON_ARGUMENTS.has(key) ? parseJson(value) : undefined;
    args[key] = typeof parsed === 'object' && parsed !== null ? parsed : value;
  }
  return args;
}
