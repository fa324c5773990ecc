import type { Instant } from '../core/calendar.ts';
import type { MemberId, TeamId } from '../core/ids.ts';
import type { Log } from '../log.ts';
import type { Performer } from '../shell/perform.ts';
import type { Store } from '../shell/store.ts';
import type { Words } from '../words/index.ts';
import type { Conversations } from './conversations.ts';
import type { Gateway } from './gateway.ts';
import type { People } from './people.ts';

/** What a listener may use, and nothing else. */
export type Services = {
  readonly performer: Performer;
  readonly store: Store;
  readonly words: Words;
  readonly people: People;
  readonly conversations: Conversations;
  /** Calls that a waiting person causes; fast, without retries. */
  readonly slack: Gateway;
  readonly log: Log;
  readonly teamId: TeamId;
  readonly botUserId: MemberId;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Looks at the outbox now: something that could not be posted may be possible again. */
  readonly wakeOutbox: () => void;
};
