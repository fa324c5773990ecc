import { type JsonObject, textAt } from '../../../src/sandbox/slack/json.ts';
import type { PretendSlack } from '../../../src/sandbox/slack/pretend-slack.ts';
import type { Bot, Caller } from './bot.ts';

/** A plain text object. */
export const words = (text: string): JsonObject => ({ type: 'plain_text', text });

/** A message with a button, a confirmation, a menu and a date. */
export const card = (text = 'Card'): JsonObject => ({
  channel: 'C_CIRCLE',
  text,
  blocks: [
    { type: 'section', block_id: 's', text: words(text) },
    {
      type: 'actions',
      block_id: 'answers',
      elements: [
        { type: 'button', action_id: 'consent', value: 'P-1', text: words('Consent') },
        {
          type: 'button',
          action_id: 'close',
          text: words('Close'),
          confirm: { text: words('Sure?') },
        },
        {
          type: 'overflow',
          action_id: 'facilitate',
          options: [{ text: words('Extend'), value: 'extend' }],
        },
        { type: 'datepicker', action_id: 'until' },
      ],
    },
  ],
});

/** A text input, or another element in `more`. */
export const field = (block_id: string, more: JsonObject = {}): JsonObject => ({
  type: 'input',
  block_id,
  label: words(block_id),
  element: { type: 'plain_text_input', action_id: 'text' },
  ...more,
});
const more: JsonObject = {
  type: 'actions',
  block_id: 'more',
  elements: [{ type: 'button', action_id: 'more', text: words('More') }],
};

/** A modal with an input, and a button from which the next one can be pushed. */
export const modal = (title: string, extra: JsonObject = {}): JsonObject => ({
  type: 'modal',
  callback_id: title,
  title: words(title),
  submit: words('Send'),
  blocks: [field('title'), more],
  ...extra,
});

type Parts = { readonly slack: PretendSlack; readonly bot: Bot; readonly call: Caller };

/** A trigger id, as the bot gets it with a command. */
export async function triggerOf({ slack, bot }: Parts, who = 'U_ANA'): Promise<string> {
  await slack.command(who, 'C_CIRCLE', '/propose');
  return textAt(bot.got.at(-1)?.body, 'trigger_id');
}

/** Opens a modal before Ana. */
export async function openModal(parts: Parts, view: JsonObject): ReturnType<Caller> {
  return parts.call('views.open', { trigger_id: await triggerOf(parts), view });
}

/** Pushes a modal by a click in the one that Ana has before her. */
export async function pushModal({ slack, bot, call }: Parts, view: JsonObject): ReturnType<Caller> {
  await slack.click('U_ANA', { actionId: 'more' });
  return call('views.push', { trigger_id: textAt(bot.got.at(-1)?.body, 'trigger_id'), view });
}
