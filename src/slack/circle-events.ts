import { z } from 'zod';
import type { Instant } from '../core/calendar.ts';
import { channelId, memberId, type ChannelId } from '../core/ids.ts';
import { greeting } from './blocks/greeting.ts';
import type { Services } from './services.ts';

const joinedSchema = z.object({ user: z.string(), channel: z.string() });
const changedSchema = z.object({
  user: z.object({ id: z.string(), deleted: z.boolean().optional() }),
});

/** Slack sends some events twice; a second hello within this time is the same one. */
const GREETED_MS = 60_000;
const greeted = new WeakMap<Services, Map<ChannelId, Instant>>();

/**
 * The bot was taken into a channel: what could not be posted there is tried again at once. A
 * channel without a circle gets a greeting. Other people joining changes nothing: a circle is not
 * its channel (docs/process.md §D10).
 */
export async function onMemberJoined(
  event: Readonly<Record<string, unknown>>,
  services: Services,
): Promise<void> {
  const { data } = joinedSchema.safeParse(event);
  if (!data || data.user !== services.botUserId) return;
  const { store, teamId } = services;
  const channel = channelId(data.channel);
  const circle = await store.circleOfChannel(teamId, channel);
  if (!circle) return greet(channel, services);
  await store.hastenNotices(await store.openRoundsOf(circle), services.now());
  services.wakeOutbox();
}

/** What Slack knows of a person changed; an account that was closed counts as leave (§10 case 5). */
export async function onUserChange(
  event: Readonly<Record<string, unknown>>,
  services: Services,
): Promise<void> {
  const { data } = changedSchema.safeParse(event);
  if (!data) return;
  const { people, store, performer, teamId } = services;
  const member = memberId(data.user.id);
  people.forget(member);
  const closed = data.user.deleted;
  if (closed === undefined) return;
  for (const id of await store.circlesOf(teamId, member)) {
    await performer.onCircle(id, {
      type: 'account_changed',
      member,
      closed,
      at: services.now(),
      by: member,
    });
  }
}

async function greet(channel: ChannelId, services: Services): Promise<void> {
  const { slack, words } = services;
  const times = greeted.get(services) ?? new Map<ChannelId, Instant>();
  greeted.set(services, times);
  const before = times.get(channel);
  if (before !== undefined && services.now() - before < GREETED_MS) return;
  times.set(channel, services.now());
  await slack.client.chat.postMessage({
    channel,
    ...greeting(words),
    unfurl_links: false,
    unfurl_media: false,
  });
}
