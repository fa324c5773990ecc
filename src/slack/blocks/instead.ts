import type { Button, KnownBlock } from '@slack/types';
import { whyNotOpen } from '../../core/answering.ts';
import { hasWaysOn } from '../../core/askable.ts';
import { whyNotAskable } from '../../core/asking.ts';
import { circleFor } from '../../core/concern.ts';
import type { MemberId } from '../../core/ids.ts';
import type { RoundRefusal } from '../../core/round-refusal.ts';
import { openObjectionOf } from '../../core/standing.ts';
import { whyNotTakeOver } from '../../core/take-over.ts';
import { whyNot } from '../../core/ways-on.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { actionIds } from '../ids.ts';
import { answerButtons } from './answer-buttons.ts';
import { raiseButton } from './card-aftermath.ts';
import { challengeButton } from './card-version.ts';
import { changedSinceText } from './changed-since-text.ts';
import { takeOverButton } from './card-paused.ts';
import { resolveButton, takeUpButton } from './card-open.ts';
import { button } from './elements.ts';
import { actions, someOf } from './kit.ts';
import { ladderSteps } from './ladder-part.ts';
import { settleButton, standsButton } from './objection-part.ts';
import type { RoundSeen } from './round-line.ts';

/** Whoever was refused, and where they read it: a modal shows the ways on in its own place. */
type Refused = RoundSeen & { readonly by: MemberId; readonly place: 'message' | 'modal' };

/** What this person can do instead, as buttons (docs/process.md §D12, §2.6, §2.7, §10 case 9). */
export function insteadOf(refusal: RoundRefusal, refused: Refused, words: Words): KnownBlock[] {
  if (refusal.code === 'text_is_newer') return newerText(refusal, refused, words);
  const buttons = someOf(buttonsFor(refusal, refused, words));
  return buttons ? [actions(buttons)] : [];
}

function buttonsFor(refusal: RoundRefusal, refused: Refused, words: Words): Button[] {
  const { round, circle, now: at, by } = refused;
  const actor = { by, at, circle };
  switch (refusal.code) {
    case 'member_not_asked':
      return includeOrQuestion(refused, words);
    case 'round_ended':
      return refusal.ending.kind === 'decided'
        ? [raiseButton(round, words)]
        : takeOverIfTheirs(refused, words);
    case 'too_many_versions':
      return ladderSteps(round, actor, words);
    case 'round_parked':
    case 'round_handed_on':
      return whyNot('resume', round, actor) ? [] : [takeUpButton({ round }, words)];
    case 'round_at_meeting':
    case 'round_not_at_meeting':
    case 'round_not_paused':
    case 'holds_used_up':
    case 'already_extended':
    case 'proposer_adopts_not':
    case 'no_time_to_give_back':
    case 'void_not_asked':
      return hasWaysOn(round, circle, by) ? [waysButton(refused, words)] : [];
    default:
      return [];
  }
}

/** What changed since the text that they answered, and the same question about the new one. */
function newerText(
  { ofVersion }: RoundRefusal & { readonly code: 'text_is_newer' },
  seen: Refused,
  words: Words,
): KnownBlock[] {
  const { round, by } = seen;
  const changed = changedSinceText(round, ofVersion, words);
  const objection = openObjectionOf(round, by);
  const more = challengeButton(seen, words);
  const owners = objection ? [standsButton({ round, objection }, words), ...more] : more;
  const row = objection
    ? actions([settleButton({ round, objection }, words), ...owners])
    : answerButtons(round, words, ...more);
  return [...changed, row];
}

/** Who was not asked may wish to be, where they decide; and anyone may ask a question (§2.7). */
function includeOrQuestion({ round, circle, by }: Refused, words: Words): Button[] {
  const of = (actionId: string, label: Saying) => button({ actionId, label, value: round.id });
  const mayWish = !round.ending && !whyNotAskable(round, by, circleFor(round, circle));
  return [
    ...(mayWish ? [of(actionIds.wishToBeAsked, words.asking.wish())] : []),
    ...(whyNotOpen(round) ? [] : [of(actionIds.askQuestion, words.question.ask())]),
  ];
}

/** For those who may take over what was taken back, as long as that is possible (§2.1). */
function takeOverIfTheirs({ round, circle, now: at, by }: Refused, words: Words): Button[] {
  const actor = { by, at, circle: circleFor(round, circle) };
  return whyNotTakeOver(round, actor) ? [] : [takeOverButton(round, words)];
}

/** Every way on: the sentence says what to do there, and this leads to it. */
function waysButton(refused: Refused, words: Words): Button {
  const resolve = resolveButton(refused, words);
  return refused.place === 'modal' ? { ...resolve, action_id: actionIds.resolveOpen } : resolve;
}
