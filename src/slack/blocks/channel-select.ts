import type { ConversationsSelect } from '@slack/types';
import type { Unnamed } from './elements.ts';

/** A channel that the person sees; never a direct message. */
export function channelSelect(): Unnamed<ConversationsSelect> {
  return { type: 'conversations_select', filter: { include: ['public', 'private'] } };
}
