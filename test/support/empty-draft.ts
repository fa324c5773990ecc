import { EMPTY_DOCUMENT } from '../../src/core/document.ts';
import type { DraftText } from '../../src/core/kept-draft.ts';

/** A draft in which nothing is filled in yet. */
export const emptyDraft: DraftText = {
  title: '',
  need: '',
  document: EMPTY_DOCUMENT,
  owner: null,
  reviewOn: null,
  deadlineAt: null,
  replaces: '',
  link: '',
  isQuick: false,
  topic: null,
  beginsWith: null,
  concerns: null,
  isRemoval: false,
  again: null,
};
