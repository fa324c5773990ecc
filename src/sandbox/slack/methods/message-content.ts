import { type Problem, checkMessage } from '../blocks/check.ts';
import { LIMITS } from '../blocks/limits.ts';
import { withInventedIds } from '../blocks/normal.ts';
import { type JsonObject, isObject, objectAt, objectsAt, textAt } from '../json.ts';
import type { MessageContent } from '../state/message.ts';
import type { Workspace } from '../workspace.ts';
import { type Call, refuse } from './call.ts';

/**
 * Reads text, blocks, attachments and metadata of a call.
 * Refuses no_text, invalid_blocks, invalid_blocks_format, msg_blocks_too_long, metadata_too_large.
 */
export function messageContent(call: Call): MessageContent {
  const { args, workspace } = call;
  const blocks = checkedBlocks(workspace, args);
  const attachments = objectsAt(args, 'attachments');
  const given = textAt(args, 'text');
  if (given.trim() === '' && blocks.length === 0 && attachments.length === 0)
    return refuse('no_text');
  if (attachments.length > LIMITS.message_attachments) return refuse('too_many_attachments');
  const isTooLong = given.length > LIMITS.post_text;
  return {
    text: given === '' && blocks.length > 0 ? UNREADABLE : given.slice(0, LIMITS.post_text),
    blocks,
    attachments,
    metadata: checkedMetadata(args),
    warning: isTooLong ? 'message_truncated' : undefined,
  };
}

/** What Slack puts in place of the text that a message with blocks should have had. */
const UNREADABLE = "This content can't be displayed.";

function checkedBlocks(workspace: Workspace, args: JsonObject): JsonObject[] {
  const given = args['blocks'];
  if (given === undefined || given === null || given === '') return [];
  if (!Array.isArray(given)) return refuse('invalid_blocks_format');
  if (workspace.strictBlocks) refuseProblems(checkMessage(given), 'invalid_blocks');
  return withInventedIds(given.filter(isObject), workspace.ids);
}

/** Refuses with `code` where a check found problems; each is told with its JSON pointer. */
export function refuseProblems(problems: readonly Problem[], code: string): void {
  if (problems.length === 0) return;
  const tooLong = problems.find((problem) => problem.code === 'msg_blocks_too_long');
  const messages = problems.map(
    (problem) => `[ERROR] ${problem.message} [json-pointer:${problem.pointer}]`,
  );
  refuse(tooLong?.code ?? code, { response_metadata: { messages } });
}

function checkedMetadata(args: JsonObject): JsonObject | undefined {
  const given = args['metadata'];
  if (given === undefined || given === null || given === '') return undefined;
  if (!isObject(given) || textAt(given, 'event_type') === '')
    return refuse('invalid_metadata_format');
  if (objectAt(given, 'event_payload') === undefined) return refuse('invalid_metadata_format');
  if (JSON.stringify(given).length > LIMITS.message_metadata) return refuse('metadata_too_large');
  return given;
}
