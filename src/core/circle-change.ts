import type { Day, Instant } from './calendar.ts';
import { dayOf } from './calendar.ts';
import {
  activeFacilitators,
  isFacilitator,
  isFullMember,
  isMember,
  isSecretary,
  type Circle,
  type CircleEvent,
  type CircleSettings,
  type Leave,
  type RosterEntry,
} from './circle.ts';
import { decideClosing, type ClosingCommand, type ClosingRefusal } from './circle-closing.ts';
import { checkForm, type CircleForm, type FormRefusal } from './circle-form.ts';
import type { ChannelId, CircleId, MemberId, TeamId } from './ids.ts';
import type { Ruling } from './ruling.ts';

/** Everything that can be asked of a circle (docs/process.md §6, §3). */
export type CircleCommand = { readonly at: Instant; readonly by: MemberId } & (
  | {
      readonly type: 'create_circle';
      readonly id: CircleId;
      readonly teamId: TeamId;
      readonly channelId: ChannelId;
      readonly form: CircleForm;
    }
  | { readonly type: 'change_circle'; readonly form: CircleForm }
  | { readonly type: 'change_leave'; readonly member: MemberId; readonly leave: Leave | null }
  | { readonly type: 'account_changed'; readonly member: MemberId; readonly closed: boolean }
  | { readonly type: 'channel_changed'; readonly member: MemberId; readonly inside: boolean }
  | ClosingCommand
);

/** Why a circle is not changed (docs/process.md §3, §D12). */
export type CircleRefusal =
  | FormRefusal
  | { readonly code: 'not_circle_keeper'; readonly facilitators: readonly MemberId[] }
  | { readonly code: 'leave_of_another'; readonly facilitators: readonly MemberId[] }
  | { readonly code: 'leave_backwards'; readonly field: 'until_on' }
  | { readonly code: 'not_in_circle' }
  | ClosingRefusal;

/**
 * Decides a change of a circle. Nothing changed is no event and no refusal.
 *
 * Facilitators and secretaries keep the circle's form, and write down what the circle decided;
 * while no facilitator is here, any full member may. People set
 * their own leave; facilitators may set anybody's. Nobody gains a right by installing the app.
 *
 * Source: docs/process.md §3, §D10, §D11.
 */
export function decideCircle(
  circle: Circle | null,
  command: CircleCommand,
): Ruling<CircleEvent, CircleRefusal> {
  // Sent twice, the same form sets up one circle.
  if (command.type === 'create_circle') return circle ? { events: [] } : create(command);
  if (!circle) throw new Error(`There is no circle to ${command.type}`);
  switch (command.type) {
    case 'change_circle':
      return change(circle, command);
    case 'change_leave':
      return changeLeave(circle, command);
    case 'account_changed':
      return changeAccount(circle, command);
    case 'channel_changed':
      return changeChannel(circle, command);
    case 'confirm_left':
    case 'expect_back':
      return decideClosing(circle, command, change);
  }
}

/** Who may fill in the circle's form just now (docs/process.md §3). */
export function mayKeepCircle(circle: Circle, by: MemberId, at: Instant): boolean {
  const nobodyHere = activeFacilitators(circle, at).length === 0;
  const keeps = isFacilitator(circle, by) || isSecretary(circle, by);
  return keeps || (nobodyHere && isFullMember(circle, by));
}

function create(
  command: CircleCommand & { type: 'create_circle' },
): Ruling<CircleEvent, CircleRefusal> {
  const { id, teamId, channelId, form, at, by } = command;
  const refused = checkForm(form, at);
  if (refused) return { refused };
  return { events: [{ type: 'circle_created', id, teamId, channelId, ...form, at, by }] };
}

function change(
  circle: Circle,
  { form, at, by }: CircleCommand & { type: 'change_circle' },
): Ruling<CircleEvent, CircleRefusal> {
  if (!mayKeepCircle(circle, by, at)) {
    return { refused: { code: 'not_circle_keeper', facilitators: circle.facilitators } };
  }
  const refused = checkForm(form, at);
  if (refused) return { refused };

  const events: CircleEvent[] = [];
  const changes = changedSettings(circle.settings, form.settings);
  if (Object.keys(changes).length > 0) {
    events.push({ type: 'settings_changed', changes, at, by });
  }
  const roster = changedRoster(circle, form.roster);
  if (roster.joined.length + roster.changed.length + roster.left.length > 0) {
    events.push({ type: 'roster_changed', ...roster, at, by });
  }
  if (!sameMembers(circle.facilitators, form.facilitators)) {
    events.push({ type: 'facilitators_changed', facilitators: form.facilitators, at, by });
  }
  const secretaries = form.secretaries ?? circle.secretaries;
  if (!sameMembers(circle.secretaries, secretaries)) {
    events.push({ type: 'secretaries_changed', secretaries, at, by });
  }
  return { events };
}

function changeLeave(
  circle: Circle,
  { member, leave, at, by }: CircleCommand & { type: 'change_leave' },
): Ruling<CircleEvent, CircleRefusal> {
  if (!isMember(circle, member)) return { refused: { code: 'not_in_circle' } };
  if (member !== by && !mayKeepCircle(circle, by, at)) {
    return { refused: { code: 'leave_of_another', facilitators: circle.facilitators } };
  }
  const today = dayOf(at, circle.settings.calendar.timeZone);
  if (leave && isBackwards(leave, today)) {
    return { refused: { code: 'leave_backwards', field: 'until_on' } };
  }
  const before = circle.members.get(member)?.leave ?? null;
  if (JSON.stringify(before) === JSON.stringify(leave)) return { events: [] };
  return { events: [{ type: 'leave_changed', member, leave, at, by }] };
}

function isBackwards({ fromOn, untilOn }: Leave, today: Day): boolean {
  return untilOn !== null && (untilOn < fromOn || untilOn < today);
}

function changeAccount(
  circle: Circle,
  { member, closed, at }: CircleCommand & { type: 'account_changed' },
): Ruling<CircleEvent, CircleRefusal> {
  const known = circle.members.get(member);
  if (!known || (known.deactivatedAt !== null) === closed) return { events: [] };
  return {
    events: [{ type: closed ? 'account_closed' : 'account_reopened', member, at, by: null }],
  };
}

/** What Slack tells of its channel is noted once, and changes no right (§10 case 4). */
function changeChannel(
  circle: Circle,
  { member, inside, at }: CircleCommand & { type: 'channel_changed' },
): Ruling<CircleEvent, CircleRefusal> {
  const known = circle.members.get(member);
  if (!known || known.deactivatedAt !== null) return { events: [] };
  if (((known.leftChannelAt ?? null) === null) === inside) return { events: [] };
  return { events: [{ type: inside ? 'channel_rejoined' : 'channel_left', member, at, by: null }] };
}

function changedSettings(before: CircleSettings, after: CircleSettings): Partial<CircleSettings> {
  const keys = Object.keys(after) as (keyof CircleSettings)[];
  const different = keys.filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  return Object.fromEntries(different.map((key) => [key, after[key]]));
}

function changedRoster(circle: Circle, roster: readonly RosterEntry[]) {
  const kept = new Set(roster.map(({ id }) => id));
  return {
    joined: roster.filter(({ id }) => !circle.members.has(id)),
    changed: roster.filter(({ id, status }) => {
      const before = circle.members.get(id);
      return before !== undefined && before.status !== status;
    }),
    left: [...circle.members.keys()].filter((id) => !kept.has(id)),
  };
}

function sameMembers(one: readonly MemberId[], other: readonly MemberId[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
