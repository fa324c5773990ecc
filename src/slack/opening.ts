import type { ModalView } from '@slack/types';
import type { CallReply } from './reply-to-person.ts';
import { sentence } from './sentence.ts';
import type { Services } from './services.ts';

/** How a command, a shortcut or a click that opens something is answered. */
export type OpeningReply = Pick<CallReply, 'ack' | 'say' | 'open' | 'update'>;

/** Opens a modal; where its trigger is gone the person hears so. Returns the view's id, or null. */
export async function openOrSay(
  view: ModalView,
  reply: OpeningReply,
  { words }: Services,
): Promise<string | null> {
  const viewId = await reply.open(view);
  if (viewId === null) await reply.say(sentence(words.system.tooSlow()));
  return viewId;
}
