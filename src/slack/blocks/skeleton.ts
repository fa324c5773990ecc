import type { KnownBlock, ModalView } from '@slack/types';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { callbackIds } from '../ids.ts';
import { section } from './kit.ts';
import { modal } from './view.ts';

/**
 * A modal that holds the place while Slack or the database is asked: a trigger lives three
 * seconds, so the modal opens first and is filled afterwards.
 */
export function skeletonModal(title: Saying, words: Words): ModalView {
  return noticeModal({ title, sayings: [words.everyday.loading()] }, words);
}

/** A modal that only says something. */
export function noticeModal(
  parts: {
    readonly title: Saying;
    readonly sayings: readonly Saying[];
    readonly below?: readonly KnownBlock[];
  },
  words: Words,
): ModalView {
  const { title, sayings, below = [] } = parts;
  return modal({
    callbackId: callbackIds.message,
    title,
    close: words.everyday.close(),
    blocks: [...sayings.map((saying) => section(saying)), ...below],
  });
}
