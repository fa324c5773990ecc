import type { Clock } from './clock.ts';
import type { FaultBoard } from './fault.ts';
import type { Ids } from './ids.ts';
import type { OpenJournal } from './journal.ts';
import type { SlackState } from './state/state.ts';

/** One running pretend Slack, as its own parts share it. */
export type Workspace = {
  readonly state: SlackState;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly journal: OpenJournal;
  readonly faults: FaultBoard;
  readonly rateLimits: boolean;
  readonly strictBlocks: boolean;
  /** How long the bot has to ack, by the machine's time. */
  readonly ackTimeoutMs: number;
  /** `http://127.0.0.1:<port>`, known once the server listens. */
  address(): string;
};
