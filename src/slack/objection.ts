import { objectionId, type ObjectionId } from '../core/ids.ts';
import { openObjectionOf } from '../core/standing.ts';
import { aboutRound, seenNow, tell, tellRefusal, whyNotNow } from './about-round.ts';
import type { RoundClick } from './about-round.ts';
import { ownerValue } from './blocks/answer-values.ts';
import type { MessageContent } from './blocks/message.ts';
import { OBJECTION_FIELDS, objectionForm, objectionThanks } from './blocks/objection-modal.ts';
import {
  objectionTakenBackReceipt,
  privately,
  settledReceipt,
  type Answered,
} from './blocks/receipt.ts';
import { actionIds, callbackIds, objectionValue } from './ids.ts';
import type { Listeners } from './listener.ts';
import { raiseLate } from './after-closing.ts';
import { openForm, refuseForm, roundForm, type RoundForm } from './round-form.ts';
import type { Services } from './services.ts';

/**
 * Objections: raising one, changing its words, and what its owner alone may say of it.
 * Source: docs/process.md §0 invariants 3 and 4, §2.6.
 */
export const objectionListeners: Listeners = {
  clicks: {
    [actionIds.object]: aboutRound(openObjection),
    [actionIds.rewordObjection]: aboutRound(reword),
    [actionIds.settleObjection]: aboutRound((about, services) =>
      say(about, 'settle_objection', settledReceipt, services),
    ),
    [actionIds.takeBackObjection]: aboutRound((about, services) =>
      say(
        about,
        'take_back_objection',
        ({ after }, words) => objectionTakenBackReceipt(after, words),
        services,
      ),
    ),
  },
  submissions: {
    [callbackIds.objectionForm]: roundForm(OBJECTION_FIELDS, raise),
  },
};

/** Opens the form, with the person's own open objection in it where there is one. */
async function openObjection(about: RoundClick, services: Services): Promise<void> {
  const { known, click } = about;
  const { by } = click;
  const nothing = { harm: '', effect: '', remedy: null };
  const refused = whyNotNow(known, {
    type: 'object',
    objectionId: objectionId('not-yet'),
    ...nothing,
    at: services.now(),
    by,
  });
  if (refused) return tellRefusal(about, refused, services);
  const { round } = seenNow(known, services);
  const own = openObjectionOf(round, by);
  await openForm(about, objectionForm(round, own, services.words), services);
}

/** The same from a button at one objection: only its owner changes its words. */
async function reword(about: RoundClick, services: Services): Promise<void> {
  const { round } = seenNow(about.known, services);
  const meant = objectionValue.open(about.click.value)?.objection;
  const objection = round.objections.find(({ id }) => id === meant);
  if (objection && objection.by !== about.click.by) {
    const refused = { code: 'not_the_objector', objector: objection.by } as const;
    return tellRefusal(about, refused, services);
  }
  return openObjection(about, services);
}

/** Settles or takes back: the objection that the button names, or else the person's own. */
async function say(
  about: RoundClick,
  type: 'settle_objection' | 'take_back_objection',
  receiptOf: (answered: Answered, words: Services['words']) => MessageContent,
  services: Services,
): Promise<void> {
  const { click, reply, known } = about;
  const { by } = click;
  const meant = objectionMeant(about);
  if (!meant) {
    await reply.ack();
    return tell(about, privately(services.words.refusal.noOwnObjection()), services);
  }
  const at = services.now();
  const ofVersion = ownerValue.open(click.value).text;
  const command = { type, objectionId: meant, ofVersion, at, by } as const;
  const result = await services.performer.onRound(known.round.id, command);
  if (result.refused) return tellRefusal(about, result.refused, services);
  await reply.ack();
  const { round: after, circle } = result;
  const answered = { before: known.round, after, circle, by, at };
  await tell(about, receiptOf(answered, services.words), services);
}

function objectionMeant({ click, known }: RoundClick): ObjectionId | null {
  const named = ownerValue.open(click.value).objection;
  return named ?? openObjectionOf(known.round, click.by)?.id ?? null;
}

/** Records an objection: open from this moment, approved by nobody. */
async function raise(
  form: RoundForm<(typeof OBJECTION_FIELDS)[number]>,
  services: Services,
): Promise<void> {
  const { submission, reply, known, ofVersion, text } = form;
  const { by, view } = submission;
  const at = services.now();
  const result = await services.performer.onRound(known.round.id, {
    type: 'object',
    // The same form sent twice is one objection.
    objectionId: objectionId(`o_${view.id}`),
    harm: text('harm') ?? '',
    effect: text('effect') ?? '',
    remedy: text('remedy'),
    ofVersion,
    at,
    by,
  });
  const { refused } = result;
  if (refused?.code === 'round_ended' && refused.ending.kind === 'decided') {
    return raiseLate(form, services, true);
  }
  if (refused) return refuseForm(form, refused, services);
  const { round: after, circle } = result;
  const answered = { before: known.round, after, circle, by, at };
  await reply.show(objectionThanks(answered, services.words));
}
