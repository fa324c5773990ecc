import type { Answer } from '../answer.ts';
import type { JsonObject } from '../json.ts';
import type { Message } from '../state/message.ts';
import { messageAt } from '../state/posting.ts';
import { isEmojiName, type Reaction } from '../state/reaction.ts';
import { ACKED, type Stage, channelFor, personOf, tell } from './act.ts';

/** On which message a person acts; the id of a person or bot means the direct message with them. */
export type MessagePlace = { readonly channel: string; readonly ts: string };

/** A person puts an emoji on a message. Ephemeral messages take none. */
export function react(
  stage: Stage,
  who: string,
  place: MessagePlace,
  name: string,
): Promise<Answer> {
  if (!isEmojiName(name)) throw new Error(`${name} is no name of an emoji.`);
  const message = reachable(stage, who, place);
  const { reactions } = message;
  const known = reactions.find((each) => each.name === name);
  if (known?.users.includes(who)) throw new Error(`${who} has put :${name}: there already.`);
  message.reactions = known
    ? reactions.map((each) => (each === known ? { name, users: [...each.users, who] } : each))
    : [...reactions, { name, users: [who] }];
  return changed(stage, 'reaction_added', { who, name, message });
}

/** A person takes their emoji away again. */
export function unreact(
  stage: Stage,
  who: string,
  place: MessagePlace,
  name: string,
): Promise<Answer> {
  const message = reachable(stage, who, place);
  const isTheirs = (each: Reaction) => each.name === name && each.users.includes(who);
  if (!message.reactions.some(isTheirs)) throw new Error(`${who} has not put :${name}: there.`);
  message.reactions = message.reactions
    .map((each) =>
      isTheirs(each) ? { name, users: each.users.filter((one) => one !== who) } : each,
    )
    .filter(({ users }) => users.length > 0);
  return changed(stage, 'reaction_removed', { who, name, message });
}

function reachable({ workspace }: Stage, who: string, place: MessagePlace): Message {
  const user = personOf(workspace, who);
  const channel = channelFor(workspace, user, place.channel);
  if (channel.isArchived) throw new Error(`The channel ${channel.id} is archived.`);
  if (!channel.members.has(user.id)) throw new Error(`${who} is not in the channel ${channel.id}.`);
  const message = messageAt(workspace, channel.id, place.ts);
  if (message === undefined) throw new Error(`There is no message ${place.ts} to react to.`);
  return message;
}

type Change = { readonly who: string; readonly name: string; readonly message: Message };

/** The bot hears of it where it is a member, whoever wrote the message. */
function changed(
  stage: Stage,
  type: 'reaction_added' | 'reaction_removed',
  { who, name, message }: Change,
): Promise<Answer> {
  const { state, journal } = stage.workspace;
  const { channelId: channel, ts, userId } = message;
  journal.write({ kind: 'change', what: 'message', channel, ts });
  const isBotHere = state.channels.get(channel)?.members.has(state.app.botUserId) === true;
  const item: JsonObject = { type: 'message', channel, ts };
  const event = { type, user: who, item, reaction: name, item_user: userId };
  return isBotHere ? tell(stage, event) : Promise.resolve(ACKED);
}
