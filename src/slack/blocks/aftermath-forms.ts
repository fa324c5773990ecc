import type { KnownBlock, ModalView } from '@slack/types';
import { AFTERMATH_TEXT_MAX, type LateObjection } from '../../core/aftermath.ts';
import type { Instant } from '../../core/calendar.ts';
import { activeFacilitators, type Circle } from '../../core/circle.ts';
import type { ObjectionId } from '../../core/ids.ts';
import { supersededBy } from '../../core/replacing.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { member, moment, verbatim } from '../../words/terms.ts';
import { callbackIds } from '../ids.ts';
import { input, plainTextInput } from './input.ts';
import { context, section, sections } from './kit.ts';
import { lateMetadata } from './late-metadata.ts';
import { objectionFields } from './objection-modal.ts';
import { roundMetadata } from './round-metadata.ts';
import { noticeModal } from './skeleton.ts';
import { modal } from './view.ts';

/** The number that members see of a decision, also while its round is open again: D-12. */
export function decidedNumber({ ending, aftermath }: Round, words: Words): Saying {
  const number = ending?.kind === 'decided' ? ending.decisionNumber : (aftermath.keptNumber ?? 0);
  return words.system.decisionNumber({ number: String(number) });
}

/** Who looks after a decision: its owner, and the facilitators who are here. */
export function carersNamed({ owner }: Round, circle: Circle, now: Instant, words: Words): Saying {
  return membersNamed([...new Set([owner, ...activeFacilitators(circle, now)])], words);
}

/** Whether it is in force while something about it is looked at (docs/process.md §10, cases 9, 10, 16). */
export function forceSaid(round: Round, words: Words): Saying {
  const { force } = words.aftermath;
  const newer = supersededBy(round);
  if (newer) {
    const number = words.system.decisionNumber({ number: String(newer.number) });
    return force.superseded({ newer: number });
  }
  return round.aftermath.paused ? force.paused() : force.asBefore();
}

/** New information about a decision, asked for like an objection (docs/process.md §10 case 9). */
export function lateForm(round: Round, words: Words): ModalView {
  const { raiseForm } = words.aftermath;
  const number = decidedNumber(round, words);
  return modal({
    callbackId: callbackIds.lateForm,
    title: raiseForm.title(),
    close: words.everyday.cancel(),
    submit: words.everyday.send(),
    metadata: roundMetadata.seal({ round: round.id }),
    blocks: [
      section(raiseForm.intro()),
      context([raiseForm.about({ number, title: round.title, force: forceSaid(round, words) })]),
      ...objectionFields(round, null, words),
      context([raiseForm.danger()]),
    ],
  });
}

/** What becomes of it: a round that is open again, or an answer by a day. */
export function lateThanks(
  seen: { readonly round: Round; readonly circle: Circle; readonly now: Instant },
  id: ObjectionId,
  words: Words,
  wasClosed = false,
): ModalView {
  const { thanks } = words.aftermath;
  const { round, circle, now } = seen;
  const late = round.aftermath.lateObjections.find((one) => one.id === id);
  const before = wasClosed && late ? [thanks.wasClosed()] : [];
  if (!late) {
    const sayings = [thanks.reopened(), thanks.reopenedNext()];
    return noticeModal({ title: thanks.title(), sayings }, words);
  }
  const due = moment(late.dueAt, circle.settings.calendar.timeZone);
  const people = carersNamed(round, circle, now, words);
  const raised = thanks.raised({ force: forceSaid(round, words), people, due });
  const early = supersededBy(round) ? [] : [thanks.early()];
  const sayings = [...before, raised, ...early];
  return noticeModal({ title: thanks.title(), sayings }, words);
}

/** The answer to what was raised, with all of it above (docs/process.md §10 case 9). */
export function lateAnswerForm(round: Round, late: LateObjection, words: Words): ModalView {
  const { answerForm } = words.aftermath;
  const number = decidedNumber(round, words);
  const who = member(late.by);
  return modal({
    callbackId: callbackIds.lateAnswerForm,
    title: answerForm.title(),
    close: words.everyday.cancel(),
    submit: words.everyday.send(),
    metadata: lateMetadata.seal({ round: round.id, late: late.id }),
    blocks: [
      section(answerForm.intro({ member: who, number, title: round.title })),
      ...lateSayings(late, words).flatMap((said) => sections(said)),
      input({
        field: 'late_answer',
        label: answerForm.label(),
        hint: answerForm.hint(),
        element: plainTextInput({ multiline: true, max: AFTERMATH_TEXT_MAX }),
      }),
    ],
  });
}

/** What was raised, part by part. */
export function lateSayings({ harm, effect, remedy }: LateObjection, words: Words): Saying[] {
  const { decision } = words;
  return [
    decision.harm({ said: harm }),
    decision.effect({ said: effect }),
    ...(remedy === null ? [] : [decision.remedy({ said: remedy })]),
  ];
}

/** Why a decision must wait: for danger only (docs/process.md §10 case 10). */
export function pauseForm(round: Round, words: Words): ModalView {
  const { pauseForm: said, raiseForm } = words.aftermath;
  return modal({
    callbackId: callbackIds.pauseForm,
    title: said.title(),
    close: words.everyday.cancel(),
    submit: words.aftermath.pause(),
    metadata: roundMetadata.seal({ round: round.id }),
    blocks: [
      section(said.intro({ title: round.title })),
      input({
        field: 'reason',
        label: said.label(),
        hint: said.hint(),
        element: plainTextInput({ multiline: true, max: AFTERMATH_TEXT_MAX }),
      }),
      context([raiseForm.danger()]),
    ],
  });
}

/** One sentence after a form was sent, and what can be done next. */
export function aftermathDone(
  title: Saying,
  done: Saying,
  round: Round,
  words: Words,
  below: readonly KnownBlock[] = [],
): ModalView {
  return noticeModal({ title, sayings: [verbatim(round.title), done], below }, words);
}
