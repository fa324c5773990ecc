import { z } from 'zod';
import { roundId, type RoundId } from '../../core/ids.ts';
import { metadata } from './metadata.ts';

/** What a form about a round remembers: which round. Null where it is of another shape. */
export const roundMetadata = metadata<{ readonly round: RoundId }>(
  z.object({ round: z.string().transform(roundId) }),
);
