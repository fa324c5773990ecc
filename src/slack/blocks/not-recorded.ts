import type { ModalView } from '@slack/types';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { section } from './kit.ts';
import { documentOfLines, documentsJoined } from './labelled-document.ts';
import { richTextOf } from './rich-text.ts';
import { noticeModal } from './skeleton.ts';

/**
 * What a person wrote could not be recorded: why, what they can do, and their own words back, so
 * that they can copy them. Source: docs/process.md §D12.
 */
export function notRecordedModal(
  { why, wrote }: { readonly why: Saying; readonly wrote: readonly (string | null)[] },
  words: Words,
): ModalView {
  const texts = wrote.filter((text) => text !== null);
  const blank = documentOfLines('');
  const said = documentsJoined(...texts.flatMap((text) => [documentOfLines(text), blank]));
  const { title, yourWords } = words.objection.notRecorded;
  const below = texts.length > 0 ? [section(yourWords()), ...richTextOf(said)] : [];
  return noticeModal({ title: title(), sayings: [why], below }, words);
}
