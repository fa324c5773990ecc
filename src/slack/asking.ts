import type { AskingCommand } from '../core/asking.ts';
import type { Saying } from '../words/message.ts';
import { member } from '../words/terms.ts';
import { aboutRound, tell, tellRefusal, whyNotNow, type RoundClick } from './about-round.ts';
import { leaveOutForm } from './blocks/asking-modal.ts';
import { privately } from './blocks/receipt.ts';
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
    [actionIds.wishToBeAsked]: aboutRound((about, services) =>
      change(about, { type: 'wish_to_be_asked' }, services.words.asking.wished(), services),
    ),
    [actionIds.askMemberToo]: aboutRound((about, services) => {
      const who = askingValue.open(about.click.value);
      const said = services.words.asking.added({ member: member(who) });
      return change(about, { type: 'ask_member_too', member: who }, said, services);
    }),
  },
  submissions: { [callbackIds.leaveOutForm]: roundForm(['why'], leaveOut) },
};

type Change =
  | Pick<AskingCommand & { type: 'wish_to_be_asked' }, 'type'>
  | Pick<AskingCommand & { type: 'ask_member_too' }, 'type' | 'member'>;

async function change(
  about: RoundClick,
  wished: Change,
  said: Saying,
  services: Services,
): Promise<void> {
  const { click, reply, known } = about;
  const command = { ...wished, at: services.now(), by: click.by };
  const { refused } = await services.performer.onRound(known.round.id, command);
  if (refused) return tellRefusal(about, refused, services);
  await reply.ack();
  await tell(about, privately(said), services);
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
