import type { ModalView } from '@slack/types';
import type { MemberId } from '../core/ids.ts';
import type { WayOn } from '../core/ways-on.ts';
import { handOnModal } from './blocks/hand-on-modal.ts';
import { meetingModal } from './blocks/meeting-modal.ts';
import { nextVersionModal } from './blocks/next-version-modal.ts';
import type { RoundSeen } from './blocks/round-line.ts';
import { NOTHING_TYPED, type WayTyped } from './blocks/way-fields.ts';
import { wayModal } from './blocks/way-modal.ts';
import { circlesOf } from './open-rounds.ts';
import type { Services } from './services.ts';

/** The step of a way on that is possible for this person. Source: docs/process.md §D5. */
export async function wayStep(
  way: WayOn,
  seen: RoundSeen & { readonly by: MemberId },
  services: Services,
  typed: Partial<WayTyped> = {},
): Promise<ModalView> {
  const { words } = services;
  switch (way) {
    case 'publish_next_version':
      return nextVersionModal(seen, words);
    case 'record_meeting':
      return meetingModal(seen, words);
    case 'pass_on':
    case 'escalate':
      return handOnModal({ ...seen, way, circles: await circlesOf(seen.by, services) }, words);
    default:
      return wayModal({ ...seen, way, typed: { ...NOTHING_TYPED, ...typed } }, words);
  }
}
