import type { Answer } from '../answer.ts';
import { type JsonObject, textAt } from '../json.ts';
import type { Channel } from '../state/channel.ts';
import { messageAnswer } from '../state/message.ts';
import { directMessage, post } from '../state/posting.ts';
import { viewAnswer } from '../state/view.ts';
import type { Workspace } from '../workspace.ts';
import { ACKED, type Stage, channelFor, personOf, tell } from './act.ts';
import { valuesOf } from './element-state.ts';
import { escaped } from './escaped.ts';

/** A person writes a message; the bot hears of it where it is a member and has asked for it. */
export async function say(
  stage: Stage,
  who: string,
  where: { readonly channel: string; readonly threadTs?: string | undefined },
  typed: string,
): Promise<Answer> {
  const { workspace } = stage;
  const { state } = workspace;
  const user = personOf(workspace, who);
  const channel = channelFor(workspace, user, where.channel);
  const isBotHere = channel.members.has(state.app.botUserId);
  const home = state.app.manifest.features?.app_home;
  if (channel.kind === 'im' && isBotHere && home?.messages_tab_read_only_enabled === true) {
    const shown = 'Sending messages to this app has been turned off.';
    return { kind: 'client_error', problems: {}, shown };
  }
  const content = { text: escaped(workspace, typed), attachments: [], metadata: undefined };
  const blocks = [richTextOf(workspace, typed)];
  const place = { channelId: channel.id, threadTs: where.threadTs };
  const message = post(workspace, place, user.id, { ...content, blocks });
  if (!isBotHere) return ACKED;
  return tell(stage, {
    ...messageAnswer(message, state.team.id),
    channel: channel.id,
    channel_type: channelType(channel),
    event_ts: message.ts,
  });
}

/** A person opens the app's Home, or its Messages tab: app_home_opened. */
export async function openHome(
  stage: Stage,
  who: string,
  tab: 'home' | 'messages',
): Promise<Answer> {
  const { workspace } = stage;
  const { app, homes, team } = workspace.state;
  const user = personOf(workspace, who);
  const channel = directMessage(workspace, app.botUserId, user.id).id;
  const view = tab === 'home' ? homes.get(user.id) : undefined;
  const shown = view === undefined ? {} : { view: viewAnswer(view, app, team.id, valuesOf(view)) };
  return tell(stage, { type: 'app_home_opened', user: user.id, channel, tab, ...shown });
}

/** Someone, or the bot, comes into a channel. The bot hears of it where it is a member. */
export function join(
  stage: Stage,
  userId: string,
  channelId: string,
  inviter?: string,
): Promise<Answer> {
  const channel = channelOf(stage.workspace, channelId);
  if (channel.members.has(userId)) return Promise.resolve(ACKED);
  channel.members.add(userId);
  return membershipEvent(stage, channel, { type: 'member_joined_channel', user: userId, inviter });
}

/** A person leaves a channel. */
export function leave(stage: Stage, userId: string, channelId: string): Promise<Answer> {
  const channel = channelOf(stage.workspace, channelId);
  if (!channel.members.delete(userId)) return Promise.resolve(ACKED);
  return membershipEvent(stage, channel, { type: 'member_left_channel', user: userId });
}

/** The bot is taken out. Slack tells it by channel_left or group_left, and by nothing else. */
export function kickBot(stage: Stage, who: string, channelId: string): Promise<Answer> {
  const { workspace } = stage;
  const channel = channelOf(workspace, channelId);
  if (!channel.members.delete(workspace.state.app.botUserId)) return Promise.resolve(ACKED);
  announce(workspace, channel);
  const type = channel.kind === 'private' ? 'group_left' : 'channel_left';
  return tell(stage, { type, channel: channel.id, actor_id: who });
}

/** A channel is archived, brought back, or given another name. */
export function changeChannel(
  stage: Stage,
  channelId: string,
  change: { readonly isArchived: boolean } | { readonly name: string },
): Promise<Answer> {
  const { workspace } = stage;
  const channel = channelOf(workspace, channelId);
  const prefix = channel.kind === 'private' ? 'group' : 'channel';
  if (!('name' in change)) {
    channel.isArchived = change.isArchived;
    announce(workspace, channel);
    const type = `${prefix}_${change.isArchived ? 'archive' : 'unarchive'}`;
    return whereMember(stage, channel, { type, channel: channel.id, user: channel.creator });
  }
  channel.name = change.name;
  announce(workspace, channel);
  const created = Math.floor(channel.createdAt / 1000);
  const renamed = { id: channel.id, name: channel.name, created };
  return whereMember(stage, channel, { type: `${prefix}_rename`, channel: renamed });
}

function channelOf(workspace: Workspace, id: string): Channel {
  const channel = workspace.state.channels.get(id);
  if (channel === undefined) throw new Error(`There is no channel ${id}.`);
  return channel;
}

function membershipEvent(stage: Stage, channel: Channel, event: JsonObject): Promise<Answer> {
  announce(stage.workspace, channel);
  const channel_type = channel.kind === 'private' ? 'G' : 'C';
  const user = stage.workspace.state.users.get(textAt(event, 'user'));
  const team = user?.teamId ?? stage.workspace.state.team.id;
  return whereMember(stage, channel, { ...event, channel: channel.id, channel_type, team });
}

function whereMember(stage: Stage, channel: Channel, event: JsonObject): Promise<Answer> {
  const isMember = channel.members.has(stage.workspace.state.app.botUserId);
  return isMember ? tell(stage, event) : Promise.resolve(ACKED);
}

function announce(workspace: Workspace, channel: Channel): void {
  workspace.journal.write({ kind: 'change', what: 'channel', channel: channel.id });
}

function channelType(channel: Channel): string {
  const names = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' };
  return names[channel.kind];
}

function richTextOf(workspace: Workspace, typed: string): JsonObject {
  const elements = [{ type: 'text', text: typed }];
  const section = { type: 'rich_text_section', elements };
  return { type: 'rich_text', block_id: workspace.ids.blockId(), elements: [section] };
}
