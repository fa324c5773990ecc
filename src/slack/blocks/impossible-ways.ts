import type { MemberId } from '../../core/ids.ts';
import { isFullMember } from '../../core/circle.ts';
import type { RoundRefusal } from '../../core/round-refusal.ts';
import { waysOn, type WayOn } from '../../core/ways-on.ts';
import { explainRound } from '../../words/explain.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined } from '../../words/terms.ts';
import { optionalPart, type Part } from './fit.ts';
import { section } from './kit.ts';
import type { RoundSeen } from './round-line.ts';

type SeenBy = RoundSeen & { readonly by: MemberId };
/** Ways on that one and the same thing stands in the way of. */
type Group = { readonly ways: WayOn[]; readonly reason: Saying };

/**
 * The ways on that are not possible now, as text with what stands in their way: each reason once,
 * with all the ways that it concerns. Source: docs/process.md §D5, §D12.
 */
export function impossibleWays(seen: SeenBy, words: Words): Part[] {
  const lines = groupsOf(seen, words).map(({ ways, reason }) => {
    const names = ways.map((way) => words.resolve.ways[way]());
    return words.resolve.notNowBecause({ way: joined(names, ', '), reason });
  });
  if (!isFullMember(seen.circle, seen.by)) lines.push(decidersSaid(seen, words));
  if (lines.length === 0) return [];
  return [optionalPart(1, section(words.resolve.notNow()), ...lines.map((line) => section(line)))];
}

/** In the order of the ways. A round that is not paused has nothing to be taken up again. */
function groupsOf(seen: SeenBy, words: Words): Group[] {
  const { round, circle, now, by } = seen;
  const groups = new Map<string, Group>();
  for (const { way, refused } of waysOn(round, { by, at: now, circle })) {
    // Who decides is one reason for nearly everything: it is said below them all.
    const isSaid = !refused || ['round_not_paused', 'only_deciders'].includes(refused.code);
    if (isSaid) continue;
    const reason = reasonOf(refused, seen, words);
    const group = groups.get(reason.mrkdwn) ?? { ways: [], reason };
    group.ways.push(way);
    groups.set(reason.mrkdwn, group);
  }
  return [...groups.values()];
}

/** The next step of a parked round stands at the top of the ways. */
function reasonOf(refused: RoundRefusal, { circle }: SeenBy, words: Words): Saying {
  if (refused.code === 'round_parked') return words.resolve.standsStill();
  return explainRound(words, refused, circle.settings.calendar.timeZone);
}

function decidersSaid({ circle }: SeenBy, words: Words): Saying {
  const { facilitators, settings } = circle;
  const refused = { code: 'only_deciders', facilitators } as const;
  return explainRound(words, refused, settings.calendar.timeZone);
}
