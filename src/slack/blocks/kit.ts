/**
 * Slack's blocks, built so that every limit is met whatever people typed. Words come in as sayings
 * only: a string would be neither escaped nor translated. Elements: `elements.ts`, forms:
 * `input.ts`, whole messages and views: `message.ts`, `view.ts`.
 */
import type {
  ActionsBlock,
  ActionsBlockElement,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  SectionBlock,
  SectionBlockAccessory,
} from '@slack/types';
import type { Saying } from '../../words/message.ts';
import { joined } from '../../words/terms.ts';
import { splitMrkdwn } from './cut.ts';
import { LIMITS } from './limits.ts';
import { mrkdwnPiece, mrkdwnText, plainText } from './text-object.ts';

/** At least one: Slack refuses empty lists of elements. */
export type Some<Item> = readonly [Item, ...Item[]];

/** The items if there are any, else null: how a list of unknown length comes to be `Some`. */
export function someOf<Item>(items: readonly Item[]): Some<Item> | null {
  const [first, ...rest] = items;
  return first === undefined ? null : [first, ...rest];
}

/** A heading: plain text, at most 150 characters. */
export function header(saying: Saying): HeaderBlock {
  return { type: 'header', text: plainText(saying, LIMITS.header) };
}

/** A paragraph of at most 3,000 characters; what is longer is cut. */
export function section(saying: Saying): SectionBlock {
  return { type: 'section', text: mrkdwnText(saying, LIMITS.section) };
}

/** A text of any length, as one section for every 3,000 characters. */
export function sections(saying: Saying): SectionBlock[] {
  return splitMrkdwn(saying.mrkdwn, LIMITS.section).map((piece) => ({
    type: 'section',
    text: mrkdwnPiece(piece),
  }));
}

/** A paragraph with an element beside it. */
export function sectionWith(saying: Saying, accessory: SectionBlockAccessory): SectionBlock {
  return { ...section(saying), accessory };
}

/** Short texts in two columns: one section for every ten, none for none. */
export function fields(sayings: readonly Saying[]): SectionBlock[] {
  return chunked(sayings, LIMITS.fieldsInSection).map((chunk) => ({
    type: 'section',
    fields: chunk.map((saying) => mrkdwnText(saying, LIMITS.field)),
  }));
}

/** Small grey print. From the tenth on, sayings share one element. */
export function context(sayings: Some<Saying>): ContextBlock {
  const alone = sayings.slice(0, LIMITS.elementsInContext - 1);
  const rest = sayings.slice(alone.length);
  const shown = rest.length > 0 ? [...alone, joined(rest, ' · ')] : alone;
  return {
    type: 'context',
    elements: shown.map((saying) => mrkdwnText(saying, LIMITS.contextText)),
  };
}

/** A line across. */
export function divider(): DividerBlock {
  return { type: 'divider' };
}

/**
 * A row of elements, at most 25 (more are left out). Slack needs a new `blockId` for a row whose
 * elements should forget what was chosen in them.
 */
export function actions(elements: Some<ActionsBlockElement>, blockId?: string): ActionsBlock {
  const shown = elements.slice(0, LIMITS.elementsInActions);
  return { type: 'actions', elements: shown, ...(blockId !== undefined && { block_id: blockId }) };
}

function chunked<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
