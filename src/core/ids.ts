/**
 * Ids are branded strings: a circle's can never be passed where a round's is meant.
 * A member *is* a Slack user id; names and e-mail addresses are never stored.
 */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** A Slack workspace, by its Slack id. */
export type TeamId = Id<'team'>;
/** A person, by their Slack user id. */
export type MemberId = Id<'member'>;
/** A channel, by its Slack id. */
export type ChannelId = Id<'channel'>;
/** A circle, by an id of our own. */
export type CircleId = Id<'circle'>;
/** A round, by an id of our own. */
export type RoundId = Id<'round'>;
/** An objection, by an id of our own. */
export type ObjectionId = Id<'objection'>;
/** A proposal that somebody is still writing, by an id of our own. */
export type DraftId = Id<'draft'>;
/** An answer that was given outside Slack and relayed, by an id of our own. */
export type RelayId = Id<'relay'>;

/** Reads a team's id, at the edge of the program. */
export const teamId = (id: string): TeamId => id as TeamId;
/** Reads a member's id, at the edge of the program. */
export const memberId = (id: string): MemberId => id as MemberId;
/** Reads a channel's id, at the edge of the program. */
export const channelId = (id: string): ChannelId => id as ChannelId;
/** Reads a circle's id, at the edge of the program. */
export const circleId = (id: string): CircleId => id as CircleId;
/** Reads a round's id, at the edge of the program. */
export const roundId = (id: string): RoundId => id as RoundId;
/** Reads an objection's id, at the edge of the program. */
export const objectionId = (id: string): ObjectionId => id as ObjectionId;
/** Reads a draft's id, at the edge of the program. */
export const draftId = (id: string): DraftId => id as DraftId;
/** Reads a relayed answer's id, at the edge of the program. */
export const relayId = (id: string): RelayId => id as RelayId;
