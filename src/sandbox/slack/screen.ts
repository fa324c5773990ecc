import { blocksOf } from './blocks/walk.ts';
import { type JsonObject, objectAt, textAt } from './json.ts';
import { valuesOf } from './person/element-state.ts';
import { type Channel, mayRead } from './state/channel.ts';
import { type Ephemeral, type Message, isInChannel } from './state/message.ts';
import type { Reaction } from './state/reaction.ts';
import { stackOf } from './state/stack.ts';
import type { User } from './state/user.ts';
import type { View } from './state/view.ts';
import type { ManifestCommand, ManifestShortcut } from './world.ts';
import type { Workspace } from './workspace.ts';

/** What one person has before them: nothing that Slack would not show to them. */
export type Screen = {
  readonly user: User;
  /** The time by the pretend clock, in epoch milliseconds. */
  readonly now: number;
  /** Channels they may read: public ones (guests: not those), and those they are in. */
  readonly channels: readonly ShownChannel[];
  readonly dms: readonly ShownDirectMessage[];
  /** The messages of a channel, without thread replies, the oldest first. */
  messages(channel: string): readonly ShownMessage[];
  /** A parent and its replies, the oldest first. */
  thread(channel: string, ts: string): readonly ShownMessage[];
  /** The messages that only they see, in all channels or in one. */
  ephemerals(channel?: string): readonly ShownMessage[];
  /** The modal on top. */
  readonly modal: ShownView | undefined;
  /** The whole stack, the top one last. */
  readonly modals: readonly ShownView[];
  readonly home: ShownView | undefined;
  readonly commands: readonly ManifestCommand[];
  readonly shortcuts: readonly ManifestShortcut[];
};

export type ShownChannel = {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly isMember: boolean;
  readonly isArchived: boolean;
  readonly topic: string;
  readonly memberCount: number;
};

export type ShownDirectMessage = { readonly id: string; readonly with: readonly User[] };

export type ShownMessage = {
  readonly ts: string;
  readonly channel: string;
  readonly user: User | undefined;
  readonly isApp: boolean;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly isEdited: boolean;
  readonly isDeleted: boolean;
  /** Only visible to them. */
  readonly isEphemeral: boolean;
  readonly threadTs: string | undefined;
  /** A reply that stands in the channel too. */
  readonly isBroadcast: boolean;
  readonly replyCount: number;
  readonly reactions: readonly Reaction[];
};

export type ShownView = {
  readonly id: string;
  readonly callbackId: string;
  readonly title: string;
  readonly submit: string | undefined;
  readonly close: string;
  readonly blocks: readonly JsonObject[];
  /** `state.values`, with what they have typed. */
  readonly values: JsonObject;
  readonly errors: Readonly<Record<string, string>>;
};

/** The screen of one person. Throws where there is nobody of that id. */
export function screenOf(workspace: Workspace, who: string): Screen {
  const { state } = workspace;
  const user = state.users.get(who);
  if (user === undefined) throw new Error(`There is nobody with the id ${who}.`);
  const modals = stackOf(workspace, who).map(shownView);
  const home = state.homes.get(who);
  const { features } = state.app.manifest;
  const isInstalled = state.bot === 'installed';
  return {
    user,
    now: workspace.clock.now(),
    channels: shownChannels(workspace, user),
    dms: shownDirectMessages(workspace, user),
    messages: (channel) => shownIn(workspace, user, channel).filter(isInChannel),
    thread: (channel, ts) =>
      shownIn(workspace, user, channel).filter((each) => each.ts === ts || each.threadTs === ts),
    ephemerals: (channel) => shownEphemerals(workspace, user, channel),
    modal: modals.at(-1),
    modals,
    home: home === undefined ? undefined : shownView(home),
    commands: isInstalled ? (features?.slash_commands ?? []) : [],
    shortcuts: isInstalled ? (features?.shortcuts ?? []) : [],
  };
}

function readable(workspace: Workspace, user: User): Channel[] {
  return [...workspace.state.channels.values()].filter((channel) => mayRead(channel, user));
}

function shownChannels(workspace: Workspace, user: User): ShownChannel[] {
  return readable(workspace, user)
    .filter((channel) => channel.kind === 'public' || channel.kind === 'private')
    .map((channel) => ({
      id: channel.id,
      name: channel.name,
      isPrivate: channel.kind === 'private',
      isMember: channel.members.has(user.id),
      isArchived: channel.isArchived,
      topic: channel.topic,
      memberCount: channel.members.size,
    }));
}

function shownDirectMessages(workspace: Workspace, user: User): ShownDirectMessage[] {
  const { users } = workspace.state;
  return readable(workspace, user)
    .filter((channel) => channel.kind === 'im' || channel.kind === 'mpim')
    .map((channel) => {
      const others = [...channel.members].filter((id) => id !== user.id);
      return { id: channel.id, with: others.flatMap((id) => users.get(id) ?? []) };
    });
}

function shownIn(workspace: Workspace, user: User, channelId: string): ShownMessage[] {
  if (!readable(workspace, user).some((channel) => channel.id === channelId)) return [];
  const all = workspace.state.messages.get(channelId) ?? [];
  return all.map((message) => ({
    ...shownBase(message),
    user: workspace.state.users.get(message.userId),
    isApp: message.botId !== undefined,
    isEdited: message.edited !== undefined,
    isDeleted: message.isTombstone,
    isBroadcast: message.isBroadcast,
    isEphemeral: false,
    replyCount: all.filter((each) => each.threadTs === message.ts && each !== message).length,
    reactions: message.isTombstone ? [] : message.reactions,
    ...(message.isTombstone ? { text: 'This message was deleted.', blocks: [] } : {}),
  }));
}

function shownEphemerals(
  workspace: Workspace,
  user: User,
  channelId: string | undefined,
): ShownMessage[] {
  return workspace.state.ephemerals
    .filter((each) => each.forUserId === user.id)
    .filter((each) => channelId === undefined || each.channelId === channelId)
    .map((ephemeral) => ({
      ...shownBase(ephemeral),
      user: workspace.state.users.get(workspace.state.app.botUserId),
      isApp: true,
      isEdited: false,
      isDeleted: false,
      isBroadcast: false,
      isEphemeral: true,
      replyCount: 0,
      reactions: [],
    }));
}

type Base = Pick<ShownMessage, 'ts' | 'channel' | 'text' | 'blocks' | 'threadTs'>;

function shownBase(message: Message | Ephemeral): Base {
  const { ts, channelId, text, blocks, threadTs } = message;
  return { ts, channel: channelId, text, blocks, threadTs };
}

function shownView(view: View): ShownView {
  const submit = textAt(objectAt(view.content, 'submit'), 'text');
  return {
    id: view.id,
    callbackId: textAt(view.content, 'callback_id'),
    title: textAt(objectAt(view.content, 'title'), 'text'),
    submit: submit === '' ? undefined : submit,
    close: textAt(objectAt(view.content, 'close'), 'text') || 'Cancel',
    blocks: blocksOf(view.content),
    values: valuesOf(view),
    errors: view.errors,
  };
}
