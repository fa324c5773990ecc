import type { Objection } from '../../core/objection.ts';
import type { RelayedAnswer } from '../../core/relayed-answer.ts';
import { relayWith, waitingRelays } from '../../core/relayed-answer.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member } from '../../words/terms.ts';
import { objectionHeading } from './objection-part.ts';
import type { RoundSeen } from './round-line.ts';

/** “relayed by @ana by phone, confirmed by @eli”: beside the answer, for ever (§10 case 18). */
export function relayedSaying(relay: RelayedAnswer, words: Words): Saying {
  const { relayedBy, channel, confirmed, supporter } = relay;
  const said = { recorder: member(relayedBy), channel };
  const how = confirmed
    ? words.relay.shown({ ...said, by: member(confirmed.by) })
    : words.relay.shownUnconfirmed(said);
  return supporter ? joined([how, words.relay.supported({ name: supporter })], ', ') : how;
}

/** A line with how it was relayed behind it; the line as it is where it was not. */
export function withRelay(line: Saying, relay: RelayedAnswer | null, words: Words): Saying {
  return relay ? joined([line, relayedSaying(relay, words)], ' · ') : line;
}

/** “Dee sees a problem · relayed by @ana by phone, …” (docs/process.md §10 case 18). */
export function objectionHeadline(round: Round, objection: Objection, words: Words): Saying {
  const headline = objectionHeading(objection, words);
  return withRelay(headline, relayWith(round, objection.relayId), words);
}

/** Whose answer was relayed and waits to be confirmed; not what it says (§D2, §10 case 18). */
export function waitingRelayLines({ round }: RoundSeen, words: Words): Saying[] {
  const waiting = waitingRelays(round);
  const [only, ...others] = waiting;
  if (!only) return [];
  if (others.length > 0) {
    const members = membersNamed(
      waiting.map((relay) => relay.member),
      words,
    );
    return [words.relay.card.several({ members })];
  }
  const { relayedBy, channel } = only;
  const said = { member: member(only.member), recorder: member(relayedBy), channel };
  return [words.relay.card.one(said)];
}
