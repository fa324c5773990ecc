import type { ModalView } from '@slack/types';
import type { Circle, CircleSettings } from '../../core/circle.ts';
import { CIRCLE_AIM_MAX, CIRCLE_NAME_MAX } from '../../core/circle-form.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Words } from '../../words/index.ts';
import { verbatim } from '../../words/terms.ts';
import { callbackIds } from '../ids.ts';
import { begunFields, type Begun } from './begun-fields.ts';
import { openingField } from './opening-part.ts';
import { asksLearningField, questionStepField, silenceFields } from './circle-agreement-fields.ts';
import { calendarFields } from './circle-calendar-fields.ts';
import { circleFields, circleFormMetadata, NAMES_WAITING } from './circle-fields.ts';
import { checkboxes, multiUsersSelect, option, radioButtons, staticSelect } from './elements.ts';
import { input, plainTextInput } from './input.ts';
import { context, section } from './kit.ts';
import { zoneLabel, zonesWith } from './time-zones.ts';
import { modal } from './view.ts';

export type CircleFormState = {
  readonly channel: string;
  /** Null while the circle is being set up. */
  readonly circle: Pick<Circle, 'id' | 'seq'> | null;
  readonly settings: CircleSettings;
  /** The closed days to come, as the field shows them. */
  readonly closedDays: string;
  readonly deciders: readonly MemberId[];
  readonly learning: readonly MemberId[];
  readonly facilitators: readonly MemberId[];
  readonly secretaries: readonly MemberId[];
  /** People of the channel about whom Slack told nothing. */
  readonly unseen: number;
  /** What somebody wrote who wanted to propose; null where setting up is all they want. */
  readonly proposal: Begun | null;
};

/** Days to choose a circle's window from. */
const WINDOWS = [3, 5, 7, 10, 14, 21, 30];

/** The one form of a circle: it sets up, and it changes (docs/process.md §6). */
export function circleFormModal(state: CircleFormState, words: Words): ModalView {
  const { form } = words.circle;
  const { channel, circle, proposal } = state;
  return modal({
    callbackId: callbackIds.circleForm,
    title: circle ? form.titleChange() : form.titleSetUp(),
    submit: circle ? words.everyday.save() : form.submitSetUp(),
    close: words.everyday.cancel(),
    metadata: circleFormMetadata.seal({
      channel,
      circle: circle && { id: circle.id, seq: circle.seq },
      next: proposal ? 'propose' : null,
    }),
    blocks: [
      section(circle ? form.introChange() : form.intro()),
      ...(state.unseen > 0 ? [context([form.peopleUnseen({ n: state.unseen })])] : []),
      ...purposeFields(state, words),
      ...peopleFields(state, words),
      ...agreementFields(state, words),
      ...(proposal ? begunFields(proposal, words) : []),
    ],
  });
}

function purposeFields({ settings, circle }: CircleFormState, { circle: { form } }: Words) {
  return [
    input({
      field: circleFields.name,
      label: form.name(),
      element: plainTextInput({
        initial: settings.name,
        max: CIRCLE_NAME_MAX,
        placeholder: form.namePlaceholder(),
        focus: circle === null,
      }),
    }),
    input({
      field: circleFields.aim,
      label: form.aim(),
      hint: form.aimHint(),
      element: plainTextInput({ initial: settings.aim, max: CIRCLE_AIM_MAX, multiline: true }),
    }),
  ];
}

function peopleFields(state: CircleFormState, words: Words) {
  const { form } = words.circle;
  const { standIn } = state.settings;
  return [
    input({
      field: circleFields.deciders,
      label: form.deciders(),
      hint: form.decidersHint(),
      element: multiUsersSelect({ initial: state.deciders }),
    }),
    input({
      field: circleFields.facilitators,
      label: form.facilitators(),
      hint: form.facilitatorsHint(),
      element: multiUsersSelect({ initial: state.facilitators }),
    }),
    input({
      field: circleFields.secretaries,
      label: form.secretaries(),
      hint: form.secretariesHint(),
      optional: true,
      element: multiUsersSelect({ initial: state.secretaries }),
    }),
    input({
      field: circleFields.standIn,
      label: form.standIn(),
      hint: form.standInHint(),
      optional: true,
      element: multiUsersSelect({ initial: standIn ? [standIn] : [], max: 1 }),
    }),
    input({
      field: circleFields.learning,
      label: form.learning(),
      hint: form.learningHint(),
      optional: true,
      element: multiUsersSelect({ initial: state.learning }),
    }),
    asksLearningField(state.settings, words),
  ];
}

function agreementFields(state: CircleFormState, words: Words) {
  const { settings, circle } = state;
  const { form } = words.circle;
  return [
    input({
      field: circleFields.timeZone,
      label: form.timeZone(),
      hint: form.timeZoneHint(),
      element: timeZoneSelect(settings.calendar.timeZone),
    }),
    ...calendarFields(settings, state.closedDays, words),
    input({
      field: circleFields.window,
      label: form.window(),
      hint: form.windowHint(),
      element: windowSelect(settings.windowDays, words),
    }),
    input({
      field: circleFields.closing,
      label: form.closing(),
      element: closingChoice(settings, words),
    }),
    questionStepField(settings, words),
    openingField(settings, words),
    ...(circle ? silenceFields(settings, words) : []),
    input({
      field: circleFields.card,
      label: form.card(),
      optional: true,
      element: checkboxes({
        options: [option({ value: NAMES_WAITING, label: form.namesWaiting() })],
        initial: settings.namesWaiting ? [NAMES_WAITING] : [],
      }),
    }),
  ];
}

function timeZoneSelect(chosen: string) {
  const [first = chosen, ...rest] = zonesWith(chosen);
  const zoneOption = (zone: string) => option({ value: zone, label: verbatim(zoneLabel(zone)) });
  return staticSelect({
    options: [zoneOption(first), ...rest.map(zoneOption)],
    initial: chosen,
  });
}

function windowSelect(chosen: number, words: Words) {
  const days = [...new Set([...WINDOWS, chosen])].sort((one, other) => one - other);
  const [first = chosen, ...rest] = days;
  const dayOption = (n: number) => option({ value: String(n), label: words.everyday.days({ n }) });
  return staticSelect({
    options: [dayOption(first), ...rest.map(dayOption)],
    initial: `${chosen}`,
  });
}

function closingChoice({ closing, graceHours }: CircleSettings, { circle: { form } }: Words) {
  return radioButtons({
    initial: closing,
    options: [
      option({
        value: 'facilitator',
        label: form.closingFacilitator(),
        description: form.closingFacilitatorHelp(),
      }),
      option({
        value: 'automatic',
        label: form.closingAutomatic(),
        description: form.closingAutomaticHelp({ hours: graceHours }),
      }),
    ],
  });
}
