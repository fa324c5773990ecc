import type { Day, Instant } from './calendar.ts';
import type { MemberId, ObjectionId, RelayId } from './ids.ts';
import type { ObjectionText } from './objection.ts';
import { currentVersion, type Answer, type Round } from './round.ts';

/** How a person told what is relayed: no channel is better than another (§10 case 18). */
export const RELAY_CHANNELS = ['in_person', 'phone', 'letter', 'supporter', 'other'] as const;
/** One of the ways in which somebody answered outside Slack (docs/process.md §2.3). */
export type RelayChannel = (typeof RELAY_CHANNELS)[number];

/** In whose words the answer is written down (docs/process.md §10 case 18). */
export const RELAY_WORDINGS = ['their_own', 'recorder', 'supporter'] as const;
/** One of those whose words they may be. */
export type RelayWording = (typeof RELAY_WORDINGS)[number];

/** What the person answered (docs/process.md §2.3). */
export type RelayedSaying =
  | { readonly kind: 'consent'; readonly note: string | null }
  | ({ readonly kind: 'objection'; readonly objectionId: ObjectionId } & ObjectionText)
  | { readonly kind: 'more_time'; readonly needs: string | null };

/** What the recorder writes down: who said what, how, when, and who else heard it. */
export type RelayForm = {
  readonly member: MemberId;
  readonly said: RelayedSaying;
  readonly wording: RelayWording;
  readonly channel: RelayChannel;
  /** Who helped the person to answer, by name; null where nobody did. */
  readonly supporter: string | null;
  readonly saidOn: Day;
  /** Another member who can confirm it in the person's place. */
  readonly witness: MemberId | null;
};

/** Who said that it is right, or that it is not. */
type Response = { readonly by: MemberId; readonly at: Instant };

/**
 * An answer that somebody gave outside Slack, as it was relayed. It stays in the round for ever,
 * whether it was confirmed or not.
 *
 * Source: docs/process.md §2.3, §3, §10 case 18.
 */
export type RelayedAnswer = RelayForm & {
  readonly id: RelayId;
  readonly relayedBy: MemberId;
  readonly relayedAt: Instant;
  readonly versionNumber: number;
  readonly confirmed: Response | null;
  readonly denied: Response | null;
};

/** What somebody relayed and nobody has confirmed yet, by order (docs/process.md §10 case 18). */
export function waitingRelays(round: Round): RelayedAnswer[] {
  return round.relays.filter((relay) => isWaiting(round, relay));
}

/**
 * True while the person or the witness can still say whether it is right. An answer to a text that
 * people are not asked about any more is not confirmed: they are asked anew (§D6, §10 case 18).
 */
export function isWaiting(round: Round, relay: RelayedAnswer): boolean {
  if (relay.confirmed || relay.denied) return false;
  const answer = round.answers.get(relay.member);
  if (relay.said.kind === 'objection') return answer?.relayId === relay.id;
  if (!isToThisText(round, relay)) return false;
  return !answer || answer.relayId !== undefined || answer.at < relay.relayedAt;
}

/** The version itself, or one of which it only changed the words (docs/process.md §D6). */
function isToThisText(round: Round, { relayedAt, versionNumber }: RelayedAnswer): boolean {
  const { askedAt } = currentVersion(round);
  const first = round.versions.find((version) => version.askedAt === askedAt);
  return relayedAt >= askedAt && versionNumber >= (first?.number ?? 1);
}

/** How this answer was relayed; null where the person gave it themselves (§10 case 18). */
export function relayOf(round: Round, answer: Answer): RelayedAnswer | null {
  return relayWith(round, answer.relayId);
}

/** The relayed answer with that id, if there is one (docs/process.md §10 case 18). */
export function relayWith(
  { relays }: Pick<Round, 'relays'>,
  id: RelayId | undefined,
): RelayedAnswer | null {
  return relays.find((relay) => relay.id === id) ?? null;
}
