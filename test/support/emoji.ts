import { bot } from '../../src/sandbox/world.ts';
import type { PretendSlack } from '../../src/sandbox/slack/pretend-slack.ts';

/** Somebody puts an emoji on a message of the bot's, as Slack tells it. */
export async function putEmoji(
  slack: PretendSlack,
  who: string,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  reaction = '+1',
): Promise<void> {
  const item = { type: 'message', channel, ts };
  await slack.sendEvent({ type: 'reaction_added', user: who, reaction, item, item_user: bot });
}
