import type { KnownBlock } from '@slack/types';
import { dayOf, holdsWeekend, holdsWorkingDay, type Instant } from '../../core/calendar.ts';
import { peopleToAsk } from '../../core/askable.ts';
import type { MemberId } from '../../core/ids.ts';
import { isOpenedForThem } from '../../core/opening.ts';
import type { Circle } from '../../core/circle.ts';
import { closedDaysWithin, daysFrom } from '../../core/closed-days.ts';
import { checkDeadline } from '../../core/deadline.ts';
import { isAboutOne } from '../../core/proposal-terms.ts';
import { explainDeadline } from '../../words/explain-proposal.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, moment } from '../../words/terms.ts';
import { daysNamed } from './circle-calendar-fields.ts';
import { divider, section } from './kit.ts';
import type { AboutWhat } from './proposal-topic-fields.ts';

type PreviewState = Pick<AboutWhat, 'topic'> & {
  readonly circle: Circle;
  /** Who proposes it. */
  readonly by: MemberId;
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
    ...(isOpenedForThem(state.circle, state.by) ? [words.opening.preview()] : []),
    whoUntilWhen(state, words),
    preview.otherRounds({ n: state.openRounds }),
    ...closedInside(state, words),
    ...warnings(state, words),
    ...aboutOne(state, words),
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

/** Said only where the circle keeps closed days at all (docs/process.md §2.2). */
function closedInside({ circle, now, deadlineAt }: PreviewState, words: Words): Saying[] {
  const { calendar } = circle.settings;
  const { preview } = words.calendar;
  if (daysFrom(calendar.closedDays, dayOf(now, calendar.timeZone)).length === 0) return [];
  const days = closedDaysWithin(now, deadlineAt, calendar);
  return [
    days.length > 0 ? preview.closedOn({ days: daysNamed(days, words) }) : preview.noneClosed(),
  ];
}

/** About one person a meeting is suggested first (docs/process.md §10 case 25). */
function aboutOne({ topic }: PreviewState, { concern: { preview } }: Words): Saying[] {
  if (!isAboutOne(topic)) return [];
  return [...(topic === 'membership' ? [preview.notAsked()] : []), preview.meeting()];
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
