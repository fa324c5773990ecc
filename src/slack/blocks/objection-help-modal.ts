import type { KnownBlock, ModalView } from '@slack/types';
import { NOTE_MAX, OBJECTION_TEXT_MAX } from '../../core/answer.ts';
import { QUESTION_MAX } from '../../core/answering.ts';
import { OBJECTION_WAYS, type ObjectionWay } from '../../core/objection-event.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { member } from '../../words/terms.ts';
import { cutText } from '../../core/text.ts';
import { callbackIds } from '../ids.ts';
import { option, radioButtons } from './elements.ts';
import { input, plainTextInput } from './input.ts';
import { context, section, someOf } from './kit.ts';
import { objectionMetadata, type ObjectionSeen } from './objection-seen.ts';
import { noticeModal } from './skeleton.ts';
import { modal } from './view.ts';

/** Characters of the objection that stand above a form of help. */
const HARM_SHOWN_MAX = 600;

/** What a facilitator can do to help an objection on (docs/process.md §2.6). */
export const HELP_KINDS = ['clarity', 'aim_link', 'wording', 'way'] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

/** The fields of a suggested wording, named as the rules name them. */
export const WORDING_FIELDS = ['harm', 'effect', 'remedy'] as const;

/**
 * What would help now: understanding it, or a suggestion. Nobody is offered to set it aside.
 * Source: docs/process.md §2.6.
 */
export function helpModal(seen: ObjectionSeen, words: Words): ModalView {
  const { objectionHelp } = words;
  const options = someOf(
    HELP_KINDS.map((kind) =>
      option({
        value: kind,
        label: objectionHelp.kinds[kind](),
        description: objectionHelp.kindMeanings[kind](),
      }),
    ),
  );
  if (!options) throw new Error('There is nothing to choose from');
  return form(seen, words, {
    callbackId: callbackIds.objectionHelp,
    title: objectionHelp.title(),
    submit: words.everyday.continue(),
    fields: [
      input({ field: 'kind', label: objectionHelp.choose(), element: radioButtons({ options }) }),
    ],
  });
}

/** The form of one kind of help; asking for the link to the aim needs none. */
export function helpForm(
  kind: Exclude<HelpKind, 'aim_link'>,
  seen: ObjectionSeen,
  words: Words,
): ModalView {
  if (kind === 'clarity') return clarityForm(seen, words);
  return kind === 'wording' ? wordingForm(seen, words) : wayForm(seen, words);
}

/** What whoever helped reads: where it is said, and whose the last word is. */
export function helpDone({ objection }: ObjectionSeen, words: Words): ModalView {
  const { done } = words.objectionHelp;
  const said = done.said({ owner: member(objection.by) });
  return noticeModal({ title: done.title(), sayings: [said] }, words);
}

/** The way that a form chose; null where it is none of the checklist's. */
export function wayIn(chosen: string | null): ObjectionWay | null {
  return OBJECTION_WAYS.find((way) => way === chosen) ?? null;
}

function clarityForm(seen: ObjectionSeen, words: Words): ModalView {
  const { objectionHelp } = words;
  const element = plainTextInput({ multiline: true, max: QUESTION_MAX, focus: true });
  return form(seen, words, {
    callbackId: callbackIds.objectionClarity,
    title: objectionHelp.clarityTitle(),
    submit: words.everyday.send(),
    fields: [
      input({
        field: 'question',
        label: objectionHelp.clarity(),
        hint: objectionHelp.clarityHint(),
        element,
      }),
    ],
  });
}

function wordingForm(seen: ObjectionSeen, words: Words): ModalView {
  const { objectionHelp, objection: said } = words;
  const { objection } = seen;
  const initial = { ...objection, remedy: objection.remedy ?? undefined };
  const owner = member(objection.by);
  return form(seen, words, {
    callbackId: callbackIds.objectionWording,
    title: objectionHelp.wordingTitle(),
    submit: words.everyday.send(),
    fields: [
      section(objectionHelp.wordingIntro({ owner })),
      ...WORDING_FIELDS.map((field) =>
        input({
          field,
          label: said.form[field](),
          optional: field === 'remedy',
          element: plainTextInput({
            multiline: true,
            max: OBJECTION_TEXT_MAX,
            initial: initial[field],
          }),
        }),
      ),
    ],
  });
}

function wayForm(seen: ObjectionSeen, words: Words): ModalView {
  const { objectionHelp } = words;
  const options = someOf(
    OBJECTION_WAYS.map((way) =>
      option({
        value: way,
        label: objectionHelp.ways[way](),
        description: objectionHelp.meanings[way](),
      }),
    ),
  );
  if (!options) throw new Error('There is nothing to choose from');
  return form(seen, words, {
    callbackId: callbackIds.objectionWay,
    title: objectionHelp.wayTitle(),
    submit: words.everyday.send(),
    fields: [
      input({ field: 'way', label: objectionHelp.way(), element: radioButtons({ options }) }),
      input({
        field: 'note',
        label: objectionHelp.wayNote(),
        hint: objectionHelp.wayHint(),
        optional: true,
        element: plainTextInput({ multiline: true, max: NOTE_MAX }),
      }),
    ],
  });
}

function form(
  { round, objection }: ObjectionSeen,
  words: Words,
  parts: {
    readonly callbackId: string;
    readonly title: Saying;
    readonly submit: Saying;
    readonly fields: readonly KnownBlock[];
  },
): ModalView {
  const { callbackId, title, submit, fields } = parts;
  const harm = cutText(objection.harm, HARM_SHOWN_MAX);
  return modal({
    callbackId,
    title,
    close: words.everyday.cancel(),
    submit,
    metadata: objectionMetadata.seal({ round: round.id, objection: objection.id }),
    blocks: [
      section(words.objectionHelp.about({ member: member(objection.by), harm })),
      context([words.objectionHelp.aim({ aim: round.terms.aim })]),
      ...fields,
    ],
  });
}
