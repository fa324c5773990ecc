import type { MemberId } from './ids.ts';
import type { ExcuseReason } from './round.ts';

/**
 * Who is asked changes while a round is open: people away or back, people who are left out by
 * their own wish, and people who were not asked and are asked too (docs/process.md §2.7).
 */
export type AskingEvent =
  | {
      readonly type: 'member_excused';
      readonly member: MemberId;
      readonly reason: ExcuseReason;
      /** Why they wished to be left out, in their own words. */
      readonly why?: string;
    }
  | { readonly type: 'member_returned'; readonly member: MemberId }
  /** Somebody who was not asked wishes to be; facilitators can ask them too. */
  | { readonly type: 'asking_wished' }
  | { readonly type: 'member_added_to_round'; readonly member: MemberId };
