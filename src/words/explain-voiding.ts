import type { VoidRefusal } from '../core/voiding.ts';
import type { Words } from './index.ts';
import { membersNamed } from './members.ts';
import type { Saying } from './message.ts';
import { member } from './terms.ts';

type ForOthers = VoidRefusal & { readonly code: 'void_for_others' };

/** Why a round is not marked as opened by mistake (docs/process.md §2.1, `void`). */
export const explainVoiding = {
  void_not_asked: ({ voiding }: Words): Saying => voiding.refusal.notAsked(),
  void_for_others: (words: Words, { asker, confirmers }: ForOthers): Saying =>
    words.voiding.refusal.others({
      asker: member(asker),
      confirmers: confirmers.length > 0 ? membersNamed(confirmers, words) : words.voiding.nobody(),
    }),
};
