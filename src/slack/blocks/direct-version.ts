import { currentVersion } from '../../core/round.ts';
import type { RoundEvent } from '../../core/round-event.ts';
import { countedAnswer, openObjectionOf } from '../../core/standing.ts';
import { versionWithBefore } from '../../core/version-changes.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment, shortened } from '../../words/terms.ts';
import { challengeButton, challengeUntil } from './card-version.ts';
import type { DirectlyTold } from './direct-message.ts';
import { fixedPart, textPart, type Part } from './fit.ts';
import { actions, someOf } from './kit.ts';
import { notYetButton, settleButton } from './objection-part.ts';
import {
  isPublishedFor,
  proposerNext,
  proposerVersionButtons,
  publishedForYou,
} from './proposer-version.ts';
import { whatChanged } from './thread-version.ts';

/** Characters of a person's own objection, to remind them of it. */
const ITS_WORDS_MAX = 500;

/** A new version, as one person is told of it. */
export type ToldOfVersion = DirectlyTold & {
  readonly event: RoundEvent & { readonly type: 'version_published' };
};

/**
 * A new version to one person: whoever objects is asked first whether it settles it for them;
 * whoever answered is told of a change of wording, and may say that it is more than that. A
 * proposer for whom a facilitator published is told so, and what they can do.
 *
 * Source: docs/process.md §2.6.
 */
export function versionMessage(told: ToldOfVersion): {
  readonly said: readonly Saying[];
  readonly parts: readonly Part[];
} {
  const { event, round, words } = told;
  const isTheirs = isPublishedFor(told);
  const pair = versionWithBefore(round, event.number);
  const change = pair ? [whatChanged({ round, words }, pair)] : [];
  const before = [...(isTheirs ? [publishedForYou(told)] : []), ...beforeChange(told)];
  const after = [...afterChange(told), ...(isTheirs ? proposerNext(told) : [])];
  return {
    said: [...before, ...change.map(({ said }) => said), ...after],
    parts: [
      ...before.map((saying) => textPart(2, saying)),
      ...change.map(({ blocks }) => fixedPart(...blocks)),
      ...after.map((saying) => textPart(2, saying)),
      ...buttons(told),
      ...(isTheirs ? proposerVersionButtons(told) : []),
    ],
  };
}

function beforeChange({ event, round, to, words }: ToldOfVersion): Saying[] {
  const { direct, changed } = words.version;
  const { number: n } = event;
  if (!event.asking) {
    const who = member(event.by ?? round.proposedBy);
    return answerStands({ event, round, to })
      ? [direct.wording({ member: who })]
      : [changed({ n })];
  }
  const own = openObjectionOf(round, to);
  if (!own) return [changed({ n })];
  const said = shortened(own.harm, ITS_WORDS_MAX).plain;
  return [direct.objector({ n }), direct.yourObjection({ said })];
}

function afterChange({ event, round, circle, to, words }: ToldOfVersion): Saying[] {
  if (event.asking) {
    const isAsked = openObjectionOf(round, to) !== null;
    return isAsked ? [joined([words.version.settles(), words.version.direct.onlyYou()], '\n')] : [];
  }
  const until = moment(challengeUntil(round), circle.settings.calendar.timeZone);
  return [words.version.challengeUntil({ until })];
}

/** True where they answered before, and a change of wording leaves it as it is (§2.6). */
function answerStands({ event, round, to }: Pick<ToldOfVersion, 'event' | 'round' | 'to'>) {
  const answer = countedAnswer(round, to);
  return answer !== null && answer.versionNumber < event.number;
}

/** Of a version that is not the current one any more, there is nothing left to press. */
function buttons({ event, round, circle, to, words }: ToldOfVersion): Part[] {
  if (currentVersion(round).number !== event.number || round.ending) return [];
  const objection = openObjectionOf(round, to);
  if (event.asking && objection) {
    const about = { round, objection };
    return [fixedPart(actions([settleButton(about, words), notYetButton(about, words)]))];
  }
  if (!answerStands({ event, round, to })) return [];
  const some = someOf(challengeButton({ round, circle, now: event.at }, words));
  return some ? [fixedPart(actions(some))] : [];
}
