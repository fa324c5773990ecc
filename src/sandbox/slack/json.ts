/** Anything that JSON can say. `undefined` stands for a key that is left out when it is written. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** An object of JSON: blocks, views and payloads travel through the pretend Slack in this form. */
export type JsonObject = { [key: string]: Json | undefined };

/** Reads JSON; undefined where the text is not JSON. This is the parse boundary of the folder. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Turns any plain value into JSON of its own, sharing nothing with the original. */
export function copyOf<Value extends Json>(value: Value): Value {
  return structuredClone(value);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text under a key, or '' where there is none. */
export function textAt(object: JsonObject | undefined, key: string): string {
  const value = object?.[key];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
}

/** The object under a key, or undefined. */
export function objectAt(object: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = object?.[key];
  return isObject(value) ? value : undefined;
}

/** The objects of the list under a key; anything else in it is skipped. */
export function objectsAt(object: JsonObject | undefined, key: string): JsonObject[] {
  const value = object?.[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The texts of the list under a key; anything else in it is skipped. */
export function textsAt(object: JsonObject | undefined, key: string): string[] {
  const value = object?.[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** True for `true`, and for the texts that clients send for it in forms. */
export function flagAt(object: JsonObject | undefined, key: string): boolean {
  const value = object?.[key];
  return value === true || value === 'true' || value === '1' || value === 1;
}

/** The number under a key, also when it was sent as text; undefined where there is none. */
export function numberAt(object: JsonObject | undefined, key: string): number | undefined {
  const value = object?.[key];
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const parsed = Number(value);
  return Number.isNaN(parsed) ? undefined : parsed;
}
