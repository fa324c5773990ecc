import type { CircleRefusal } from '../core/circle-change.ts';
import type { MemberId } from '../core/ids.ts';
import type { Words } from './index.ts';
import { membersNamed } from './members.ts';
import type { Saying } from './message.ts';
import { day, member } from './terms.ts';

type Code = CircleRefusal['code'];
type RefusalOf<One extends Code = Code> = {
  [Each in One]: Extract<CircleRefusal, { readonly code: Each }>;
}[One];
type Explain<One extends Code> = (words: Words, refusal: RefusalOf<One>) => Saying;

/** Why a circle is not set up or changed, with the next step (docs/process.md §D12). */
export function explainCircle(refusal: CircleRefusal, words: Words): Saying {
  return explained(words, refusal);
}

/**
 * The same refusal for a place that shows plain text only (under a field): there a mention would
 * be a bare id, so nobody is named.
 */
export function explainCircleUnderField(refusal: CircleRefusal, words: Words): Saying {
  return explained(words, 'facilitators' in refusal ? { ...refusal, facilitators: [] } : refusal);
}

function explained<One extends Code>(words: Words, refusal: RefusalOf<One>): Saying {
  const explain: Explain<One> = EXPLANATIONS[refusal.code];
  return explain(words, refusal);
}

const EXPLANATIONS: { readonly [One in Code]: Explain<One> } = {
  circle_name_missing: ({ circleRefusal }) => circleRefusal.nameMissing(),
  circle_name_too_long: ({ circleRefusal }, { max }) => circleRefusal.nameTooLong({ max }),
  circle_aim_missing: ({ circleRefusal }) => circleRefusal.aimMissing(),
  circle_aim_too_long: ({ circleRefusal }, { max }) => circleRefusal.aimTooLong({ max }),
  too_few_deciders: ({ circleRefusal }, { least }) => circleRefusal.tooFewDeciders({ least }),
  facilitator_missing: ({ circleRefusal }) => circleRefusal.facilitatorMissing(),
  facilitator_not_decider: ({ circleRefusal }) => circleRefusal.facilitatorNotDecider(),
  secretary_not_decider: ({ circleRefusal }) => circleRefusal.secretaryNotDecider(),
  stand_in_not_decider: ({ circleRefusal }) => circleRefusal.standInNotDecider(),
  time_zone_unknown: ({ circleRefusal }) => circleRefusal.timeZoneUnknown(),
  working_weekday_missing: ({ circleRefusal }) => circleRefusal.workingWeekdayMissing(),
  too_many_closed_days: ({ circleRefusal }, { max }) => circleRefusal.tooManyClosedDays({ max }),
  rest_too_long: ({ circleRefusal }, { from, max }) =>
    circleRefusal.restTooLong({ from: day(from), max }),
  window_out_of_range: ({ circleRefusal }, { least, most }) =>
    circleRefusal.windowOutOfRange({ least, most }),
  not_circle_keeper: (words, { facilitators }) => {
    const named = namedOrNull(facilitators, words);
    const { notKeeper, notKeeperAlone } = words.circleRefusal;
    return named ? notKeeper({ facilitators: named }) : notKeeperAlone();
  },
  leave_of_another: (words, { facilitators }) => {
    const named = namedOrNull(facilitators, words);
    const { leaveOfAnother, leaveOfAnotherAlone } = words.circleRefusal;
    return named ? leaveOfAnother({ facilitators: named }) : leaveOfAnotherAlone();
  },
  leave_backwards: ({ circleRefusal }) => circleRefusal.leaveBackwards(),
  not_in_circle: ({ circleRefusal }) => circleRefusal.notInCircle(),
  left_already: ({ people }, refused) => people.leftMeanwhile({ person: member(refused.member) }),
  account_open: ({ people }, refused) => people.reopened({ person: member(refused.member) }),
  back_expected: ({ people }, { by, member: person }) =>
    people.backExpected({ by: member(by), person: member(person) }),
};

function namedOrNull(people: readonly MemberId[], words: Words): Saying | null {
  return people.length > 0 ? membersNamed(people, words) : null;
}
