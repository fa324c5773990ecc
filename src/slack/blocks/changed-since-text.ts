import type { KnownBlock } from '@slack/types';
import { currentVersion, type Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import { whatChanged } from './thread-version.ts';

/** What changed since a version that somebody saw; nothing where it was the draft (§2.6). */
export function changedSinceText(round: Round, ofVersion: number, words: Words): KnownBlock[] {
  const before = round.versions.find(({ number }) => number === ofVersion);
  if (!before) return [];
  return [...whatChanged({ round, words }, { before, after: currentVersion(round) }).blocks];
}
