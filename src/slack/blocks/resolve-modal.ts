import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { MemberId } from '../../core/ids.ts';
import { whyNotRecorder } from '../../core/relaying.ts';
import { takesAnswers } from '../../core/standing.ts';
import { waysOn } from '../../core/ways-on.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined } from '../../words/terms.ts';
import { actionIds, callbackIds } from '../ids.ts';
import { button, option, radioButtons } from './elements.ts';
import { fixedPart, type Part } from './fit.ts';
import { impossibleWays } from './impossible-ways.ts';
import { input } from './input.ts';
import { actions, context, divider, section, sections, sectionWith, someOf } from './kit.ts';
import { ladderBlocks } from './ladder-part.ts';
import { metadata } from './metadata.ts';
import { nextStep, proposalNumber, roundName, roundStanding } from './round-line.ts';
import type { RoundSeen } from './round-line.ts';
import { modal } from './view.ts';

/** Rounds that the list shows; whoever has more open finds the others by their words. */
const ROUNDS_SHOWN = 30;

/** What the ways modal remembers: its round. */
export const resolveMetadata = metadata(z.object({ round: z.string() }));
/** The field in which a way on is chosen. */
export const WAY_FIELD = actionIds.resolveWay;

/** Several open rounds, to choose one of. `notice` says what was looked for and not found. */
export function roundListModal(
  rounds: readonly RoundSeen[],
  words: Words,
  notice: Saying | null = null,
): ModalView {
  const shown = rounds.slice(0, ROUNDS_SHOWN);
  const n = rounds.length - shown.length;
  const more = n > 0 ? [words.resolve.moreRounds({ n })] : [];
  return modal({
    callbackId: callbackIds.resolveForm,
    title: words.resolve.title(),
    close: words.everyday.close(),
    blocks: [
      ...(notice ? [section(notice)] : []),
      section(words.resolve.whichRound()),
      ...shown.map((seen) => roundChoice(seen, words)),
      ...more.map((saying) => context([saying])),
    ],
  });
}

function roundChoice(seen: RoundSeen, words: Words): KnownBlock {
  const { round } = seen;
  const number = proposalNumber(round, words);
  return sectionWith(
    joined([roundName(seen, words), roundStanding(seen, words)], '\n'),
    button({
      actionId: actionIds.resolveOpen,
      label: words.resolve.choose(),
      spokenLabel: words.resolve.chooseRound({ number, title: round.title }),
      value: round.id,
    }),
  );
}

/**
 * Every way on for this person: those that are possible to choose from, and the others as text with
 * what stands in their way.
 *
 * Source: docs/process.md §D5.
 */
export function waysModal(
  seen: RoundSeen & { readonly by: MemberId },
  words: Words,
  notice: Saying | null = null,
): ModalView {
  const { round, circle, now, by } = seen;
  const ways = waysOn(round, { by, at: now, circle });
  const possible = ways.flatMap(({ way, refused }) => (refused ? [] : [way]));
  const options = someOf(
    possible.map((way) =>
      option({
        value: way,
        label: words.resolve.ways[way](),
        description: words.resolve.meanings[way](),
      }),
    ),
  );
  return modal({
    callbackId: callbackIds.resolveForm,
    title: words.resolve.title(),
    close: words.everyday.cancel(),
    metadata: resolveMetadata.seal({ round: round.id }),
    ...(options && { submit: words.everyday.continue() }),
    blocks: [
      ...(notice ? sections(notice) : []),
      section(roundName(seen, words)),
      context([roundStanding(seen, words), nextStep(seen, words)]),
      ...ladderBlocks(seen, words),
      divider(),
      options
        ? input({
            field: WAY_FIELD,
            label: words.resolve.question(),
            hint: words.resolve.questionHint(),
            element: radioButtons({ options }),
          })
        : section(words.resolve.nothingNow()),
      ...moreOffers(seen, words),
      ...impossibleWays(seen, words),
    ],
  });
}

/** To write down what people said elsewhere, and to be left out (§2.7, §10 case 18). */
function moreOffers(seen: RoundSeen & { readonly by: MemberId }, words: Words): Part[] {
  const { round, circle, now, by } = seen;
  if (!takesAnswers(round)) return [];
  const { id: value } = round;
  const record = button({ actionId: actionIds.relayAnswer, label: words.relay.button(), value });
  const out = button({ actionId: actionIds.leaveMeOut, label: words.asking.leaveOut(), value });
  const mayRecord = !whyNotRecorder(round, { by, at: now, circle });
  const isAsked = round.asked.get(by)?.excused === null;
  const offers = someOf([...(mayRecord ? [record] : []), ...(isAsked ? [out] : [])]);
  return offers ? [fixedPart(actions(offers))] : [];
}

/** Says something in a modal that leaves nothing to send. */
export function noticeModal(title: Saying, sayings: readonly Saying[], words: Words): ModalView {
  return modal({
    callbackId: callbackIds.message,
    title,
    close: words.everyday.close(),
    blocks: sayings.flatMap((saying) => sections(saying)),
  });
}
