import type { Instant } from './calendar.ts';
import type { Circle, CircleEvent } from './circle.ts';
import type { CircleRefusal } from './circle-change.ts';
import type { CircleForm } from './circle-form.ts';
import type { MemberId } from './ids.ts';
import { isRefused, type Ruling } from './ruling.ts';

/** What a keeper says of a member whose account was closed (docs/process.md §10 case 5). */
export type ClosingCommand = {
  readonly type: 'confirm_left' | 'expect_back';
  readonly member: MemberId;
};

/** Why nothing is recorded about a closed account (docs/process.md §10 case 5). */
export type ClosingRefusal =
  | { readonly code: 'left_already'; readonly member: MemberId }
  | { readonly code: 'account_open'; readonly member: MemberId }
  | { readonly code: 'back_expected'; readonly member: MemberId; readonly by: MemberId };

type CircleRuling = Ruling<CircleEvent, CircleRefusal>;
type Said = ClosingCommand & { readonly at: Instant; readonly by: MemberId };
type Change = (
  circle: Circle,
  command: {
    readonly type: 'change_circle';
    readonly form: CircleForm;
    readonly at: Instant;
    readonly by: MemberId;
  },
) => CircleRuling;

/**
 * Decides what a closed account means: the person has left the circle, which is a change of the
 * circle like any other, or will be back, and stays as on leave. What was answered first holds.
 * Refused: who does not keep the circle (`not_circle_keeper`), a person who is in it no more
 * (`left_already`), an account that is open (`account_open`), what was answered (`back_expected`),
 * and a circle that would have too few people or no facilitator.
 *
 * Source: docs/process.md §3, §10 cases 5 and 7.
 */
export function decideClosing(circle: Circle, said: Said, change: Change): CircleRuling {
  const { member, at, by } = said;
  const form = formWithout(circle, member);
  const left = change(circle, { type: 'change_circle', form, at, by });
  if (isRefused(left) && left.refused.code === 'not_circle_keeper') return left;
  const known = circle.members.get(member);
  if (!known) return { refused: { code: 'left_already', member } };
  if (known.deactivatedAt === null) return { refused: { code: 'account_open', member } };
  const { expectedBackBy } = known;
  if (expectedBackBy) return { refused: { code: 'back_expected', member, by: expectedBackBy } };
  return said.type === 'confirm_left'
    ? left
    : { events: [{ type: 'return_expected', member, at, by }] };
}

/** The circle's form as it stands, with this person nowhere in it. */
function formWithout({ settings, ...circle }: Circle, member: MemberId): CircleForm {
  const others = (ids: readonly MemberId[]) => ids.filter((id) => id !== member);
  return {
    settings: settings.standIn === member ? { ...settings, standIn: null } : settings,
    roster: others([...circle.members.keys()]).map((id) => ({
      id,
      status: circle.members.get(id)?.status ?? 'guest',
    })),
    facilitators: others(circle.facilitators),
    secretaries: others(circle.secretaries),
  };
}
