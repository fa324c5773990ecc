import type { ProposerEvent } from './proposer-event.ts';

const posted = { card: true, thread: true, direct: 'nobody' } as const;

/** Who hears that a proposer is not there any more (docs/process.md §D13, §2.4). */
export const PROPOSER_HEARINGS = {
  proposer_left: { ...posted, direct: 'facilitators' },
  proposer_returned: posted,
  proposal_adopted: { ...posted, direct: 'facilitators' },
  proposal_unadopted: { ...posted, direct: 'facilitators' },
} as const satisfies Record<
  ProposerEvent['type'],
  { readonly card: boolean; readonly thread: boolean; readonly direct: 'nobody' | 'facilitators' }
>;
