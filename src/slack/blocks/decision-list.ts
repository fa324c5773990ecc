import type { KnownBlock } from '@slack/types';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day, joined, member } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { button, named, option, staticSelect } from './elements.ts';
import { fixedPart, optionalPart, type Part } from './fit.ts';
import { actions, section, someOf } from './kit.ts';
import type { supersedingSaid } from './replaced-part.ts';
import { fitMessage, type MessageContent } from './message.ts';

/** What a line says of a decision. */
export type ListedDecision = {
  readonly number: number;
  readonly roundId: string;
  readonly title: string;
  readonly owner: string;
  readonly reviewOn: string;
  /** Since when it is not acted on; null or absent while it is in force. */
  readonly pausedAt?: number | null;
  /** What took its place, as it is said; absent while it is in force. */
  readonly superseded?: ReturnType<typeof supersedingSaid>;
};

/** Decisions in a list; who looks for an older one finds it by its words. */
export const DECISIONS_LISTED = 20;

/**
 * Decisions, newest first, each with who looks after it and when the circle looks again. One menu
 * opens any of their records: a message takes each action id once.
 *
 * Source: docs/process.md §4.1, §4.2.
 */
export function decisionList(
  decisions: readonly ListedDecision[],
  heading: Saying,
  words: Words,
): MessageContent {
  const shown = decisions.slice(0, DECISIONS_LISTED);
  const lines = shown.map((one) => lineOf(one, words));
  const more = decisions.length > shown.length ? [words.decision.more()] : [];
  return fitMessage({
    text: joined([heading, ...lines, ...more], '\n'),
    parts: [
      fixedPart(section(heading)),
      ...lines.map((line, index): Part => optionalPart(DECISIONS_LISTED - index, section(line))),
      ...more.map((saying) => fixedPart(section(saying))),
      ...opener(shown, words).map((block) => fixedPart(block)),
    ],
  });
}

function lineOf({ pausedAt, superseded, ...decision }: ListedDecision, words: Words): Saying {
  const { number, title, owner, reviewOn } = decision;
  const line = words.decision.line({
    number: words.system.decisionNumber({ number: String(number) }),
    title,
    owner: member(owner),
    review: day(reviewOn),
  });
  if (superseded) return words.lookAgain.listed({ line, ...superseded });
  return pausedAt == null ? line : words.aftermath.listPaused({ line });
}

function opener(decisions: readonly ListedDecision[], words: Words): KnownBlock[] {
  const options = someOf(
    decisions.map(({ number, title, roundId }) => {
      const label = words.decision.option({
        number: words.system.decisionNumber({ number: String(number) }),
        title,
      });
      return option({ value: roundId, label });
    }),
  );
  if (!options) return [];
  const [only, ...others] = options;
  const element =
    others.length === 0
      ? button({
          actionId: actionIds.openDecision,
          label: words.decision.open(),
          spokenLabel: { mrkdwn: only.text.text, plain: only.text.text },
          value: only.value ?? '',
        })
      : named(
          actionIds.openDecision,
          staticSelect({ options, placeholder: words.decision.chooseOne() }),
        );
  return [actions([element])];
}
