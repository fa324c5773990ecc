import { z } from 'zod';
import { objectionId, roundId, type ObjectionId, type RoundId } from '../../core/ids.ts';
import type { Objection } from '../../core/objection.ts';
import { metadata } from './metadata.ts';
import type { RoundSeen } from './round-line.ts';

/** An objection in its round, looked at now. */
export type ObjectionSeen = RoundSeen & { readonly objection: Objection };

/** What a form about an objection remembers: which one, in which round. */
export const objectionMetadata = metadata<{
  readonly round: RoundId;
  readonly objection: ObjectionId;
}>(
  z.object({
    round: z.string().transform(roundId),
    objection: z.string().transform(objectionId),
  }),
);
