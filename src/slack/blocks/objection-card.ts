import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import { isOpen } from '../../core/objection.ts';
import { isAdoptable } from '../../core/objection-work.ts';
import { takesAnswers } from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, link, member } from '../../words/terms.ts';
import { actionIds, objectionValue } from '../ids.ts';
import { button } from './elements.ts';
import { fixedPart, optionalPart } from './fit.ts';
import { actions, context, section, type Some } from './kit.ts';
import { fitMessage, type MessageContent } from './message.ts';
import { aboutOnMessage } from './objection-about.ts';
import { objectionBlocks, objectionButton, objectionSpoken } from './objection-part.ts';
import { rewordButton, settleButton, standsButton } from './objection-part.ts';
import type { ObjectionSeen } from './objection-seen.ts';
import { objectionState } from './objection-state.ts';
import { objectionHeadline } from './relay-line.ts';

type Shown = ObjectionSeen & {
  /** Of the round's card; null where Slack does not tell it. */
  readonly permalink: string | null;
};

/**
 * An objection's own message below the card, in whose thread it is worked on: what it says, how it
 * stands and who takes the next step, drawn anew as that changes. Its objector and the proposer
 * are in it by mention. Nobody is given a way to take it from its owner.
 *
 * Source: docs/process.md §0 invariant 4, §2.6, §D13.
 */
export function objectionMessage(shown: Shown, words: Words): MessageContent {
  const { round, objection } = shown;
  const state = objectionState(shown, words);
  const about = aboutOnMessage(round, objection, words);
  const aim = words.everyday.aim({ aim: round.terms.aim });
  const heading = objectionHeadline(round, { ...objection, by: objection.raisedBy }, words);
  const isWorked = isOpen(objection) && takesAnswers(round);
  const owner = words.objectionCard.owner({ owner: member(objection.by) });
  const below: KnownBlock[] = isWorked ? [...buttonRows(shown, words), context([owner])] : [];
  const said = objectionSpoken({ ...objection, by: objection.raisedBy }, words);
  const spoken = [said, ...adoption(shown, words), state, ...(isWorked ? [owner] : [])];
  return fitMessage({
    text: joined([about, ...spoken, ...cardLink(shown, words)], '\n'),
    parts: [
      fixedPart(context([about]), ...objectionBlocks(objection, words, heading)),
      optionalPart(1, context([aim])),
      ...adoption(shown, words).map((saying) => fixedPart(context([saying]))),
      fixedPart(section(state), ...below, ...historyRow(shown, words)),
      ...cardLink(shown, words).map((saying) => fixedPart(context([saying]))),
    ],
  });
}

/** Who raised it stays to be read where somebody else owns it now (docs/process.md §2.6). */
function adoption({ objection }: Shown, words: Words): Saying[] {
  const { by, raisedBy } = objection;
  if (by === raisedBy) return [];
  return [words.objectionCard.raisedBy({ member: member(raisedBy), owner: member(by) })];
}

function cardLink({ permalink }: Shown, words: Words): Saying[] {
  return permalink ? [link(permalink, words.objectionCard.openCard())] : [];
}

function buttonRows(shown: Shown, words: Words): ActionsBlock[] {
  const { objectionCard } = words;
  const talk = objectionButton(shown, actionIds.talkObjection, objectionCard.talk());
  const help = objectionButton(shown, actionIds.helpObjection, objectionCard.help());
  const adopt = isAdoptable(shown.objection) ? [adoptButton(shown, words)] : [];
  return [actions(ownerRow(shown, words)), actions([talk, help, ...adopt])];
}

/** Everything that happened to it, where there is more than that it was raised (§4.1). */
function historyRow(shown: Shown, words: Words): ActionsBlock[] {
  if (shown.objection.steps.length < 2) return [];
  return [actions([objectionButton(shown, actionIds.readAll, words.objectionCard.history())])];
}

function ownerRow(shown: Shown, words: Words): Some<Button> {
  const { round, objection } = shown;
  const { objectionCard } = words;
  return [
    settleButton({ round, objection }, words),
    standsButton({ round, objection }, words),
    rewordButton(round.id, objection, words),
    objectionButton(shown, actionIds.watchObjection, objectionCard.watchIt()),
    objectionButton(shown, actionIds.takeBackObjection, words.objection.takeBack()),
  ];
}

function adoptButton({ round, objection }: Shown, { objectionCard }: Words): Button {
  return button({
    actionId: actionIds.adoptObjection,
    label: objectionCard.adopt(),
    value: objectionValue.seal(round.id, objection.id),
    confirm: {
      title: objectionCard.adoptTitle(),
      text: objectionCard.adoptText(),
      confirm: objectionCard.adoptYes(),
      deny: objectionCard.adoptNo(),
    },
  });
}
