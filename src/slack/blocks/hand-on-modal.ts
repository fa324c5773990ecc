import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Circle } from '../../core/circle.ts';
import { SUMMARY_MAX, type HandOnCommand } from '../../core/handing-on.ts';
import { roundId } from '../../core/ids.ts';
import { WAY_TEXT_MAX } from '../../core/pausing.ts';
import { cutText } from '../../core/text.ts';
import type { Words } from '../../words/index.ts';
import { verbatim } from '../../words/terms.ts';
import { callbackIds } from '../ids.ts';
import { channelSelect } from './channel-select.ts';
import { option, staticSelect } from './elements.ts';
import { input, plainTextInput } from './input.ts';
import { context, divider, section, someOf } from './kit.ts';
import { metadata } from './metadata.ts';
import { roundName, roundStanding, type RoundSeen } from './round-line.ts';
import { modal } from './view.ts';

/** The fields in which is said where it goes, why, and what may be told there. */
export const HAND_ON_FIELDS = {
  circle: 'hand_on.circle',
  place: 'hand_on.place',
  channel: 'hand_on.channel',
  reason: 'hand_on.reason',
  summary: 'hand_on.summary',
} as const;

/** What the form remembers: its round, and which of the two ways. */
export const handOnMetadata = metadata(
  z.object({ round: z.string().transform(roundId), way: z.enum(['pass_on', 'escalate']) }),
);

/**
 * Where a round goes, why, and the only words that leave the circle. `circles` are those that the
 * person belongs to, so that nobody learns of others. Source: docs/process.md §2.1, §4.4.
 */
export function handOnModal(
  step: RoundSeen & { readonly way: HandOnCommand['type']; readonly circles: readonly Circle[] },
  words: Words,
): ModalView {
  const { round, way } = step;
  const { handOn } = words.pausing;
  return modal({
    callbackId: callbackIds.handOnForm,
    title: handOn.title[way](),
    submit: handOn.title[way](),
    close: words.everyday.cancel(),
    metadata: handOnMetadata.seal({ round: round.id, way }),
    blocks: [
      section(roundName(step, words)),
      context([roundStanding(step, words)]),
      ...circleField(step, words),
      input({
        field: HAND_ON_FIELDS.place,
        label: handOn.place[way](),
        hint: handOn.placeHint(),
        optional: true,
        element: plainTextInput({ max: 80 }),
      }),
      input({
        field: HAND_ON_FIELDS.channel,
        label: handOn.channel(),
        hint: handOn.channelHint[way](),
        optional: true,
        element: channelSelect(),
      }),
      input({
        field: HAND_ON_FIELDS.reason,
        label: handOn.reason(),
        element: plainTextInput({ multiline: true, max: WAY_TEXT_MAX }),
      }),
      input({
        field: HAND_ON_FIELDS.summary,
        label: handOn.summary(),
        hint: handOn.summaryHint(),
        element: plainTextInput({
          multiline: true,
          max: SUMMARY_MAX,
          initial: cutText(`${round.title}\n${round.need}`, SUMMARY_MAX),
        }),
      }),
      divider(),
      section(handOn.happens()),
    ],
  });
}

function circleField({ way, circles, round }: Parameters<typeof handOnModal>[0], words: Words) {
  const others = circles.filter(({ id }) => id !== round.circleId);
  const options = someOf(
    others.map(({ id, settings }) => option({ value: id, label: verbatim(settings.name) })),
  );
  if (way !== 'pass_on' || !options) return [];
  const { handOn } = words.pausing;
  return [
    input({
      field: HAND_ON_FIELDS.circle,
      label: handOn.circle(),
      hint: handOn.circleHint(),
      optional: true,
      element: staticSelect({ options }),
    }),
  ];
}
