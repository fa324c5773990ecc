import { activeFacilitators } from '../core/circle.ts';
import { circleFor } from '../core/concern.ts';
import type { MemberId } from '../core/ids.ts';
import { partnersInTalk } from '../core/objection-notice.ts';
import type { ObjectionWorkCommand } from '../core/objection-work.ts';
import { inQuestions } from '../core/question-step.ts';
import { openObjectionOf } from '../core/standing.ts';
import { keepersOf } from '../core/standing-in.ts';
import type { Words } from '../words/index.ts';
import { facilitatorsNamed, membersNamed } from '../words/members.ts';
import type { Saying } from '../words/message.ts';
import { member } from '../words/terms.ts';
import { aboutObjection, NO_SUCH_OBJECTION, objectionClicked } from './about-objection.ts';
import { aboutRound, tell, tellRefusal, whyNotNow, type RoundClick } from './about-round.ts';
import { objectionForm } from './blocks/objection-modal.ts';
import { objectionNoteForm } from './blocks/objection-note-modal.ts';
import { privately } from './blocks/receipt.ts';
import { noticeModal } from './blocks/skeleton.ts';
import { actionIds, callbackIds, suggestionValue } from './ids.ts';
import type { Listeners } from './listener.ts';
import { openForm, refuseForm, roundForm, type RoundForm } from './round-form.ts';
import type { Services } from './services.ts';
import type { ObjectionSeen } from './blocks/objection-seen.ts';

/**
 * What its owner and the members do at an objection's own message: talk about it, take words that
 * were suggested, turn it into something to watch, take it on, and ask for help with the words.
 *
 * Source: docs/process.md §2.6, §3.
 */
export const objectionWorkListeners: Listeners = {
  clicks: {
    [actionIds.talkObjection]: aboutRound(talk),
    [actionIds.adoptObjection]: aboutRound(adopt),
    [actionIds.watchObjection]: aboutRound(openNote),
    [actionIds.acceptWording]: aboutRound(acceptWording),
    [actionIds.helpSayIt]: aboutRound(helpSayIt),
  },
  submissions: {
    [callbackIds.objectionNote]: roundForm(['note'], aboutObjection(keepNote)),
  },
};

async function talk(about: RoundClick, services: Services): Promise<void> {
  const { by } = about.click;
  const seen = objectionClicked(about, services);
  if (!seen) return tellRefusal(about, NO_SUCH_OBJECTION, services);
  const at = services.now();
  const said = talkNoted(seen, by, services.words);
  const command = { type: 'ask_talk', objectionId: seen.objection.id, at, by } as const;
  await performAndTell(about, command, said, services);
}

/** Who hears of it, by name: never whoever asked (docs/process.md §2.6). */
function talkNoted(
  { round, circle, objection, now }: ObjectionSeen,
  by: MemberId,
  words: Words,
): Saying {
  const keepers = keepersOf(round, circleFor(round, circle), now).filter((one) => one !== by);
  const hearers = [...new Set([...partnersInTalk(round, objection, by), ...keepers])];
  const people = membersNamed(hearers, words);
  return words.objectionHelp.talked({ people, n: hearers.length });
}

async function adopt(about: RoundClick, services: Services): Promise<void> {
  const seen = objectionClicked(about, services);
  if (!seen) return tellRefusal(about, NO_SUCH_OBJECTION, services);
  const { id: objectionId } = seen.objection;
  const at = services.now();
  const command = { type: 'adopt_objection', objectionId, at, by: about.click.by } as const;
  await performAndTell(about, command, services.words.objectionHelp.adopted(), services);
}

async function acceptWording(about: RoundClick, services: Services): Promise<void> {
  const meant = suggestionValue.open(about.click.value);
  if (!meant) return tellRefusal(about, NO_SUCH_OBJECTION, services);
  const { objection: objectionId, suggestion } = meant;
  const said = { objectionId, suggestion, at: services.now(), by: about.click.by };
  const command = { type: 'accept_wording', ...said } as const;
  await performAndTell(about, command, services.words.objectionHelp.wordingTaken(), services);
}

/** Records what somebody does, acks, and says so where they clicked; or why it cannot be. */
async function performAndTell(
  about: RoundClick,
  command: ObjectionWorkCommand,
  said: Saying,
  services: Services,
): Promise<void> {
  const { refused } = await services.performer.onRound(about.known.round.id, command);
  if (refused) return tellRefusal(about, refused, services);
  await about.reply.ack();
  await tell(about, privately(said), services);
}

async function openNote(about: RoundClick, services: Services): Promise<void> {
  const seen = objectionClicked(about, services);
  if (!seen) return tellRefusal(about, NO_SUCH_OBJECTION, services);
  const refused = whyNotNow(about.known, {
    type: 'make_note',
    objectionId: seen.objection.id,
    note: '',
    at: seen.now,
    by: about.click.by,
  });
  if (refused) return tellRefusal(about, refused, services);
  await openForm(about, objectionNoteForm(seen, services.words), services);
}

async function keepNote(
  form: RoundForm<'note'>,
  { objection }: ObjectionSeen,
  services: Services,
): Promise<void> {
  const { submission, reply, known, text } = form;
  const { refused, round } = await services.performer.onRound(known.round.id, {
    type: 'make_note',
    objectionId: objection.id,
    note: text('note') ?? '',
    at: services.now(),
    by: submission.by,
  });
  if (refused) return refuseForm(form, refused, services);
  const { objectionHelp, stepObjection } = services.words;
  const { title } = objectionHelp.watch;
  const { done } = inQuestions(round) ? stepObjection.watch : objectionHelp.watch;
  await reply.show(noticeModal({ title: title(), sayings: [done()] }, services.words));
}

/** From the form of an objection, with or without words in it; what is typed there stays. */
async function helpSayIt(about: RoundClick, services: Services): Promise<void> {
  const { click, known, reply } = about;
  const { by, view } = click;
  const command = { type: 'ask_help', at: services.now(), by } as const;
  const result = await services.performer.onRound(known.round.id, command);
  if (result.refused) return tellRefusal(about, result.refused, services);
  await reply.ack();
  const { round, circle } = result;
  const { words } = services;
  const others = activeFacilitators(circle, command.at).filter((one) => one !== by);
  const who = others.length > 0 ? facilitatorsNamed(others, words) : member(round.proposedBy);
  const form = objectionForm(round, openObjectionOf(round, by), words, { helpFrom: who });
  if (view && (await reply.update(view.id, form))) return;
  await reply.say(privately(words.objectionHelp.sayIt.asked({ who })));
}
