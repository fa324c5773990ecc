import type { RelayRefusal } from '../core/relay-refusal.ts';
import type { Words } from './index.ts';
import { facilitatorsNamed } from './members.ts';
import type { Saying } from './message.ts';
import { member } from './terms.ts';

/** Why an answer is not relayed or confirmed, with the next step (docs/process.md §D12). */
export function explainRelay(words: Words, refused: RelayRefusal): Saying {
  const { refusal } = words.relay;
  switch (refused.code) {
    case 'not_recorder':
      return refusal.notRecorder({ recorders: facilitatorsNamed(refused.recorders, words) });
    case 'relay_for_oneself':
      return refusal.forOneself();
    case 'relay_member_not_asked':
      return refusal.notAsked({ member: member(refused.member) });
    case 'answered_themselves':
      return refusal.themselves({ member: member(refused.member) });
    case 'relay_waits':
      return refusal.waits({ member: member(refused.member) });
    case 'witness_not_possible':
      return refusal.witness();
    case 'said_on_ahead':
      return refusal.ahead();
    case 'relay_not_yours':
      return refusal.notYours({ member: member(refused.member) });
    case 'relay_over':
      return refusal.over();
  }
}
