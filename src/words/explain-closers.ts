import type { Closers } from '../core/closing.ts';
import type { MemberId } from '../core/ids.ts';
import type { Words } from './index.ts';
import { facilitatorsNamed, membersNamed } from './members.ts';
import type { Saying } from './message.ts';
import { joined, member, moment } from './terms.ts';

/** To a facilitator who proposed what somebody objected to: who closes it instead (§2.4, §D12). */
export function explainOwnContested(
  words: Words,
  { closers, anyoneFromAt }: Closers,
  zone: string,
): Saying {
  const { refusal } = words;
  const named = membersNamed(closers, words);
  return joined([
    refusal.ownContested(),
    ...(closers.length > 0 ? [refusal.askCloser({ closers: named })] : []),
    anyoneFromAt === null
      ? refusal.othersClose()
      : refusal.othersCloseFrom({ from: moment(anyoneFromAt, zone) }),
  ]);
}

/** Who closes a round that is ready, for everybody in the circle (docs/process.md §2.4). */
export function closersSaid(
  { closers, anyoneFromAt }: Closers,
  proposer: MemberId,
  words: Words,
): Saying {
  const { next } = words.resolve;
  if (anyoneFromAt === null) return next.anyoneCloses({ proposer: member(proposer) });
  return next.closes({ closers: facilitatorsNamed(closers, words) });
}
