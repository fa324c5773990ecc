import type { KnownBlock } from '@slack/types';
import { holdsWeekend, holdsWorkingDay, type Instant } from '../../core/calendar.ts';
import { peopleToAsk } from '../../core/askable.ts';
import type { Circle } from '../../core/circle.ts';
import { checkDeadline } from '../../core/deadline.ts';
import { explainDeadline } from '../../words/explain-proposal.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, moment } from '../../words/terms.ts';
import { divider, section } from './kit.ts';

type PreviewState = {
  readonly circle: Circle;
  readonly now: Instant;
  readonly openRounds: number;
  readonly deadlineAt: Instant;
};

/**
 * What will happen when the form is sent: who is asked until when, what else is open, and what
 * stands against this deadline (docs/process.md §2.2).
 */
export function previewBlocks(state: PreviewState, words: Words): KnownBlock[] {
  const { preview } = words.propose;
  const sayings = [
    whoUntilWhen(state, words),
    preview.otherRounds({ n: state.openRounds }),
    ...warnings(state, words),
  ];
  return [divider(), section(joined(sayings))];
}

function whoUntilWhen({ circle, now, deadlineAt }: PreviewState, { propose }: Words): Saying {
  const { asked, away } = peopleToAsk(circle, now);
  const { name, calendar } = circle.settings;
  const said = {
    n: asked.length,
    circle: name,
    deadline: moment(deadlineAt, calendar.timeZone),
  };
  return away.length > 0
    ? propose.preview.asksWithAway({ ...said, away: away.length })
    : propose.preview.asks(said);
}

function warnings({ circle, now, deadlineAt }: PreviewState, words: Words): Saying[] {
  const { preview } = words.propose;
  const { calendar, minimumHours } = circle.settings;
  const refused = checkDeadline(deadlineAt, now, calendar, { minimumHours });
  if (refused) {
    return [preview.notPossible({ why: explainDeadline(refused, calendar.timeZone, words) })];
  }
  if (!holdsWorkingDay(now, deadlineAt, calendar)) return [preview.noWorkingDay()];
  return holdsWeekend(now, deadlineAt, calendar) ? [] : [preview.noWeekend()];
}
