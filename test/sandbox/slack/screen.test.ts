import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textAt } from '../../../src/sandbox/slack/json.ts';
import type { PretendSlack } from '../../../src/sandbox/slack/pretend-slack.ts';
import { type Caller, startBoth } from './bot.ts';

let slack: PretendSlack;
let call: Caller;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ slack, call, close } = await startBoth({ rateLimits: false }));
});
afterEach(() => close());

const channelsOf = (who: string): string[] =>
  slack.screenOf(who).channels.map((channel) => channel.name);

describe('what a person sees', () => {
  it('are public channels, private ones they are in, and for guests only their own', () => {
    expect(channelsOf('U_ANA')).toEqual(['circle', 'lobby', 'inner', 'old']);
    expect(channelsOf('U_BEN')).toEqual(['circle', 'lobby', 'secret', 'old']);
    expect(channelsOf('U_GUEST')).toEqual(['lobby']);
    expect(channelsOf('U_FAR')).toEqual(['circle']);
    const [circle] = slack.screenOf('U_BEN').channels;
    expect(circle).toMatchObject({ isMember: true, isPrivate: false, memberCount: 5 });
  });

  it('are no messages of a channel they cannot read', async () => {
    await call('chat.postMessage', { channel: 'C_INNER', text: 'Between us' });
    expect(slack.screenOf('U_ANA').messages('C_INNER')).toMatchObject([
      { text: 'Between us', isApp: true, user: { id: 'U_BOT' } },
    ]);
    expect(slack.screenOf('U_BEN').messages('C_INNER')).toEqual([]);
    expect(slack.screenOf('U_GUEST').messages('C_CIRCLE')).toEqual([]);
  });

  it('are what others write, threads in their place', async () => {
    const first = slack.screenOf('U_BEN').messages('C_CIRCLE')[0];
    await slack.say('U_BEN', 'C_CIRCLE', 'Morning <b>', first?.ts);
    expect(slack.screenOf('U_ANA').messages('C_CIRCLE')).toMatchObject([{ replyCount: 1 }]);
    expect(slack.screenOf('U_ANA').thread('C_CIRCLE', first?.ts ?? '')).toMatchObject([
      { text: 'Good morning' },
      { text: 'Morning &lt;b&gt;', user: { name: 'ben' } },
    ]);
    await slack.say('U_ANA', 'U_BEN', 'Just you');
    expect(slack.screenOf('U_BEN').dms).toMatchObject([{ with: [{ id: 'U_ANA' }] }]);
  });

  it('are the commands and shortcuts of the app, until it is removed', async () => {
    const { commands, shortcuts } = slack.screenOf('U_ANA');
    expect(commands.map((each) => each.command)).toEqual(['/propose', '/raw']);
    expect(shortcuts).toHaveLength(2);
    await slack.uninstall();
    expect(slack.screenOf('U_ANA').commands).toEqual([]);
    expect((await slack.command('U_ANA', 'C_CIRCLE', '/propose')).kind).toBe('client_error');
  });

  it('is a message that an admin can take away, unbeknown to the bot', async () => {
    const answer = await call('chat.postMessage', { channel: 'C_CIRCLE', text: 'Gone soon' });
    const ts = textAt(answer, 'ts');
    slack.deleteMessage('C_CIRCLE', ts);
    expect(slack.screenOf('U_ANA').messages('C_CIRCLE')).toHaveLength(1);
    expect(await call('chat.update', { channel: 'C_CIRCLE', ts, text: 'x' })).toMatchObject({
      error: 'message_not_found',
    });
    expect(() => slack.deleteMessage('C_CIRCLE', ts)).toThrow('no message');
  });

  it('is nothing for somebody who does not exist', () => {
    expect(() => slack.screenOf('U_NONE')).toThrow('nobody');
  });
});
