import type { MemberId } from './ids.ts';

/** Why an answer cannot be relayed, or a relay not be confirmed (docs/process.md §10 case 18). */
export type RelayRefusal =
  | { readonly code: 'not_recorder'; readonly recorders: readonly MemberId[] }
  | { readonly code: 'relay_for_oneself'; readonly field: 'member' }
  | {
      readonly code: 'relay_member_not_asked';
      readonly field: 'member';
      readonly member: MemberId;
    }
  | { readonly code: 'answered_themselves'; readonly field: 'member'; readonly member: MemberId }
  | { readonly code: 'relay_waits'; readonly field: 'member'; readonly member: MemberId }
  | { readonly code: 'witness_not_possible'; readonly field: 'witness' }
  | { readonly code: 'said_on_ahead'; readonly field: 'said_on' }
  | { readonly code: 'relay_not_yours'; readonly member: MemberId }
  | { readonly code: 'relay_over' };
