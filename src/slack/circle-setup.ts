import type { ModalView } from '@slack/types';
import { isTimeZone } from '../core/calendar.ts';
import type { ChannelId, MemberId } from '../core/ids.ts';
import type { Saying } from '../words/message.ts';
import type { Begun } from './blocks/begun-fields.ts';
import { circleFormModal } from './blocks/circle-modal.ts';
import { noticeModal, skeletonModal } from './blocks/skeleton.ts';
import { firstSettings } from './circle-form.ts';
import type { Reach } from './conversations.ts';
import type { Interaction } from './interaction.ts';
import { openOrSay, type OpeningReply } from './opening.ts';
import type { Person } from './people.ts';
import { isDirectMessage, obstacleOf, reachInTime } from './reach.ts';
import { sentence } from './sentence.ts';
import type { Services } from './services.ts';
import { faultNameOf } from './slack-error.ts';

/** What a person wants who comes to set up a circle: just that (null), or then to propose. */
type Wish = Begun | null;

/**
 * Offers the form that sets up the circle of a channel. Where the bot cannot be, the person hears
 * what to do instead. The modal opens before the channel's people are asked for.
 *
 * Source: docs/process.md §6, §D10.
 */
export async function offerSetUp(
  call: Interaction,
  wish: Wish,
  reply: OpeningReply,
  services: Services,
): Promise<void> {
  const { words, botUserId } = services;
  const { channelId: channel } = call;
  if (!channel || isDirectMessage(channel)) {
    return reply.say(sentence(words.circle.where.directMessage()));
  }
  const reach = await reachInTime(channel, services);
  const obstacle = reach && obstacleOf(reach, words, botUserId);
  if (obstacle) return reply.say(sentence(obstacle));

  const viewId = await openOrSay(
    skeletonModal(words.circle.form.titleSetUp(), words),
    reply,
    services,
  );
  if (!viewId) return;
  await reply.ack();
  const where = { channel, reach, by: call.by };
  await reply.update(viewId, await filledForm(where, wish, services));
}

type Where = {
  readonly channel: ChannelId;
  /** Null where Slack has not said it yet. */
  readonly reach: Reach | null;
  readonly by: MemberId;
};

async function filledForm(
  { channel, reach, by }: Where,
  wish: Wish,
  services: Services,
): Promise<ModalView> {
  const { words, botUserId, conversations, people } = services;
  const title = words.circle.form.titleSetUp();
  const notice = (saying: Saying) => noticeModal({ title, sayings: [saying] }, words);
  try {
    const obstacle = obstacleOf(reach ?? (await conversations.reach(channel)), words, botUserId);
    if (obstacle) return notice(obstacle);
    const setter = await people.person(by);
    const ids = await conversations.members(channel);
    if (setter.kind !== 'person' || !ids.includes(by)) {
      return notice(words.circle.where.notAPerson());
    }
    const persons = await people.persons(ids);
    const humans = persons.filter(({ kind }) => kind === 'person');
    const unseen = ids.length - persons.length;
    return circleFormModal(firstState(channel, { humans, setter, unseen }, wish), words);
  } catch (error) {
    services.log.warn({ fault: faultNameOf(error) }, 'Slack did not tell about a channel');
    return notice(words.circle.where.cannotTell());
  }
}

function firstState(
  channel: ChannelId,
  seen: { readonly humans: readonly Person[]; readonly setter: Person; readonly unseen: number },
  wish: Wish,
) {
  const { humans, setter, unseen } = seen;
  const { timeZone } = setter;
  return {
    channel,
    circle: null,
    settings: firstSettings(timeZone && isTimeZone(timeZone) ? timeZone : 'UTC'),
    closedDays: '',
    deciders: humans.map(({ id }) => id),
    learning: [],
    facilitators: [setter.id],
    secretaries: [],
    unseen,
    proposal: wish,
  };
}
