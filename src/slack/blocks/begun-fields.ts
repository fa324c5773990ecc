import type { InputBlock } from '@slack/types';
import { isBlank, type Document } from '../../core/document.ts';
import type { Words } from '../../words/index.ts';
import { input, plainTextInput, richTextInput } from './input.ts';

/** The fields in which a form keeps what somebody wrote for a proposal before its form opens. */
export const begunFieldNames = { typed: 'begun_title', document: 'begun_document' } as const;

/** What a person has written before the form of a proposal opens. */
export type Begun = {
  /** What was typed after the command: a title, perhaps with a deadline. */
  readonly typed: string;
  /** What a message said that becomes a proposal. */
  readonly document: Document;
};

/** Another form comes first: what was written is shown and kept in it, and may be changed. */
export function begunFields({ typed, document }: Begun, { propose }: Words): InputBlock[] {
  const typedField = input({
    field: begunFieldNames.typed,
    label: propose.begun.title(),
    hint: propose.begun.hint(),
    optional: true,
    element: plainTextInput({ initial: typed }),
  });
  const documentField = input({
    field: begunFieldNames.document,
    label: propose.field.proposal(),
    hint: propose.begun.hint(),
    optional: true,
    element: richTextInput({ initial: document }),
  });
  return [...(typed ? [typedField] : []), ...(isBlank(document) ? [] : [documentField])];
}
