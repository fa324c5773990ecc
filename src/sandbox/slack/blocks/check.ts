import { type Json, type JsonObject, isObject, objectsAt, textAt } from '../json.ts';
import { BLOCKS, ON_SURFACE, RICH, VIEWS } from './block-shapes.ts';
import { ELEMENTS } from './element-shapes.ts';
import { LIMITS, type LimitName } from './limits.ts';
import { acrossBlocks, acrossView, withinElement } from './rules.ts';
import type { Fields, Shape } from './shape.ts';

export type { Surface } from './block-shapes.ts';

/** Why Slack would refuse blocks, and where. */
export type Problem = {
  readonly code: 'invalid_blocks' | 'msg_blocks_too_long';
  readonly message: string;
  /** A JSON pointer, such as /blocks/0/text/text. */
  readonly pointer: string;
};

/** Notes one problem at a pointer. */
export type Note = (pointer: string, message: string, code?: Problem['code']) => void;

/** Checks the blocks of a message. No problems: an empty list. */
export function checkMessage(blocks: Json | undefined): Problem[] {
  return collect((note) => {
    const of: Shape = { kind: 'typed', of: 'block', among: ON_SURFACE.message };
    checkShape(blocks, { kind: 'list', of, limit: 'message_blocks', least: 1 }, '/blocks', note);
    acrossBlocks(objectsAt({ blocks }, 'blocks'), 'message', '/blocks', note);
  });
}

/** Checks a modal or Home view. */
export function checkView(view: JsonObject): Problem[] {
  return collect((note) => {
    const kind = textAt(view, 'type');
    if (kind !== 'modal' && kind !== 'home') return note('/view/type', 'must be modal or home');
    checkFields(view, VIEWS[kind], '/view', note);
    const blocks = objectsAt(view, 'blocks');
    acrossView(view, blocks, note);
    acrossBlocks(blocks, kind, '/view/blocks', note);
  });
}

function collect(run: (note: Note) => void): Problem[] {
  const problems: Problem[] = [];
  run((pointer, message, code = 'invalid_blocks') => problems.push({ code, message, pointer }));
  return problems;
}

function checkShape(value: Json | undefined, shape: Shape, pointer: string, note: Note): void {
  switch (shape.kind) {
    case 'string':
      return checkString(value, shape, pointer, note);
    case 'integer': {
      const most = shape.limit === undefined ? Number.POSITIVE_INFINITY : LIMITS[shape.limit];
      const fits = typeof value === 'number' && Number.isInteger(value);
      if (!fits || value < shape.least || value > most) {
        note(pointer, `must be a whole number between ${shape.least} and ${most}`);
      }
      return;
    }
    case 'boolean':
      if (typeof value !== 'boolean') note(pointer, 'must be a boolean');
      return;
    case 'text':
      return checkText(value, shape, pointer, note);
    case 'list':
      return checkList(value, shape, pointer, note);
    case 'object':
      if (!isObject(value)) return note(pointer, 'must provide an object');
      if (Object.keys(value).length < (shape.least ?? 0)) note(pointer, 'must not be empty');
      return checkFields(value, shape.fields, pointer, note);
    case 'typed':
      return checkTyped(value, shape, pointer, note);
  }
}

function checkString(
  value: Json | undefined,
  shape: Shape & { kind: 'string' },
  pointer: string,
  note: Note,
): void {
  if (typeof value !== 'string') return note(pointer, 'must be a string');
  if (value === '' && shape.mayBeEmpty !== true) note(pointer, 'must be more than 0 characters');
  if (shape.oneOf !== undefined && !shape.oneOf.includes(value)) {
    note(pointer, `must be one of ${shape.oneOf.join(', ')}`);
  }
  if (shape.pattern !== undefined && !shape.pattern.test(value)) note(pointer, 'invalid format');
  if (shape.limit !== undefined) checkLength(value, shape.limit, pointer, note);
}

function checkLength(value: string, limit: LimitName, pointer: string, note: Note): void {
  if (value.length > LIMITS[limit]) {
    note(pointer, `must be less than ${LIMITS[limit] + 1} characters`);
  }
}

const TEXT_FIELDS: Record<string, readonly string[]> = {
  plain_text: ['type', 'text', 'emoji'],
  mrkdwn: ['type', 'text', 'verbatim'],
};

function checkText(
  value: Json | undefined,
  shape: Shape & { kind: 'text' },
  pointer: string,
  note: Note,
): void {
  if (!isObject(value)) return note(pointer, 'must provide an object');
  const type = textAt(value, 'type');
  const fields = TEXT_FIELDS[type];
  if (fields === undefined || !shape.allowed.some((each) => each === type)) {
    return note(`${pointer}/type`, `must be one of ${shape.allowed.join(', ')}`);
  }
  for (const key of unknownKeys(value, fields))
    note(pointer, `invalid additional property: ${key}`);
  checkString(value['text'], { kind: 'string', limit: shape.limit }, `${pointer}/text`, note);
  for (const key of ['emoji', 'verbatim']) {
    if (value[key] !== undefined) checkShape(value[key], { kind: 'boolean' }, pointer, note);
  }
}

function checkList(
  value: Json | undefined,
  shape: Shape & { kind: 'list' },
  pointer: string,
  note: Note,
): void {
  if (!Array.isArray(value)) return note(pointer, 'must be an array');
  const most = LIMITS[shape.limit];
  if (value.length > most) note(pointer, `no more than ${most} items allowed`);
  if (value.length < shape.least) note(pointer, `must have at least ${shape.least} items`);
  for (const [place, item] of value.entries()) {
    checkShape(item, shape.of, `${pointer}/${place}`, note);
  }
}

function checkTyped(
  value: Json | undefined,
  shape: Shape & { kind: 'typed' },
  pointer: string,
  note: Note,
): void {
  if (!isObject(value)) return note(pointer, 'must provide an object');
  const type = textAt(value, 'type');
  if (!shape.among.includes(type)) return note(`${pointer}/type`, `unsupported type: ${type}`);
  if (type === 'plain_text' || type === 'mrkdwn') {
    return checkText(
      value,
      { kind: 'text', allowed: [type], limit: 'context_text' },
      pointer,
      note,
    );
  }
  const table = { block: BLOCKS, element: ELEMENTS, rich: RICH }[shape.of];
  checkFields(value, table[type] ?? {}, pointer, note);
  if (shape.of !== 'rich') withinElement(value, pointer, note);
}

function checkFields(value: JsonObject, fields: Fields, pointer: string, note: Note): void {
  for (const key of unknownKeys(value, ['type', ...Object.keys(fields)])) {
    note(pointer, `invalid additional property: ${key}`);
  }
  for (const [key, field] of Object.entries(fields)) {
    const given = value[key];
    const isMissing = given === undefined || given === null;
    if (isMissing && field.isRequired) note(pointer, `missing required field: ${key}`);
    if (!isMissing) checkShape(given, field.shape, `${pointer}/${key}`, note);
  }
}

function unknownKeys(value: JsonObject, known: readonly string[]): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined && !known.includes(key));
}
