import type { AskingRefusal } from '../core/asking.ts';
import type { Words } from './index.ts';
import type { Saying } from './message.ts';
import { member } from './terms.ts';

/** Why a person is not asked too, with the next step (docs/process.md §D12). */
export function explainAsking({ asking }: Words, refused: AskingRefusal): Saying {
  const who = { member: member(refused.member) };
  return refused.code === 'asked_already'
    ? asking.refusal.already(who)
    : asking.refusal.doesNotDecide(who);
}
