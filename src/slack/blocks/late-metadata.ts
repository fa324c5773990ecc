import { z } from 'zod';
import { objectionId, roundId, type ObjectionId, type RoundId } from '../../core/ids.ts';
import { metadata } from './metadata.ts';

/** What the answer to something raised later remembers: the round, and what was raised. */
export const lateMetadata = metadata<{ readonly round: RoundId; readonly late: ObjectionId }>(
  z.object({
    round: z.string().transform(roundId),
    late: z.string().transform(objectionId),
  }),
);
