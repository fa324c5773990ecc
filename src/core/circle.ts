import type { Calendar, Day, Instant } from './calendar.ts';
import { dayOf } from './calendar.ts';
import type { ChannelId, CircleId, MemberId, TeamId } from './ids.ts';
import type { OpeningRule } from './opening.ts';
import type { QuestionStepRule } from './question-step.ts';
import type { SilenceAgreement } from './silence.ts';

/**
 * Who a person is in a circle: full members decide; learning members and guests may ask and
 * comment, and a circle may agree to ask its learning members too (`askable.ts`).
 * Source: docs/process.md §2.7.
 */
export type MemberStatus = 'full' | 'learning' | 'guest';

/** Away from `fromOn` to the end of `untilOn`; without `untilOn`, until they say they are back. */
export type Leave = { readonly fromOn: Day; readonly untilOn: Day | null };

/** A person in a circle, with since when they belong to it. */
export type Member = {
  readonly id: MemberId;
  readonly status: MemberStatus;
  readonly sinceAt: Instant;
  readonly leave: Leave | null;
  /** When Slack closed this person's account; counts as leave (docs/process.md §10 case 5). */
  readonly deactivatedAt: Instant | null;
  /** Since when they are not in the circle's channel, as Slack told; it takes no right away. */
  readonly leftChannelAt?: Instant | null;
  /** Who said that they will be back, since their account was closed (§10 case 5). */
  readonly expectedBackBy?: MemberId | null;
};

/** Who closes a round that is ready: a facilitator, or the clock (docs/process.md §D4). */
export type Closing = 'facilitator' | 'automatic';

/** The circle's own agreements: what its members may change with /circle. */
export type CircleSettings = {
  readonly name: string;
  readonly aim: string;
  readonly calendar: Calendar;
  /** Calendar days that a round stays open unless its proposer says otherwise. */
  readonly windowDays: number;
  /** Hours that a round must at least stay open. */
  readonly minimumHours: number;
  readonly closing: Closing;
  /** Hours between the last answer and an automatic close. */
  readonly graceHours: number;
  /** Whether the card names those who still have to answer (docs/process.md §D2). */
  readonly namesWaiting: boolean;
  /** Who stands in first for a missing facilitator; null or absent where nobody is named. */
  readonly standIn?: MemberId | null;
  /** Whether proposals begin with questions; absent in circles older than the step: never. */
  readonly questionStep?: QuestionStepRule;
  /** Whether learning members are asked too; absent: they are not (docs/process.md §2.7). */
  readonly asksLearning?: boolean;
  /** Who opens the consent step; absent: whoever proposes (docs/process.md §3). */
  readonly opening?: OpeningRule;
  /** What silence means; absent: everyone asked must answer (docs/process.md §2.5). */
  readonly silence?: SilenceAgreement;
};

/**
 * A circle is not its channel: the roster is its own (docs/process.md §D10). Keyed by our id, so
 * that a channel may be renamed, converted or replaced.
 */
export type Circle = {
  readonly id: CircleId;
  readonly teamId: TeamId;
  readonly channelId: ChannelId;
  readonly settings: CircleSettings;
  readonly members: ReadonlyMap<MemberId, Member>;
  readonly facilitators: readonly MemberId[];
  /** Who keeps the records, and stands in for a missing facilitator (docs/process.md §2.4, §3). */
  readonly secretaries: readonly MemberId[];
  readonly createdAt: Instant;
  readonly createdBy: MemberId;
  /** Number of the last event; 0 before the first. */
  readonly seq: number;
};

/** A person's place in the circle, as the form and the history name it. */
export type RosterEntry = { readonly id: MemberId; readonly status: MemberStatus };

/** What can happen to a circle; `by` is null where Slack did it (docs/process.md §D14). */
export type CircleEvent = { readonly at: Instant; readonly by: MemberId | null } & (
  | {
      readonly type: 'circle_created';
      readonly id: CircleId;
      readonly teamId: TeamId;
      readonly channelId: ChannelId;
      readonly settings: CircleSettings;
      readonly roster: readonly RosterEntry[];
      readonly facilitators: readonly MemberId[];
      /** Not told by circles of the first release: they had none. */
      readonly secretaries?: readonly MemberId[];
    }
  | { readonly type: 'settings_changed'; readonly changes: Partial<CircleSettings> }
  | {
      readonly type: 'roster_changed';
      readonly joined: readonly RosterEntry[];
      readonly changed: readonly RosterEntry[];
      readonly left: readonly MemberId[];
    }
  | { readonly type: 'facilitators_changed'; readonly facilitators: readonly MemberId[] }
  | { readonly type: 'secretaries_changed'; readonly secretaries: readonly MemberId[] }
  | { readonly type: 'leave_changed'; readonly member: MemberId; readonly leave: Leave | null }
  | { readonly type: 'account_closed'; readonly member: MemberId }
  | { readonly type: 'account_reopened'; readonly member: MemberId }
  | { readonly type: 'return_expected'; readonly member: MemberId }
  | { readonly type: 'channel_left'; readonly member: MemberId }
  | { readonly type: 'channel_rejoined'; readonly member: MemberId }
);

/**
 * True where the person decides in this circle, whether or not they are away just now. That is more
 * than being asked, which `isAskable` answers (docs/process.md §2.7, §3).
 */
export function isFullMember(circle: Circle, id: MemberId): boolean {
  return circle.members.get(id)?.status === 'full';
}

/** True where the person belongs to the circle in any way. */
export function isMember(circle: Circle, id: MemberId): boolean {
  return circle.members.has(id);
}

/** True where the person looks after the circle's process, here just now or not. */
export function isFacilitator(circle: Circle, id: MemberId): boolean {
  return circle.facilitators.includes(id) && isFullMember(circle, id);
}

/** True where the person keeps the circle's records, here just now or not. */
export function isSecretary(circle: Circle, id: MemberId): boolean {
  return circle.secretaries.includes(id) && isFullMember(circle, id);
}

/** Why a member is away at `at`, or null where they are here (docs/process.md §2.7). */
export function absenceOf(
  circle: Circle,
  id: MemberId,
  at: Instant,
): 'on_leave' | 'deactivated' | null {
  const member = circle.members.get(id);
  if (!member) return null;
  if (member.deactivatedAt !== null) return 'deactivated';
  const { leave } = member;
  if (!leave) return null;
  const today = dayOf(at, circle.settings.calendar.timeZone);
  const away = leave.fromOn <= today && (leave.untilOn === null || today <= leave.untilOn);
  return away ? 'on_leave' : null;
}

/** The full members, split by whether they are here at `at` (docs/process.md §2.7). */
export function decidersOf(circle: Circle, at: Instant): { here: MemberId[]; away: MemberId[] } {
  const deciders = [...circle.members.values()].filter(({ status }) => status === 'full');
  const ids = deciders.map(({ id }) => id);
  return {
    here: ids.filter((id) => !absenceOf(circle, id, at)),
    away: ids.filter((id) => absenceOf(circle, id, at)),
  };
}

/** Facilitators who are here at `at`: those whom a round can wait for. */
export function activeFacilitators(circle: Circle, at: Instant): MemberId[] {
  return circle.facilitators.filter(
    (id) => isFacilitator(circle, id) && !absenceOf(circle, id, at),
  );
}
