import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JsonObject, textAt } from '../../../src/sandbox/slack/json.ts';
import type { PretendSlack } from '../../../src/sandbox/slack/pretend-slack.ts';
import { type Bot, type Caller, startBoth } from './bot.ts';
import { card } from './fixtures.ts';

let slack: PretendSlack;
let bot: Bot;
let call: Caller;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ slack, bot, call, close } = await startBoth({ rateLimits: false }));
});
afterEach(() => close());

const last = (): JsonObject => bot.got.at(-1)?.body ?? {};

describe('a response_url', () => {
  const answer = async (args: JsonObject): Promise<number> => {
    const response = await fetch(textAt(last(), 'response_url'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    return response.status;
  };

  it('answers one person by default, and changes or deletes what was clicked', async () => {
    const ts = textAt(await call('chat.postMessage', card()), 'ts');
    await slack.click('U_BEN', { text: 'Consent' });
    expect(await answer({ text: 'Noted' })).toBe(200);
    expect(slack.screenOf('U_BEN').ephemerals()).toMatchObject([{ text: 'Noted' }]);
    expect(await answer({ text: 'For all', response_type: 'in_channel' })).toBe(200);
    expect(await answer({ text: 'Changed', replace_original: true })).toBe(200);
    expect(slack.screenOf('U_ANA').thread('C_CIRCLE', ts)).toMatchObject([{ text: 'Changed' }]);
    expect(await answer({ delete_original: true })).toBe(200);
    expect(slack.screenOf('U_ANA').thread('C_CIRCLE', ts)).toEqual([]);
  });

  it('changes and deletes an ephemeral message too', async () => {
    await call('chat.postEphemeral', { ...card(), user: 'U_ANA' });
    await slack.click('U_ANA', { text: 'Consent' });
    await answer({ text: 'Changed', replace_original: true });
    expect(slack.screenOf('U_ANA').ephemerals()).toMatchObject([{ text: 'Changed', blocks: [] }]);
    await answer({ delete_original: true });
    expect(slack.screenOf('U_ANA').ephemerals()).toEqual([]);
  });

  it('is used up after five answers, too old after half an hour, and strict', async () => {
    await slack.command('U_ANA', 'C_CIRCLE', '/propose');
    expect(await answer({ blocks: [{ type: 'hologram' }] })).toBe(400);
    for (let use = 0; use < 5; use += 1) expect(await answer({ text: 'x' })).toBe(200);
    expect(await answer({ text: 'x' })).toBe(404);
    await slack.command('U_ANA', 'C_CIRCLE', '/propose');
    slack.clock.advance(30 * 60 * 1000 + 1);
    expect(await answer({ text: 'x' })).toBe(404);
    expect((await fetch(`${slack.url.replace('/api/', '')}/actions/T/none`)).status).toBe(404);
  });
});

describe('shortcuts', () => {
  it('arrive with what Slack gives them', async () => {
    await slack.shortcut('U_ANA', 'propose_global');
    expect(last()).toMatchObject({ type: 'shortcut', callback_id: 'propose_global' });
    expect(last()).not.toHaveProperty('channel');
    const ts = slack.screenOf('U_ANA').messages('C_CIRCLE')[0]?.ts ?? '';
    await slack.messageShortcut('U_BEN', 'C_CIRCLE', ts, 'propose_message');
    expect(last()).toMatchObject({
      type: 'message_action',
      message_ts: ts,
      message: { text: 'Good morning', user: 'U_ANA' },
      channel: { id: 'C_CIRCLE' },
      response_url: expect.stringContaining('/app/'),
    });
  });
});
