import type { JsonObject } from '../json.ts';

/** Something that Slack tells the bot. */
export type Delivery = {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  /** What the journal and the faults call it: slash_commands, block_actions, an event's name. */
  readonly name: string;
  readonly payload: JsonObject;
};

/** Which attempt this is; retries carry a number and a reason. */
export type Attempt = { readonly number: number; readonly reason: string };

/** What came back. */
export type Receipt =
  | { readonly outcome: 'acked'; readonly body: JsonObject; readonly noRetry?: boolean }
  | { readonly outcome: 'timeout' }
  | { readonly outcome: 'refused'; readonly status: number; readonly noRetry: boolean }
  | { readonly outcome: 'unreachable' };

/** A way to the bot: signed HTTP or Socket Mode. */
export type Courier = {
  readonly transport: 'http' | 'socket';
  send(delivery: Delivery, attempt: Attempt): Promise<Receipt>;
};

/** Where deliveries go. `http` is the whole address, such as http://127.0.0.1:3000/slack/events. */
export type DeliverTo = { readonly http: string } | 'socket';
