import { OBJECTION_TEXT_MAX, OBJECTION_TEXT_MIN } from './answer.ts';
import type { ObjectionText } from './objection.ts';
import { checkText, type TextRefusal } from './round-refusal.ts';

/** An objection needs both parts, a sentence each; nobody judges what they say (§2.6). */
export function checkObjection({ harm, effect, remedy }: ObjectionText): TextRefusal | null {
  const limits = { least: OBJECTION_TEXT_MIN, max: OBJECTION_TEXT_MAX };
  return (
    checkText('harm', harm, limits) ??
    checkText('effect', effect, limits) ??
    checkText('remedy', remedy, { max: OBJECTION_TEXT_MAX })
  );
}
