import { by, changedAt } from './answer-history.ts';
import type { AskingEvent } from './asking-event.ts';
import type { Asked, Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

/** The round after somebody was excused, came back, or is asked too (docs/process.md §2.7). */
export function askedAnew(
  round: Round,
  event: RoundEvent & { readonly type: AskingEvent['type'] },
): Round {
  if (event.type === 'asking_wished') {
    return { ...round, askingWishes: [...round.askingWishes, by(event)] };
  }
  const { member } = event;
  const excused = event.type === 'member_excused' ? excuseIn(round, event) : null;
  const asked = new Map(round.asked).set(member, { member, excused });
  return changedAt(event, { ...round, asked });
}

/** Another reason does not begin a new absence: since when they are away stays as it was. */
function excuseIn(
  round: Round,
  event: RoundEvent & { readonly type: 'member_excused' },
): Asked['excused'] {
  const { member, reason, why, at } = event;
  const sinceAt = round.asked.get(member)?.excused?.at ?? at;
  return { reason, at: sinceAt, ...(why !== undefined && { why }) };
}
