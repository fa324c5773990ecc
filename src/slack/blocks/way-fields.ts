import type { KnownBlock } from '@slack/types';
import { addDays, dayOf, workingDayFrom, workingDaysAfter } from '../../core/calendar.ts';
import type { Day, Instant } from '../../core/calendar.ts';
import { activeFacilitators, isFacilitator } from '../../core/circle.ts';
import { automaticExtension, defaultDeadline } from '../../core/deadline.ts';
import type { MemberId } from '../../core/ids.ts';
import { WAY_TEXT_MAX } from '../../core/pausing.ts';
import { MEMBER_EXTENSION_WORKING_DAYS } from '../../core/ways-on.ts';
import type { WayOn, WayOnCommand } from '../../core/ways-on.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day, member, moment } from '../../words/terms.ts';
import { datepicker, datetimepicker, usersSelect } from './elements.ts';
import { input, plainTextInput } from './input.ts';
import { section } from './kit.ts';
import type { RoundSeen } from './round-line.ts';
import { shortenFields } from './urgency-part.ts';
import { voidField } from './void-part.ts';

/** The names of the fields; an error stands under the field of its name. */
export const WAY_FIELDS = {
  deadline: 'way.deadline',
  reason: 'way.reason',
  note: 'way.note',
  nextStep: 'way.next_step',
  who: 'way.who',
  untilOn: 'way.until_on',
} as const;

/** What a person has typed or chosen so far; all null where the step has just been opened. */
export type WayTyped = {
  readonly deadlineAt: Instant | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly nextStep: string | null;
  readonly who: string | null;
  readonly untilOn: Day | null;
};

/** The ways on that have forms of their own. */
export const LARGE_WAYS = [
  'publish_next_version',
  'record_meeting',
  'pass_on',
  'escalate',
] as const satisfies WayOn[];
/** A way on that is one small step. */
export type SmallWay = Exclude<WayOn, (typeof LARGE_WAYS)[number]>;
export type SmallWayCommand = WayOnCommand & { readonly type: SmallWay };

/** A way's own step: whose it is, what was typed, and why an earlier attempt changed nothing. */
export type WayStep = RoundSeen & {
  readonly by: MemberId;
  readonly way: SmallWay;
  readonly typed?: WayTyped;
  readonly refused?: Saying;
};

/** Calendar days after which a parked round is looked at again, unless another day is chosen. */
const PARKED_DAYS = 14;

/** What a way on needs to be told, or what it would decide. Source: docs/process.md §2.1. */
export function fieldsOfWay(step: WayStep, words: Words): KnownBlock[] {
  const { fields } = words.resolve;
  const typed = step.typed ?? NOTHING_TYPED;
  switch (step.way) {
    case 'decide':
      return [section(trying(step, words))];
    case 'extend':
      return [
        deadlineField(typed.deadlineAt ?? extensionOf(step), step, words),
        textField(WAY_FIELDS.reason, fields.reason(), typed.reason),
      ];
    case 'shorten':
      return shortenFields(step, typed, words);
    case 'to_meeting':
      return [textField(WAY_FIELDS.note, fields.note(), typed.note)];
    case 'park':
      return parkFields(step, typed, words);
    case 'resume':
      return [
        ...answerField(step, typed, words),
        deadlineField(typed.deadlineAt ?? freshDeadline(step), step, words),
      ];
    case 'void':
      return [voidField(step, typed.reason, words)];
    case 'withdraw':
      return [
        textField(WAY_FIELDS.reason, fields.withdrawReason(), typed.reason, fields.withdrawHint()),
      ];
  }
}

/** A step that was just opened. */
export const NOTHING_TYPED: WayTyped = {
  deadlineAt: null,
  reason: null,
  note: null,
  nextStep: null,
  who: null,
  untilOn: null,
};

function trying({ round }: WayStep, words: Words): Saying {
  return words.resolve.trying({
    title: round.title,
    review: day(round.reviewOn),
    owner: member(round.owner),
  });
}

/** The moment that is offered is one that the rules allow (docs/process.md §2.2). */
function extensionOf({ round, circle, now }: WayStep): Instant {
  return automaticExtension(round.deadlineAt, now, circle.settings.calendar);
}

/** A deadline for a round that goes on, from now (docs/process.md §2.2). */
export function freshDeadline({ circle, now }: RoundSeen): Instant {
  const { calendar, windowDays } = circle.settings;
  return defaultDeadline(now, calendar, windowDays, { minimumHours: 24 });
}

/** A new deadline, with how far it may move for this person (docs/process.md §2.2). */
export function deadlineField(initialAt: Instant, step: WayStep, words: Words): KnownBlock {
  const { fields } = words.resolve;
  const { way, round, circle, now } = step;
  const { calendar } = circle.settings;
  const from = Math.max(round.deadlineAt, now);
  const latestAt = workingDaysAfter(from, MEMBER_EXTENSION_WORKING_DAYS, calendar);
  const latest = moment(latestAt, calendar.timeZone);
  const isLimited = way === 'extend' && !extendsFreely(step);
  return input({
    field: WAY_FIELDS.deadline,
    label: fields.deadline(),
    hint: isLimited ? fields.deadlineLatest({ latest }) : fields.deadlineHint(),
    element: datetimepicker(initialAt),
  });
}

/** Facilitators extend as often as needed, and so does everyone while none of them is here. */
function extendsFreely({ circle, by, now }: WayStep): boolean {
  return isFacilitator(circle, by) || activeFacilitators(circle, now).length === 0;
}

/** The next step, who takes it, and until when (docs/process.md §2.1). */
export function parkFields(step: WayStep, typed: WayTyped | null, words: Words): KnownBlock[] {
  const { fields } = words.resolve;
  const { circle, now, round } = step;
  const { calendar } = circle.settings;
  const later = workingDayFrom(addDays(dayOf(now, calendar.timeZone), PARKED_DAYS), calendar);
  return [
    input({
      field: WAY_FIELDS.nextStep,
      label: fields.nextStep(),
      hint: fields.nextStepHint(),
      element: plainTextInput({
        multiline: true,
        max: WAY_TEXT_MAX,
        initial: typed?.nextStep ?? undefined,
      }),
    }),
    input({
      field: WAY_FIELDS.who,
      label: fields.who(),
      hint: fields.whoHint(),
      element: usersSelect({ initial: typed?.who ?? round.owner }),
    }),
    input({
      field: WAY_FIELDS.untilOn,
      label: fields.untilOn(),
      hint: fields.untilHint(),
      element: datepicker(typed?.untilOn ?? later),
    }),
  ];
}

/** What came back from where it was handed on to (docs/process.md §2.1). */
function answerField({ round }: WayStep, typed: WayTyped, words: Words): KnownBlock[] {
  if (!round.pause || !('to' in round.pause)) return [];
  const { answerLabel, answerHint } = words.pausing;
  return [textField(WAY_FIELDS.note, answerLabel(), typed.note, answerHint())];
}

function textField(field: string, label: Saying, typed: string | null, hint?: Saying): KnownBlock {
  return input({
    field,
    label,
    hint,
    optional: true,
    element: plainTextInput({ multiline: true, max: WAY_TEXT_MAX, initial: typed ?? undefined }),
  });
}
