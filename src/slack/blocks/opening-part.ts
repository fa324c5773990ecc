import type { Button, InputBlock } from '@slack/types';
import { activeFacilitators, type CircleSettings } from '../../core/circle.ts';
import { openingRule, openToAllFrom, waitsForOpening } from '../../core/opening.ts';
import { stepStage } from '../../core/question-step.ts';
import { whyNotOpenAnswers } from '../../core/opening-answers.ts';
import type { Round } from '../../core/round.ts';
import { facilitatorsNamed } from '../../words/members.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { circleFields } from './circle-fields.ts';
import type { DirectlyTold } from './direct-message.ts';
import { button, option, radioButtons } from './elements.ts';
import { input } from './input.ts';
import type { RoundSeen } from './round-line.ts';
import { line, memberOr, quiet, type Post, type Told } from './thread-post.ts';

/** "Open it", while the text waits for that: whoever may not hears why (docs/process.md §3). */
export function openButton(round: Round, { opening }: Words): Button[] {
  if (!waitsForOpening(round) || round.ending) return [];
  const { title, text, yes, no } = opening.confirm;
  return [
    button({
      actionId: actionIds.openAnswers,
      label: opening.open(),
      spokenLabel: opening.openSpoken(),
      value: round.id,
      confirm: { title: title(), text: text(), confirm: yes(), deny: no() },
    }),
  ];
}

/** What the step is, in its card's own words (docs/process.md §2.1, §3). */
export function stepHeading({ round }: Pick<RoundSeen, 'round'>, words: Words): Saying {
  const { opening, step } = words;
  if (waitsForOpening(round)) return joined([opening.heading(), opening.help()], '\n');
  const said = {
    sealed: () => [step.heading(), step.help()],
    shown: () => [step.heading(), step.helpShown()],
    over: () => [step.headingOver(), step.helpOver()],
  }[stepStage(round)];
  return joined(said(), '\n');
}

/** Who opens it; null where it does not wait for that (docs/process.md §3). */
export function openingNext({ round, circle, now }: RoundSeen, words: Words): Saying | null {
  const from = openToAllFrom(round, circle);
  if (from === null) return null;
  const proposer = member(round.proposedBy);
  const here = activeFacilitators(circle, now);
  if (now >= from || here.length === 0) return words.opening.nextAnybody({ proposer });
  return words.opening.next({ facilitators: facilitatorsNamed(here, words), proposer });
}

/** The post under the card (docs/process.md §D13); a card that was just posted says it itself. */
export function openingPost({ event, round, words }: Told<'opening_asked' | 'opening_idle'>): Post {
  const { thread } = words.opening;
  if (event.type === 'opening_idle') {
    return [line(thread.idle()), quiet(thread.idleNext({ proposer: member(round.proposedBy) }))];
  }
  return [line(thread.asked({ member: memberOr(event.by, words) })), quiet(thread.askedNext())];
}

/** Below it: for whoever may open it just now. */
export function openingButtons({ event, round, circle, words, to }: DirectlyTold): Button[] {
  const isAboutIt = event.type === 'opening_asked' || event.type === 'opening_idle';
  if (!isAboutIt || whyNotOpenAnswers(round, { by: to, at: event.at, circle })) return [];
  return openButton(round, words);
}

/** Who opens a round, in the circle's form (docs/process.md §3, §6). */
export function openingField(settings: CircleSettings, words: Words): InputBlock {
  const { circle } = words.opening;
  return input({
    field: circleFields.opening,
    label: circle.label(),
    element: radioButtons({
      initial: openingRule(settings),
      options: [
        option({
          value: 'proposer',
          label: circle.proposer(),
          description: circle.proposerHelp(),
        }),
        option({
          value: 'facilitator',
          label: circle.facilitator(),
          description: circle.facilitatorHelp(),
        }),
      ],
    }),
  });
}

/** The same for the channel and for the circle's page (docs/process.md §6). */
export function openingShown(settings: CircleSettings, words: Words): Saying {
  return words.opening.circle.rule[openingRule(settings)]();
}
