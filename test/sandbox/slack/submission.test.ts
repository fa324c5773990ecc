import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JsonObject, objectAt } from '../../../src/sandbox/slack/json.ts';
import type { PretendSlack } from '../../../src/sandbox/slack/pretend-slack.ts';
import { type Bot, type Caller, startBoth } from './bot.ts';
import { field, modal, openModal, pushModal, words } from './fixtures.ts';

let slack: PretendSlack;
let bot: Bot;
let call: Caller;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ slack, bot, call, close } = await startBoth({ rateLimits: false }));
});
afterEach(() => close());

const open = (view: JsonObject): ReturnType<Caller> => openModal({ slack, bot, call }, view);
const push = (view: JsonObject): ReturnType<Caller> => pushModal({ slack, bot, call }, view);

describe('a submission', () => {
  it('carries every input with its real shape, touched or not', async () => {
    const options = ['a', 'b'].map((value) => ({ text: words(`Option ${value}`), value }));
    const elements: Record<string, JsonObject> = {
      long: { type: 'rich_text_input' },
      pick: { type: 'static_select', options, initial_option: options[0] ?? {} },
      many: { type: 'checkboxes', options },
      one: { type: 'radio_buttons', options },
      who: { type: 'multi_users_select', initial_users: ['U_BEN'] },
      owner: { type: 'users_select' },
      where: { type: 'conversations_select', default_to_current_conversation: true },
      day: { type: 'datepicker', initial_date: '2026-06-05' },
      time: { type: 'timepicker', timezone: 'Europe/Madrid' },
      moment: { type: 'datetimepicker' },
      count: { type: 'number_input', is_decimal_allowed: false },
    };
    const blocks = Object.entries(elements).map(([id, element]) =>
      field(id, { element: { ...element, action_id: 'a' }, optional: true }),
    );
    await open(modal('All', { blocks }));
    const answer = await slack.submit('U_ANA', {
      long: 'Bread',
      many: ['Option b'],
      owner: 'U_BEN',
      moment: 1_780_000_000,
      time: '17:00',
      count: 3,
    });
    expect(answer.kind).toBe('acked');
    const state = objectAt(objectAt(bot.got.at(-1)?.body, 'view'), 'state');
    const spelt = options.map(({ text, value }) => ({ text: { ...text, emoji: true }, value }));
    const section = { type: 'rich_text_section', elements: [{ type: 'text', text: 'Bread' }] };
    expect(objectAt(state, 'values')).toEqual({
      long: {
        a: { type: 'rich_text_input', rich_text_value: { type: 'rich_text', elements: [section] } },
      },
      pick: { a: { type: 'static_select', selected_option: spelt[0] } },
      many: { a: { type: 'checkboxes', selected_options: [spelt[1]] } },
      one: { a: { type: 'radio_buttons', selected_option: null } },
      who: { a: { type: 'multi_users_select', selected_users: ['U_BEN'] } },
      owner: { a: { type: 'users_select', selected_user: 'U_BEN' } },
      where: { a: { type: 'conversations_select', selected_conversation: 'C_CIRCLE' } },
      day: { a: { type: 'datepicker', selected_date: '2026-06-05' } },
      time: { a: { type: 'timepicker', selected_time: '17:00', timezone: 'Europe/Madrid' } },
      moment: { a: { type: 'datetimepicker', selected_date_time: 1_780_000_000 } },
      count: { a: { type: 'number_input', value: '3' } },
    });
  });

  it('is held back by the client where an input is empty, too long or malformed', async () => {
    const element = (type: string, rest: JsonObject = {}): JsonObject => ({
      element: { type, action_id: 'a', ...rest },
    });
    const blocks = [
      field('empty'),
      field('optional', { optional: true }),
      field('long', element('plain_text_input', { max_length: 3 })),
      field('short', element('plain_text_input', { min_length: 3 })),
      field('mail', element('email_text_input')),
      field('link', element('url_text_input')),
      field('count', element('number_input', { is_decimal_allowed: false, max_value: '5' })),
      field('half', element('number_input', { is_decimal_allowed: false })),
      field('few', element('multi_users_select', { max_selected_items: 1 })),
    ];
    await open(modal('Strict', { blocks }));
    const before = bot.got.length;
    const answer = await slack.submit('U_ANA', {
      long: 'four',
      short: 'x',
      mail: 'me',
      link: 'nowhere',
      count: 6,
      half: '1.5',
      few: ['U_ANA', 'U_BEN'],
    });
    expect(answer).toMatchObject({ kind: 'client_error' });
    const problems = answer.kind === 'client_error' ? answer.problems : {};
    const held = ['empty', 'long', 'short', 'mail', 'link', 'count', 'half', 'few'];
    expect(Object.keys(problems)).toEqual(held);
    expect(slack.screenOf('U_ANA').modal?.errors).toEqual(problems);
    expect(bot.got).toHaveLength(before);
  });

  it.each<[JsonObject, string, string | undefined]>([
    [{}, 'acked', 'One'],
    [{ response_action: 'clear' }, 'acked', undefined],
    [{ response_action: 'update', view: modal('Changed') }, 'acked', 'Changed'],
    [{ response_action: 'push', view: modal('On top') }, 'acked', 'On top'],
    [{ response_action: 'errors', errors: { title: 'No.' } }, 'errors', 'Two'],
    [{ response_action: 'errors', errors: { more: 'No.' } }, 'trouble_connecting', 'Two'],
    [{ response_action: 'errors', errors: {} }, 'trouble_connecting', 'Two'],
    [{ response_action: 'update', view: { type: 'modal' } }, 'trouble_connecting', 'Two'],
    [{ response_action: 'update' }, 'trouble_connecting', 'Two'],
    [{ response_action: 'dance' }, 'trouble_connecting', 'Two'],
    [{ text: 'ok' }, 'trouble_connecting', 'Two'],
  ])('answered with %j ends as %s, before them then: %s', async (json, kind, title) => {
    await open(modal('One'));
    await push(modal('Two'));
    bot.reply = () => ({ json });
    expect(await slack.submit('U_ANA', { title: 'x' })).toMatchObject({ kind });
    expect(slack.screenOf('U_ANA').modal?.title).toBe(title);
  });

  it('cannot push a fourth modal', async () => {
    await open(modal('One'));
    await push(modal('Two'));
    await push(modal('Three'));
    bot.reply = () => ({ json: { response_action: 'push', view: modal('Four') } });
    expect(await slack.submit('U_ANA', { title: 'x' })).toMatchObject({
      kind: 'trouble_connecting',
      why: expect.stringContaining('push_limit_reached'),
    });
  });

  it('gives a response_url for a channel menu that asks for one', async () => {
    const element = { type: 'channels_select', action_id: 'a', response_url_enabled: true };
    await open(modal('One', { blocks: [field('where', { element })] }));
    await slack.submit('U_ANA', { where: 'C_CIRCLE' });
    expect(bot.got.at(-1)?.body).toMatchObject({
      response_urls: [
        { block_id: 'where', action_id: 'a', channel_id: 'C_CIRCLE', response_url: /^http/ },
      ].map((each) => ({ ...each, response_url: expect.stringMatching(each.response_url) })),
    });
  });
});

