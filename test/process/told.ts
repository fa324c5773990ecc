import type { Circle } from '../../src/core/circle.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { noticesOf, type Notice, type NoticeKind } from '../../src/core/notice.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent, RoundEventType } from '../../src/core/round-event.ts';
import { evolveRound } from '../../src/core/round-history.ts';
import { bakery } from '../support/bakery.ts';

/** What people hear of events that happen to a round, in order; of one kind of event if named. */
export function heardOf(
  before: Round,
  events: readonly RoundEvent[],
  { of, circle = bakery }: { readonly of?: RoundEventType; readonly circle?: Circle } = {},
): Notice[] {
  let round = before;
  return events.flatMap((event) => {
    round = evolveRound(round, event);
    return of === undefined || event.type === of ? noticesOf(event, round, circle) : [];
  });
}

/** Who gets a message of their own by these notices, in the order of their ids. */
export function toldBy(kind: NoticeKind, notices: readonly Notice[]): readonly MemberId[] {
  return notices
    .flatMap((notice) => (notice.kind === kind && 'to' in notice ? [notice.to] : []))
    .toSorted();
}
