import type { ModalView } from '@slack/types';
import type { RoundRefusal } from '../core/round-refusal.ts';
import type { RoundInCircle } from '../shell/perform.ts';
import { explainRound } from '../words/explain.ts';
import type { Saying } from '../words/message.ts';
import { refusalSaying, roundFor, strangerSaying, tell, type RoundClick } from './about-round.ts';
import { notRecordedModal, type Written } from './blocks/not-recorded.ts';
import { privately } from './blocks/receipt.ts';
import { roundMetadata } from './blocks/round-metadata.ts';
import { fieldsOf } from './form-state.ts';
import type { Submission } from './interaction.ts';
import type { SubmissionListener } from './listener.ts';
import type { SubmissionReply } from './reply-to-person.ts';
import type { Services } from './services.ts';

/** A sent form about a round that this person may know of, with what they typed in its fields. */
export type RoundForm<Field extends string> = {
  readonly submission: Submission;
  readonly reply: SubmissionReply;
  readonly known: RoundInCircle;
  /** The text that the form was opened on, where it remembers one. */
  readonly ofVersion: number | null;
  /** How often the draft had been edited when the form was opened, where it remembers that. */
  readonly edits: number | null;
  readonly text: (field: Field) => string | null;
  /** All that was typed, to be given back. */
  readonly wrote: readonly Written[];
};

/** A form as far as every answer to it needs to know. */
export type SentForm = Omit<RoundForm<never>, 'text'>;

/**
 * A listener for a form about a round. Whoever may not know of the round gets the same answer as
 * for a round that does not exist, and their words back. Source: docs/process.md §D12.
 */
export function roundForm<const Field extends string>(
  names: readonly Field[],
  listen: (form: RoundForm<Field>, services: Services) => Promise<void>,
): SubmissionListener {
  return async (submission, reply, services) => {
    const fields = fieldsOf(submission.view.values);
    const wrote = names.map((name) => fields.written(name));
    const about = roundMetadata.open(submission.view.metadata);
    const known = about && (await roundFor(submission.by, about.round, services));
    if (known) {
      const text = (name: Field) => fields.text(name);
      const { ofVersion = null, edits = null } = about;
      await listen({ submission, reply, known, ofVersion, edits, text, wrote }, services);
      return;
    }
    const why = await strangerSaying(submission, services);
    await reply.show(notRecordedModal({ why, wrote }, services.words));
  };
}

/** Under its field where a text is the reason; else instead of the form, with the words back. */
export async function refuseForm(
  form: SentForm,
  refused: RoundRefusal,
  services: Services,
): Promise<void> {
  const { submission, reply, known } = form;
  const { circle } = known;
  if ('field' in refused) {
    const why = explainRound(services.words, refused, circle.settings.calendar.timeZone);
    await reply.errors({ [refused.field]: why.plain });
    return;
  }
  await giveBack(form, await refusalSaying(refused, circle, submission, services), services);
}

/** Shows why nothing was recorded, and the words that were typed. */
export async function giveBack(
  { reply, wrote }: SentForm,
  why: Saying,
  { words }: Services,
): Promise<void> {
  await reply.show(notRecordedModal({ why, wrote }, words));
}

/** Opens a form; where Slack's trigger is gone, says so. */
export async function openForm(
  about: RoundClick,
  form: ModalView,
  services: Services,
): Promise<void> {
  const { reply } = about;
  const opened = await reply.open(form);
  await reply.ack();
  if (opened === null) await tell(about, privately(services.words.system.tooSlow()), services);
}
