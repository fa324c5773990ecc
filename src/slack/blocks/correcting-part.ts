import type { Button, ModalView } from '@slack/types';
import { CORRECTION_MAX, mayCorrect } from '../../core/correcting.ts';
import type { Correction } from '../../core/correcting.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment, shortened } from '../../words/terms.ts';
import { actionIds, callbackIds } from '../ids.ts';
import { decidedNumber } from './aftermath-forms.ts';
import { button } from './elements.ts';
import { textPart, type Part } from './fit.ts';
import { input, plainTextInput } from './input.ts';
import { section } from './kit.ts';
import { roundMetadata } from './round-metadata.ts';
import type { RoundSeen } from './round-line.ts';
import { line, memberOr, written, type Post, type Told } from './thread-post.ts';
import { modal } from './view.ts';

/** Characters of the newest correction on a card; all of them stand in the record. */
const ON_CARD_MAX = 300;

/** For whoever may put the record right; nothing for others (docs/process.md §3). */
export function correctButtons(
  { round, circle, now }: RoundSeen,
  by: MemberId | undefined,
  words: Words,
): Button[] {
  if (by === undefined || !mayCorrect(round, { by, at: now, circle })) return [];
  const label = words.correcting.button();
  return [button({ actionId: actionIds.correctRecord, label, value: round.id })];
}

/** What is wrong, and what is right. */
export function correctForm(round: Round, words: Words): ModalView {
  const { form } = words.correcting;
  return modal({
    callbackId: callbackIds.correctForm,
    title: form.title(),
    close: words.everyday.cancel(),
    submit: words.everyday.send(),
    metadata: roundMetadata.seal({ round: round.id }),
    blocks: [
      section(form.intro({ number: decidedNumber(round, words), title: round.title })),
      input({
        field: 'correction',
        label: form.label(),
        hint: form.hint(),
        element: plainTextInput({ multiline: true, max: CORRECTION_MAX }),
      }),
    ],
  });
}

/** All corrections, in the record (docs/process.md §4.1). */
export function correctionsPart({ aftermath }: Round, zone: string, words: Words): Part[] {
  const { corrections } = aftermath;
  if (corrections.length === 0) return [];
  const lines = corrections.map(({ at, by, text: said }) =>
    words.correcting.line({ at: moment(at, zone), member: member(by), said }),
  );
  return [textPart(8, joined([words.correcting.title(), ...lines], '\n'))];
}

/** The newest one, on the decided card. */
export function correctedSayings({ round, circle }: RoundSeen, words: Words): Saying[] {
  const newest: Correction | undefined = round.aftermath.corrections.at(-1);
  if (!newest) return [];
  const at = moment(newest.at, circle.settings.calendar.timeZone);
  const said = shortened(newest.text, ON_CARD_MAX).plain;
  return [words.correcting.card({ member: member(newest.by), at, said })];
}

/** The post under the card (docs/process.md §D13). */
export function correctedPost({ event, round, words }: Told<'record_corrected'>): Post {
  const number = decidedNumber(round, words);
  return [
    line(words.correcting.thread({ member: memberOr(event.by, words), number })),
    written(event.text),
  ];
}
