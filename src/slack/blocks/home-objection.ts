import type { KnownBlock } from '@slack/types';
import type { MemberId } from '../../core/ids.ts';
import { takesAnswers } from '../../core/standing.ts';
import { objectorsAsked } from '../../core/version-answer.ts';
import type { Words } from '../../words/index.ts';
import { joined, shortened } from '../../words/terms.ts';
import { section } from './kit.ts';
import { aboutAtHome } from './objection-about.ts';
import { ownerButtons, rewordButton } from './objection-part.ts';
import type { ObjectionSeen } from './objection-seen.ts';

const HARM_MAX = 300;

/** What it says, shortened, and what its owner alone can do with it (docs/process.md §2.6). */
export function objectionLines(
  seen: ObjectionSeen,
  { by, words }: { readonly by: MemberId; readonly words: Words },
): KnownBlock[] {
  const { round, objection } = seen;
  const name = aboutAtHome(seen, words);
  const said = words.home.objectionSaid({ harm: shortened(objection.harm, HARM_MAX) });
  const asked = objectorsAsked(round).includes(by) ? [words.home.objectionAsked()] : [];
  const line = section(joined([name, said, ...asked], '\n'));
  if (!takesAnswers(round)) return [line];
  return [
    line,
    ownerButtons({ round, objection }, words, rewordButton(round.id, objection, words)),
  ];
}
