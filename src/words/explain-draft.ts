import type { DraftRefusal } from '../core/kept-draft.ts';
import type { Words } from './index.ts';
import { membersNamed } from './members.ts';
import type { Saying } from './message.ts';
import { member, moment } from './terms.ts';

/** Why a draft cannot be kept, sent or discarded, with the next step (docs/process.md §2.1). */
export function explainDraft(refused: DraftRefusal, zone: string, words: Words): Saying {
  const { refusal } = words.draft;
  switch (refused.code) {
    case 'draft_unknown':
      return refusal.unknown();
    case 'draft_saved_since':
      return refusal.savedSince({ member: member(refused.by), at: moment(refused.at, zone) });
    case 'draft_of_author':
      return refusal.discardOfAuthor({ author: member(refused.author) });
    case 'draft_not_decider':
      return refusal.notDecider();
    case 'too_many_drafts':
      return refusal.tooMany({ max: refused.max });
    case 'too_many_drafters':
      return refusal.tooManyDrafters({ max: refused.max });
    case 'drafter_not_in_circle':
      return refusal.notInCircle({ members: membersNamed(refused.members, words) });
    case 'draft_too_long':
      return refusal.tooLong({ max: refused.max });
  }
}
