import type { ObjectionWorkCommand } from '../core/objection-work.ts';
import { aboutObjection, NO_SUCH_OBJECTION, objectionClicked } from './about-objection.ts';
import { aboutRound, tellRefusal, whyNotNow, type RoundClick } from './about-round.ts';
import { HELP_KINDS, helpDone, helpForm, helpModal, wayIn } from './blocks/objection-help-modal.ts';
import { WORDING_FIELDS } from './blocks/objection-help-modal.ts';
import type { ObjectionSeen } from './blocks/objection-seen.ts';
import { fieldsOf } from './form-state.ts';
import { actionIds, callbackIds } from './ids.ts';
import type { Listeners } from './listener.ts';
import { openForm, refuseForm, roundForm, type RoundForm } from './round-form.ts';
import type { Services } from './services.ts';

/**
 * Facilitators help an objection on: by a question, by words, or by a way from the checklist. What
 * they send is a suggestion in the objection's thread, and settles nothing.
 *
 * Source: docs/process.md §2.6, §3.
 */
export const objectionHelpListeners: Listeners = {
  clicks: { [actionIds.helpObjection]: aboutRound(openHelp) },
  submissions: {
    [callbackIds.objectionHelp]: roundForm([], aboutObjection(chooseHelp)),
    [callbackIds.objectionClarity]: roundForm(['question'], aboutObjection(askClarity)),
    [callbackIds.objectionWording]: roundForm(WORDING_FIELDS, aboutObjection(suggestWording)),
    [callbackIds.objectionWay]: roundForm(['note'], aboutObjection(suggestWay)),
  },
};

async function openHelp(about: RoundClick, services: Services): Promise<void> {
  const seen = objectionClicked(about, services);
  if (!seen) return tellRefusal(about, NO_SUCH_OBJECTION, services);
  const { id: objectionId } = seen.objection;
  const asking = { type: 'ask_clarity', objectionId, text: '' } as const;
  const refused = whyNotNow(about.known, { ...asking, at: seen.now, by: about.click.by });
  if (refused) return tellRefusal(about, refused, services);
  await openForm(about, helpModal(seen, services.words), services);
}

/** The link to the aim needs no words of the facilitator's; everything else has its own form. */
async function chooseHelp(
  form: RoundForm<never>,
  seen: ObjectionSeen,
  services: Services,
): Promise<void> {
  const chosen = fieldsOf(form.submission.view.values).chosen('kind');
  const kind = HELP_KINDS.find((each) => each === chosen);
  if (!kind) {
    await form.reply.errors({ kind: services.words.objectionHelp.choose().plain });
    return;
  }
  if (kind === 'aim_link') return send(form, seen, { type: 'ask_aim_link' }, services);
  await form.reply.show(helpForm(kind, seen, services.words));
}

async function askClarity(
  form: RoundForm<'question'>,
  seen: ObjectionSeen,
  services: Services,
): Promise<void> {
  await send(form, seen, { type: 'ask_clarity', text: form.text('question') ?? '' }, services);
}

async function suggestWording(
  form: RoundForm<(typeof WORDING_FIELDS)[number]>,
  seen: ObjectionSeen,
  services: Services,
): Promise<void> {
  const { text } = form;
  const words = { harm: text('harm') ?? '', effect: text('effect') ?? '', remedy: text('remedy') };
  await send(form, seen, { type: 'suggest_wording', ...words }, services);
}

async function suggestWay(
  form: RoundForm<'note'>,
  seen: ObjectionSeen,
  services: Services,
): Promise<void> {
  const way = wayIn(fieldsOf(form.submission.view.values).chosen('way'));
  if (!way) {
    await form.reply.errors({ way: services.words.objectionHelp.way().plain });
    return;
  }
  await send(form, seen, { type: 'suggest_way', way, text: form.text('note') }, services);
}

type Help = ObjectionWorkCommand extends infer Each
  ? Each extends { type: 'ask_clarity' | 'ask_aim_link' | 'suggest_wording' | 'suggest_way' }
    ? Omit<Each, 'at' | 'by' | 'objectionId'>
    : never
  : never;

async function send(
  form: RoundForm<never>,
  seen: ObjectionSeen,
  help: Help,
  services: Services,
): Promise<void> {
  const { submission, reply, known } = form;
  const { id: objectionId } = seen.objection;
  const said = { objectionId, at: services.now(), by: submission.by };
  const { refused } = await services.performer.onRound(known.round.id, { ...help, ...said });
  if (refused) return refuseForm(form, refused, services);
  await reply.show(helpDone(seen, services.words));
}
