import type { Button, KnownBlock } from '@slack/types';
import { isLadderFor, LADDER, ladderOffer, type LadderStep } from '../../core/ladder.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Round } from '../../core/round.ts';
import { openObjections } from '../../core/standing.ts';
import { whyNot, type Actor, type WayOn } from '../../core/ways-on.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { actionIds } from '../ids.ts';
import { button } from './elements.ts';
import { actions, section, someOf } from './kit.ts';
import type { RoundSeen } from './round-line.ts';

const ACTIONS = {
  call: actionIds.ladderCall,
  meeting: actionIds.ladderMeeting,
  helpers: actionIds.ladderHelpers,
  broader: actionIds.ladderBroader,
} as const satisfies Record<LadderStep, string>;

/** The way on that a step is; a call is none, since it changes nothing of the round. */
export const LADDER_WAYS = {
  meeting: 'to_meeting',
  helpers: 'park',
  broader: 'escalate',
} as const satisfies Record<Exclude<LadderStep, 'call'>, WayOn>;

/** After three versions in one go: another way of working (docs/process.md §D7, §2.6). */
export function stuckSaying(round: Round, words: Words): Saying[] {
  return ladderOffer(round) === 'everybody' ? [words.version.stuck()] : [];
}

/** The same on the card, with its steps as buttons: a step is refused to whoever may not take it. */
export function stuckBlocks({ round }: RoundSeen, words: Words): KnownBlock[] {
  const steps = someOf(LADDER.map((step) => stepButton(step, round, words)));
  return stuckSaying(round, words).flatMap((said) => [
    section(said),
    ...(steps ? [actions(steps)] : []),
  ]);
}

/** The ladder in /resolve, where it is offered to this person: the steps that they can take. */
export function ladderBlocks(
  seen: RoundSeen & { readonly by: MemberId },
  words: Words,
): KnownBlock[] {
  const { round, circle, now, by } = seen;
  const actor = { by, at: now, circle };
  if (!isLadderFor(round, actor)) return [];
  const [stuck = words.version.ladder.afterTwo()] = stuckSaying(round, words);
  const steps = someOf(ladderSteps(round, actor, words));
  return [section(stuck), ...(steps ? [actions(steps)] : [])];
}

/** The steps that this person can take now, offered or not (docs/process.md §2.6). */
export function ladderSteps(round: Round, actor: Actor, words: Words): Button[] {
  const steps = LADDER.filter((step) =>
    step === 'call'
      ? openObjections(round).length > 0
      : whyNot(LADDER_WAYS[step], round, actor) === null,
  );
  return steps.map((step) => stepButton(step, round, words));
}

function stepButton(step: LadderStep, { id: value }: Round, { version: { ladder } }: Words) {
  return button({ actionId: ACTIONS[step], label: ladder.steps[step](), value });
}
