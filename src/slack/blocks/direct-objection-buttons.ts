import type { ActionsBlock, Button } from '@slack/types';
import { isAskedIn } from '../../core/askable.ts';
import type { MemberId } from '../../core/ids.ts';
import { isOpen } from '../../core/objection.ts';
import type { Round } from '../../core/round.ts';
import { countedAnswer, takesAnswers } from '../../core/standing.ts';
import { actionIds } from '../ids.ts';
import { answerButtons } from './answer-buttons.ts';
import type { DirectlyTold } from './direct-message.ts';
import { fixedPart, type Part } from './fit.ts';
import { actions } from './kit.ts';
import { objectionButton, rewordButton, settleButton, standsButton } from './objection-part.ts';

/** What one person can do at once about an objection that they are written to about (§2.6). */
export function objectionButtons(told: DirectlyTold): Part[] {
  const row = rowOf(told);
  return row ? [fixedPart(row)] : [];
}

function rowOf(told: DirectlyTold): ActionsBlock | null {
  switch (told.event.type) {
    case 'clarity_asked':
    case 'aim_link_asked':
    case 'objector_contacted':
      return ownerRow(told);
    case 'objection_adopted':
    case 'objection_lapsed_to_note': {
      const { round, to, words } = told;
      return mayAnswerNow(round, to) ? answerButtons(round, words) : null;
    }
    default:
      return null;
  }
}

/** True of whoever is asked, and has given no answer that counts (docs/process.md §2.6). */
export function mayAnswerNow(round: Round, to: MemberId): boolean {
  return takesAnswers(round) && isAskedIn(round, to) && countedAnswer(round, to) === null;
}

/** While it is open and theirs: one tap is enough to be heard from (docs/process.md §2.6). */
function ownerRow({ event, round, to, words }: DirectlyTold): ActionsBlock | null {
  if (!('objectionId' in event) || !takesAnswers(round)) return null;
  const objection = round.objections.find(({ id }) => id === event.objectionId);
  if (!objection || objection.by !== to || !isOpen(objection)) return null;
  const about = { round, objection };
  const talk = objectionButton(about, actionIds.talkObjection, words.objectionCard.talk());
  const more: Button[] =
    event.type === 'objector_contacted' ? [settleButton(about, words), talk] : [];
  return actions([standsButton(about, words), rewordButton(round.id, objection, words), ...more]);
}
