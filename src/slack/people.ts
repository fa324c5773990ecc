import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { memberId, type MemberId, type TeamId } from '../core/ids.ts';

/** What Slack says of a person, as far as the bot needs it. No names: they are never kept. */
export type Person = {
  readonly id: MemberId;
  /** A person of this workspace: no bot, no guest, no visitor, and not deactivated. */
  readonly kind: 'person' | 'bot' | 'guest' | 'visitor' | 'deactivated';
  /** Their own zone (IANA), where Slack knows it. */
  readonly timeZone: string | null;
};

/** Asks Slack about people, and remembers the answers for ten minutes. */
export type People = {
  person(id: MemberId): Promise<Person>;
  /** The people among these ids, in order; those that Slack does not know are left out. */
  persons(ids: readonly MemberId[]): Promise<Person[]>;
  /** Slack says that this person changed. */
  forget(id: MemberId): void;
};

const REMEMBERED_MS = 10 * 60_000;
const REMEMBERED_MAX = 5_000;
/** Slack allows about a hundred calls a minute; ten at a time keep a large circle quick. */
const CALLS_AT_ONCE = 10;

const flag = z.boolean().catch(false);
const userSchema = z.object({
  id: z.string(),
  team_id: z.string().nullish().catch(null),
  tz: z.string().nullish().catch(null),
  deleted: flag,
  is_bot: flag,
  is_app_user: flag,
  is_workflow_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
});

export function createPeople(client: WebClient, teamId: TeamId, now: () => number): People {
  const remembered = new Map<MemberId, { readonly person: Person; readonly until: number }>();

  async function person(id: MemberId): Promise<Person> {
    const known = remembered.get(id);
    if (known && known.until > now()) return known.person;
    const answer = await client.users.info({ user: id });
    const asked = personOf(userSchema.parse(answer.user), teamId);
    if (remembered.size >= REMEMBERED_MAX) remembered.clear();
    remembered.set(id, { person: asked, until: now() + REMEMBERED_MS });
    return asked;
  }

  async function personOrNull(id: MemberId): Promise<Person | null> {
    try {
      return await person(id);
    } catch {
      return null;
    }
  }

  return {
    person,
    async persons(ids) {
      const found: (Person | null)[] = [];
      for (let from = 0; from < ids.length; from += CALLS_AT_ONCE) {
        const some = ids.slice(from, from + CALLS_AT_ONCE);
        found.push(...(await Promise.all(some.map(personOrNull))));
      }
      return found.filter((one) => one !== null);
    },
    forget: (id) => void remembered.delete(id),
  };
}

function personOf(user: z.infer<typeof userSchema>, teamId: TeamId): Person {
  return { id: memberId(user.id), kind: kindOf(user, teamId), timeZone: user.tz ?? null };
}

function kindOf(user: z.infer<typeof userSchema>, teamId: TeamId): Person['kind'] {
  if (user.deleted) return 'deactivated';
  if (user.is_bot || user.is_app_user || user.is_workflow_bot || user.id === 'USLACKBOT') {
    return 'bot';
  }
  const foreign = user.is_stranger || (user.team_id != null && user.team_id !== teamId);
  if (foreign) return 'visitor';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'person';
}
