import type { Answer } from '../answer.ts';
import type { Receipt } from '../delivery/courier.ts';
import type { Dispatch } from '../delivery/dispatch.ts';
import type { JsonObject } from '../json.ts';
import { eventDelivery, isSubscribed } from '../payload/event.ts';
import { type Channel, mayRead } from '../state/channel.ts';
import { directMessage } from '../state/posting.ts';
import type { User } from '../state/user.ts';
import type { Workspace } from '../workspace.ts';

/** What every act of a person needs. */
export type Stage = { readonly workspace: Workspace; readonly dispatch: Dispatch };

/** The person; throws where the world has nobody of that id, or they are deactivated. */
export function personOf(workspace: Workspace, who: string): User {
  const user = workspace.state.users.get(who);
  if (user === undefined) throw new Error(`There is nobody with the id ${who}.`);
  if (user.isDeactivated) throw new Error(`${who} is deactivated and cannot do anything.`);
  return user;
}

/** The channel a person acts in; the id of a person or bot means the direct message with them. */
export function channelFor(workspace: Workspace, user: User, id: string): Channel {
  const channel = workspace.state.users.has(id)
    ? directMessage(workspace, user.id, id)
    : workspace.state.channels.get(id);
  if (channel === undefined) throw new Error(`There is no channel ${id}.`);
  if (!mayRead(channel, user)) throw new Error(`${user.id} cannot see the channel ${id}.`);
  return channel;
}

/** What a person sees of an ack, or of its absence, where nothing else follows from it. */
export function answerOf(receipt: Receipt, about: 'command' | 'click' | 'form', name = ''): Answer {
  if (receipt.outcome === 'acked') return ACKED;
  if (receipt.outcome === 'timeout') {
    return { kind: 'operation_timeout', shown: sentence(about, name, 'operation_timeout') };
  }
  const status = receipt.outcome === 'refused' ? receipt.status : 0;
  return { kind: 'dispatch_failed', status, shown: sentence(about, name, 'dispatch_failed') };
}

/** The bot took it, and nothing is to be seen. */
export const ACKED: Answer = { kind: 'acked', text: '', shown: '' };

/** The sentences of Slack's own client. */
function sentence(about: 'command' | 'click' | 'form', name: string, error: string): string {
  if (about === 'command') return `${name} failed with the error "${error}"`;
  return about === 'form'
    ? 'We had some trouble connecting. Try again?'
    : 'Sorry, that didn’t work. Try again?';
}

/** Tells the bot of an event, if its manifest asks for it. */
export async function tell(stage: Stage, event: JsonObject): Promise<Answer> {
  if (!isSubscribed(stage.workspace, event)) return ACKED;
  const receipt = await stage.dispatch(eventDelivery(stage.workspace, event));
  return answerOf(receipt, 'click');
}
