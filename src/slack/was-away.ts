import type { WasAwayCommand } from '../core/was-away.ts';
import { aboutRound, tellRefusal, whyNotNow, type RoundClick } from './about-round.ts';
import { wasAwayForm, wasAwayThanks } from './blocks/was-away-part.ts';
import { actionIds, callbackIds } from './ids.ts';
import type { Listeners } from './listener.ts';
import { openForm, refuseForm, roundForm, type RoundForm } from './round-form.ts';
import type { Services } from './services.ts';

/** “I was away”, for 14 days after a decision in which one was silent (docs/process.md §2.5). */
export const wasAwayListeners: Listeners = {
  clicks: { [actionIds.wasAway]: aboutRound(openWasAway) },
  submissions: { [callbackIds.wasAwayForm]: roundForm(['note'], sayWasAway) },
};

async function openWasAway(about: RoundClick, services: Services): Promise<void> {
  const { click, known } = about;
  const command: WasAwayCommand = {
    type: 'say_i_was_away',
    note: null,
    at: services.now(),
    by: click.by,
  };
  const refused = whyNotNow(known, command);
  if (refused) return tellRefusal(about, refused, services);
  await openForm(about, wasAwayForm(known.round, services.words), services);
}

async function sayWasAway(form: RoundForm<'note'>, services: Services): Promise<void> {
  const { submission, known, reply } = form;
  const command: WasAwayCommand = {
    type: 'say_i_was_away',
    note: form.text('note'),
    at: services.now(),
    by: submission.by,
  };
  const { refused } = await services.performer.onRound(known.round.id, command);
  if (refused) return refuseForm(form, refused, services);
  await reply.show(wasAwayThanks(known.round, services.words));
}
