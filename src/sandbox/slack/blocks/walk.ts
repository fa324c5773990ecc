import { type JsonObject, isObject, objectAt, objectsAt, textAt } from '../json.ts';

/** An interactive element where it stands. */
export type Placed = {
  readonly block: JsonObject;
  readonly element: JsonObject;
  readonly blockId: string;
  readonly actionId: string;
};

/** The blocks of a view or message. */
export function blocksOf(content: JsonObject): JsonObject[] {
  return objectsAt(content, 'blocks');
}

/** Every element with an action_id in a view or message, in reading order. */
export function elementsOf(content: JsonObject): Placed[] {
  return blocksOf(content).flatMap((block) =>
    candidatesOf(block)
      .filter((element) => textAt(element, 'action_id') !== '')
      .map((element) => ({
        block,
        element,
        blockId: textAt(block, 'block_id'),
        actionId: textAt(element, 'action_id'),
      })),
  );
}

/** The elements that a block can hold: of an actions block, an input, or beside a section. */
export function candidatesOf(block: JsonObject): JsonObject[] {
  const single = [objectAt(block, 'element'), objectAt(block, 'accessory')].filter(isObject);
  const many = ['actions', 'context_actions'].includes(textAt(block, 'type'))
    ? objectsAt(block, 'elements')
    : [];
  return [...single, ...many];
}
