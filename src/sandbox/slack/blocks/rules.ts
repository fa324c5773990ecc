import { isDeepStrictEqual } from 'node:util';
import { type Json, type JsonObject, isObject, objectAt, objectsAt, textAt } from '../json.ts';
import type { Note } from './check.ts';
import type { Surface } from './block-shapes.ts';
import { LIMITS } from './limits.ts';
import { candidatesOf } from './walk.ts';

/** Rules that hold within one block or element, beyond the shape of its fields. */
export function withinElement(value: JsonObject, pointer: string, note: Note): void {
  const type = textAt(value, 'type');
  const has = (key: string): boolean => value[key] !== undefined;
  if (type === 'section' && !has('text') && !has('fields')) {
    note(pointer, 'must have text or fields');
  }
  if (type === 'image' && has('image_url') === has('slack_file')) {
    note(pointer, 'must have exactly one of image_url, slack_file');
  }
  if (type === 'static_select' || type === 'multi_static_select') {
    if (has('options') === has('option_groups')) {
      note(pointer, 'must have exactly one of options, option_groups');
    }
  }
  if (textAt(value, 'min_length') !== '' && has('max_length')) {
    const [least, most] = [Number(value['min_length']), Number(value['max_length'])];
    if (least > most) note(`${pointer}/min_length`, 'must not be more than max_length');
  }
  checkInitialOptions(value, pointer, note);
}

/** What was chosen beforehand must be among the options, equal in every field. */
function checkInitialOptions(value: JsonObject, pointer: string, note: Note): void {
  const groups = objectsAt(value, 'option_groups');
  const options = [
    ...objectsAt(value, 'options'),
    ...groups.flatMap((group) => objectsAt(group, 'options')),
  ];
  if (options.length === 0) return;
  const single = objectAt(value, 'initial_option');
  const initial = [
    ...objectsAt(value, 'initial_options'),
    ...(single === undefined ? [] : [single]),
  ];
  for (const option of initial) {
    const isAmong = options.some((each) => isDeepStrictEqual(each, option));
    if (!isAmong) note(pointer, 'initial option must be one of the options');
  }
}

/** Rules that hold over all the blocks of a message or view. */
export function acrossBlocks(
  blocks: readonly JsonObject[],
  surface: Surface,
  pointer: string,
  note: Note,
): void {
  const blockIds = blocks.map((block) => textAt(block, 'block_id'));
  for (const id of repeated(blockIds)) note(pointer, `duplicate block_id: ${id}`);
  const perBlock = blocks.map((block) =>
    candidatesOf(block).map((element) => textAt(element, 'action_id')),
  );
  // A message is one namespace of action_ids; in a view each block is one.
  const namespaces = surface === 'message' ? [perBlock.flat()] : perBlock;
  for (const id of namespaces.flatMap(repeated)) note(pointer, `duplicate action_id: ${id}`);
  const focused = blocks.flatMap(candidatesOf).filter((each) => each['focus_on_load'] === true);
  if (focused.length > 1) note(pointer, 'only one element may have focus_on_load');
  if (surface === 'message') checkTotals(blocks, pointer, note);
}

/** Rules between a view and its blocks. */
export function acrossView(view: JsonObject, blocks: readonly JsonObject[], note: Note): void {
  const hasInput = blocks.some((block) => block['type'] === 'input');
  if (view['type'] === 'modal' && hasInput && view['submit'] === undefined) {
    note('/view', 'missing required field: submit (the view has input blocks)');
  }
}

function checkTotals(blocks: readonly JsonObject[], pointer: string, note: Note): void {
  const markdown = blocks.filter((block) => block['type'] === 'markdown');
  const written = markdown.reduce((sum, block) => sum + textAt(block, 'text').length, 0);
  if (markdown.length > 1 && written > LIMITS.markdown_characters) {
    note(
      pointer,
      `markdown blocks: no more than ${LIMITS.markdown_characters} characters together`,
    );
  }
  const total = charactersIn([...blocks]);
  const most = LIMITS.message_blocks_characters;
  if (total > most) {
    note(pointer, `all blocks: ${total} of ${most} characters`, 'msg_blocks_too_long');
  }
}

/** The characters of every text in the blocks. */
function charactersIn(value: Json | undefined): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + charactersIn(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((sum, [key, item]) => {
    if (typeof item === 'string') return key === 'text' ? sum + item.length : sum;
    return sum + charactersIn(item);
  }, 0);
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, place) => id !== '' && ids.indexOf(id) !== place))];
}
