import type { ModalView } from '@slack/types';
import { notRecordedModal } from './blocks/not-recorded.ts';
import { noticeModal } from './blocks/resolve-modal.ts';
import type { Services } from './services.ts';

/**
 * What a form says to whoever is no part of its round, alike where there is no such round; with
 * their own words back where they typed any. Source: docs/process.md §D12, §3.
 */
export function unknownRound(
  wrote: readonly (string | null)[],
  { words }: Pick<Services, 'words'>,
): ModalView {
  const why = words.resolve.unknownRound();
  if (wrote.some((text) => text !== null)) return notRecordedModal({ why, wrote }, words);
  return noticeModal(words.resolve.title(), [why], words);
}
