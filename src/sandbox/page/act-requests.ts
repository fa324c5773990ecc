import { z } from 'zod';
import { type Move, MOVES, type Sandbox } from '../sandbox.ts';
import type { Answer } from '../slack/answer.ts';
import type { User } from '../slack/state/user.ts';
import { emojiName } from './emoji.ts';
import { type Entered, enteredValue } from './entered.ts';
import { moment } from './when.ts';
import { pageWords } from './words.ts';

/** What the page is told after somebody did something. */
export type Outcome = {
  /** A sentence to show for a moment; '' for none. */
  readonly toast: string;
};

const entered = z.object({
  type: z.string(),
  value: z.union([z.string(), z.array(z.string()), z.null()]),
});
const values = z.record(z.string(), entered);
const label = z.string().max(200).default('');

const clickRequest = z.object({
  in: z.enum(['message', 'ephemeral', 'modal', 'home']),
  channel: z.string().optional(),
  ts: z.string().optional(),
  view: z.string().optional(),
  block: z.string(),
  action: z.string(),
  value: z.string().optional(),
  chosen: entered.optional(),
  values: values.default({}),
  label,
});
const submitRequest = z.object({ view: z.string(), values });
const closeRequest = z.object({ all: z.boolean() });
const typeRequest = z.object({
  channel: z.string(),
  text: z.string().max(40_000),
  thread: z.string().optional(),
});
const shortcutRequest = z.object({ id: z.string() });
const messageShortcutRequest = z.object({ id: z.string(), channel: z.string(), ts: z.string() });
const reactRequest = z.object({
  channel: z.string(),
  ts: z.string(),
  emoji: z.string().max(120),
});
const moveRequest = z.object({ to: z.enum(MOVES) });

type Handler = (sandbox: Sandbox, user: User, body: unknown) => Promise<Outcome>;

/** Everything that can be asked of the page, by name. Each throws where it cannot be done. */
export const ACT_REQUESTS: Readonly<Record<string, Handler>> = {
  click,
  submit,
  close,
  type,
  shortcut,
  'message-shortcut': messageShortcut,
  react,
  move,
  'start-over': startOver,
};

async function click(sandbox: Sandbox, user: User, body: unknown): Promise<Outcome> {
  const request = clickRequest.parse(body);
  const { slack, acts } = sandbox;
  const words = pageWords.acts;
  await acts.begin(user.id, words.clicked(request.label || request.action));
  if (request.in === 'modal')
    slack.fill(user.id, formValues(sandbox, user, request.values), request.view);
  const { channel, ts, block, action, value, chosen } = request;
  const choose = chosen && { choose: enteredBy(sandbox, user, chosen) };
  const where = { in: request.in, ...(channel && { channel }), ...(ts && { ts }) };
  // A message drawn anew has new block ids: a button is still the one with the same value.
  const which = value === undefined ? { blockId: block } : { value };
  const target = { ...where, ...which, actionId: action, ...choose };
  return outcomeOf(await slack.click(user.id, target));
}

async function submit(sandbox: Sandbox, user: User, body: unknown): Promise<Outcome> {
  const request = submitRequest.parse(body);
  await sandbox.acts.begin(user.id, pageWords.acts.submitted);
  const filled = formValues(sandbox, user, request.values);
  return outcomeOf(await sandbox.slack.submit(user.id, filled, request.view));
}

async function close(sandbox: Sandbox, user: User, body: unknown): Promise<Outcome> {
  const { all } = closeRequest.parse(body);
  await sandbox.acts.begin(user.id, pageWords.acts.closed);
  return outcomeOf(await sandbox.slack.closeView(user.id, { all }));
}

async function type(sandbox: Sandbox, user: User, body: unknown): Promise<Outcome> {
  const { channel, text, thread } = typeRequest.parse(body);
  const { slack, acts } = sandbox;
  await acts.begin(user.id, pageWords.acts.typed(text));
  const command = thread === undefined ? /^(\/\S+)(?:\s+([\s\S]*))?$/.exec(text.trim()) : null;
  if (command === null) return outcomeOf(await slack.say(user.id, channel, text, thread));
  const [, name = '', rest = ''] = command;
  return outcomeOf(await slack.command(user.id, channel, name, rest));
}

async function shortcut(sandbox: Sandbox, user: User, body: unknown): Promise<Outcome> {
  const { id } = shortcutRequest.parse(body);
  await sandbox.acts.begin(user.id, pageWords.acts.shortcut(id));
  return outcomeOf(await sandbox.slack.shortcut(user.id, id));
}

async function messageShortcut(sandbox: Sandbox, user: User, body: unknown): Promise<Outcome> {
  const { id, channel, ts } = messageShortcutRequest.parse(body);
  await sandbox.acts.begin(user.id, pageWords.acts.shortcut(id));
  return outcomeOf(await sandbox.slack.messageShortcut(user.id, channel, ts, id));
}

/** Puts an emoji on a message, or takes one's own away again. */
async function react(sandbox: Sandbox, user: User, body: unknown): Promise<Outcome> {
  const { channel, ts, emoji } = reactRequest.parse(body);
  const { slack, acts } = sandbox;
  const shown = slack.screenOf(user.id).thread(channel, ts);
  const put = shown.find((message) => message.ts === ts)?.reactions ?? [];
  const isThere = put.some(({ name, users }) => name === emoji && users.includes(user.id));
  await acts.begin(user.id, pageWords.acts[isThere ? 'unreacted' : 'reacted'](emojiName(emoji)));
  const answer = await slack[isThere ? 'unreact' : 'react'](user.id, channel, ts, emoji);
  return outcomeOf(answer);
}

async function move(sandbox: Sandbox, user: User, body: unknown): Promise<Outcome> {
  const { to } = moveRequest.parse(body);
  await sandbox.acts.begin(null, pageWords.acts.moved(MOVED[to]));
  await sandbox.move(to);
  const now = sandbox.slack.clock.now();
  return { toast: pageWords.controls.moved(moment(now, { zone: user.tz })) };
}

const MOVED: Readonly<Record<Move, string>> = {
  hour: pageWords.controls.hour,
  day: pageWords.controls.day,
  deadline: pageWords.controls.deadline,
};

async function startOver(sandbox: Sandbox): Promise<Outcome> {
  await sandbox.startOver();
  return { toast: pageWords.controls.started };
}

/** What Slack's own client would say; what stands on the screen already is not repeated. */
function outcomeOf(answer: Answer): Outcome {
  const isShown = answer.kind === 'acked' || answer.kind === 'errors';
  const isInForm = answer.kind === 'client_error' && Object.keys(answer.problems).length > 0;
  return { toast: isShown || isInForm ? '' : answer.shown };
}

function formValues(sandbox: Sandbox, user: User, given: Readonly<Record<string, Entered>>) {
  return Object.fromEntries(
    Object.entries(given).map(([block, each]) => [block, enteredBy(sandbox, user, each)]),
  );
}

function enteredBy({ slack }: Sandbox, user: User, given: Entered) {
  const people = new Map([...slack.state.users.values()].map(({ id, name }) => [name, id]));
  return enteredValue(given, { zone: user.tz, people });
}
