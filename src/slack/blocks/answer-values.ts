import { objectionId, type ObjectionId, type RoundId } from '../../core/ids.ts';

/** What an answer carries: the round, and the text that its reader has before them. */
export const answerValue = {
  seal: (round: RoundId, text: number): string => `${round}:${text}`,
  /** The text; null in what was posted before buttons carried it. */
  openText: (value: string): number | null => textIn(value.split(':')[1]),
};

/**
 * What an objection's owner says of it carries: the round, the objection (none where each owner
 * means their own), and the text that they have before them.
 */
export const ownerValue = {
  seal: (round: RoundId, objection: ObjectionId | null, text: number): string =>
    `${round}:${objection ?? ''}:${text}`,
  /** The text is null in what was posted before buttons carried it. */
  open(value: string): { objection: ObjectionId | null; text: number | null } {
    const [, objection, text] = value.split(':');
    return { objection: objection ? objectionId(objection) : null, text: textIn(text) };
  },
};

/** The number of a version, 0 for a draft; null where it is neither. */
function textIn(part: string | undefined): number | null {
  return part && /^\d{1,4}$/u.test(part) ? Number(part) : null;
}
