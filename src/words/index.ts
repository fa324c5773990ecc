import { wordsOf } from './catalogue.ts';
import type { SpokenAs } from './message.ts';
import { en } from './en.ts';

/** All that the bot can say, in one language. */
export type Words = SpokenAs<typeof en>;

const english = wordsOf(en);

/** The words in the language of a Slack locale such as `de-DE`; English where it is not spoken. */
export function wordsFor(_locale: string | undefined): Words {
  return english;
}
