import { by } from './answer-history.ts';
import type { RelayedAnswer } from './relayed-answer.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

type RelayEventOf = RoundEvent & {
  type: 'answer_relayed' | 'relay_confirmed' | 'relay_denied';
};

/** The round after an answer was relayed, or somebody spoke to it (docs/process.md §10 case 18). */
export function relayed(round: Round, event: RelayEventOf): Round {
  const { at } = event;
  switch (event.type) {
    case 'answer_relayed':
      return { ...round, relays: [...round.relays, relayOfEvent(round, event)] };
    case 'relay_confirmed':
      return changeRelay(round, event, { confirmed: { at, by: by(event) } });
    case 'relay_denied':
      return changeRelay(round, event, { denied: { at, by: by(event) } });
  }
}

function relayOfEvent(round: Round, event: RoundEvent & { type: 'answer_relayed' }): RelayedAnswer {
  const { type: _type, relayId: id, at, by: _by, ...form } = event;
  return {
    ...form,
    id,
    relayedBy: by(event),
    relayedAt: at,
    versionNumber: round.versions.length,
    confirmed: null,
    denied: null,
  };
}

function changeRelay(
  round: Round,
  { relayId }: RelayEventOf,
  changes: Partial<RelayedAnswer>,
): Round {
  const relays = round.relays.map((relay) =>
    relay.id === relayId ? { ...relay, ...changes } : relay,
  );
  return { ...round, relays };
}
