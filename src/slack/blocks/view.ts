import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Saying } from '../../words/message.ts';
import { kept } from './elements.ts';
import { fitted, fixedPart } from './fit.ts';
import type { Part } from './fit.ts';
import { LIMITS, VIEW_BYTES_BUDGET } from './limits.ts';
import type { Metadata } from './metadata.ts';
import { plainText } from './text-object.ts';

type ModalParts = {
  readonly callbackId: string;
  readonly title: Saying;
  readonly close: Saying;
  /** Needed where there is a field to fill in; its absence then is a bug and throws. */
  readonly submit?: Saying | undefined;
  readonly blocks: readonly (KnownBlock | Part)[];
  readonly metadata?: Metadata | undefined;
  /** True where we want to hear that a person closed it without sending. */
  readonly notifyOnClose?: boolean;
};

/** A modal. Title and buttons hold 24 characters; blocks may be parts that shrink. */
export function modal(parts: ModalParts): ModalView {
  const { callbackId, title, close, submit, metadata, notifyOnClose } = parts;
  const blocks = viewBlocks(parts.blocks);
  if (!submit && blocks.some(({ type }) => type === 'input')) {
    throw new TypeError(`The modal ${callbackId} has a field but no way to send it.`);
  }
  return {
    type: 'modal',
    callback_id: kept(callbackId, LIMITS.callbackId, 'callback_id'),
    title: plainText(title, LIMITS.modalTitle),
    close: plainText(close, LIMITS.modalButton),
    ...(submit && { submit: plainText(submit, LIMITS.modalButton) }),
    ...(metadata !== undefined && { private_metadata: metadata }),
    ...(notifyOnClose && { notify_on_close: true }),
    blocks,
  };
}

/** A person's Home. Blocks may be parts that shrink, so that the first things are always shown. */
export function home(blocks: readonly (KnownBlock | Part)[]): HomeView {
  return { type: 'home', blocks: viewBlocks(blocks) };
}

/** The size of a view's blocks in bytes, as Slack gets them. */
export function bytesIn(blocks: readonly KnownBlock[]): number {
  return Buffer.byteLength(JSON.stringify(blocks));
}

function viewBlocks(blocks: readonly (KnownBlock | Part)[]): KnownBlock[] {
  const parts = blocks.map((block) => ('blocks' in block ? block : fixedPart(block)));
  return fitted(parts, { size: VIEW_BYTES_BUDGET, blocks: LIMITS.blocksInView, sizeOf: bytesIn });
}
