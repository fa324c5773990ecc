import { versionWithBefore } from '../core/version-changes.ts';
import { openObjectionOf } from '../core/standing.ts';
import { isAskedFirst } from '../core/still-stands.ts';
import { whyNot } from '../core/ways-on.ts';
import { moment } from '../words/terms.ts';
import { aboutRound, seenNow, tell, tellRefusal, type RoundClick } from './about-round.ts';
import { ownerValue } from './blocks/answer-values.ts';
import { nextVersionModal } from './blocks/next-version-modal.ts';
import { askAgain, privately } from './blocks/receipt.ts';
import { versionModal } from './blocks/version-modal.ts';
import { actionIds, callbackIds, versionValue } from './ids.ts';
import type { Listeners } from './listener.ts';
import { openForm } from './round-form.ts';
import type { Services } from './services.ts';
import { onVersionForm } from './version-sent.ts';

/**
 * A next version: writing it, comparing it, and what people say of it beside answering.
 * Source: docs/process.md §D6, §2.6.
 */
export const versionListeners: Listeners = {
  clicks: {
    [actionIds.publishVersion]: aboutRound(openVersionForm),
    [actionIds.compareVersions]: aboutRound(compare),
    [actionIds.challengeWording]: aboutRound(challenge),
    [actionIds.keepObjection]: aboutRound(keepObjection),
  },
  submissions: { [callbackIds.versionForm]: onVersionForm },
};

/** The form, for whoever may publish; everyone else hears whom to talk with. */
async function openVersionForm(about: RoundClick, services: Services): Promise<void> {
  const { click, known } = about;
  const { by } = click;
  const seen = seenNow(known, services);
  const { round, circle, now } = seen;
  const refused = whyNot('publish_next_version', round, { by, at: now, circle });
  if (refused) return tellRefusal(about, refused, services);
  await openForm(about, nextVersionModal({ ...seen, by }, services.words), services);
}

/** What a version changed, in full; a further page takes the place of the one that was read. */
async function compare(about: RoundClick, services: Services): Promise<void> {
  const { click, reply, known } = about;
  const seen = seenNow(known, services);
  const value = versionValue.open(click.value);
  const pair = value && versionWithBefore(seen.round, value.version);
  if (!value || !pair) {
    return tell(about, privately(services.words.system.tooSlow()), services);
  }
  const view = versionModal({ seen, pair, from: value.from }, services.words);
  const isFurther = click.view !== null && click.view.callbackId === callbackIds.message;
  if (!isFurther) return openForm(about, view, services);
  await reply.ack();
  await reply.update(click.view.id, view);
}

/** “This changes it for me”: recorded at once, and the person is asked for their answer. */
async function challenge(about: RoundClick, services: Services): Promise<void> {
  const { click, reply, known } = about;
  const { by } = click;
  const { words, performer } = services;
  const versionNumber = versionValue.open(click.value)?.version ?? 0;
  const result = await performer.onRound(known.round.id, {
    type: 'challenge_wording',
    versionNumber,
    at: services.now(),
    by,
  });
  if (result.refused) return tellRefusal(about, result.refused, services);
  await reply.ack();
  const { round, circle } = result;
  const deadline = moment(round.deadlineAt, circle.settings.calendar.timeZone);
  const { title } = round;
  const noted = words.version.challengeNoted({ n: versionNumber, title, deadline });
  await tell(about, askAgain(noted, round, words), services);
}

/** “Not yet”, or “It still stands”: the objector's own word on the current version. */
async function keepObjection(about: RoundClick, services: Services): Promise<void> {
  const { click, reply, known } = about;
  const { by } = click;
  const { words, performer } = services;
  const { round } = seenNow(known, services);
  const { objection: named, text: ofVersion } = ownerValue.open(click.value);
  const objectionId = named ?? openObjectionOf(round, by)?.id;
  if (!objectionId) {
    await reply.ack();
    return tell(about, privately(words.refusal.noOwnObjection()), services);
  }
  const command = {
    type: 'keep_objection',
    objectionId,
    ofVersion,
    at: services.now(),
    by,
  } as const;
  const result = await performer.onRound(known.round.id, command);
  if (result.refused) return tellRefusal(about, result.refused, services);
  await reply.ack();
  const { title, versions } = result.round;
  const before = round.objections.find(({ id }) => id === objectionId);
  const said =
    before && isAskedFirst(round, before)
      ? words.version.stands({ n: versions.length, title })
      : words.objection.standsNoted({ title });
  await tell(about, privately(said), services);
}
