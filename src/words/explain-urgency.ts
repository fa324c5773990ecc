import type { ShorteningRefusal } from '../core/shortening.ts';
import type { Words } from './index.ts';
import type { Saying } from './message.ts';
import { member, moment } from './terms.ts';

type Refusal<Code extends ShorteningRefusal['code']> = ShorteningRefusal & { readonly code: Code };

/** Why a deadline is not shortened, or its time not given back (docs/process.md §2.2). */
export const explainUrgency = {
  silence_needs_its_time: ({ urgency }: Words): Saying => urgency.refusal.silence(),
  shortened_before: ({ urgency }: Words, { givenBackBy }: Refusal<'shortened_before'>): Saying =>
    givenBackBy
      ? urgency.refusal.givenBack({ member: member(givenBackBy) })
      : urgency.refusal.before(),
  too_late_to_shorten: (
    { urgency }: Words,
    { deadlineAt }: Refusal<'too_late_to_shorten'>,
    zone: string,
  ): Saying => urgency.refusal.tooLate({ deadline: moment(deadlineAt, zone) }),
  deadline_not_earlier: (
    { urgency }: Words,
    { deadlineAt }: Refusal<'deadline_not_earlier'>,
    zone: string,
  ): Saying => urgency.refusal.notEarlier({ deadline: moment(deadlineAt, zone) }),
  deadline_before_hold: (
    { urgency }: Words,
    { untilAt }: Refusal<'deadline_before_hold'>,
    zone: string,
  ): Saying => urgency.refusal.hold({ until: moment(untilAt, zone) }),
  no_time_to_give_back: (
    { urgency }: Words,
    { givenBackBy }: Refusal<'no_time_to_give_back'>,
  ): Saying =>
    givenBackBy
      ? urgency.refusal.already({ member: member(givenBackBy) })
      : urgency.refusal.nothing(),
};
