import type { Circle } from '../core/circle.ts';
import { EMPTY_DOCUMENT } from '../core/document.ts';
import type { ChannelId } from '../core/ids.ts';
import type { Begun } from './blocks/begun-fields.ts';
import { helpMessage } from './blocks/help-message.ts';
import { offerSetUp } from './circle-setup.ts';
import { callbackIds } from './ids.ts';
import type { CommandCall, Interaction, ShortcutCall } from './interaction.ts';
import type { Listeners } from './listener.ts';
import { proposeAgain } from './look-again.ts';
import { documentOfMessage } from './message-text.ts';
import { openOrSay, type OpeningReply } from './opening.ts';
import { proposalChanges } from './proposal-change.ts';
import { onProposalCircle, proposeSomewhere, whyNot } from './proposal-circle.ts';
import { draftOf, proposalFormOf } from './proposal-draft.ts';
import { onProposalForm } from './proposal-sent.ts';
import { isDirectMessage } from './reach.ts';
import type { CallReply } from './reply-to-person.ts';
import { sentence } from './sentence.ts';
import type { Services } from './services.ts';
import { decisionNamed } from './typed-words.ts';
import { asksForHelp, plainTypedText } from './typed-text.ts';

/** `/propose` and the two shortcuts, with their form. Source: docs/process.md §2.1, §3. */
export const proposalListeners: Listeners = {
  commands: { '/propose': onCommand },
  shortcuts: {
    [callbackIds.proposeGlobal]: onGlobalShortcut,
    [callbackIds.proposeFromMessage]: onMessageShortcut,
  },
  clicks: proposalChanges,
  submissions: {
    [callbackIds.proposalForm]: onProposalForm,
    [callbackIds.proposalCircle]: onProposalCircle,
  },
};

async function onCommand(call: CommandCall, reply: CallReply, services: Services): Promise<void> {
  if (asksForHelp(call.text)) {
    const { title, ...sayings } = services.words.help.propose;
    return reply.say(
      helpMessage(
        title(),
        Object.values(sayings).map((say) => say()),
      ),
    );
  }
  const typed = plainTypedText(call.text);
  const named = decisionNamed(typed);
  if (named) return proposeAgain(call, { ...named, typed }, reply, services);
  const circle = await circleIn(call.channelId, services);
  await propose(call, { circle, begun: { typed, document: EMPTY_DOCUMENT } }, reply, services);
}

/** From anywhere in Slack: there is no channel to say for which circle. */
function onGlobalShortcut(call: ShortcutCall, reply: CallReply, services: Services): Promise<void> {
  return proposeSomewhere(call, { typed: '', document: EMPTY_DOCUMENT }, reply, services);
}

/** “Turn into a proposal”: the message becomes the proposal's text. */
async function onMessageShortcut(
  call: ShortcutCall,
  reply: CallReply,
  services: Services,
): Promise<void> {
  const circle = await circleIn(call.channelId, services);
  const document = call.message ? documentOfMessage(call.message) : EMPTY_DOCUMENT;
  await propose(call, { circle, begun: { typed: '', document } }, reply, services);
}

type Wanted = {
  /** The circle of the channel; null where it has none. */
  readonly circle: Circle | null;
  readonly begun: Begun;
};

/** Opens the form, or says what has to come first. */
async function propose(
  call: Interaction,
  { circle, begun }: Wanted,
  reply: OpeningReply,
  services: Services,
): Promise<void> {
  if (!circle) {
    const isElsewhere = !call.channelId || isDirectMessage(call.channelId);
    if (isElsewhere) return proposeSomewhere(call, begun, reply, services);
    return offerSetUp(call, begun, reply, services);
  }
  const instead = whyNot(circle, call.by, services);
  if (instead) return reply.say(sentence(instead));
  const draft = draftOf(begun, circle, services.now());
  await openOrSay(await proposalFormOf(circle, call.by, draft, services), reply, services);
}

async function circleIn(
  channel: ChannelId | null,
  { store, performer, teamId }: Services,
): Promise<Circle | null> {
  const id = channel && (await store.circleOfChannel(teamId, channel));
  return id ? performer.circle(id) : null;
}
