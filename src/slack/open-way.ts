import { whyNot, type WayOn } from '../core/ways-on.ts';
import { seenNow, tellRefusal, type RoundClick } from './about-round.ts';
import type { WayTyped } from './blocks/way-fields.ts';
import { openForm } from './round-form.ts';
import type { Services } from './services.ts';
import { wayStep } from './way-step.ts';

/**
 * Opens the step of a way on, filled in where `typed` says with what; or says why it is not this
 * person's, or not now. Source: docs/process.md §D5, §D12.
 */
export async function openWay(
  way: WayOn,
  about: RoundClick,
  services: Services,
  typed?: Partial<WayTyped>,
): Promise<void> {
  const seen = seenNow(about.known, services);
  const { by } = about.click;
  const refused = whyNot(way, seen.round, { by, at: seen.now, circle: seen.circle });
  if (refused) return tellRefusal(about, refused, services);
  await openForm(about, await wayStep(way, { ...seen, by }, services, typed), services);
}
