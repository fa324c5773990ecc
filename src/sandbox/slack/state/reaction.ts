import type { JsonObject } from '../json.ts';

/** One emoji on a message, with the people who put it there, the first one first. */
export type Reaction = { readonly name: string; readonly users: string[] };

/** The reactions as the Web API and payloads show them; undefined where there are none. */
export function reactionsAnswer(reactions: readonly Reaction[]): JsonObject[] | undefined {
  if (reactions.length === 0) return undefined;
  return reactions.map(({ name, users }) => ({ name, users: [...users], count: users.length }));
}

/** How Slack writes an emoji's name, with a skin tone where it has one. */
export function isEmojiName(name: string): boolean {
  return /^[a-z0-9_'+-]{1,100}(?:::skin-tone-[2-6])?$/u.test(name);
}
