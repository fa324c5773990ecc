import { destination, pino, stdTimeFunctions } from 'pino';
import type { Logger } from 'pino';

export type Log = Logger;

export interface LogOptions {
  readonly level: string;
  /** Values that must never be written, in whatever line: tokens, the signing secret. */
  readonly secrets?: readonly string[];
  /** Where a finished line goes; standard output by default. */
  readonly write?: (line: string) => void;
}

/**
 * The program's log: one JSON line a happening, told by ids. It holds no text that people wrote and
 * no token: an error is written by the parts that are known to be safe, and then the whole line is
 * scrubbed, because a secret can hide in any message, stack or cause.
 */
export function createLog({ level, secrets = [], write = toStandardOutput() }: LogOptions): Log {
  const written = { write: (line: string) => write(scrub(line, secrets)) };
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      hooks: {
        // Given an error and no message, pino takes the error's own, past the serializer.
        logMethod(args, method) {
          const [first, message, ...rest] = args as [unknown, string?, ...unknown[]];
          const error = first instanceof Error ? first : errorIn(first);
          if (error === undefined) return method.apply(this, args);
          const fields = first instanceof Error ? { err: first } : first;
          return method.apply(this, [fields, message ?? safeText(error.message), ...rest]);
        },
      },
    },
    written,
  );
}

const HIDDEN = '[hidden]';

/** What marks a secret by its own form. Slashes and quotes may be escaped, once or many times. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/xox[a-z](?:\.xox[a-z])?-[\w-]+/gi, `xox${HIDDEN}`],
  [/xapp-[\w-]+/gi, `xapp-${HIDDEN}`],
  [/(hooks\.slack(?:-gov)?\.com)(?:\\*\/|%2f)(?:\\+\/|[^\s"\\<>|])*/gi, `$1/${HIDDEN}`],
  [/((?:response_url|token|client_secret)\\*["']?\s*[:=]\s*\\*["']?)[^\s"'\\&,}]+/g, `$1${HIDDEN}`],
  [/([?&]ticket=)[^\s"\\&]+/gi, `$1${HIDDEN}`],
  [/(Bearer )[^\s"\\]+/gi, `$1${HIDDEN}`],
  [/(:\\*\/\\*\/[^\s:@/"]+:)[^\s"\\/]+@/g, `$1${HIDDEN}@`],
];

/** A line without its secrets: Slack's tokens and response URLs, passwords, and those named. */
export function scrub(line: string, secrets: readonly string[] = []): string {
  let clean = line;
  for (const secret of secrets) if (secret !== '') clean = clean.replaceAll(secret, HIDDEN);
  for (const [pattern, replacement] of SECRETS) clean = clean.replace(pattern, replacement);
  return clean;
}

interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string | number;
  readonly cause?: ErrorDescription;
  readonly errors?: readonly ErrorDescription[];
}

const DEEPEST_CAUSE = 5;
const MOST_ERRORS = 5;

/**
 * An error by its name, message, stack, code and causes only. Its other properties are left out:
 * a database's carries the values of the row, a Slack client's the message that was to be sent.
 */
function describeError(thrown: unknown, depth = 0): ErrorDescription {
  if (!(thrown instanceof Error) || !isRecord(thrown)) {
    return { type: typeof thrown, message: 'not an error object' };
  }
  const error: Error & Readonly<Record<string, unknown>> = thrown;
  const cause = error.cause ?? error['original'];
  const errors = error['errors'] ?? error['originals'];
  const code = codeOf(error);
  const deeper = depth < DEEPEST_CAUSE;
  return {
    type: error.name,
    message: safeText(error.message),
    ...(error.stack === undefined ? {} : { stack: safeText(error.stack) }),
    ...(code === undefined ? {} : { code }),
    ...(deeper && cause instanceof Error ? { cause: describeError(cause, depth + 1) } : {}),
    ...(deeper && Array.isArray(errors)
      ? { errors: errors.slice(0, MOST_ERRORS).map((each) => describeError(each, depth + 1)) }
      : {}),
  };
}

/** Slack's own code for an API error says more than the SDK's code for "an API error". */
function codeOf(error: Readonly<Record<string, unknown>>): string | number | undefined {
  const data = error['data'];
  const told = isRecord(data) ? data['error'] : undefined;
  const code = typeof told === 'string' ? told : error['code'];
  return typeof code === 'string' || typeof code === 'number' ? code : undefined;
}

/**
 * A message or stack without the values that some libraries copy into it: the parameters of a
 * query, and the beginning of the text that would not parse as JSON.
 */
function safeText(text: string): string {
  return text
    .replace(/^params: [\s\S]*?(?=\n {4}at |$(?![\s\S]))/gm, `params: ${HIDDEN}`)
    .replace(
      /Unexpected [^\n]*(?:\n(?! {4}at )[^\n]*)*is not valid JSON/g,
      'Text is not valid JSON',
    );
}

function errorIn(fields: unknown): Error | undefined {
  return isRecord(fields) && fields['err'] instanceof Error ? fields['err'] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Written at once, so that the last lines before a crash are there. */
function toStandardOutput(): (line: string) => void {
  const output = destination({ dest: 1, sync: true });
  return (line) => output.write(line);
}
