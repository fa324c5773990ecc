import { isAskedIn } from './askable.ts';
import { isMember, type Circle } from './circle.ts';
import { mayRead } from './confidential.ts';
import type { Instant } from './calendar.ts';
import type { MemberId } from './ids.ts';
import type { Objection } from './objection.ts';
import { inQuestions } from './question-step.ts';
import { stepWaitsFor } from './question-step-heard.ts';
import { waitingRelays, type RelayedAnswer } from './relayed-answer.ts';
import { currentVersion, type Answer, type ExcuseReason, type Round } from './round.ts';
import { countedAnswer, openObjectionOf, takesAnswers } from './standing.ts';

const HOUR = 3_600_000;
/** Hours in which a person hears only once that an emoji is no answer (docs/process.md §D13). */
const QUIET_HOURS = 24;

/**
 * How things stand with somebody who did what is no answer, an emoji for one.
 *
 * - `objection`: they look after an open objection, which stays open.
 * - `step`: the question step waits for them.
 * - `unanswered`: they are asked, and have given no answer that counts.
 * - `away`: they would be, and nobody waits for them: they are on leave, or wished to be left out.
 * - `answered`: they have, and it stays as it is.
 * - `relay`: all that waits for them is to say whether what was written down is right.
 *
 * `relay` is an answer given outside Slack, theirs or one that they heard, which no emoji confirms.
 * `since` is when it last became so: what they heard before that was about something else.
 */
export type NoAnswer =
  | (Standing & { readonly relay: RelayedAnswer | null })
  | { readonly kind: 'relay'; readonly relay: RelayedAnswer; readonly since: Instant };

/** How it stands with what is theirs to say. */
type Standing = { readonly since: Instant } & (
  | { readonly kind: 'objection'; readonly objection: Objection }
  | { readonly kind: 'step' }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'away'; readonly reason: ExcuseReason }
  | { readonly kind: 'answered'; readonly answer: Answer }
);

/**
 * What to tell a person of who did what is no answer; null where nothing of theirs is waited for or
 * counted, so that nobody is bothered: in a round that takes no answers, and to whom it does not
 * ask. `round` is as the clock has it now.
 *
 * Source: docs/process.md §10 case 19.
 */
export function noAnswerOf(round: Round, circle: Circle, by: MemberId): NoAnswer | null {
  if (!takesAnswers(round) || !mayRead(round, circle, by)) return null;
  const own = standingWith(round, by);
  const relay = relayFor(round, circle, by);
  if (!relay) return own && { ...own, relay };
  const since = Math.max(relay.relayedAt, own?.since ?? relay.relayedAt);
  const isSilent = own?.kind === 'unanswered' || own?.kind === 'away';
  const isAllTold = own && !(isSilent && relay.member === by);
  return isAllTold ? { ...own, relay, since } : { kind: 'relay', relay, since };
}

/** What waits for this person to say whether it is right: their own answer before another's. */
function relayFor(round: Round, circle: Circle, by: MemberId): RelayedAnswer | null {
  const waiting = waitingRelays(round);
  const own = waiting.find(({ member }) => member === by);
  const heard = isMember(circle, by) ? waiting.find(({ witness }) => witness === by) : undefined;
  return own ?? heard ?? null;
}

function standingWith(round: Round, by: MemberId): Standing | null {
  const since = lastChangeFor(round, by);
  const objection = openObjectionOf(round, by);
  if (objection) return { kind: 'objection', objection, since };
  if (inQuestions(round)) {
    const isWaiting = by !== round.proposedBy && stepWaitsFor(round, by);
    return isWaiting ? { kind: 'step', since } : null;
  }
  if (!isAskedIn(round, by)) return null;
  const answer = countedAnswer(round, by);
  if (answer) return { kind: 'answered', answer, since };
  const reason = round.asked.get(by)?.excused?.reason;
  return reason ? { kind: 'away', reason, since } : { kind: 'unanswered', since };
}

/**
 * True where something of their own waits for this person: not an answer that stands, and not one
 * of somebody else that they heard. Source: docs/process.md §10 case 19.
 */
export function isWaitedFor(noAnswer: NoAnswer, by: MemberId): boolean {
  const { kind, relay } = noAnswer;
  return kind === 'relay' ? relay.member === by : kind !== 'answered';
}

/**
 * True where this person heard it lately, at `toldAt`, and nothing has changed for them since.
 * Source: docs/process.md §D13, §10 case 19.
 */
export function isToldLately({ since }: NoAnswer, toldAt: Instant | null, now: Instant): boolean {
  return toldAt !== null && toldAt >= Math.max(since, now - QUIET_HOURS * HOUR);
}

/** When this person was last asked, or last answered, or their answer last went. */
function lastChangeFor(round: Round, by: MemberId): Instant {
  const { askedAt } = currentVersion(round);
  const answeredAt = round.answers.get(by)?.at ?? askedAt;
  const unansweredAt = round.unansweredAt.get(by) ?? askedAt;
  return Math.max(askedAt, answeredAt, unansweredAt);
}
