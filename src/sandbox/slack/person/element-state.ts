import { elementsOf } from '../blocks/walk.ts';
import { type JsonObject, objectAt, objectsAt, textAt } from '../json.ts';
import { type View, elementKey } from '../state/view.ts';
import { initialState } from './initial-state.ts';

/** `state.values` of a view: every element that holds something, keyed as Slack keys it. */
export function valuesOf(view: Pick<View, 'content' | 'entered' | 'openedIn'>): JsonObject {
  const values: JsonObject = {};
  for (const { element, blockId, actionId } of elementsOf(view.content)) {
    const start = initialState(element, view.openedIn);
    if (start === undefined) continue;
    const state = view.entered.get(elementKey(blockId, actionId)) ?? start;
    values[blockId] = { ...objectAt(values, blockId), [actionId]: state };
  }
  return values;
}

/** True where nothing was entered or chosen. */
export function isEmptyState(state: JsonObject | undefined): boolean {
  if (state === undefined) return true;
  const { type: _type, timezone: _zone, ...held } = state;
  return Object.values(held).every((value) => {
    if (value === null || value === undefined) return true;
    if (Array.isArray(value)) return value.length === 0;
    if (typeof value === 'string') return value === '';
    const isRichText = typeof value === 'object' && value['type'] === 'rich_text';
    return isRichText && richTextLength(value) === 0;
  });
}

/** The characters in a rich_text block. */
function richTextLength(block: JsonObject): number {
  return objectsAt(block, 'elements').reduce((sum, part) => {
    const isLeaf = part['elements'] === undefined;
    return sum + (isLeaf ? Math.max(textAt(part, 'text').length, 1) : richTextLength(part));
  }, 0);
}
