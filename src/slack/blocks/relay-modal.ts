import type { ModalView } from '@slack/types';
import { NOTE_MAX, OBJECTION_TEXT_MAX } from '../../core/answer.ts';
import { dayOf } from '../../core/calendar.ts';
import { RELAY_CHANNELS } from '../../core/relayed-answer.ts';
import { SUPPORTER_MAX } from '../../core/relaying.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { callbackIds } from '../ids.ts';
import { datepicker, option, radioButtons, staticSelect, usersSelect } from './elements.ts';
import { input, plainTextInput } from './input.ts';
import { context, section } from './kit.ts';
import { aboutInForm } from './objection-about.ts';
import { roundMetadata } from './round-metadata.ts';
import type { RoundSeen } from './round-line.ts';
import { modal } from './view.ts';

/** The fields of a relayed answer, by the names that refusals use (docs/process.md §10 case 18). */
export const relayFields = {
  member: 'member',
  answer: 'answer',
  harm: 'harm',
  effect: 'effect',
  remedy: 'remedy',
  note: 'note',
  wording: 'wording',
  channel: 'channel',
  supporter: 'supporter',
  saidOn: 'said_on',
  witness: 'witness',
} as const;

/** What somebody answered outside Slack: who, what, in whose words, how and when. */
export function relayForm({ round, circle, now }: RoundSeen, words: Words): ModalView {
  const { form } = words.relay;
  const today = dayOf(now, circle.settings.calendar.timeZone);
  return modal({
    callbackId: callbackIds.relayForm,
    title: form.title(),
    close: words.everyday.cancel(),
    submit: words.everyday.save(),
    metadata: roundMetadata.seal({ round: round.id }),
    blocks: [
      section(form.intro()),
      context([aboutInForm(round, words)]),
      input({ field: relayFields.member, label: form.member(), element: usersSelect() }),
      input({ field: relayFields.answer, label: form.answer(), element: answerChoice(words) }),
      ...saidFields(words),
      input({ field: relayFields.wording, label: form.wording(), element: wordingChoice(words) }),
      input({ field: relayFields.channel, label: form.channel(), element: channelChoice(words) }),
      input({
        field: relayFields.supporter,
        label: form.supporter(),
        hint: form.supporterHint(),
        optional: true,
        element: plainTextInput({ max: SUPPORTER_MAX }),
      }),
      input({ field: relayFields.saidOn, label: form.saidOn(), element: datepicker(today) }),
      input({
        field: relayFields.witness,
        label: form.witness(),
        hint: form.witnessHint(),
        optional: true,
        element: usersSelect(),
      }),
    ],
  });
}

function saidFields({ relay: { form } }: Words) {
  const objectionText = { max: OBJECTION_TEXT_MAX, hint: form.onlyObjection() };
  return [
    longText(relayFields.harm, { ...objectionText, label: form.harm() }),
    longText(relayFields.effect, { ...objectionText, label: form.effect() }),
    longText(relayFields.remedy, { ...objectionText, label: form.remedy() }),
    longText(relayFields.note, { max: NOTE_MAX, label: form.note(), hint: form.noteHint() }),
  ];
}

function longText(field: string, parts: { max: number; label: Saying; hint: Saying }) {
  const { max, label, hint } = parts;
  return input({
    field,
    label,
    hint,
    optional: true,
    element: plainTextInput({ multiline: true, max }),
  });
}

function answerChoice({ relay: { form } }: Words) {
  return radioButtons({
    options: [
      option({ value: 'consent', label: form.consent() }),
      option({ value: 'objection', label: form.objection() }),
      option({ value: 'more_time', label: form.moreTime() }),
    ],
  });
}

function wordingChoice({ relay: { form } }: Words) {
  return radioButtons({
    options: [
      option({ value: 'their_own', label: form.theirOwn() }),
      option({ value: 'recorder', label: form.recorder() }),
      option({ value: 'supporter', label: form.supporterWords() }),
    ],
  });
}

function channelChoice({ relay: { form } }: Words) {
  const [first, ...others] = RELAY_CHANNELS.map((channel) =>
    option({ value: channel, label: form.how({ channel }) }),
  );
  if (!first) throw new Error('There is no way to tell an answer');
  return staticSelect({ options: [first, ...others] });
}
