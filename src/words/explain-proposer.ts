import type { AdoptProposalRefusal } from '../core/adopting-proposal.ts';
import type { Instant } from '../core/calendar.ts';
import type { Words } from './index.ts';
import type { Saying } from './message.ts';
import { member, moment } from './terms.ts';

type Refusal<Code extends AdoptProposalRefusal['code']> = AdoptProposalRefusal & {
  readonly code: Code;
};

/** What is said of a proposal whose proposer has left, or has not (docs/process.md §2.4). */
export const explainProposer = {
  proposer_is_here: (words: Words, { proposer }: Refusal<'proposer_is_here'>): Saying =>
    words.proposerLeft.refusal.here({ proposer: member(proposer) }),
  adopted_objection_open: (words: Words): Saying => words.proposerLeft.refusal.adoptedObjection(),
  proposer_missing: (words: Words, { untilAt }: { untilAt: Instant }, zone: string): Saying =>
    words.proposerLeft.refusal.missing({ until: moment(untilAt, zone) }),
};
