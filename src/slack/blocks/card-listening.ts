import type { ExcuseReason } from '../../core/round.ts';
import { heardFrom, openHolds, openObjections, silentMembers } from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment, shortened } from '../../words/terms.ts';
import { notAskedLine } from './concern-part.ts';
import { waitingRelayLines } from './relay-line.ts';
import type { RoundSeen } from './round-line.ts';
import { silenceOnCard } from './silence-said.ts';
import { shortenedLines } from './urgency-part.ts';

/** Holds that a card shows one by one. */
const HOLDS_MAX = 5;
/** Characters of what somebody needs: the whole is with the answers. */
const NEEDS_MAX = 100;

/**
 * Whom we have heard from, who is away, and what silence means. A report of listening: it says
 * neither how many consented nor who did, and names those still to answer only where the circle
 * chose that.
 *
 * Source: docs/process.md §D2.
 */
export function heardLine({ round, circle }: RoundSeen, words: Words): Saying {
  const silent = silentMembers(round);
  const isNamed = circle.settings.namesWaiting && silent.length > 0;
  return joined(
    [
      words.card.heardFrom(heardFrom(round)),
      ...awayOf(round, ['on_leave', 'deactivated']).map((n) => words.card.onLeave({ n })),
      ...awayOf(round, ['left']).map((n) => words.card.gone({ n })),
      ...leftOutLine(round, words),
      ...notAskedLine(round.terms.concerns, words),
      ...(isNamed ? [words.card.notHeardFrom({ members: membersNamed(silent, words) })] : []),
      silenceOnCard(round, words),
    ],
    ' · ',
  );
}

/** Who asked for more time and until when, and how the deadline last moved. */
export function clockLines(seen: RoundSeen, words: Words): Saying[] {
  const { round, circle } = seen;
  const zone = circle.settings.calendar.timeZone;
  const holds = openHolds(round);
  // With an objection on the card, the room on it is the objection's.
  const withNeeds = openObjections(round).length === 0;
  const shown = holds.slice(0, HOLDS_MAX).map(({ member: by, untilAt, needs }) => {
    const hold = words.card.hold({ member: member(by), until: moment(untilAt, zone) });
    if (!needs || !withNeeds) return hold;
    return words.card.holdNeeds({ hold, needs: shortened(needs, NEEDS_MAX).plain });
  });
  const left = holds.length - shown.length;
  return [
    ...skippedLine(seen, words),
    ...shown,
    ...(left > 0 ? [words.everyday.tooManyToShow({ n: left })] : []),
    ...movedLine(seen, words),
    ...shortenedLines(seen, words),
    ...waitingRelayLines(seen, words),
  ];
}

/** A round that began without the question step says so: it is never left out silently (§2.1). */
function skippedLine({ round }: RoundSeen, { step }: Words): Saying[] {
  if (!round.step.isSkipped) return [];
  return [round.terms.isQuick ? step.skippedQuick() : step.skipped()];
}

function movedLine({ round, circle }: RoundSeen, words: Words): Saying[] {
  const last = round.extensions.at(-1);
  if (!last || last.deadlineAt !== round.deadlineAt) return [];
  const { cause, by, deadlineAt } = last;
  if (cause === 'urgency' || cause === 'given_back') return [];
  const at = moment(deadlineAt, circle.settings.calendar.timeZone);
  return [words.card.moved({ at, cause, by: member(by ?? round.proposedBy) })];
}

/** Who is left out by their own wish: it is their choice, and everyone sees it (§2.7). */
function leftOutLine({ asked }: RoundSeen['round'], words: Words): Saying[] {
  const out = [...asked.values()].filter(({ excused }) => excused?.reason === 'own_wish');
  const members = membersNamed(
    out.map(({ member: id }) => id),
    words,
  );
  return out.length > 0 ? [words.asking.shown({ members })] : [];
}

/** How many are away for these reasons; nothing where nobody is. */
function awayOf({ asked }: RoundSeen['round'], reasons: readonly ExcuseReason[]): number[] {
  const away = [...asked.values()].filter(
    ({ excused }) => excused && reasons.includes(excused.reason),
  );
  return away.length > 0 ? [away.length] : [];
}
