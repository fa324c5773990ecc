import type { ObjectionId } from '../core/ids.ts';
import type { RoundRefusal } from '../core/round-refusal.ts';
import { seenNow, type RoundClick } from './about-round.ts';
import { objectionMetadata, type ObjectionSeen } from './blocks/objection-seen.ts';
import { objectionValue } from './ids.ts';
import { refuseForm, type RoundForm } from './round-form.ts';
import type { Services } from './services.ts';

/** The objection that a button names, as it stands now; null where there is none of that name. */
export function objectionClicked(
  { known, click }: RoundClick,
  services: Services,
): ObjectionSeen | null {
  const named = objectionValue.open(click.value)?.objection;
  return named ? objectionSeen(known, named, services) : null;
}

/** The objection that a form is about, as it stands now. */
export function objectionOfForm(
  { known, submission }: Pick<RoundForm<never>, 'known' | 'submission'>,
  services: Services,
): ObjectionSeen | null {
  const about = objectionMetadata.open(submission.view.metadata);
  return about && objectionSeen(known, about.objection, services);
}

/** What is said where a button or form names an objection that there is not. */
export const NO_SUCH_OBJECTION: RoundRefusal = { code: 'objection_not_open' };

/**
 * A listener for a form about one objection of a round; a form of an older release gets its words
 * back with the reason.
 */
export function aboutObjection<Field extends string>(
  listen: (form: RoundForm<Field>, seen: ObjectionSeen, services: Services) => Promise<void>,
) {
  return async (form: RoundForm<Field>, services: Services): Promise<void> => {
    const seen = objectionOfForm(form, services);
    if (!seen) return refuseForm(form, NO_SUCH_OBJECTION, services);
    await listen(form, seen, services);
  };
}

function objectionSeen(
  known: RoundClick['known'],
  id: ObjectionId,
  services: Services,
): ObjectionSeen | null {
  const seen = seenNow(known, services);
  const objection = seen.round.objections.find((one) => one.id === id);
  return objection ? { ...seen, objection } : null;
}
