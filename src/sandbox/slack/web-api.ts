import { setTimeout as sleep } from 'node:timers/promises';
import type { MethodFault } from './fault.ts';
import { type JsonObject, textAt } from './json.ts';
import { ApiError, type Call, type Method } from './methods/call.ts';
import { METHODS } from './methods/table.ts';
import { type RateLimiter, rateLimiter } from './rate-limit.ts';
import type { Workspace } from './workspace.ts';

/** What goes back over HTTP; `hang` never does, `drop` breaks the connection. */
export type ApiReply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: JsonObject;
      readonly retryAfterSeconds?: number;
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'drop' };

/** The Web API: one function for every method. */
export type WebApi = (method: string, args: JsonObject, authorization: string) => Promise<ApiReply>;

/** Opens the Web API of a workspace. */
export function webApi(workspace: Workspace): WebApi {
  const limiter = rateLimiter();
  return async (name, args, authorization) => {
    const token = authorization.replace(/^Bearer\s+/i, '') || textAt(args, 'token');
    const { token: _token, ...kept } = args;
    const fault = workspace.faults.takeMethod(name);
    const reply = await answered({ workspace, limiter, name, args: kept, token, fault });
    workspace.journal.write({
      kind: 'call',
      method: name,
      args: withoutSecrets(kept),
      answer: reply.kind === 'answer' ? withoutSecrets(reply.body) : undefined,
      status: reply.kind === 'answer' ? reply.status : 0,
      ...(fault === undefined ? {} : { fault: JSON.stringify(fault) }),
    });
    return reply;
  };
}

/** The journal can be read on the page: no secret may stand in it. */
function withoutSecrets(object: JsonObject): JsonObject {
  const secrets = ['client_secret', 'code', 'access_token'];
  return Object.fromEntries(Object.entries(object).filter(([key]) => !secrets.includes(key)));
}

type Attempt = {
  readonly workspace: Workspace;
  readonly limiter: RateLimiter;
  readonly name: string;
  readonly args: JsonObject;
  readonly token: string;
  readonly fault: MethodFault | undefined;
};

async function answered(attempt: Attempt): Promise<ApiReply> {
  const { fault } = attempt;
  if (fault === 'hang') return { kind: 'hang' };
  if (fault === 'drop_answer') {
    carryOut(attempt);
    return { kind: 'drop' };
  }
  if (fault === undefined) return carryOut(attempt);
  if ('error' in fault) return ok200({ ok: false, error: fault.error });
  if ('delayMs' in fault || 'until' in fault) {
    await ('until' in fault ? fault.until : sleep(fault.delayMs));
    return carryOut(attempt);
  }
  const { status, retryAfterSeconds = 1 } = fault;
  if (status === 429) return rateLimited(retryAfterSeconds);
  return { kind: 'answer', status, body: { ok: false, error: 'internal_error' } };
}

function carryOut(attempt: Attempt): ApiReply {
  const { workspace, limiter, name, args, token } = attempt;
  const method = METHODS[name];
  if (method === undefined) return ok200({ ok: false, error: 'unknown_method', req_method: name });
  const refused = tokenError(workspace, method, token);
  if (refused !== undefined) return ok200({ ok: false, error: refused });
  if (workspace.rateLimits) {
    const now = workspace.clock.now();
    const seconds = limiter.secondsToWait(name, textAt(args, 'channel'), now);
    if (seconds > 0) return rateLimited(seconds);
  }
  return ok200(outcome(method, { workspace, args }));
}

function outcome(method: Method, call: Call): JsonObject {
  try {
    return { ok: true, ...method.run(call) };
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, error: error.code, ...error.details };
    throw error;
  }
}

function tokenError(workspace: Workspace, method: Method, token: string): string | undefined {
  if (method.token === 'none') return undefined;
  if (token === '') return 'not_authed';
  const { app, bot } = workspace.state;
  if (token === app.appToken) return method.token === 'app' ? undefined : 'not_allowed_token_type';
  if (token !== app.botToken) return 'invalid_auth';
  if (bot !== 'installed') return bot;
  return method.token === 'bot' ? undefined : 'not_allowed_token_type';
}

function ok200(body: JsonObject): ApiReply {
  return { kind: 'answer', status: 200, body };
}

function rateLimited(retryAfterSeconds: number): ApiReply {
  const body = { ok: false, error: 'ratelimited' };
  return { kind: 'answer', status: 429, body, retryAfterSeconds };
}
