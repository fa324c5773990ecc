import type { html } from 'hono/html';

/** A piece of the page. Whatever a person typed is escaped where it is put in. */
export type Html = ReturnType<typeof html>;

/** Whose eyes the page is made for, and what its mentions and dates need to know. */
export type Reader = {
  readonly id: string;
  /** An IANA zone: dates are shown as this person's clock has them. */
  readonly zone: string;
  /** The time by the sandbox's clock, in epoch milliseconds. */
  readonly now: number;
  /** The name that a mention shows; undefined for nobody known. */
  nameOf(userId: string): string | undefined;
  /** The handle with which a person is mentioned, such as `ana`. */
  handleOf(userId: string): string;
  /** The name of a channel that the reader may see. */
  channelNameOf(channelId: string): string | undefined;
  /** Where in the page an address of the pretend workspace leads; undefined for any other. */
  placeOf(address: string): string | undefined;
  /** The people to choose from in a form, by name. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** The channels to choose from in a form, by name. */
  readonly channels: readonly { readonly id: string; readonly name: string }[];
};