describe('someone who drives the story', () => {
  it('is told when nobody could do that in Slack', async () => {
    await expect(slack.submit('U_ANA', {})).rejects.toThrow('no modal open');
    await open(modal('One'));
    await expect(slack.submit('U_ANA', { colour: 'x' })).rejects.toThrow('No input "colour"');
    await expect(slack.submit('U_ANA', {}, 'V0')).rejects.toThrow('not on top');
    await expect(slack.click('U_ANA', { text: 'Less' })).rejects.toThrow('More (more)');
    await expect(slack.click('U_ANA', { actionId: 'text' })).rejects.toThrow(
      'until it is submitted',
    );
    await expect(slack.command('U_GONE', 'C_CIRCLE', '/propose')).rejects.toThrow('deactivated');
    await expect(slack.command('U_ANA', 'C_SECRET', '/propose')).rejects.toThrow('cannot see');
    await expect(slack.shortcut('U_ANA', 'nothing')).rejects.toThrow('no global shortcut');
  });

  it('may have the bot fill an external select', async () => {
    const element = { type: 'external_select', action_id: 'a' };
    await open(modal('One', { blocks: [field('circle', { element })] }));
    const options = [{ text: words('Bakery'), value: 'c1' }];
    bot.reply = (got) => ({ json: got.body['type'] === 'block_suggestion' ? { options } : {} });
    expect(await slack.suggest('U_ANA', { blockId: 'circle' }, 'Bak')).toEqual(options);
    expect(bot.got.at(-1)?.body).toMatchObject({ action_id: 'a', value: 'Bak' });
    expect((await slack.submit('U_ANA', { circle: 'Bakery' })).kind).toBe('acked');
  });
});
