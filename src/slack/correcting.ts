import { aboutRound, tellRefusal, whyNotNow, type RoundClick } from './about-round.ts';
import { aftermathDone } from './blocks/aftermath-forms.ts';
import { correctForm } from './blocks/correcting-part.ts';
import { actionIds, callbackIds } from './ids.ts';
import type { Listeners } from './listener.ts';
import { openForm, refuseForm, roundForm, type RoundForm } from './round-form.ts';
import type { Services } from './services.ts';

/** Putting a record right by an entry beside it (docs/process.md §3, §4.1). */
export const correctingListeners: Listeners = {
  clicks: { [actionIds.correctRecord]: aboutRound(openCorrection) },
  submissions: { [callbackIds.correctForm]: roundForm(['correction'], correct) },
};

/** The form, for whoever may send it: a text that could be sent is tried first. */
async function openCorrection(about: RoundClick, services: Services): Promise<void> {
  const { click, known } = about;
  const tried = { type: 'correct_record', text: '…', at: services.now(), by: click.by } as const;
  const refused = whyNotNow(known, tried);
  if (refused) return tellRefusal(about, refused, services);
  await openForm(about, correctForm(known.round, services.words), services);
}

async function correct(form: RoundForm<'correction'>, services: Services): Promise<void> {
  const { submission, reply, known } = form;
  const { words, performer, now } = services;
  const text = form.text('correction') ?? '';
  const command = { type: 'correct_record', text, at: now(), by: submission.by } as const;
  const { refused, round } = await performer.onRound(known.round.id, command);
  if (refused) return refuseForm(form, refused, services);
  const said = words.correcting.form;
  await reply.show(aftermathDone(said.title(), said.done(), round, words));
}
