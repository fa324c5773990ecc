import type { ModalView } from '@slack/types';
import type { Instant } from '../../core/calendar.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Circle } from '../../core/circle.ts';
import { mayKeepCircle } from '../../core/circle-change.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Words } from '../../words/index.ts';
import { callbackIds } from '../ids.ts';
import { circleViewMetadata } from './circle-show.ts';
import { checkboxes, datepicker, option, usersSelect } from './elements.ts';
import { input } from './input.ts';
import { section } from './kit.ts';
import { modal } from './view.ts';

/** The form's fields; `until_on` is the name that a refusal uses. */
export const leaveFields = {
  member: 'member',
  fromOn: 'from_on',
  untilOn: 'until_on',
  back: 'back',
} as const;

export const IS_BACK = 'is_back';

export type LeaveState = {
  readonly circle: Circle;
  readonly viewer: MemberId;
  readonly now: Instant;
};

/**
 * Time away: one's own, and for those who keep the circle anybody's, whose time away they can end
 * here too (docs/process.md §2.7).
 */
export function leaveModal({ circle, viewer, now }: LeaveState, words: Words): ModalView {
  const { leave } = words.circle;
  const keeps = mayKeepCircle(circle, viewer, now);
  const today = dayOf(now, circle.settings.calendar.timeZone);
  return modal({
    callbackId: callbackIds.circleLeave,
    title: leave.title(),
    submit: words.everyday.save(),
    close: words.everyday.cancel(),
    metadata: circleViewMetadata.seal({ circle: circle.id }),
    blocks: [
      section(leave.intro()),
      ...(keeps ? [memberField(viewer, words)] : []),
      input({ field: leaveFields.fromOn, label: leave.from(), element: datepicker(today) }),
      input({
        field: leaveFields.untilOn,
        label: leave.until(),
        hint: leave.untilHint(),
        optional: true,
        element: datepicker(),
      }),
      ...(keeps ? [backField(words)] : []),
    ],
  });
}

function memberField(viewer: MemberId, { circle: { leave } }: Words) {
  const element = usersSelect({ initial: viewer });
  return input({ field: leaveFields.member, label: leave.member(), element });
}

function backField({ circle: { leave } }: Words) {
  return input({
    field: leaveFields.back,
    label: leave.back(),
    optional: true,
    element: checkboxes({ options: [option({ value: IS_BACK, label: leave.isBack() })] }),
  });
}
