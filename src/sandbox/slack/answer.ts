/**
 * What came of something that a person did. `shown` is the sentence that Slack's own client
 * shows them about it, or '' where it shows none.
 */
export type Answer =
  /** The bot took it. `text` is the ephemeral answer that came with the ack of a command. */
  | { readonly kind: 'acked'; readonly text: string; readonly shown: string }
  /** A submission came back with errors: `block_id` → sentence, shown under the inputs. */
  | {
      readonly kind: 'errors';
      readonly errors: Readonly<Record<string, string>>;
      readonly shown: string;
    }
  /** The bot did not ack within three seconds. */
  | { readonly kind: 'operation_timeout'; readonly shown: string }
  /** The bot could not be reached, or answered with an HTTP error. */
  | { readonly kind: 'dispatch_failed'; readonly status: number; readonly shown: string }
  /** The bot acked a submission with something that Slack cannot use. */
  | { readonly kind: 'trouble_connecting'; readonly why: string; readonly shown: string }
  /** Slack's client held the submission back: `block_id` → what is missing or too long. */
  | {
      readonly kind: 'client_error';
      readonly problems: Readonly<Record<string, string>>;
      readonly shown: string;
    }
  /** The person said no in the confirmation; nothing was sent. */
  | { readonly kind: 'cancelled'; readonly shown: string };
