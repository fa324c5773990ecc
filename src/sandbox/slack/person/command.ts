import type { Answer } from '../answer.ts';
import { type JsonObject, textAt } from '../json.ts';
import { ApiError } from '../methods/call.ts';
import { messageContent } from '../methods/message-content.ts';
import { payloadName, type Channel } from '../state/channel.ts';
import { post, postEphemeral } from '../state/posting.ts';
import { issueResponseUrl, issueTrigger } from '../state/trigger.ts';
import type { User } from '../state/user.ts';
import type { ManifestCommand } from '../world.ts';
import type { Workspace } from '../workspace.ts';
import { ACKED, type Stage, answerOf, channelFor, personOf } from './act.ts';
import { escaped } from './escaped.ts';

/** What a person types: where, which command, and the text after it. */
export type Typed = { readonly channel: string; readonly command: string; readonly text: string };

/** A person types a slash command. Never in a thread: Slack has no commands there. */
export async function command(stage: Stage, who: string, typed: Typed): Promise<Answer> {
  const { workspace } = stage;
  const user = personOf(workspace, who);
  const channel = channelFor(workspace, user, typed.channel);
  const known = workspace.state.app.manifest.features?.slash_commands ?? [];
  const registered = known.find((each) => each.command === typed.command);
  if (registered === undefined || workspace.state.bot !== 'installed') {
    return {
      kind: 'client_error',
      problems: {},
      shown: `${typed.command} is not a valid command.`,
    };
  }
  const payload = commandPayload(workspace, user, channel, { registered, typed });
  const kind = 'slash_commands';
  const receipt = await stage.dispatch({ kind, name: kind, payload });
  if (receipt.outcome !== 'acked') return answerOf(receipt, 'command', typed.command);
  return shownAnswer(workspace, user, channel, { typed, body: receipt.body });
}

function commandPayload(
  workspace: Workspace,
  user: User,
  channel: Channel,
  { registered, typed }: { registered: ManifestCommand; typed: Typed },
): JsonObject {
  const { app, team } = workspace.state;
  const place = {
    userId: user.id,
    channelId: channel.id,
    threadTs: undefined,
    original: undefined,
  };
  const isEscaped = registered.should_escape === true;
  return {
    token: app.verificationToken ?? 'verification-token',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: payloadName(channel),
    user_id: user.id,
    user_name: user.name,
    command: typed.command,
    text: isEscaped ? escaped(workspace, typed.text.trim()) : typed.text.trim(),
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: issueResponseUrl(workspace, place, 'commands'),
    trigger_id: issueTrigger(workspace, user.id, { channelId: channel.id }),
  };
}

/** The ack of a command may say something: to this person, or in the channel. */
function shownAnswer(
  workspace: Workspace,
  user: User,
  channel: Channel,
  { typed, body }: { typed: Typed; body: JsonObject },
): Answer {
  if (textAt(body, 'text') === '' && body['blocks'] === undefined) return ACKED;
  try {
    const content = messageContent({ workspace, args: body });
    if (textAt(body, 'response_type') === 'in_channel') {
      const said = { text: `${typed.command} ${typed.text}`.trim(), blocks: [], attachments: [] };
      const place = { channelId: channel.id };
      post(workspace, place, user.id, { ...said, metadata: undefined });
      post(workspace, place, workspace.state.app.botUserId, content);
    } else {
      const where = { channelId: channel.id, forUserId: user.id, threadTs: undefined };
      postEphemeral(workspace, where, content);
    }
    return { kind: 'acked', text: content.text, shown: content.text };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const shown = `${typed.command} failed with the error "${error.code}"`;
    return { kind: 'trouble_connecting', why: error.code, shown };
  }
}
