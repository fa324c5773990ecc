import type { Circle } from '../src/core/circle.ts';
import type { MemberId } from '../src/core/ids.ts';
import { part, storable, type Part } from './projection.ts';
import type { Row } from './tables.ts';

/** The row of a circle itself. */
export function circleRow(circle: Circle): Row<'circles'> {
  const { settings } = circle;
  return storable({
    id: circle.id,
    team_id: circle.teamId,
    channel_id: circle.channelId,
    seq: circle.seq,
    name: settings.name,
    aim: settings.aim,
    time_zone: settings.calendar.timeZone,
    working_weekdays: settings.calendar.workingWeekdays,
    closed_days: settings.calendar.closedDays,
    window_days: settings.windowDays,
    minimum_hours: settings.minimumHours,
    closing: settings.closing,
    grace_hours: settings.graceHours,
    names_waiting: settings.namesWaiting,
    stand_in: settings.standIn ?? null,
    created_at: circle.createdAt,
    created_by: circle.createdBy,
  });
}

/** The tables drawn from a circle, beside its own row. */
export const CIRCLE_PARTS: readonly Part<Circle>[] = [
  part(
    'memberships',
    (circle: Circle) => circle.members,
    ({ id, status, sinceAt, leave, deactivatedAt }, circle) => {
      return {
        circle_id: circle.id,
        member_id: id,
        team_id: circle.teamId,
        status,
        since_at: sinceAt,
        leave_from_on: leave?.fromOn ?? null,
        leave_until_on: leave?.untilOn ?? null,
        deactivated_at: deactivatedAt,
        facilitator_position: placeOf(id, circle.facilitators),
        secretary_position: placeOf(id, circle.secretaries),
      };
    },
    (circle) => [circle.facilitators, circle.secretaries],
  ),
];

function placeOf(id: MemberId, people: readonly MemberId[]): number | null {
  const position = people.indexOf(id);
  return position < 0 ? null : position;
}
