import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JsonObject, objectAt, textAt } from '../../../src/sandbox/slack/json.ts';
import type { PretendSlack } from '../../../src/sandbox/slack/pretend-slack.ts';
import { type Bot, type Caller, startBoth } from './bot.ts';
import { field, modal, openModal, pushModal, triggerOf, words } from './fixtures.ts';

let slack: PretendSlack;
let bot: Bot;
let call: Caller;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ slack, bot, call, close } = await startBoth({ rateLimits: false }));
});
afterEach(() => close());

const trigger = (): Promise<string> => triggerOf({ slack, bot, call });
const open = (view: JsonObject): ReturnType<Caller> => openModal({ slack, bot, call }, view);
const push = (view: JsonObject): ReturnType<Caller> => pushModal({ slack, bot, call }, view);

describe('a trigger id', () => {
  it('opens one view, and not a second', async () => {
    const trigger_id = await trigger();
    const view = modal('One');
    expect(await call('views.open', { trigger_id, view })).toMatchObject({ ok: true });
    expect(await call('views.open', { trigger_id, view })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
  });

  it('is too old after three seconds', async () => {
    const trigger_id = await trigger();
    slack.clock.advance(3001);
    expect(await call('views.open', { trigger_id, view: modal('One') })).toMatchObject({
      error: 'expired_trigger_id',
    });
    expect(slack.screenOf('U_ANA').modal).toBeUndefined();
  });

  it('cannot be made up', async () => {
    expect(await call('views.open', { trigger_id: '1.2.x', view: modal('One') })).toMatchObject({
      error: 'invalid_trigger_id',
    });
    expect(await call('views.open', { view: modal('One') })).toMatchObject({
      error: 'invalid_arguments',
    });
  });
});

describe('the stack of modals', () => {
  it('holds three, and no more', async () => {
    await open(modal('One'));
    await push(modal('Two'));
    const third = await push(modal('Three'));
    const ids = slack.screenOf('U_ANA').modals.map((view) => view.id);
    expect(objectAt(third, 'view')).toMatchObject({
      root_view_id: ids[0],
      previous_view_id: ids[1],
    });
    expect(await push(modal('Four'))).toMatchObject({ error: 'push_limit_reached' });
    expect(slack.screenOf('U_ANA').modal?.title).toBe('Three');
  });

  it('cannot be pushed onto by a command', async () => {
    expect(
      await call('views.push', { trigger_id: await trigger(), view: modal('One') }),
    ).toMatchObject({ error: 'not_found' });
  });

  it('is walked back by closing, and told of where the app asked for it', async () => {
    await open(modal('One', { notify_on_close: true }));
    await push(modal('Two', { notify_on_close: true }));
    await slack.closeView('U_ANA');
    expect(bot.got.at(-1)?.body).toMatchObject({
      type: 'view_closed',
      is_cleared: false,
      view: { callback_id: 'Two' },
    });
    expect(slack.screenOf('U_ANA').modal?.title).toBe('One');
    await push(modal('Two'));
    await slack.closeView('U_ANA', { all: true });
    expect(bot.got.at(-1)?.body).toMatchObject({ is_cleared: true, view: { callback_id: 'One' } });
    expect(slack.screenOf('U_ANA').modals).toEqual([]);
  });
});

describe('views.update', () => {
  it('keeps what was typed where block_id and action_id stay', async () => {
    const opened = objectAt(await open(modal('One')), 'view');
    slack.fill('U_ANA', { title: 'Bread' });
    const view_id = textAt(opened, 'id');
    await call('views.update', {
      view_id,
      view: modal('One', { blocks: [field('title'), field('need')] }),
    });
    const values = slack.screenOf('U_ANA').modal?.values;
    expect(values).toMatchObject({
      title: { text: { value: 'Bread' } },
      need: { text: { value: null } },
    });
    await call('views.update', { view_id, view: modal('One', { blocks: [field('other')] }) });
    expect(slack.screenOf('U_ANA').modal?.values).toEqual({
      other: { text: { type: 'plain_text_input', value: null } },
    });
  });

  it('refuses an old hash, a closed view, and a view of another kind', async () => {
    const opened = objectAt(await open(modal('One', { external_id: 'mine' })), 'view');
    const view_id = textAt(opened, 'id');
    const hash = textAt(opened, 'hash');
    const update = (args: JsonObject): ReturnType<Caller> =>
      call('views.update', { view_id, view: modal('New'), ...args });
    expect(await update({ hash })).toMatchObject({ ok: true });
    expect(await update({ hash })).toMatchObject({ error: 'hash_conflict' });
    expect(await update({ view: { type: 'home', blocks: [] } })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(await update({ view_id: '', external_id: 'gone' })).toMatchObject({
      error: 'not_found',
    });
    await slack.closeView('U_ANA');
    expect(await update({})).toMatchObject({ error: 'not_found' });
  });

  it('finds a view by its external_id, which may be open once only', async () => {
    await open(modal('One', { external_id: 'mine' }));
    const view = modal('Two', { external_id: 'mine' });
    const named = { external_id: 'mine', view };
    expect(await call('views.update', named)).toMatchObject({ ok: true });
    expect(await push(view)).toMatchObject({ error: 'duplicate_external_id' });
  });
});

it('refuses a view of more than 250 kB, and says where blocks are wrong', async () => {
  const blocks = Array.from({ length: 100 }, (_each, place) => ({
    type: 'section',
    text: words('x'.repeat(2900)),
    block_id: `b${place}`,
  }));
  expect(await open(modal('One', { blocks }))).toMatchObject({ error: 'view_too_large' });
  expect(await open(modal('A title that is too long for Slack'))).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: {
      messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
    },
  });
});

describe('views.publish', () => {
  const home = (text: string): JsonObject => ({
    type: 'home',
    blocks: [{ type: 'section', text: words(text) }],
  });

  it('shows each person their own Home, and holds them apart by hash', async () => {
    const first = await call('views.publish', { user_id: 'U_ANA', view: home('Ana') });
    const hash = textAt(objectAt(first, 'view'), 'hash');
    const again = { user_id: 'U_ANA', view: home('Ana again'), hash };
    expect(await call('views.publish', again)).toMatchObject({ ok: true });
    expect(await call('views.publish', again)).toMatchObject({ error: 'hash_conflict' });
    expect(slack.screenOf('U_BEN').home).toBeUndefined();
    await slack.openHome('U_ANA');
    expect(bot.got.at(-1)?.body).toMatchObject({
      event: { type: 'app_home_opened', user: 'U_ANA', tab: 'home', view: { type: 'home' } },
    });
  });

  it('refuses people it cannot show it to, and modals', async () => {
    const publish = (user_id: string, view: JsonObject): ReturnType<Caller> =>
      call('views.publish', { user_id, view });
    for (const [user, view] of [
      ['U_NONE', home('x')],
      ['U_GONE', home('x')],
      ['U_ANA', modal('x')],
    ] as const) {
      expect(await publish(user, view)).toMatchObject({ error: 'invalid_arguments' });
    }
  });
});
