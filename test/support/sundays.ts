import { WebClient } from '@slack/web-api';
import type { KnownBlock } from '@slack/types';
import type { Circle } from '../../src/core/circle.ts';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { channelId, circleId, memberId, roundId, teamId } from '../../src/core/ids.ts';
import type { Round } from '../../src/core/round.ts';
import { app, channels, people } from '../../src/sandbox/world.ts';
import { DAY, HOUR, startWillowBank, type Running } from './program.ts';
import { shownIn } from './shown.ts';
import { payloadBody, send, signed } from './slack-request.ts';

export const willow = circleId('c_willow');
export const sundays = roundId('r_sundays');
export const deciders = [people.ana, people.ben, people.cai, people.dee] as const;

/** What somebody does to a round, without when and by whom. */
type Deed = RoundCommand extends infer Each
  ? Each extends { by: string }
    ? Omit<Each, 'at' | 'by'>
    : never
  : never;

type SundaysOptions = Parameters<typeof startWillowBank>[0] & {
  /** Who closes a round that is ready: a facilitator, unless this says otherwise. */
  readonly closing?: Circle['settings']['closing'];
};

/**
 * The Willow Team with a round that asks four people, the card in the channel, and the hands of
 * everybody: Ana and Cai facilitate, Ben proposes, Fay learns, Hana is in another circle, Otto in
 * none.
 */
export async function startSundays(options: SundaysOptions = {}) {
  const running = await startWillowBank(options);
  const { slack, program } = running;
  const now = () => slack.clock.now();
  await setUpCircle(running, options.closing ?? 'facilitator');
  await propose(running);

  const round = async (): Promise<Round> => {
    const found = await program.performer.round(sundays);
    if (!found) throw new Error('There is no such round');
    return found.round;
  };
  return {
    ...running,
    now,
    round,
    /** What was recorded since the round opened, by name. */
    events: async () => (await program.store.roundEvents(sundays)).map(({ type }) => type),
    async perform(who: string, deed: Deed): Promise<void> {
      const command: RoundCommand = { ...deed, at: now(), by: memberId(who) };
      const { refused } = await program.performer.onRound(sundays, command);
      if (refused) throw new Error(`Refused: ${refused.code}`);
    },
    /** Clicks a button of the card in the channel. */
    click(who: string, actionId: string) {
      const messages = slack.screenOf(people.ana).messages(channels.willow);
      const card = messages.find(({ text }) => text.includes('Open on Sundays'));
      const where = {
        channel: channels.willow,
        in: 'message',
        ...(card && { ts: card.ts }),
      } as const;
      return slack.click(who, { actionId, ...where });
    },
    /** Clicks a button of the newest message that only this person sees. */
    clickReceipt: (who: string, actionId: string) =>
      slack.click(who, { actionId, in: 'ephemeral' }),
    /** Waits until this person alone sees a message with these words. */
    whispered: (who: string, words: string) =>
      slack.until(() =>
        slack
          .screenOf(who)
          .ephemerals()
          .map(({ blocks }) => shownIn(blocks))
          .findLast((shown) => shown.includes(words)),
      ),
    /** Waits until the top modal of this person has these words. */
    modalWith: (who: string, words: string) =>
      slack.until(() => {
        const { modal } = slack.screenOf(who);
        if (!modal) return null;
        const shown = `${modal.title}\n${shownIn(modal.blocks)}`;
        return shown.includes(words) ? { ...modal, shown } : null;
      }),
    /** The card in the channel, as everybody sees it. */
    card() {
      const messages = slack.screenOf(people.ana).messages(channels.willow);
      const card = messages.find(({ text }) => text.includes('Open on Sundays'));
      if (!card) throw new Error('There is no card');
      return { ...card, shown: shownIn(card.blocks) };
    },
    /** Posts as the bot, as a post whose answer got lost would have; the message's ts. */
    async postAsBot(text: string, blocks: readonly object[]): Promise<string> {
      const client = new WebClient(app.botToken, { slackApiUrl: slack.url });
      const content = { text, blocks: blocks as readonly KnownBlock[] as KnownBlock[] };
      const { ts } = await client.chat.postMessage({ channel: channels.willow, ...content });
      if (!ts) throw new Error('It was not posted');
      return ts;
    },
    /** Sends a signed payload that Slack's own client would not have sent. */
    async forged(payload: object): Promise<{ status: number; body: string }> {
      const body = payloadBody(payload);
      const headers = signed(body, { secret: app.signingSecret });
      return send(program.address.port, { body, headers });
    },
    /** A minute goes by, so that the pace of posting holds nothing back. */
    delivered: () => running.advance(60_000),
  };
}

export type Sundays = Awaited<ReturnType<typeof startSundays>>;

/** A form about the round as a forger would send it. */
export function forgedForm(
  who: string,
  callbackId: string,
  texts: Readonly<Record<string, string>>,
  round: string = sundays,
): object {
  const fields = Object.entries(texts).map(([field, value]) => [
    field,
    { [field]: { type: 'plain_text_input', value } },
  ]);
  return {
    type: 'view_submission',
    team: { id: 'TWILLOW' },
    user: { id: who, team_id: 'TWILLOW' },
    view: {
      id: 'VFORGED',
      type: 'modal',
      callback_id: callbackId,
      private_metadata: JSON.stringify({ round }),
      state: { values: Object.fromEntries(fields) },
    },
  };
}

/** A click that nobody's screen offers. It carries no response_url, so the answer is whispered. */
export function clickOn(who: string, actionId: string, value: string = sundays): object {
  return {
    type: 'block_actions',
    team: { id: 'TWILLOW' },
    user: { id: who, team_id: 'TWILLOW' },
    channel: { id: channels.general },
    container: { type: 'message', channel_id: channels.general, is_ephemeral: true },
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: '1' }],
  };
}

const willowSettings: Circle['settings'] = {
  name: 'Willow Team',
  aim: 'Good days at home for the people we support.',
  calendar: { timeZone: 'Europe/London', workingWeekdays: [1, 2, 3, 4, 5], closedDays: [] },
  windowDays: 7,
  minimumHours: 72,
  closing: 'facilitator',
  graceHours: 2,
  namesWaiting: false,
};

async function setUpCircle(
  { program, slack }: Running,
  closing: Circle['settings']['closing'],
): Promise<void> {
  await program.performer.onCircle(willow, {
    type: 'create_circle',
    id: willow,
    teamId: teamId('TWILLOW'),
    channelId: channelId(channels.willow),
    form: {
      settings: { ...willowSettings, closing },
      roster: [
        ...deciders.map((one) => ({ id: memberId(one), status: 'full' as const })),
        { id: memberId(people.fay), status: 'learning' as const },
      ],
      facilitators: [memberId(people.ana), memberId(people.cai)],
    },
    at: slack.clock.now(),
    by: memberId(people.ana),
  });
}

async function propose(running: Running): Promise<void> {
  const { program, slack } = running;
  const at = slack.clock.now();
  const result = await program.performer.propose(willow, {
    id: sundays,
    at,
    by: memberId(people.ben),
    form: {
      title: 'Open on Sundays',
      need: 'Thirty people a week find us closed.',
      document: documentOfText('Open from 8 to 12 for three months.'),
      owner: memberId(people.ben),
      reviewOn: '2026-06-02',
      deadlineAt: at + 7 * DAY + 8 * HOUR,
      replaces: null,
    },
  });
  if ('refused' in result) throw new Error(`Refused: ${result.refused.code}`);
  await running.settle();
  await running.advance(60_000);
}
