import { spoken } from './message.ts';
import type { Kinds, Message, Spoken, SpokenAs } from './message.ts';

/** Messages by group and name, as `en.ts` declares them. */
export type Catalogue = { readonly [name: string]: Message<Kinds> | Catalogue };

/** Another language's patterns by path, `card.heard`: a flat file that a translator can edit. */
export type Translation = { readonly locale: string; readonly patterns: Patterns };
type Patterns = Readonly<Record<string, string>>;

/** The locale that the catalogue itself is written in. */
export const CATALOGUE_LOCALE = 'en-GB';

/**
 * Every message of a catalogue as a function in one language. What the translation lacks is said
 * in the catalogue's own words, and counted by its own rules.
 */
export function wordsOf<const Part extends Catalogue>(
  catalogue: Part,
  translation?: Translation,
): SpokenAs<Part> {
  // The walk below gives each message's place a function, which is what the type says.
  return spokenGroup(catalogue, '', translation) as SpokenAs<Part>;
}

/** Each message of a catalogue with its path, in the order in which they are declared. */
export function* messagesOf(
  catalogue: Catalogue,
  prefix = '',
): Generator<{ readonly path: string; readonly message: Message<Kinds> }> {
  for (const [name, part] of Object.entries(catalogue)) {
    if (isMessage(part)) yield { path: prefix + name, message: part };
    else yield* messagesOf(part, `${prefix}${name}.`);
  }
}

type SpokenGroup = { readonly [name: string]: Spoken | SpokenGroup };

function spokenGroup(group: Catalogue, prefix: string, translation?: Translation): SpokenGroup {
  const entries = Object.entries(group).map(([name, part]) => {
    const path = prefix + name;
    if (!isMessage(part)) return [name, spokenGroup(part, `${path}.`, translation)] as const;
    const pattern = translation?.patterns[path];
    return [
      name,
      translation && pattern !== undefined
        ? spoken({ ...part, pattern }, translation.locale)
        : spoken(part, CATALOGUE_LOCALE),
    ] as const;
  });
  return Object.fromEntries(entries);
}

function isMessage(part: Message<Kinds> | Catalogue): part is Message<Kinds> {
  return typeof part['pattern'] === 'string';
}
