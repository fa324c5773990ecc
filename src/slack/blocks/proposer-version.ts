import type { Button } from '@slack/types';
import { isAskable } from '../../core/askable.ts';
import { currentVersion } from '../../core/round.ts';
import { openObjectionOf } from '../../core/standing.ts';
import { whyNot, type WayOn } from '../../core/ways-on.ts';
import type { Saying } from '../../words/message.ts';
import { moment } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { answerButtons } from './answer-buttons.ts';
import type { ToldOfVersion } from './direct-version.ts';
import { button } from './elements.ts';
import { fixedPart, type Part } from './fit.ts';
import { actions, someOf } from './kit.ts';
import { memberOr } from './thread-post.ts';

/** True where a facilitator published for this person, whose proposal it is (§2.6). */
export function isPublishedFor({ event, round, to }: ToldOfVersion): boolean {
  return event.onBehalf !== null && to === round.proposedBy;
}

/** Who published it, and whether they say that the proposer agrees (docs/process.md §2.6). */
export function publishedForYou({ event, words }: ToldOfVersion): Saying {
  const { direct } = words.version;
  const said = { member: memberOr(event.by, words), n: event.number };
  return event.onBehalf === 'agreed' ? direct.agreed(said) : direct.forYou(said);
}

/** How it goes on, and what the proposer can do where it is not right for them. */
export function proposerNext(told: ToldOfVersion): Saying[] {
  const { event, circle, words } = told;
  const { thread, direct, wordingOnly } = words.version;
  const zone = circle.settings.calendar.timeZone;
  const next = event.asking
    ? thread.asked({ deadline: moment(event.asking.deadlineAt, zone) })
    : wordingOnly();
  if (!isCurrent(told)) return [next];
  const ways = mayTake(told, 'publish_next_version') ? 'publish' : 'others';
  return [next, direct.yourWays({ ways })];
}

/**
 * Their answers, and the next version or taking it back. Whoever objects has the buttons of their
 * objection in place of the answers. Source: docs/process.md §2.6, §3.
 */
export function proposerVersionButtons(told: ToldOfVersion): Part[] {
  if (!isCurrent(told)) return [];
  const { round, circle, to, words } = told;
  const ways = someOf(wayButtons(told));
  const isAsked = isAskable(round, circle, to) && openObjectionOf(round, to) === null;
  return [
    ...(isAsked ? [fixedPart(answerButtons(round, words))] : []),
    ...(ways ? [fixedPart(actions(ways))] : []),
  ];
}

function isCurrent({ event, round }: ToldOfVersion): boolean {
  return currentVersion(round).number === event.number && !round.ending;
}

function wayButtons(told: ToldOfVersion): Button[] {
  const { version, pausing } = told.words;
  return [
    ...wayButton(told, 'publish_next_version', actionIds.publishVersion, version.publish()),
    ...wayButton(told, 'withdraw', actionIds.takeBack, pausing.takeBack()),
  ];
}

function wayButton(told: ToldOfVersion, way: WayOn, actionId: string, label: Saying): Button[] {
  return mayTake(told, way) ? [button({ actionId, label, value: told.round.id })] : [];
}

function mayTake({ event, round, circle, to }: ToldOfVersion, way: WayOn): boolean {
  return whyNot(way, round, { by: to, at: event.at, circle }) === null;
}
