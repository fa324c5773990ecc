import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { draftId, memberId, type DraftId, type MemberId } from '../../core/ids.ts';
import { DRAFTERS_MAX } from '../../core/kept-draft.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { member } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { button, multiUsersSelect } from './elements.ts';
import { input } from './input.ts';
import { actions, context, divider, section } from './kit.ts';

/** The field in which an author invites others to write. */
export const draftersField = 'drafters';

/** Which draft a form holds, and the revision that it was opened on; 0 where none was kept. */
export const draftRef = z.object({
  id: z.string().transform(draftId),
  revision: z.number().int().min(0),
  author: z.string().transform(memberId),
});

/** What a form says of the draft that it is, or could be kept as. */
export type DraftInForm = {
  readonly ref: {
    readonly id: DraftId;
    readonly revision: number;
    readonly author: MemberId;
  } | null;
  readonly author: MemberId;
  /** Who has the form open. */
  readonly by: MemberId;
  readonly drafters: readonly MemberId[];
  /** What became of the last click. */
  readonly note: Saying | null;
  /** The draft that somebody else saved in between, to be read beside this form. */
  readonly theirs: DraftId | null;
  /** Other drafts that they have for this circle. */
  readonly others: number;
};

/** Above the form: whose draft it is, and which others there are. */
export function draftHead({ author, by, others }: DraftInForm, { draft }: Words): KnownBlock[] {
  return [
    ...(author === by ? [] : [section(draft.of({ author: member(author) }))]),
    ...(others > 0 ? [context([draft.yours({ n: others })])] : []),
  ];
}

/** Below it: whom its author invites, what was kept, and [Keep as a draft]. */
export function draftFields(kept: DraftInForm, words: Words): KnownBlock[] {
  const { draft } = words;
  const { author, by, drafters, note } = kept;
  const invite = input({
    field: draftersField,
    label: draft.drafters(),
    hint: draft.draftersHint({ n: DRAFTERS_MAX }),
    optional: true,
    element: multiUsersSelect({ initial: drafters, max: DRAFTERS_MAX }),
  });
  return [
    divider(),
    ...(author === by ? [invite] : []),
    section(note ?? draft.keepIntro()),
    keepRow(kept, words),
  ];
}

function keepRow({ ref, theirs }: DraftInForm, { draft }: Words) {
  const keep = button({
    actionId: actionIds.keepDraft,
    label: draft.keep(),
    value: ref?.id ?? 'new',
  });
  if (!theirs) return actions([keep], 'keep_draft');
  const read = button({ actionId: actionIds.readDraft, label: draft.readTheirs(), value: theirs });
  return actions([read, keep], 'keep_draft');
}
