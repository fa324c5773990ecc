import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { memberId, roundId, type MemberId } from '../../core/ids.ts';
import { MEETING_OUTCOMES, type MeetingOutcome } from '../../core/meeting.ts';
import { WAY_TEXT_MAX } from '../../core/pausing.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import { callbackIds } from '../ids.ts';
import { multiUsersSelect, option, radioButtons } from './elements.ts';
import { input, plainTextInput } from './input.ts';
import { context, divider, section, someOf } from './kit.ts';
import { metadata } from './metadata.ts';
import { roundMetadata } from './round-metadata.ts';
import { roundName, roundStanding, type RoundSeen } from './round-line.ts';
import { modal } from './view.ts';
import { deadlineField, freshDeadline, parkFields } from './way-fields.ts';

/** The fields of the first step. */
export const MEETING_FIELDS = {
  present: 'meeting.present',
  outcome: 'meeting.outcome',
  note: 'meeting.note',
} as const;

/** People of one circle, as far as a view can remember them. */
const PRESENT_MAX = 60;

/** What the second step remembers of the first. */
export const meetingMetadata = metadata(
  z.object({
    round: z.string().transform(roundId),
    outcome: z.enum(MEETING_OUTCOMES),
    present: z.array(z.string().transform(memberId)),
  }),
);

type MeetingStep = RoundSeen & { readonly by: MemberId };

/** Who was there, and what came of it. Source: docs/process.md §2.1 (`to_meeting`). */
export function meetingModal(step: MeetingStep, words: Words): ModalView {
  const { meetingForm } = words.pausing;
  const options = someOf(
    MEETING_OUTCOMES.map((value) => option({ value, label: meetingForm.outcomes[value]() })),
  );
  return modal({
    callbackId: callbackIds.meetingForm,
    title: meetingForm.title(),
    submit: words.everyday.continue(),
    close: words.everyday.cancel(),
    metadata: roundMetadata.seal({ round: step.round.id }),
    blocks: [
      section(roundName(step, words)),
      context([roundStanding(step, words)]),
      input({
        field: MEETING_FIELDS.present,
        label: meetingForm.present(),
        hint: meetingForm.presentHint(),
        element: multiUsersSelect({ initial: [step.by], max: PRESENT_MAX }),
      }),
      ...(options
        ? [
            input({
              field: MEETING_FIELDS.outcome,
              label: meetingForm.outcome(),
              element: radioButtons({ options }),
            }),
          ]
        : []),
    ],
  });
}

/** What its outcome still needs, and what will happen (docs/process.md §2.1). */
export function meetingOutcomeModal(
  step: MeetingStep & {
    readonly present: readonly MemberId[];
    readonly outcome: MeetingOutcome;
  },
  words: Words,
): ModalView {
  const { round, present, outcome } = step;
  const { meetingForm } = words.pausing;
  return modal({
    callbackId: callbackIds.meetingOutcomeForm,
    title: meetingForm.title(),
    submit: meetingForm.title(),
    close: words.everyday.cancel(),
    metadata: meetingMetadata.seal({ round: round.id, outcome, present: [...present] }),
    blocks: [
      section(meetingForm.outcomes[outcome]()),
      context([membersNamed(present, words)]),
      ...outcomeFields(step, words),
      input({
        field: MEETING_FIELDS.note,
        label: meetingForm.note(),
        hint: meetingForm.noteHint(),
        optional: true,
        element: plainTextInput({ multiline: true, max: WAY_TEXT_MAX }),
      }),
      divider(),
      section(meetingForm.happens[outcome]()),
    ],
  });
}

function outcomeFields(
  step: MeetingStep & { readonly outcome: MeetingOutcome },
  words: Words,
): KnownBlock[] {
  const { outcome, ...seen } = step;
  if (outcome === 'withdrawn') return [];
  if (outcome === 'parked') return parkFields({ ...seen, way: 'park' }, null, words);
  return [deadlineField(freshDeadline(seen), { ...seen, way: 'resume' }, words)];
}
