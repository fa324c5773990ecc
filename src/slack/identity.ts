import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { memberId, teamId, type MemberId, type TeamId } from '../core/ids.ts';
import { StartError } from '../start-error.ts';
import { faultNameOf, slackErrorOf } from './slack-error.ts';

/** Who the bot is, and where: what Slack says of its token. */
export type Identity = {
  readonly teamId: TeamId;
  readonly teamName: string;
  readonly botUserId: MemberId;
  readonly botName: string;
};

const identitySchema = z.object({
  team_id: z.string(),
  team: z.string().catch(''),
  user_id: z.string(),
  user: z.string().catch(''),
});

/** Asks Slack whose token this is. Throws a `StartError` that names the variable to mend. */
export async function identify(client: WebClient): Promise<Identity> {
  try {
    const answer = identitySchema.parse(await client.auth.test());
    return {
      teamId: teamId(answer.team_id),
      teamName: answer.team,
      botUserId: memberId(answer.user_id),
      botName: answer.user,
    };
  } catch (error) {
    const code = slackErrorOf(error);
    if (code) {
      throw new StartError(
        `Slack does not accept SLACK_BOT_TOKEN (${code}). ` +
          'Copy it again from api.slack.com/apps → your app → OAuth & Permissions.',
        { cause: error },
      );
    }
    throw new StartError(
      `Slack cannot be reached (${faultNameOf(error)}). ` +
        'Check the network of this machine, and SLACK_API_URL if you have set it.',
      { cause: error },
    );
  }
}
