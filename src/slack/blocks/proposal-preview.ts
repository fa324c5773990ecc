import type { KnownBlock } from '@slack/types';
import {
  dayOf,
  type Day,
  holdsWeekend,
  holdsWorkingDay,
  type Instant,
} from '../../core/calendar.ts';
import { peopleToAsk } from '../../core/askable.ts';
import { closedDaysWithin, daysFrom } from '../../core/closed-days.ts';
import { checkDeadline } from '../../core/deadline.ts';
import { checkChoices, circleAsked, concernOf, isAboutOne } from '../../core/proposal-terms.ts';
import { explainDeadline } from '../../words/explain-proposal.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, moment } from '../../words/terms.ts';
import { daysNamed } from './circle-calendar-fields.ts';
import { divider, section } from './kit.ts';
import { notAskedLine } from './concern-part.ts';
import { beforeAsking, choicesOf, silenceAhead, type CourseState } from './proposal-course.ts';

type PreviewState = CourseState & {
  readonly openRounds: number;
  readonly reviewOn: Day;
  readonly deadlineAt: Instant;
};

/**
 * What will happen when the form is sent: what comes first, who is asked until when, what silence
 * means then, what else is open, and what stands against these choices (docs/process.md §2.1, §2.2).
 */
export function previewBlocks(state: PreviewState, words: Words): KnownBlock[] {
  const { preview } = words.propose;
  const sayings = [
    ...beforeAsking(state, words),
    ...whoUntilWhen(state, words),
    ...silenceAhead(state, words),
    preview.otherRounds({ n: state.openRounds }),
    ...closedInside(state, words),
    ...warnings(state, words),
    ...aboutOne(state, words),
  ];
  return [divider(), section(joined(sayings))];
}

/**
 * Counted as the round will count it: without a person whom it would take out of the circle. Where
 * something comes first, the deadline is kept only if it still leaves the shortest time (§2.2).
 */
function whoUntilWhen(state: PreviewState, words: Words): Saying[] {
  const { circle, now, deadlineAt } = state;
  const { preview } = words.propose;
  const { asked, away } = peopleToAsk(circleAsked(circle, choicesOf(state)), now);
  const { name, calendar, minimumHours: hours, windowDays: days } = circle.settings;
  const deadline = moment(deadlineAt, calendar.timeZone);
  const said = { n: asked.length, circle: name, away: away.length, deadline };
  if (beforeAsking(state, words).length === 0) return [preview.asks(said)];
  return [preview.asksThen(said), preview.deadlineMoves({ hours, days })];
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
function aboutOne(state: PreviewState, words: Words): Saying[] {
  const { preview } = words.concern;
  if (!isAboutOne(state.topic)) return [];
  return [...notAsked(state, words), preview.meeting()];
}

/** Whoever is named and not to be taken out of the circle is asked like the others (§2.7). */
function notAsked(state: PreviewState, words: Words): Saying[] {
  const concern = concernOf(choicesOf(state));
  if (concern) return notAskedLine(concern, words);
  return state.topic === 'membership' ? [words.concern.preview.notAsked()] : [];
}

function warnings(state: PreviewState, words: Words): Saying[] {
  const { circle, now, deadlineAt, reviewOn } = state;
  const { preview } = words.propose;
  const choices = checkChoices(circle, { ...choicesOf(state), reviewOn }, now);
  if (choices.some(({ code }) => code === 'questions_come_first')) {
    return [preview.notPossible({ why: words.step.choose.questionsFirst() })];
  }
  const { calendar, minimumHours } = circle.settings;
  const refused = checkDeadline(deadlineAt, now, calendar, { minimumHours });
  if (refused) {
    return [preview.notPossible({ why: explainDeadline(refused, calendar.timeZone, words) })];
  }
  if (!holdsWorkingDay(now, deadlineAt, calendar)) return [preview.noWorkingDay()];
  return holdsWeekend(now, deadlineAt, calendar) ? [] : [preview.noWeekend()];
}
