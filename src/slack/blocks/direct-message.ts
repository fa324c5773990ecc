import { isFacilitator, type Circle } from '../../core/circle.ts';
import { decisionOf } from '../../core/decision.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Round } from '../../core/round.ts';
import type { RoundEvent } from '../../core/round-event.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, link } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { button } from './elements.ts';
import { fixedPart, textPart, type Part } from './fit.ts';
import { actions, context, section, someOf } from './kit.ts';
import { pausingActions } from './direct-pausing.ts';
import { aftermathActions, reopenedButtons } from './direct-aftermath.ts';
import { concernButtons, concernDecided } from './concern-part.ts';
import { askingButtons } from './direct-asking.ts';
import { objectionButtons } from './direct-objection-buttons.ts';
import { openingButtons } from './opening-part.ts';
import { proposerButtons } from './proposer-part.ts';
import { relayButtons } from './direct-relay.ts';
import { questionButtons } from './direct-step.ts';
import { takenOverButtons } from './direct-taken-over.ts';
import { directSayings } from './direct-sayings.ts';
import { versionMessage } from './direct-version.ts';
import { fitMessage, type MessageContent } from './message.ts';
import { voidButtons } from './void-part.ts';
import { silentDirect, wasAwayButton } from './was-away-part.ts';
import { proposalNumber, roundName } from './round-line.ts';
import { decisionContent } from './thread-decided.ts';

/** What one person is told of an event, and the round and circle as they are now. */
export type DirectlyTold = {
  readonly event: RoundEvent;
  readonly round: Round;
  readonly circle: Circle;
  readonly words: Words;
  readonly to: MemberId;
  /** Of the card; null where Slack does not tell it. */
  readonly permalink: string | null;
  /** Of the objection's own message, where the event is about one. */
  readonly talk?: string | null;
};

/**
 * A message to one person about what is theirs to do, or what they took part in: what happened,
 * what to do next, which round, a link to its card, and [Resolve] for a facilitator.
 *
 * Source: docs/process.md §D13, §2.4.
 */
export function directMessage(told: DirectlyTold): MessageContent {
  const { round, circle, words } = told;
  const isDecided = round.ending?.kind === 'decided';
  if (told.event.type === 'round_decided' && isDecided) return decidedMessage(told);
  const { event } = told;
  if (event.type === 'version_published') return versionPublished({ ...told, event });
  const sayings = [roundName({ round, circle }, words), ...directSayings(told)];
  return fitMessage({
    text: joined([...sayings, ...cardLink(told)], '\n'),
    parts: [
      ...sayings.map((saying) => textPart(1, saying)),
      ...relayButtons(told),
      ...askingButtons(told),
      ...takenOverButtons(told),
      ...reopenedButtons(told),
      ...buttonsOf(told),
      ...linkPart(told),
    ],
  });
}

function versionPublished(told: Parameters<typeof versionMessage>[0]): MessageContent {
  const { round, circle, words } = told;
  const name = roundName({ round, circle }, words);
  const { said, parts } = versionMessage(told);
  return fitMessage({
    text: joined([name, ...said, ...cardLink(told)], '\n'),
    parts: [textPart(1, name), ...parts, ...linkPart(told)],
  });
}

/** The record, for the proposer and everybody who answered (docs/process.md §4.1). */
function decidedMessage(told: DirectlyTold): MessageContent {
  const { round, circle, words, to } = told;
  const record = decisionOf(round);
  if (!record) throw new Error(`Round ${round.id} was not decided`);
  const { text, parts } = decisionContent(record, circle, words);
  const yours = record.owner === to ? [words.direct.decidedOwner()] : [];
  const silent = silentDirect({ round, circle }, to, words);
  const thanks = silent
    ? joined([silent.said, silent.next, ...yours])
    : joined([concernDecided(told) ?? words.direct.decidedThanks(), ...yours]);
  const away = silent ? [wasAwayButton(round, words)] : [];
  const open = button({
    actionId: actionIds.openDecision,
    label: words.direct.openRecord(),
    value: round.id,
  });
  const name = roundName({ round, circle }, words);
  return fitMessage({
    text: joined([thanks, name, text, ...cardLink(told)], '\n'),
    parts: [
      fixedPart(context([name])),
      ...parts,
      fixedPart(section(thanks), actions([open, ...away])),
      ...linkPart(told),
    ],
  });
}

function buttonsOf(told: DirectlyTold): Part[] {
  const { round, circle, words, to } = told;
  const about = objectionButtons(told);
  if (about.length > 0) return about;
  const after = someOf(aftermathActions(told));
  if (after) return [fixedPart(actions(after))];
  const theirs = someOf([
    ...pausingActions(told),
    ...proposerButtons(told),
    ...concernButtons(told),
    ...openingButtons(told),
    ...questionButtons(told),
    ...voidButtons(told),
  ]);
  if (theirs) return [fixedPart(actions(theirs))];
  if (!isFacilitator(circle, to) || round.ending) return [];
  const number = proposalNumber(round, words);
  const resolve = button({
    actionId: actionIds.resolve,
    label: words.direct.resolve(),
    spokenLabel: words.direct.resolveSpoken({ number }),
    value: round.id,
  });
  return [fixedPart(actions([resolve]))];
}

function linkPart(told: DirectlyTold): Part[] {
  const links = someOf(cardLink(told));
  return links ? [fixedPart(context(links))] : [];
}

/** To where it is worked on; whoever is asked again answers on the card. */
function cardLink({ event, permalink, talk, words }: DirectlyTold): Saying[] {
  if (talk && event.type !== 'objection_lapsed_to_note')
    return [link(talk, words.objectionWork.direct.openThread())];
  return permalink ? [link(permalink, words.direct.openCard())] : [];
}
