import type { Button, KnownBlock } from '@slack/types';
import { headOfDiff, shortenedDiff } from '../../core/text-diff.ts';
import { currentVersion, type Round } from '../../core/round.ts';
import { CHALLENGE_HOURS, membersToConfirm, silentMembers } from '../../core/standing.ts';
import { objectorsAsked } from '../../core/version-answer.ts';
import { changesBetween, versionWithBefore, type FieldChange } from '../../core/version-changes.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment } from '../../words/terms.ts';
import { actionIds, versionValue } from '../ids.ts';
import { button } from './elements.ts';
import { actions, context, section } from './kit.ts';
import { changeBlocks, changesSaid, documentSaid, nothingSaid } from './version-diff.ts';
import type { RoundSeen } from './round-line.ts';

const HOUR = 3_600_000;
/** Characters that stay beside each change of a text on a card. */
const AROUND = 40;
/** Characters of all that changed in one text, on a card; the rest is in the comparison. */
const CHANGE_MAX = 500;
/** Places that plain text says one by one. */
const SAID_MAX = 6;

/**
 * What the version on the card changed: above everything else, because it is what people are asked
 * to look at. Nothing for the first version.
 *
 * Source: docs/process.md §D6, §2.6.
 */
export function versionBlocks(seen: RoundSeen, words: Words): KnownBlock[] {
  const pair = versionWithBefore(seen.round, currentVersion(seen.round).number);
  if (!pair) return [];
  const { before, after } = pair;
  const changes = changesBetween(before, after).flatMap((one) => changeBlocks(short(one), words));
  const noted = documentSaid(after, words).map(section);
  const blocks = [...changes, ...noted];
  return [
    section(words.version.changed({ n: after.number })),
    ...(blocks.length > 0 ? blocks : [section(nothingSaid(after, words))]),
    actions([compareButton(seen.round, after.number, words), ...challengeButton(seen, words)]),
    context([versionLine(seen, words)]),
  ];
}

/** The same as sentences, for screen readers. */
export function versionSpoken(seen: RoundSeen, words: Words): Saying[] {
  const pair = versionWithBefore(seen.round, currentVersion(seen.round).number);
  if (!pair) return [];
  return [
    words.version.changed({ n: pair.after.number }),
    ...changesSaid(pair, words, SAID_MAX),
    versionLine(seen, words),
  ];
}

/** Opens the whole comparison of a version with the one before. */
export function compareButton({ id }: Round, number: number, words: Words): Button {
  return button({
    actionId: actionIds.compareVersions,
    label: words.version.compare(),
    spokenLabel: words.version.compareSpoken({ n: number }),
    value: versionValue.seal(id, number),
  });
}

/** “This changes it for me”, for as long as it can be said (docs/process.md §2.6). */
export function challengeButton({ round, now }: RoundSeen, words: Words): Button[] {
  const { number, change } = currentVersion(round);
  if (change !== 'wording' || round.ending || now >= challengeUntil(round)) return [];
  return [
    button({
      actionId: actionIds.challengeWording,
      label: words.version.challenge(),
      value: versionValue.seal(round.id, number),
    }),
  ];
}

/** Until when somebody may say that a change of wording is more than that. */
export function challengeUntil(round: Round): number {
  return currentVersion(round).openedAt + CHALLENGE_HOURS * HOUR;
}

function short(change: FieldChange): FieldChange {
  if (!('parts' in change)) return change;
  const parts = shortenedDiff(change.parts, AROUND);
  return { ...change, parts: headOfDiff(parts, CHANGE_MAX) ?? parts };
}

/** How earlier answers stand, and who looks at the change first. */
function versionLine({ round, circle, now }: RoundSeen, words: Words): Saying {
  const { version } = words;
  const { change, challenged } = currentVersion(round);
  if (change === 'wording') {
    const until = moment(challengeUntil(round), circle.settings.calendar.timeZone);
    const open = now < challengeUntil(round);
    return joined([version.wordingOnly(), ...(open ? [version.challengeUntil({ until })] : [])]);
  }
  const first = objectorsAsked(round);
  const others = membersToConfirm(round).filter((one) => !first.includes(one)).length;
  // Whoever never answered has nothing to confirm, and has not looked at this version either.
  const isLookedAt = first.length === 0 && silentMembers(round).length === 0;
  const members = membersNamed(first, words);
  return joined([
    ...(challenged ? [version.challengedBy({ member: member(challenged.by) })] : []),
    version.kept(),
    ...(others > 0 || isLookedAt ? [version.toConfirm({ n: others })] : []),
    ...(first.length > 0 ? [version.askedFirst({ members, n: first.length })] : []),
  ]);
}
