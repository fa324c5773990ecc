import type { Click, CommandCall, ShortcutCall, Submission } from './interaction.ts';
import type { CallReply, ClickReply, SubmissionReply } from './reply-to-person.ts';
import type { Services } from './services.ts';

export type ClickListener = (click: Click, reply: ClickReply, services: Services) => Promise<void>;
export type SubmissionListener = (
  submission: Submission,
  reply: SubmissionReply,
  services: Services,
) => Promise<void>;
export type CommandListener = (
  call: CommandCall,
  reply: CallReply,
  services: Services,
) => Promise<void>;
export type ShortcutListener = (
  call: ShortcutCall,
  reply: CallReply,
  services: Services,
) => Promise<void>;
/** Events are acked before anybody sees them: hints, never truth. */
export type EventListener = (
  event: Readonly<Record<string, unknown>>,
  services: Services,
) => Promise<void>;

/**
 * What one noun answers to, by id. A tree of such tables is all that the bot listens to; each
 * listener records first and acks then, so that what Slack takes as received is on disk.
 */
export type Listeners = {
  readonly commands?: Readonly<Record<string, CommandListener>>;
  readonly shortcuts?: Readonly<Record<string, ShortcutListener>>;
  readonly clicks?: Readonly<Record<string, ClickListener>>;
  readonly submissions?: Readonly<Record<string, SubmissionListener>>;
  readonly events?: Readonly<Record<string, EventListener>>;
};

/** All nouns' tables as one. Throws where two nouns claim the same id: a mistake of ours. */
export function joinListeners(nouns: readonly Listeners[]): Required<Listeners> {
  return {
    commands: joinTables(nouns.map(({ commands }) => commands)),
    shortcuts: joinTables(nouns.map(({ shortcuts }) => shortcuts)),
    clicks: joinTables(nouns.map(({ clicks }) => clicks)),
    submissions: joinTables(nouns.map(({ submissions }) => submissions)),
    events: joinTables(nouns.map(({ events }) => events)),
  };
}

function joinTables<Listener>(
  tables: readonly (Readonly<Record<string, Listener>> | undefined)[],
): Readonly<Record<string, Listener>> {
  const joined = new Map<string, Listener>();
  for (const table of tables) {
    for (const [id, listener] of Object.entries(table ?? {})) {
      if (joined.has(id)) throw new Error(`Two listeners claim ${id}`);
      joined.set(id, listener);
    }
  }
  return Object.fromEntries(joined);
}
