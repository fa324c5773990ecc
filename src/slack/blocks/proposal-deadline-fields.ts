import type { Instant } from '../../core/calendar.ts';
import type { Circle } from '../../core/circle.ts';
import { presetDeadlines, type DeadlinePreset } from '../../core/deadline.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { actionIds } from '../ids.ts';
import { button, datetimepicker } from './elements.ts';
import { input } from './input.ts';
import { actions, section, someOf } from './kit.ts';

type DeadlineState = {
  readonly circle: Circle;
  readonly now: Instant;
  readonly deadlineAt: Instant;
  /** Grows when a button sets the deadline: a new block makes Slack take the new value. */
  readonly revision: number;
};

/** The action of a preset's button. */
export function presetActionId(preset: DeadlinePreset): string {
  return `${actionIds.proposePreset}.${preset}`;
}

/** Until when: presets as buttons, and the field itself (docs/process.md §2.2). */
export function deadlineFields(state: DeadlineState, words: Words) {
  const { circle, now, deadlineAt, revision } = state;
  const { calendar, windowDays, minimumHours } = circle.settings;
  const { field, preset: said } = words.propose;
  const presets = presetDeadlines(now, calendar, windowDays, { minimumHours });
  const buttons = someOf(
    presets.map(({ preset }) =>
      button({
        actionId: presetActionId(preset),
        label: presetLabel(preset, windowDays, words),
        value: preset,
      }),
    ),
  );
  return [
    ...(buttons ? [section(said.intro()), actions(buttons, 'presets')] : []),
    input({
      field: actionIds.proposeDeadline,
      blockId: `deadline_${revision}`,
      label: field.deadline(),
      hint: field.deadlineHint(),
      dispatch: true,
      element: datetimepicker(deadlineAt),
    }),
  ];
}

function presetLabel(preset: DeadlinePreset, windowDays: number, words: Words): Saying {
  const { preset: said } = words.propose;
  if (preset === 'three_working_days') return said.threeWorkingDays();
  const days = preset === 'circle_window' ? windowDays : { one_week: 7, two_weeks: 14 }[preset];
  if (days === 7) return said.oneWeek();
  return days === 14 ? said.twoWeeks() : said.circleWindow({ n: days });
}
