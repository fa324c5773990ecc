import type { JsonObject } from '../../../src/sandbox/slack/json.ts';
import type { Known } from './emulate.ts';

/** What earlier steps of one side have left for later ones. */
export type Memory = Record<string, string>;
export type Step = {
  readonly says: string;
  readonly method: string;
  readonly args?: (ids: Known, memory: Memory) => JsonObject;
  readonly token?: string;
  /** What the answer leaves behind. */
  readonly keeps?: (answer: JsonObject) => Memory;
  /** Needs a trigger id first; 'view' wants that of a click in the view `memory.view`. */
  readonly trigger?: 'person' | 'view';
  /** What both answer: '' for ok, else the error. */
  readonly answer: string;
  /** Where the other Slack answers something else, and why ours is right all the same. */
  readonly differs?: { readonly theirs: string; readonly why: string };
};
