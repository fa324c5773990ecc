import type { Instant } from './calendar.ts';
import { whyNotElsewhere } from './confidential.ts';
import type { ChannelId, MemberId } from './ids.ts';
import type { HandedOnKind } from './pause-event.ts';
import { onlyKeepers, WAY_TEXT_MAX } from './pausing.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import type { Actor } from './standing-in.ts';

/** Characters of the summary that is told elsewhere. */
export const SUMMARY_MAX = 600;
/** Characters of the name of where it goes. */
const PLACE_MAX = 80;

/** A facilitator hands a round on (docs/process.md §2.1). */
export type HandOnCommand = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly type: 'pass_on' | 'escalate';
  /** Whom it goes to, in words; empty where the channel says it. */
  readonly to: string;
  readonly channelId: ChannelId | null;
  readonly reason: string;
  readonly summary: string;
};

/** Why this person cannot hand it on, or null: nothing confidential leaves it (§3, §4.4). */
export function whyNotHandOn(round: Round, actor: Actor): RoundRefusal | null {
  return onlyKeepers(round, actor) ?? handedOnAlready(round) ?? whyNotElsewhere(round);
}

/** What a round that was handed on says to whatever waits for its answer; null where it was not. */
export function handedOnAlready({ pause }: Round): RoundRefusal | null {
  if (pause?.kind !== 'passed_on' && pause?.kind !== 'escalated') return null;
  const { kind, to, channelId } = pause;
  return { code: 'round_handed_on', kind, to, channelId };
}

/**
 * Hands a round on to the circle whose matter it is, or asks the broader circle. Only the summary
 * leaves the circle: nothing of what people answered or said goes with it. Where it goes is said
 * by a name, by the channel that gets the summary, or by both.
 *
 * Source: docs/process.md §2.1 (`passed_on`, `escalated`), §4.4.
 */
export function decideHandOn(command: HandOnCommand): Ruling<RoundEvent, RoundRefusal> {
  const { at, by, to, reason, summary, channelId } = command;
  const refused =
    checkText('place', to, { least: channelId === null ? 1 : 0, max: PLACE_MAX }) ??
    checkText('reason', reason, { least: 1, max: WAY_TEXT_MAX }) ??
    checkText('summary', summary, { least: 1, max: SUMMARY_MAX });
  if (refused) return { refused };
  const kind: HandedOnKind = command.type === 'pass_on' ? 'passed_on' : 'escalated';
  const said = { to: to.trim(), reason: reason.trim(), summary: summary.trim() };
  return { events: [{ type: 'round_handed_on', kind, channelId, ...said, at, by }] };
}
