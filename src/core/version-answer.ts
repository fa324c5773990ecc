import { whyNotOpen } from './answering.ts';
import type { Instant } from './calendar.ts';
import { isAskable } from './askable.ts';
import type { Circle } from './circle.ts';
import type { MemberId, ObjectionId } from './ids.ts';
import { askingAnew } from './next-version.ts';
import { isOpen } from './objection.ts';
import { currentVersion, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import type { RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { CHALLENGE_HOURS, countedAnswer, openObjections } from './standing.ts';
import { isAskedFirst, stillStands } from './still-stands.ts';
import { DRAFT, whyNotToThisText, type OfText } from './text-answered.ts';

const HOUR = 3_600_000;

/** What people say about a new version beside answering it (docs/process.md §2.6). */
export type VersionAnswerCommand = { readonly at: Instant; readonly by: MemberId } & (
  | { readonly type: 'challenge_wording'; readonly versionNumber: number }
  | ({ readonly type: 'keep_objection'; readonly objectionId: ObjectionId } & OfText)
);

/** The commands of `decideVersionAnswer`, by name. */
export const VERSION_ANSWERS = ['challenge_wording', 'keep_objection'] as const;

type RoundRuling = Ruling<RoundEvent, RoundRefusal>;
type CommandOf<Type extends VersionAnswerCommand['type']> = VersionAnswerCommand & { type: Type };

/**
 * Decides "this changes it for me", and an objector's "not yet" or "it still stands".
 *
 * Whoever answered an earlier text may say within 48 hours that a change of wording is more than
 * that: the version is then of substance, and everybody is asked anew. That an objection stands is
 * its owner's answer to the current version, and counts as hearing from them; nobody else can say
 * it.
 *
 * Source: docs/process.md §D6, §2.6, §0 invariant 4.
 */
export function decideVersionAnswer(
  round: Round,
  command: VersionAnswerCommand,
  circle: Circle,
): RoundRuling {
  const refused = whyNotOpen(round);
  if (refused) return { refused };
  return command.type === 'keep_objection'
    ? keepObjection(round, command)
    : challenge(round, command, circle);
}

/**
 * Whoever objects and has not said yet whether the current version settles it for them: they are
 * asked first. Source: docs/process.md §2.6.
 */
export function objectorsAsked(round: Round): MemberId[] {
  const waiting = openObjections(round).filter((objection) => isAskedFirst(round, objection));
  return [...new Set(waiting.map(({ by }) => by))];
}

function keepObjection(round: Round, command: CommandOf<'keep_objection'>): RoundRuling {
  const { objectionId, at, by } = command;
  const objection = round.objections.find(({ id }) => id === objectionId);
  if (!objection) return { refused: { code: 'objection_not_open' } };
  if (objection.by !== by) return { refused: { code: 'not_the_objector', objector: objection.by } };
  if (!isOpen(objection)) return { refused: { code: 'objection_not_open' } };
  // What stood against the draft may stand against the text that was fixed from it.
  const older = command.ofVersion === DRAFT ? null : whyNotToThisText(round, command);
  return older ? { refused: older } : { events: stillStands(round, objection, { at, by }) };
}

function challenge(
  round: Round,
  { versionNumber, at, by }: CommandOf<'challenge_wording'>,
  circle: Circle,
): RoundRuling {
  const version = currentVersion(round);
  const { number } = version;
  if (version.challenged && number === versionNumber) return { events: [] };
  if (number !== versionNumber) {
    return { refused: { code: 'text_is_newer', ofVersion: versionNumber, number } };
  }
  if (!isAskable(round, circle, by)) return { refused: { code: 'not_in_circle' } };
  const answer = countedAnswer(round, by);
  if (version.change !== 'wording' || !answer || answer.versionNumber >= number) {
    return { refused: { code: 'nothing_to_challenge' } };
  }
  const untilAt = version.openedAt + CHALLENGE_HOURS * HOUR;
  if (at >= untilAt) return { refused: { code: 'challenge_over', untilAt } };
  const asking = askingAnew(circle, at);
  return { events: [{ type: 'wording_challenged', number, asking, at, by }] };
}
