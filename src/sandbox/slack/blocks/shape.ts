import type { LimitName } from './limits.ts';

/** What a value in a block must look like. */
export type Shape =
  | {
      readonly kind: 'string';
      readonly limit?: LimitName;
      readonly oneOf?: readonly string[];
      readonly pattern?: RegExp;
      readonly mayBeEmpty?: boolean;
    }
  | { readonly kind: 'integer'; readonly least: number; readonly limit?: LimitName }
  | { readonly kind: 'boolean' }
  | {
      readonly kind: 'text';
      readonly allowed: readonly ('plain_text' | 'mrkdwn')[];
      readonly limit: LimitName;
    }
  | {
      readonly kind: 'list';
      readonly of: Shape;
      readonly limit: LimitName;
      readonly least: number;
    }
  | { readonly kind: 'object'; readonly fields: Fields; readonly least?: number }
  /** An object told apart by its `type`, of the table that `of` names. */
  | { readonly kind: 'typed'; readonly of: 'block' | 'element' | 'rich'; readonly among: Names };

type Names = readonly string[];
export type Field = { readonly shape: Shape; readonly isRequired: boolean };
export type Fields = Readonly<Record<string, Field>>;

export const need = (shape: Shape): Field => ({ shape, isRequired: true });
export const may = (shape: Shape): Field => ({ shape, isRequired: false });

export const string = (limit?: LimitName): Shape =>
  limit === undefined ? { kind: 'string' } : { kind: 'string', limit };
export const maybeEmpty = (limit: LimitName): Shape => ({
  kind: 'string',
  limit,
  mayBeEmpty: true,
});
export const oneOf = (...names: string[]): Shape => ({ kind: 'string', oneOf: names });
export const matching = (pattern: RegExp): Shape => ({ kind: 'string', pattern });
export const integer = (least = 0, limit?: LimitName): Shape =>
  limit === undefined ? { kind: 'integer', least } : { kind: 'integer', least, limit };
export const flag: Shape = { kind: 'boolean' };
export const plain = (limit: LimitName): Shape => ({
  kind: 'text',
  allowed: ['plain_text'],
  limit,
});
export const anyText = (limit: LimitName): Shape => ({
  kind: 'text',
  allowed: ['plain_text', 'mrkdwn'],
  limit,
});
export const list = (of: Shape, limit: LimitName, least = 1): Shape => ({
  kind: 'list',
  of,
  limit,
  least,
});
export const object = (fields: Fields, least?: number): Shape =>
  least === undefined ? { kind: 'object', fields } : { kind: 'object', fields, least };
export const element = (...among: string[]): Shape => ({ kind: 'typed', of: 'element', among });
export const rich = (...among: string[]): Shape => ({ kind: 'typed', of: 'rich', among });
