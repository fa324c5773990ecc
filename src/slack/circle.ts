import { isMember, type Circle } from '../core/circle.ts';
import { facilitatorsNamed } from '../words/members.ts';
import { circleShowModal } from './blocks/circle-show.ts';
import { helpMessage } from './blocks/help-message.ts';
import { onChangeCircle } from './circle-changed.ts';
import { memberClosingClicks } from './circle-closing.ts';
import { onMemberJoined, onMemberLeft, onUserChange } from './circle-events.ts';
import { onBackFromLeave, onLeave, onLeaveForm } from './circle-leave.ts';
import { onCircleForm } from './circle-sent.ts';
import { offerSetUp } from './circle-setup.ts';
import { actionIds, callbackIds } from './ids.ts';
import type { Click, CommandCall, Interaction } from './interaction.ts';
import type { Listeners } from './listener.ts';
import { openOrSay, type OpeningReply } from './opening.ts';
import type { CallReply, ClickReply } from './reply-to-person.ts';
import { sentence } from './sentence.ts';
import type { Services } from './services.ts';
import { asksForHelp } from './typed-text.ts';

/** `/circle`, its forms, and what Slack tells of people. Source: docs/process.md §6, §D10. */
export const circleListeners: Listeners = {
  commands: { '/circle': onCommand },
  clicks: {
    [actionIds.setUpCircle]: onSetUp,
    [actionIds.changeCircle]: onChangeCircle,
    [actionIds.leave]: onLeave,
    [actionIds.backFromLeave]: onBackFromLeave,
    ...memberClosingClicks,
  },
  submissions: {
    [callbackIds.circleForm]: onCircleForm,
    [callbackIds.circleLeave]: onLeaveForm,
  },
  events: {
    member_joined_channel: onMemberJoined,
    member_left_channel: onMemberLeft,
    user_change: onUserChange,
  },
};

async function onCommand(call: CommandCall, reply: CallReply, services: Services): Promise<void> {
  if (asksForHelp(call.text)) {
    const { title, ...sayings } = services.words.help.circle;
    return reply.say(
      helpMessage(
        title(),
        Object.values(sayings).map((say) => say()),
      ),
    );
  }
  await showOrSetUp(call, reply, services);
}

/** The button of the greeting. */
function onSetUp(click: Click, reply: ClickReply, services: Services): Promise<void> {
  return showOrSetUp(click, reply, services);
}

async function showOrSetUp(
  call: Interaction,
  reply: OpeningReply,
  services: Services,
): Promise<void> {
  const { store, performer, teamId } = services;
  const id = call.channelId && (await store.circleOfChannel(teamId, call.channelId));
  const circle = id && (await performer.circle(id));
  if (!circle) return offerSetUp(call, null, reply, services);
  if (isMember(circle, call.by)) await show(circle, call, reply, services);
  else await pointToFacilitators(circle, reply, services);
}

async function show(
  circle: Circle,
  { by: viewer }: Interaction,
  reply: OpeningReply,
  services: Services,
): Promise<void> {
  const state = { circle, viewer, now: services.now() };
  await openOrSay(circleShowModal(state, services.words), reply, services);
}

/**
 * Who is in the channel and not in the circle learns whom to ask, and nothing else. That they are
 * in the channel Slack has seen to: nobody else can type or click there.
 */
async function pointToFacilitators(
  circle: Circle,
  reply: OpeningReply,
  { words }: Services,
): Promise<void> {
  const facilitators = facilitatorsNamed(circle.facilitators, words);
  await reply.say(sentence(words.circle.where.outsider({ facilitators })));
}
