/**
 * Ids are branded strings: a circle's can never be passed where a round's is meant.
 * A member *is* a Slack user id; names and e-mail addresses are never stored.
 */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type TeamId = Id<'team'>;
export type MemberId = Id<'member'>;
export type ChannelId = Id<'channel'>;
export type CircleId = Id<'circle'>;
export type RoundId = Id<'round'>;
export type ObjectionId = Id<'objection'>;

export const teamId = (id: string): TeamId => id as TeamId;
export const memberId = (id: string): MemberId => id as MemberId;
export const channelId = (id: string): ChannelId => id as ChannelId;
export const circleId = (id: string): CircleId => id as CircleId;
export const roundId = (id: string): RoundId => id as RoundId;
export const objectionId = (id: string): ObjectionId => id as ObjectionId;
