import { z } from 'zod';
import { roundId, type RoundId } from '../../core/ids.ts';
import { metadata } from './metadata.ts';

/**
 * What a form about a round remembers: which round, and where it matters the text that it was
 * opened on. Null where it is of another shape.
 */
export const roundMetadata = metadata<{
  readonly round: RoundId;
  readonly ofVersion?: number | undefined;
  /** How often the draft had been edited. */
  readonly edits?: number | undefined;
}>(
  z.object({
    round: z.string().transform(roundId),
    ofVersion: z.number().int().nonnegative().optional(),
    edits: z.number().int().nonnegative().optional(),
  }),
);
