import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { MemberId } from '../../core/ids.ts';
import { textWanted } from '../../core/meeting.ts';
import { isProposerAway } from '../../core/next-version.ts';
import { LINK_MAX, NEED_MAX, TITLE_MAX } from '../../core/proposal.ts';
import { currentVersion } from '../../core/round.ts';
import { openObjections } from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { moment, shortened } from '../../words/terms.ts';
import { callbackIds } from '../ids.ts';
import { checkboxes, datepicker, option, radioButtons, usersSelect } from './elements.ts';
import { input, plainTextInput, richTextInput } from './input.ts';
import { divider, section, sections, someOf } from './kit.ts';
import { metadata } from './metadata.ts';
import { noticeModal } from './resolve-modal.ts';
import { roundName, type RoundSeen } from './round-line.ts';
import { modal } from './view.ts';

/** The form's fields; an error stands under the field of its name. */
export const versionFields = {
  proposal: 'version.proposal',
  change: 'version.change',
  answers: 'version.answers',
  title: 'version.title',
  need: 'version.need',
  owner: 'version.owner',
  reviewOn: 'version.review_on',
  link: 'version.link',
  linked: 'version.linked',
  agrees: 'version.agrees',
} as const;

/** What a ticked box says. */
export const TICKED = 'yes';

/** The round, and the version that the form was opened on. */
export const versionMetadata = metadata(
  z.object({ round: z.string(), version: z.number().int().min(1) }),
);

/** Objections that can be ticked as answered; Slack shows no more boxes than this. */
const OBJECTIONS_MAX = 10;
const OBJECTION_SAID_MAX = 70;

/**
 * The form of a next version, filled in with the current one: the text first, then what kind of
 * change it is and which objections it answers, then what else can change. Where a meeting wants
 * the new text, what was said there stands above it.
 *
 * Source: docs/process.md §2.6, §3.
 */
export function nextVersionModal(
  seen: RoundSeen & { readonly by: MemberId; readonly notice?: Saying },
  words: Words,
): ModalView {
  const { round } = seen;
  const version = currentVersion(round);
  const { form } = words.version;
  return modal({
    callbackId: callbackIds.versionForm,
    title: form.title(),
    submit: form.submit(),
    close: words.everyday.cancel(),
    metadata: versionMetadata.seal({ round: round.id, version: version.number }),
    blocks: [
      ...(seen.notice ? [section(seen.notice)] : []),
      section(form.intro({ n: version.number + 1, title: round.title })),
      ...wantedByMeeting(seen, words),
      input({
        field: versionFields.proposal,
        label: words.propose.field.proposal(),
        element: richTextInput({ initial: version.document }),
      }),
      changeField(words),
      ...answersField(seen, words),
      ...agreesField(seen, words),
      ...otherFields(seen, words),
      divider(),
      section(form.happens()),
    ],
  });
}

/** What was published, and what happens next. */
export function versionDoneModal(seen: RoundSeen, words: Words): ModalView {
  const { round, circle } = seen;
  const { number: n, change } = currentVersion(round);
  const { form } = words.version;
  const deadline = moment(round.deadlineAt, circle.settings.calendar.timeZone);
  const next = change === 'wording' ? form.doneWording() : form.doneAsked({ deadline });
  return noticeModal(form.title(), [roundName(seen, words), form.done({ n }), next], words);
}

function wantedByMeeting({ round }: RoundSeen, { version: { form } }: Words) {
  const note = textWanted(round)?.note;
  return note ? sections(form.saidAtMeeting({ said: note })) : [];
}

function changeField({ version: { form } }: Words) {
  return input({
    field: versionFields.change,
    label: form.change(),
    hint: form.changeHint(),
    element: radioButtons({
      options: [
        option({
          value: 'substance',
          label: form.substance(),
          description: form.substanceMeaning(),
        }),
        option({ value: 'wording', label: form.wording(), description: form.wordingMeaning() }),
      ],
      initial: 'substance',
    }),
  });
}

function answersField({ round }: RoundSeen, { version: { form } }: Words) {
  const options = someOf(
    openObjections(round)
      .slice(0, OBJECTIONS_MAX)
      .map(({ id, harm }) => option({ value: id, label: shortened(harm, OBJECTION_SAID_MAX) })),
  );
  if (!options) return [];
  return [
    input({
      field: versionFields.answers,
      label: form.answers(),
      hint: form.answersHint(),
      optional: true,
      element: checkboxes({ options }),
    }),
  ];
}

/** A facilitator asks the proposer first, and says so; the tick is recorded (§3). */
function agreesField({ round, circle, now, by }: RoundSeen & { by: MemberId }, words: Words) {
  if (by === round.proposedBy || isProposerAway(round, circle, now)) return [];
  const { form } = words.version;
  return [tick(versionFields.agrees, form.agrees(), form.agreesYes())];
}

function otherFields({ round }: RoundSeen, words: Words) {
  const { title, need, owner, reviewOn, link } = currentVersion(round);
  const { field } = words.propose;
  const { form } = words.version;
  return [
    input({
      field: versionFields.title,
      label: field.title(),
      element: plainTextInput({ initial: title, max: TITLE_MAX }),
    }),
    input({
      field: versionFields.need,
      label: field.need(),
      element: plainTextInput({ initial: need, max: NEED_MAX, multiline: true }),
    }),
    input({
      field: versionFields.owner,
      label: field.owner(),
      element: usersSelect({ initial: owner }),
    }),
    input({
      field: versionFields.reviewOn,
      label: field.reviewOn(),
      element: datepicker(reviewOn),
    }),
    input({
      field: versionFields.link,
      label: form.link(),
      hint: form.linkHint(),
      optional: true,
      element: plainTextInput({ initial: link ?? undefined, max: LINK_MAX }),
    }),
    ...(link ? [tick(versionFields.linked, form.linked(), form.linkedChanged())] : []),
  ];
}

function tick(field: string, label: Saying, said: Saying) {
  const options = [option({ value: TICKED, label: said })] as const;
  return input({ field, label, optional: true, element: checkboxes({ options }) });
}
