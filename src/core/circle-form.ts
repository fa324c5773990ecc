import { isTimeZone, type Instant } from './calendar.ts';
import type { CircleSettings, RosterEntry } from './circle.ts';
import { checkCalendar, type CalendarRefusal } from './closed-days.ts';
import type { MemberId } from './ids.ts';

/** Characters of a circle's name. */
export const CIRCLE_NAME_MAX = 60;
/** Characters of a circle's aim. */
export const CIRCLE_AIM_MAX = 500;
/** Calendar days a circle's usual window may last. */
export const WINDOW_DAYS = { least: 3, most: 30 } as const;
/** A round needs two people able to answer (docs/process.md §10 case 22). */
export const DECIDERS_MIN = 2;

/** What the circle's form holds: all that members can change in one go. */
export type CircleForm = {
  readonly settings: CircleSettings;
  readonly roster: readonly RosterEntry[];
  readonly facilitators: readonly MemberId[];
  /** Absent where the form does not ask: then they stay as they are. */
  readonly secretaries?: readonly MemberId[];
};

/** What can be wrong with the form, and the field that it belongs to. */
export type FormRefusal =
  | CalendarRefusal
  | { readonly code: 'circle_name_missing'; readonly field: 'name' }
  | { readonly code: 'circle_name_too_long'; readonly field: 'name'; readonly max: number }
  | { readonly code: 'circle_aim_missing'; readonly field: 'aim' }
  | { readonly code: 'circle_aim_too_long'; readonly field: 'aim'; readonly max: number }
  | { readonly code: 'too_few_deciders'; readonly field: 'deciders'; readonly least: number }
  | { readonly code: 'facilitator_missing'; readonly field: 'facilitators' }
  | { readonly code: 'facilitator_not_decider'; readonly field: 'facilitators' }
  | { readonly code: 'secretary_not_decider'; readonly field: 'secretaries' }
  | { readonly code: 'stand_in_not_decider'; readonly field: 'stand_in' }
  | { readonly code: 'time_zone_unknown'; readonly field: 'time_zone' }
  | {
      readonly code: 'window_out_of_range';
      readonly field: 'window';
      readonly least: number;
      readonly most: number;
    };

/** The first thing that is wrong with a circle's form, or null (docs/process.md §6). */
export function checkForm(form: CircleForm, at: Instant): FormRefusal | null {
  const { settings, roster, facilitators, secretaries = [] } = form;
  const { name, aim, calendar, windowDays } = settings;
  const { least, most } = WINDOW_DAYS;
  if (!name.trim()) return { code: 'circle_name_missing', field: 'name' };
  if (name.length > CIRCLE_NAME_MAX) {
    return { code: 'circle_name_too_long', field: 'name', max: CIRCLE_NAME_MAX };
  }
  if (!aim.trim()) return { code: 'circle_aim_missing', field: 'aim' };
  if (aim.length > CIRCLE_AIM_MAX) {
    return { code: 'circle_aim_too_long', field: 'aim', max: CIRCLE_AIM_MAX };
  }
  const deciders = new Set(roster.filter(({ status }) => status === 'full').map(({ id }) => id));
  if (deciders.size < DECIDERS_MIN) {
    return { code: 'too_few_deciders', field: 'deciders', least: DECIDERS_MIN };
  }
  if (facilitators.length === 0) return { code: 'facilitator_missing', field: 'facilitators' };
  if (!facilitators.every((id) => deciders.has(id))) {
    return { code: 'facilitator_not_decider', field: 'facilitators' };
  }
  if (!secretaries.every((id) => deciders.has(id))) {
    return { code: 'secretary_not_decider', field: 'secretaries' };
  }
  if (settings.standIn && !deciders.has(settings.standIn)) {
    return { code: 'stand_in_not_decider', field: 'stand_in' };
  }
  if (!isTimeZone(calendar.timeZone)) return { code: 'time_zone_unknown', field: 'time_zone' };
  const restless = checkCalendar(calendar, at);
  if (restless) return restless;
  if (!Number.isInteger(windowDays) || windowDays < least || windowDays > most) {
    return { code: 'window_out_of_range', field: 'window', least, most };
  }
  return null;
}
