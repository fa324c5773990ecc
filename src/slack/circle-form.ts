import { asksLearning } from '../core/askable.ts';
import type { Calendar } from '../core/calendar.ts';
import type { Circle, CircleSettings, RosterEntry } from '../core/circle.ts';
import type { CircleForm } from '../core/circle-form.ts';
import { MINIMUM_WINDOW_HOURS } from '../core/deadline.ts';
import { memberId, type MemberId } from '../core/ids.ts';
import { questionStepRule } from '../core/proposal-terms.ts';
import type { QuestionStepRule } from '../core/question-step.ts';
import { oneLine } from '../core/text.ts';
import type { Saying } from '../words/message.ts';
import { ASKS_LEARNING, circleFields, NAMES_WAITING } from './blocks/circle-fields.ts';
import type { Fields } from './form-state.ts';
import { openingIn } from './open-answers.ts';
import type { Services } from './services.ts';

/** A circle's agreements before it made any: docs/process.md §D2, §D4, §2.2. */
export function firstSettings(timeZone: string): CircleSettings {
  return {
    name: '',
    aim: '',
    calendar: { timeZone, workingWeekdays: [1, 2, 3, 4, 5], closedDays: [] },
    windowDays: 7,
    minimumHours: MINIMUM_WINDOW_HOURS,
    closing: 'facilitator',
    graceHours: 2,
    namesWaiting: false,
    standIn: null,
    questionStep: 'ask',
  };
}

/** The form as it was filled in. What it does not ask for stays as `before` has it. */
export function circleFormOf(
  fields: Fields,
  before: Circle | null,
  calendar: Calendar,
): CircleForm {
  const settings = before?.settings ?? firstSettings('UTC');
  return {
    settings: {
      ...settings,
      name: oneLine(fields.text(circleFields.name) ?? ''),
      aim: fields.text(circleFields.aim) ?? '',
      calendar,
      windowDays: Number(fields.chosen(circleFields.window) ?? settings.windowDays),
      closing: fields.chosen(circleFields.closing) === 'automatic' ? 'automatic' : 'facilitator',
      namesWaiting: fields.ticked(circleFields.card).includes(NAMES_WAITING),
      standIn: peopleIn(fields, circleFields.standIn)[0] ?? null,
      ...questionStepIn(fields, settings),
      ...asksLearningIn(fields, settings),
      ...openingIn(fields, settings),
    },
    roster: rosterOf(fields, before),
    facilitators: peopleIn(fields, circleFields.facilitators),
    secretaries: peopleIn(fields, circleFields.secretaries),
  };
}

/** What is chosen as it was is no change, also where the circle is older than the choice. */
function questionStepIn(fields: Fields, settings: CircleSettings): Partial<CircleSettings> {
  const chosen = RULES.find((rule) => rule === fields.chosen(circleFields.questionStep));
  return chosen && chosen !== questionStepRule(settings) ? { questionStep: chosen } : {};
}

/** The same for asking learning members: circles older than the choice never made it. */
function asksLearningIn(fields: Fields, settings: CircleSettings): Partial<CircleSettings> {
  if (!fields.has(circleFields.asksLearning)) return {};
  const chosen = fields.ticked(circleFields.asksLearning).includes(ASKS_LEARNING);
  return chosen === asksLearning(settings) ? {} : { asksLearning: chosen };
}

const RULES = ['ask', 'always', 'never'] as const satisfies readonly QuestionStepRule[];

/** Guests are not in the form: those whom it does not name otherwise stay. */
function rosterOf(fields: Fields, before: Circle | null): RosterEntry[] {
  const deciders = peopleIn(fields, circleFields.deciders);
  const learning = peopleIn(fields, circleFields.learning);
  const named = new Set([...deciders, ...learning]);
  const guests = [...(before?.members.values() ?? [])].filter(
    ({ id, status }) => status === 'guest' && !named.has(id),
  );
  return [
    ...deciders.map((id): RosterEntry => ({ id, status: 'full' })),
    ...learning
      .filter((id) => !deciders.includes(id))
      .map((id): RosterEntry => ({ id, status: 'learning' })),
    ...guests.map(({ id }): RosterEntry => ({ id, status: 'guest' })),
  ];
}

/**
 * What is wrong with the people chosen, under the field that names them; null where nothing is.
 * Bots, guests of the workspace, visitors and closed accounts do not belong in a circle; who
 * belongs to it already is not looked at again. Source: docs/process.md §2.7.
 */
export async function peopleProblems(
  fields: Fields,
  before: Circle | null,
  services: Services,
): Promise<Readonly<Record<string, string>> | null> {
  const deciders = peopleIn(fields, circleFields.deciders);
  const learning = peopleIn(fields, circleFields.learning);
  const problems = new Map<string, Saying>();
  for (const [field, ids] of [
    [circleFields.deciders, deciders],
    [circleFields.learning, learning],
  ] as const) {
    const fresh = ids.filter((id) => !before?.members.has(id));
    const problem = await problemOf(fresh, services);
    if (problem) problems.set(field, problem);
  }
  if (learning.some((id) => deciders.includes(id))) {
    problems.set(circleFields.learning, services.words.circleRefusal.twoPlaces());
  }
  const entries = [...problems].map(([field, { plain }]) => [field, plain] as const);
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

async function problemOf(
  ids: readonly MemberId[],
  { people, words }: Services,
): Promise<Saying | null> {
  const known = await people.persons(ids);
  const others = known.filter(({ kind }) => kind !== 'person').length;
  if (others > 0) return words.circleRefusal.notPeople({ n: others });
  const unknown = ids.length - known.length;
  return unknown > 0 ? words.circleRefusal.peopleUnknown({ n: unknown }) : null;
}

function peopleIn(fields: Fields, field: string): MemberId[] {
  return [...new Set(fields.users(field))].map(memberId);
}
