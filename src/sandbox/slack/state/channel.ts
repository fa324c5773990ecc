import type { JsonObject } from '../json.ts';
import type { ChannelSeed } from '../world.ts';
import type { User } from './user.ts';

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

/** A channel, a direct message, or a direct message of several. */
export type Channel = {
  readonly id: string;
  name: string;
  readonly kind: ChannelKind;
  readonly members: Set<string>;
  readonly creator: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly isShared: boolean;
  topic: string;
  purpose: string;
  isArchived: boolean;
};

/** Makes the channel that a seed describes. */
export function channelOf(seed: ChannelSeed, now: number): Channel {
  return {
    id: seed.id,
    name: seed.name,
    kind: seed.isPrivate === true ? 'private' : 'public',
    members: new Set(seed.members),
    creator: seed.members[0] ?? 'USLACKBOT',
    createdAt: now,
    isShared: seed.isShared ?? false,
    topic: seed.topic ?? '',
    purpose: seed.purpose ?? '',
    isArchived: seed.isArchived ?? false,
  };
}

/** The scope that reading this kind of conversation takes. */
export const READ_SCOPES: Record<ChannelKind, string> = {
  public: 'channels:read',
  private: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

/** The scope that reading the messages of this kind of conversation takes. */
export const HISTORY_SCOPES: Record<ChannelKind, string> = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
};

/** What interaction payloads call a channel: private ones keep their names to themselves. */
export function payloadName(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

/** True where this user may read the channel; guests read only where they are members. */
export function mayRead(channel: Channel, user: User): boolean {
  if (channel.members.has(user.id)) return true;
  return channel.kind === 'public' && user.guest === undefined && !user.isForeign;
}

/** The channel as conversations.info answers it to `viewerId`. */
export function channelAnswer(channel: Channel, viewerId: string): JsonObject {
  const created = Math.floor(channel.createdAt / 1000);
  const base = { id: channel.id, created, is_archived: channel.isArchived };
  const sharing = { is_org_shared: false, is_ext_shared: channel.isShared };
  if (channel.kind === 'im') {
    const other = [...channel.members].find((id) => id !== viewerId) ?? viewerId;
    return { ...base, ...sharing, is_im: true, user: other, is_user_deleted: false, priority: 0 };
  }
  return {
    ...base,
    ...sharing,
    name: channel.name,
    name_normalized: channel.name,
    creator: channel.creator,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_general: false,
    is_member: channel.members.has(viewerId),
    is_shared: channel.isShared,
    is_pending_ext_shared: false,
    pending_shared: [],
    previous_names: [],
    parent_conversation: null,
    unlinked: 0,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: channel.purpose, creator: '', last_set: 0 },
  };
}
