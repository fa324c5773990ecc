import type { KnownBlock, ModalView } from '@slack/types';
import { OBJECTION_TEXT_MAX } from '../../core/answer.ts';
import { activeFacilitators } from '../../core/circle.ts';
import type { Objection } from '../../core/objection.ts';
import { currentVersion, type Round } from '../../core/round.ts';
import type { TextField } from '../../core/round-refusal.ts';
import { openObjectionOf } from '../../core/standing.ts';
import { isAskedFirst } from '../../core/still-stands.ts';
import { textNow } from '../../core/text-answered.ts';
import type { Words } from '../../words/index.ts';
import { facilitatorsNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { actionIds, callbackIds } from '../ids.ts';
import { button } from './elements.ts';
import { input, plainTextInput } from './input.ts';
import { actions, context, section } from './kit.ts';
import { changedSinceText } from './changed-since-text.ts';
import { aboutInForm } from './objection-about.ts';
import { settleButton, standsButton } from './objection-part.ts';
import { lateSaying, type Answered } from './receipt.ts';
import { roundMetadata } from './round-metadata.ts';
import { noticeModal } from './skeleton.ts';
import { modal } from './view.ts';

/** The fields of an objection, named as the rules name them. */
export const OBJECTION_FIELDS = ['harm', 'effect', 'remedy'] as const satisfies TextField[];
type ObjectionField = (typeof OBJECTION_FIELDS)[number];

/**
 * The form of an objection, with the aim beside the question about its effect. Where the person has
 * one open, their own words are in it, to be changed. Source: docs/process.md §2.6, §9.
 */
export function objectionForm(
  round: Round,
  own: Objection | null,
  words: Words,
  parts: { readonly helpFrom?: Saying } = {},
): ModalView {
  const { form } = words.objection;
  const { sayIt } = words.objectionHelp;
  return modal({
    callbackId: callbackIds.objectionForm,
    title: form.title(),
    close: words.everyday.cancel(),
    submit: words.everyday.send(),
    metadata: roundMetadata.seal({ round: round.id, ofVersion: textNow(round) }),
    blocks: [
      section(own ? form.reword() : form.intro()),
      context([aboutInForm(round, words)]),
      ...objectionFields(round, own, words),
      ...(parts.helpFrom ? [section(sayIt.asked({ who: parts.helpFrom }))] : helpRow(round, words)),
    ],
  });
}

/** “Help me say it”: usable without a word written (docs/process.md §2.6, §9). */
function helpRow({ id }: Round, words: Words): KnownBlock[] {
  const { sayIt } = words.objectionHelp;
  const help = button({ actionId: actionIds.helpSayIt, label: sayIt.button(), value: id });
  return [section(sayIt.hard()), actions([help])];
}

/** What went wrong, how it touches the aim, and what would make it OK (docs/process.md §2.6). */
export function objectionFields(
  round: Round,
  own: Objection | null,
  words: Words,
): ReturnType<typeof field>[] {
  const { form } = words.objection;
  const aim = words.everyday.aim({ aim: round.terms.aim });
  return [
    field('harm', { label: form.harm(), hint: form.harmHint(), initial: own?.harm }),
    field('effect', { label: form.effect(), hint: aim, initial: own?.effect }),
    field('remedy', {
      label: form.remedy(),
      hint: form.remedyHint(),
      initial: own?.remedy ?? undefined,
      optional: true,
    }),
  ];
}

/** What an objector reads: thanks, that nothing is decided, and who takes the next step. */
export function objectionThanks(answered: Answered, words: Words): ModalView {
  const { circle, by, at } = answered;
  const { thanks } = words.objection;
  const others = activeFacilitators(circle, at).filter((one) => one !== by);
  const facilitator = facilitatorsNamed(others.slice(0, 1), words);
  return noticeModal(
    {
      title: thanks.title(),
      sayings: [
        thanked(answered, words),
        thanks.next({ facilitator }),
        ...lateSaying(answered, words),
      ],
      below: [...publishedMeanwhile(answered, words), context([thanks.howTo()])],
    },
    words,
  );
}

/** A version came out while they wrote: they are asked first whether it settles it (§2.6). */
function publishedMeanwhile({ after: round, by }: Answered, words: Words): KnownBlock[] {
  const objection = openObjectionOf(round, by);
  if (!objection || !isAskedFirst(round, objection)) return [];
  const about = { round, objection };
  const { number: n } = currentVersion(round);
  return [
    section(words.objection.thanks.meanwhile({ n })),
    ...changedSinceText(round, objection.versionNumber, words),
    actions([settleButton(about, words), standsButton(about, words)]),
  ];
}

/** What sending the form came to: a new objection, other words for it, or that it still stands. */
function thanked({ before, after, by }: Answered, { objection: { thanks } }: Words): Saying {
  const own = openObjectionOf(before, by);
  const now = openObjectionOf(after, by);
  if (!own || !now) return thanks.raised();
  return own.rewordedAt === now.rewordedAt ? thanks.stands() : thanks.reworded();
}

function field(
  name: ObjectionField,
  parts: {
    readonly label: Saying;
    readonly hint: Saying;
    readonly initial: string | undefined;
    readonly optional?: boolean;
  },
) {
  const { label, hint, initial, optional = false } = parts;
  const element = plainTextInput({ multiline: true, max: OBJECTION_TEXT_MAX, initial });
  return input({ field: name, label, hint, optional, element });
}
