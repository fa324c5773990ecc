import type { Instant } from './calendar.ts';
import type { Circle, CircleEvent, Member, RosterEntry } from './circle.ts';
import type { MemberId } from './ids.ts';

/**
 * The circle after an event. Replaying a circle's events in order gives the circle, always. Throws
 * where the first event is not `circle_created`. Source: docs/process.md §D14.
 */
export function evolveCircle(circle: Circle | null, event: CircleEvent): Circle {
  if (event.type === 'circle_created') return created(event);
  if (!circle) throw new Error(`A circle cannot begin with ${event.type}`);
  return { ...changed(circle, event), seq: circle.seq + 1 };
}

function created(event: CircleEvent & { type: 'circle_created' }): Circle {
  const { id, teamId, channelId, settings, roster, facilitators, at, by } = event;
  const { secretaries = [] } = event;
  if (!by) throw new Error('A circle is set up by a person');
  const members = new Map(roster.map((entry) => [entry.id, newMember(entry, at)]));
  return {
    id,
    teamId,
    channelId,
    settings,
    members,
    facilitators,
    secretaries,
    createdAt: at,
    createdBy: by,
    seq: 1,
  };
}

function changed(circle: Circle, event: Exclude<CircleEvent, { type: 'circle_created' }>): Circle {
  switch (event.type) {
    case 'settings_changed':
      return { ...circle, settings: { ...circle.settings, ...event.changes } };
    case 'facilitators_changed':
      return { ...circle, facilitators: event.facilitators };
    case 'secretaries_changed':
      return { ...circle, secretaries: event.secretaries };
    case 'roster_changed':
      return { ...circle, members: rosterAfter(circle, event) };
    case 'leave_changed':
      return withMember(circle, event.member, { leave: event.leave });
    case 'account_closed':
      return withMember(circle, event.member, { deactivatedAt: event.at, expectedBackBy: null });
    case 'account_reopened':
      return withMember(circle, event.member, { deactivatedAt: null, expectedBackBy: null });
    case 'return_expected':
      return withMember(circle, event.member, { expectedBackBy: event.by });
    case 'channel_left':
      return withMember(circle, event.member, { leftChannelAt: event.at });
    case 'channel_rejoined':
      return withMember(circle, event.member, { leftChannelAt: null });
  }
}

function rosterAfter(circle: Circle, event: CircleEvent & { type: 'roster_changed' }) {
  const members = new Map(circle.members);
  for (const id of event.left) members.delete(id);
  for (const entry of event.joined) members.set(entry.id, newMember(entry, event.at));
  for (const { id, status } of event.changed) {
    const before = members.get(id);
    if (before) members.set(id, { ...before, status });
  }
  return members;
}

function withMember(circle: Circle, id: MemberId, changes: Partial<Member>): Circle {
  const before = circle.members.get(id);
  if (!before) return circle;
  return { ...circle, members: new Map(circle.members).set(id, { ...before, ...changes }) };
}

function newMember({ id, status }: RosterEntry, at: Instant): Member {
  return { id, status, sinceAt: at, leave: null, deactivatedAt: null };
}
