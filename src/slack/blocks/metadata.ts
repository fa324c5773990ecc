import type { ZodType } from 'zod';
import { LIMITS } from './limits.ts';

declare const brand: unique symbol;

/** A view's `private_metadata`: only `metadata().seal` makes it, so it is always readable again. */
export type Metadata = string & { readonly [brand]: 'metadata' };

export type MetadataOf<Value> = {
  /** Throws a RangeError where the value is longer than Slack's 3,000 characters as JSON. */
  readonly seal: (value: Value) => Metadata;
  /** The value again, or null where the text is of another shape (a view of an older release). */
  readonly open: (text: string) => Value | null;
};

/** What a view remembers while it is open, in the shape of a schema. Ids, never people's words. */
export function metadata<Value>(schema: ZodType<Value>): MetadataOf<Value> {
  return {
    seal(value) {
      const text = JSON.stringify(value);
      if (text.length > LIMITS.privateMetadata) {
        throw new RangeError(`A view's metadata has ${text.length} characters; 3,000 are allowed.`);
      }
      return text as Metadata;
    },
    open(text) {
      return schema.safeParse(jsonOf(text)).data ?? null;
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
