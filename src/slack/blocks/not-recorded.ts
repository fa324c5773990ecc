import type { ModalView } from '@slack/types';
import type { Document } from '../../core/document.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { section } from './kit.ts';
import { documentOfLines, documentsJoined } from './labelled-document.ts';
import { richTextOf } from './rich-text.ts';
import { noticeModal } from './skeleton.ts';

/** What somebody wrote in one field: plain or formatted; null where there is nothing. */
export type Written = string | Document | null;

/**
 * What a person wrote could not be recorded: why, what they can do, and their own words back, so
 * that they can copy them. Source: docs/process.md §D12.
 */
export function notRecordedModal(
  { why, wrote }: { readonly why: Saying; readonly wrote: readonly Written[] },
  words: Words,
): ModalView {
  const texts = wrote.filter((text) => text !== null);
  const blank = documentOfLines('');
  const said = documentsJoined(...texts.flatMap((text) => [documentOf(text), blank]));
  const { title, yourWords } = words.objection.notRecorded;
  const below = texts.length > 0 ? [section(yourWords()), ...richTextOf(said)] : [];
  return noticeModal({ title: title(), sayings: [why], below }, words);
}

function documentOf(text: string | Document): Document {
  return typeof text === 'string' ? documentOfLines(text) : text;
}
