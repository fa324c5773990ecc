import { z } from 'zod';
import type { Instant } from '../core/calendar.ts';
import { isMember, type Circle } from '../core/circle.ts';
import { channelId, memberId, type ChannelId, type MemberId } from '../core/ids.ts';
import { greeting } from './blocks/greeting.ts';
import type { Services } from './services.ts';
import { faultNameOf } from './slack-error.ts';

const movedSchema = z.object({ user: z.string(), channel: z.string() });
const changedSchema = z.object({
  user: z.object({ id: z.string(), deleted: z.boolean().optional() }),
});

/** Slack sends some events twice; a second hello within this time is the same one. */
const GREETED_MS = 60_000;
const greeted = new WeakMap<Services, Map<ChannelId, Instant>>();

/**
 * The bot was taken into a channel: what could not be posted there is tried again at once. A
 * channel without a circle gets a greeting. Of a member of the circle it is noted that they are in
 * its channel again. Other people joining changes nothing: a circle is not its channel (§D10).
 */
export async function onMemberJoined(
  event: Readonly<Record<string, unknown>>,
  services: Services,
): Promise<void> {
  const { data } = movedSchema.safeParse(event);
  if (!data) return;
  if (data.user !== services.botUserId) return noteMoved(data, true, services);
  const { store, teamId } = services;
  const channel = channelId(data.channel);
  const circle = await store.circleOfChannel(teamId, channel);
  if (!circle) return greet(channel, services);
  await store.hastenNotices(await store.openRoundsOf(circle), services.now());
  services.wakeOutbox();
}

/**
 * Somebody is no longer in a channel. Slack's event is a hint: only where they are truly not among
 * its people, and their account is open, a member of its circle is told of (§10 case 4).
 */
export async function onMemberLeft(
  event: Readonly<Record<string, unknown>>,
  services: Services,
): Promise<void> {
  const { data } = movedSchema.safeParse(event);
  if (!data || data.user === services.botUserId) return;
  await noteMoved(data, false, services);
}

async function noteMoved(
  { user, channel }: z.infer<typeof movedSchema>,
  inside: boolean,
  services: Services,
): Promise<void> {
  const { store, performer, teamId } = services;
  const member = memberId(user);
  const id = await store.circleOfChannel(teamId, channelId(channel));
  const circle = id && (await performer.circle(id));
  if (!circle || !isMember(circle, member)) return;
  if (!inside && !(await isTrulyOutside(member, circle, services))) return;
  const at = services.now();
  await performer.onCircle(circle.id, { type: 'channel_changed', member, inside, at, by: member });
}

/** False also where Slack does not say: then nobody is told what may not be so. */
async function isTrulyOutside(
  member: MemberId,
  { channelId: channel }: Circle,
  { people, conversations, log }: Services,
): Promise<boolean> {
  try {
    const there = await conversations.members(channel);
    people.forget(member);
    const { kind } = await people.person(member);
    return !there.includes(member) && kind !== 'deactivated';
  } catch (error) {
    log.warn({ member, fault: faultNameOf(error) }, 'who left a channel could not be checked');
    return false;
  }
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
