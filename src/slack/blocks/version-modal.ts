import type { KnownBlock, ModalView } from '@slack/types';
import { changesBetween } from '../../core/version-changes.ts';
import type { Words } from '../../words/index.ts';
import { actionIds, callbackIds, versionValue } from '../ids.ts';
import { context, divider, section, sections } from './kit.ts';
import { pageOf, type PageItem } from './pages.ts';
import { proposalNumber, type RoundSeen } from './round-line.ts';
import { changeBlocks, changesSaid, documentSaid, type VersionPair } from './version-diff.ts';
import { bytesIn, modal } from './view.ts';

/** Places said one by one below the text; more than anybody reads. */
const PLACES_MAX = 200;
/** A difference whose formatting needs more than this is said place by place instead. */
const FORMATTED_BYTES_MAX = 120_000;

/**
 * Everything that a version changed, in full: the whole text with old words struck through and new
 * ones bold, and then every place in sentences, which a screen reader reads as well.
 *
 * Source: docs/process.md §2.6.
 */
export function versionModal(
  {
    seen,
    pair,
    from,
  }: { readonly seen: RoundSeen; readonly pair: VersionPair; readonly from: number },
  words: Words,
): ModalView {
  const { before, after } = pair;
  const { round } = seen;
  const changes = changesBetween(before, after).flatMap((change) => changeBlocks(change, words));
  const items: PageItem[] = [
    [section(words.version.changed({ n: after.number })), context([words.version.marks()])],
    ...(bytesIn(changes) <= FORMATTED_BYTES_MAX ? changes : []).map((block) => [block]),
    ...documentSaid(after, words).map((saying) => [section(saying)]),
    [divider(), section(words.version.placeByPlace())],
    ...changesSaid(pair, words, PLACES_MAX).map((saying): KnownBlock[] => sections(saying)),
  ];
  return modal({
    callbackId: callbackIds.message,
    title: proposalNumber(round, words),
    close: words.everyday.close(),
    blocks: pageOf(
      {
        items,
        from,
        actionId: actionIds.compareVersions,
        round: round.id,
        seal: (next) => versionValue.seal(round.id, after.number, next),
      },
      words,
    ),
  });
}
