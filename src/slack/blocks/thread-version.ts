import { isConfidential } from '../../core/confidential.ts';
import type { ObjectionId } from '../../core/ids.ts';
import { headOfDiff } from '../../core/text-diff.ts';
import { isOfNewVersion } from '../../core/still-stands.ts';
import { changesBetween, versionWithBefore } from '../../core/version-changes.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment } from '../../words/terms.ts';
import type { Round } from '../../core/round.ts';
import { compareButton } from './card-version.ts';
import { actions } from './kit.ts';
import { line, memberOr, quiet, type Post, type PostPart, type Told } from './thread-post.ts';
import { changeBlocks, changesSaid, documentSaid, type VersionPair } from './version-diff.ts';

/** Characters of one changed text in a post; the comparison has all of it. */
const CHANGE_MAX = 1500;
/** Places that plain text says one by one. */
const SAID_MAX = 20;

/**
 * A new version under the card: who published it, the difference word by word, what it means to
 * answer, and whom it asks until when. Source: docs/process.md §D6, §2.6.
 */
export function versionPost(told: Told<'version_published'>): Post {
  const { event, round, circle, words } = told;
  const { thread } = words.version;
  const pair = versionWithBefore(round, event.number);
  const raised = raisedBy(round, event.answersObjections);
  const members = membersNamed(raised, words);
  const deadline = (at: number) => moment(at, circle.settings.calendar.timeZone);
  return [
    line(joined([published(told), ...onBehalf(told)])),
    ...(pair ? [isConfidential(round) ? notShown(told, pair) : whatChanged(told, pair)] : []),
    ...(raised.length > 0 ? [line(thread.answers({ members }))] : []),
    ...(event.asking
      ? [quiet(thread.asked({ deadline: deadline(event.asking.deadlineAt) }))]
      : [quiet(words.version.wordingOnly())]),
  ];
}

/** “This changes it for me”: everyone is asked again (docs/process.md §2.6). */
export function challengePost({ event, circle, words }: Told<'wording_challenged'>): Post {
  const { thread } = words.version;
  const deadline = moment(event.asking.deadlineAt, circle.settings.calendar.timeZone);
  return [
    line(thread.challenged({ member: memberOr(event.by, words) })),
    quiet(thread.asked({ deadline })),
  ];
}

/**
 * An objector has looked at a version: not yet. Null where they say again what they have said of
 * it, which moves nothing on (docs/process.md §0 invariant 4, §D13).
 */
export function standsPost({ event, round, words }: Told<'objection_stands'>): Post | null {
  const { thread } = words.version;
  const objection = round.objections.find(({ id }) => id === event.objectionId);
  if (objection && !isOfNewVersion(objection, event)) return null;
  return [
    line(thread.stands({ member: memberOr(event.by, words), n: event.versionNumber })),
    quiet(thread.standsNext()),
  ];
}

function published({ event, words }: Told<'version_published'>): Saying {
  return words.version.thread.published({ member: memberOr(event.by, words), n: event.number });
}

/** That the proposer agrees is the facilitator's word, and is told as theirs (§2.6). */
function onBehalf({ event, round, words }: Told<'version_published'>): Saying[] {
  const proposer = member(round.proposedBy);
  if (event.onBehalf === 'agreed') {
    return [words.version.thread.agreed({ member: memberOr(event.by, words), proposer })];
  }
  return event.onBehalf === 'away' ? [words.version.thread.away({ proposer })] : [];
}

/** Struck through and bold where it is shown, and “was … now …” in plain text. */
export function whatChanged(
  { round, words }: Pick<Told, 'round' | 'words'>,
  pair: VersionPair,
): PostPart {
  const shown = changesBetween(pair.before, pair.after).flatMap((change) => {
    if (!('parts' in change)) return changeBlocks(change, words);
    const parts = headOfDiff(change.parts, CHANGE_MAX) ?? change.parts;
    return changeBlocks({ ...change, parts }, words);
  });
  const noted = documentSaid(pair.after, words).flatMap((saying) => line(saying).blocks);
  const compare = actions([compareButton(round, pair.after.number, words)]);
  return {
    said: joined(changesSaid(pair, words, SAID_MAX), '\n'),
    blocks: [...shown, ...noted, compare],
  };
}

/** Which words changed would say what is confidential: the comparison is for who may read it. */
function notShown({ round, words }: Told, { after }: VersionPair): PostPart {
  const { said, blocks } = line(words.confidential.changed());
  return { said, blocks: [...blocks, actions([compareButton(round, after.number, words)])] };
}

function raisedBy({ objections }: Round, ids: readonly ObjectionId[]) {
  const raised = objections.filter(({ id }) => ids.includes(id)).map(({ by }) => by);
  return [...new Set(raised)];
}
