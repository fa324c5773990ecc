import type { RelayId } from './ids.ts';
import type { RelayForm } from './relayed-answer.ts';

/**
 * What happens to an answer that was given outside Slack. The answer itself is an event of its
 * own, with the id of what it was relayed by: an objection follows at once, a consent or a hold
 * when it is confirmed. Source: docs/process.md §10 case 18.
 */
export type RelayEvent =
  | ({ readonly type: 'answer_relayed'; readonly relayId: RelayId } & RelayForm)
  | { readonly type: 'relay_confirmed'; readonly relayId: RelayId }
  | { readonly type: 'relay_denied'; readonly relayId: RelayId };

/** Said of an answer that came by a relay, and of no other (docs/process.md §10 case 18). */
export type ByRelay = { readonly relayId?: RelayId };
