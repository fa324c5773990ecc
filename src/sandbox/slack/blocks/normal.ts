import type { Ids } from '../ids.ts';
import { type Json, type JsonObject, copyOf, isObject, textAt } from '../json.ts';
import { candidatesOf } from './walk.ts';

/**
 * The blocks as Slack gives them back: with invented block_ids and action_ids where there were
 * none, and with `emoji` and `verbatim` spelled out on every text.
 */
export function withInventedIds(blocks: readonly JsonObject[], ids: Ids): JsonObject[] {
  return blocks.map((given) => {
    const block = copyOf(given);
    if (textAt(block, 'block_id') === '') block['block_id'] = ids.blockId();
    for (const element of candidatesOf(block)) {
      const isText = ['image', 'plain_text', 'mrkdwn'].includes(textAt(element, 'type'));
      if (!isText && textAt(element, 'action_id') === '') element['action_id'] = ids.blockId();
    }
    spellOut(block);
    return block;
  });
}

function spellOut(value: Json | undefined): void {
  if (Array.isArray(value)) return value.forEach(spellOut);
  if (!isObject(value)) return;
  if (value['type'] === 'plain_text' && value['emoji'] === undefined) value['emoji'] = true;
  if (value['type'] === 'mrkdwn' && value['verbatim'] === undefined) value['verbatim'] = false;
  Object.values(value).forEach(spellOut);
}
