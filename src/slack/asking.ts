import { isAskedIn } from '../core/askable.ts';
import type { AskingCommand } from '../core/asking.ts';
import type { Round } from '../core/round.ts';
import { member } from '../words/terms.ts';
import { aboutRound, tell, tellRefusal, whyNotNow, type RoundClick } from './about-round.ts';
import { leaveOutForm } from './blocks/asking-modal.ts';
import { askAgain, privately } from './blocks/receipt.ts';
import { noticeModal } from './blocks/skeleton.ts';
import { actionIds, askingValue, callbackIds } from './ids.ts';
import type { Listeners } from './listener.ts';
import { openForm, refuseForm, roundForm, type RoundForm } from './round-form.ts';
import type { Services } from './services.ts';

/**
 * Who is asked: being left out by one's own wish, wishing to be asked, and being asked too.
 * Source: docs/process.md §2.7.
 */
export const askingListeners: Listeners = {
  clicks: {
    [actionIds.leaveMeOut]: aboutRound(openLeaveOut),
    [actionIds.wishToBeAsked]: aboutRound(wish),
    [actionIds.askMemberToo]: aboutRound(askToo),
  },
  submissions: { [callbackIds.leaveOutForm]: roundForm(['why'], leaveOut) },
};

/** A facilitator's own wish needs nobody else: they are asked, and can answer at once (§2.7). */
async function wish(about: RoundClick, services: Services): Promise<void> {
  const { words } = services;
  const after = await changed(about, { type: 'wish_to_be_asked' }, services);
  if (!after) return;
  const isAsked = isAskedIn(after, about.click.by);
  const said = isAsked
    ? askAgain(words.asking.addedYou(), after, words)
    : privately(words.asking.wished());
  await tell(about, said, services);
}

async function askToo(about: RoundClick, services: Services): Promise<void> {
  const who = askingValue.open(about.click.value);
  const after = await changed(about, { type: 'ask_member_too', member: who }, services);
  if (!after) return;
  const said = services.words.asking.added({ member: member(who) });
  await tell(about, privately(said), services);
}

type Change =
  | Pick<AskingCommand & { type: 'wish_to_be_asked' }, 'type'>
  | Pick<AskingCommand & { type: 'ask_member_too' }, 'type' | 'member'>;

/** The round after the change, acked; null where it was refused, which the person then knows. */
async function changed(
  about: RoundClick,
  wished: Change,
  services: Services,
): Promise<Round | null> {
  const { click, reply, known } = about;
  const command = { ...wished, at: services.now(), by: click.by };
  const { refused, round } = await services.performer.onRound(known.round.id, command);
  if (refused) {
    await tellRefusal(about, refused, services);
    return null;
  }
  await reply.ack();
  return round;
}

async function openLeaveOut(about: RoundClick, services: Services): Promise<void> {
  const { known, click } = about;
  const command = { type: 'leave_me_out', why: '', at: services.now(), by: click.by } as const;
  const refused = whyNotNow(known, command);
  if (refused) return tellRefusal(about, refused, services);
  await openForm(about, leaveOutForm(known.round, services.words), services);
}

async function leaveOut(form: RoundForm<'why'>, services: Services): Promise<void> {
  const { submission, reply, known, text } = form;
  const { words } = services;
  const { refused } = await services.performer.onRound(known.round.id, {
    type: 'leave_me_out',
    why: text('why') ?? '',
    at: services.now(),
    by: submission.by,
  });
  if (refused) return refuseForm(form, refused, services);
  const sayings = [words.asking.leftOut()];
  await reply.show(noticeModal({ title: words.asking.form.title(), sayings }, words));
}
