import { z } from 'zod';
import { channelId, memberId, teamId } from '../core/ids.ts';
import type { ChannelId, MemberId, TeamId } from '../core/ids.ts';
import { numberedId } from './ids.ts';

/** Who did something, where, and how an answer can reach them. */
export type Interaction = {
  readonly teamId: TeamId;
  readonly by: MemberId;
  readonly channelId: ChannelId | null;
  /** Lives three seconds, and opens one view. */
  readonly triggerId: string | null;
  /** Where an answer that only this person sees can be sent: five times in half an hour. */
  readonly responseUrl: string | null;
};

export type CommandCall = Interaction & { readonly command: string; readonly text: string };

/** Values of a form as Slack sends them: block_id → action_id → element state. */
export type FormState = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export type OpenView = {
  readonly id: string;
  readonly hash: string | null;
  readonly callbackId: string;
  readonly metadata: string;
  readonly values: FormState;
  readonly rootId: string | null;
};

export type Click = Interaction & {
  readonly actionId: string;
  /** A button's value, or what was chosen: an option's value, a day, an instant in seconds. */
  readonly value: string;
  /** The message that was clicked; null in a view. */
  readonly messageTs: string | null;
  readonly isEphemeral: boolean;
  /** True where it was clicked on the person's Home, which then is drawn anew. */
  readonly isHome: boolean;
  /** The modal that was clicked in; null in a message and on Home. */
  readonly view: OpenView | null;
};

export type Submission = Interaction & { readonly view: OpenView };

export type ShortcutCall = Interaction & {
  readonly callbackId: string;
  /** The message of a message shortcut. */
  readonly message: { readonly text: string; readonly blocks: readonly unknown[] } | null;
};

const textOr = (otherwise: string) => z.string().catch(otherwise);
const optionalText = z.string().nullish().catch(null);

const viewSchema = z.object({
  id: z.string(),
  hash: optionalText,
  type: textOr('modal'),
  callback_id: textOr(''),
  private_metadata: textOr(''),
  root_view_id: optionalText,
  state: z
    .object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .catch({ values: {} }),
});

const commonSchema = z.object({
  user: z.object({ id: z.string(), team_id: optionalText }),
  team: z.object({ id: z.string() }).nullish().catch(null),
  channel: z.object({ id: z.string() }).nullish().catch(null),
  trigger_id: optionalText,
  response_url: optionalText,
});

const actionSchema = z.object({
  action_id: z.string(),
  value: optionalText,
  selected_option: z.object({ value: z.string() }).nullish().catch(null),
  selected_date: optionalText,
  selected_date_time: z.number().nullish().catch(null),
  selected_user: optionalText,
  selected_conversation: optionalText,
});

const clickSchema = commonSchema.extend({
  actions: z.array(actionSchema).min(1),
  container: z
    .object({
      message_ts: optionalText,
      is_ephemeral: z.boolean().nullish(),
      channel_id: optionalText,
    })
    .nullish()
    .catch(null),
  view: viewSchema.nullish().catch(null),
});

/** Reads a block_actions body; null where it is not one (nothing of ours then is in it). */
export function clickOf(body: unknown): Click | null {
  const { data } = clickSchema.safeParse(body);
  const action = data?.actions[0];
  if (!data || !action) return null;
  const chosen = action.selected_option?.value ?? action.selected_date ?? action.selected_user;
  const moment = action.selected_date_time?.toString() ?? action.selected_conversation;
  const channel = data.channel?.id ?? data.container?.channel_id;
  return {
    ...interactionOf(data),
    channelId: channel ? channelId(channel) : null,
    actionId: numberedId.open(action.action_id),
    value: action.value ?? chosen ?? moment ?? '',
    messageTs: data.container?.message_ts ?? null,
    isEphemeral: data.container?.is_ephemeral === true,
    isHome: data.view?.type === 'home',
    view: data.view && data.view.type !== 'home' ? openViewOf(data.view) : null,
  };
}

/** Reads a view_submission or view_closed body; null where it is not one. */
export function submissionOf(body: unknown): Submission | null {
  const { data } = commonSchema.extend({ view: viewSchema }).safeParse(body);
  return data ? { ...interactionOf(data), view: openViewOf(data.view) } : null;
}

/** Reads a shortcut or message_action body; null where it is not one. */
export function shortcutOf(body: unknown): ShortcutCall | null {
  const message = z.object({ text: textOr(''), blocks: z.array(z.unknown()).catch([]) });
  const schema = commonSchema.extend({
    callback_id: z.string(),
    message: message.nullish().catch(null),
  });
  const { data } = schema.safeParse(body);
  if (!data) return null;
  return { ...interactionOf(data), callbackId: data.callback_id, message: data.message ?? null };
}

/** Reads a slash command's form; null where it is not one. */
export function commandOf(body: unknown): CommandCall | null {
  const schema = z.object({
    command: z.string(),
    text: textOr(''),
    user_id: z.string(),
    team_id: textOr(''),
    channel_id: z.string(),
    trigger_id: optionalText,
    response_url: optionalText,
  });
  const { data } = schema.safeParse(body);
  if (!data) return null;
  return {
    command: data.command,
    text: data.text.trim(),
    by: memberId(data.user_id),
    teamId: teamId(data.team_id),
    channelId: channelId(data.channel_id),
    triggerId: data.trigger_id ?? null,
    responseUrl: data.response_url ?? null,
  };
}

function interactionOf(data: z.infer<typeof commonSchema>): Interaction {
  return {
    by: memberId(data.user.id),
    teamId: teamId(data.team?.id ?? data.user.team_id ?? ''),
    channelId: data.channel ? channelId(data.channel.id) : null,
    triggerId: data.trigger_id ?? null,
    responseUrl: data.response_url ?? null,
  };
}

function openViewOf(view: z.infer<typeof viewSchema>): OpenView {
  return {
    id: view.id,
    hash: view.hash ?? null,
    callbackId: view.callback_id,
    metadata: view.private_metadata,
    values: view.state.values,
    rootId: view.root_view_id ?? null,
  };
}
