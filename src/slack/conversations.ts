import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { channelId, memberId, type ChannelId, type MemberId } from '../core/ids.ts';
import { slackErrorOf } from './slack-error.ts';

/** Whether the bot can speak in a channel, and if not, why. */
export type Reach = 'reachable' | 'not_invited' | 'archived' | 'direct_message';

export type Conversations = {
  /** Where the bot stands in this channel. Throws where Slack cannot be asked. */
  reach(id: ChannelId): Promise<Reach>;
  /** Every member of a channel, over all pages. */
  members(id: ChannelId): Promise<MemberId[]>;
  permalink(id: ChannelId, ts: string): Promise<string | null>;
};

const PAGE_MEMBERS = 200;
const PAGES_MAX = 100;
/** Permalinks never change, and a card asks for them each time that it is drawn. */
const PERMALINKS_MAX = 1_000;

const channelSchema = z.object({
  is_member: z.boolean().nullish().catch(null),
  is_archived: z.boolean().nullish().catch(null),
  is_im: z.boolean().nullish().catch(null),
  is_mpim: z.boolean().nullish().catch(null),
});

export function createConversations(client: WebClient): Conversations {
  const permalinks = new Map<string, string>();
  return {
    async reach(id) {
      try {
        const { channel } = await client.conversations.info({ channel: id });
        return reachOf(channelSchema.parse(channel));
      } catch (error) {
        if (slackErrorOf(error) === 'channel_not_found') return 'not_invited';
        if (slackErrorOf(error) === 'missing_scope') return 'direct_message';
        throw error;
      }
    },
    async members(id) {
      const found: MemberId[] = [];
      let cursor = '';
      for (let page = 0; page < PAGES_MAX; page += 1) {
        const answer = await client.conversations.members({
          channel: id,
          limit: PAGE_MEMBERS,
          ...(cursor && { cursor }),
        });
        found.push(...(answer.members ?? []).map(memberId));
        cursor = answer.response_metadata?.next_cursor ?? '';
        if (!cursor) break;
      }
      return found;
    },
    async permalink(id, ts) {
      const kept = permalinks.get(`${id}:${ts}`);
      if (kept !== undefined) return kept;
      try {
        const answer = await client.chat.getPermalink({ channel: channelId(id), message_ts: ts });
        if (!answer.permalink) return null;
        if (permalinks.size >= PERMALINKS_MAX) permalinks.clear();
        permalinks.set(`${id}:${ts}`, answer.permalink);
        return answer.permalink;
      } catch {
        return null;
      }
    },
  };
}

/** Direct messages say is_im, and conversations.info of one needs a scope that we do not ask for. */
function reachOf(channel: z.infer<typeof channelSchema>): Reach {
  if (channel.is_im || channel.is_mpim) return 'direct_message';
  if (channel.is_archived) return 'archived';
  return channel.is_member ? 'reachable' : 'not_invited';
}
