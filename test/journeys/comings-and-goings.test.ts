import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberId, roundId } from '../../src/core/ids.ts';
import { app, bot, channels, people } from '../../src/sandbox/world.ts';
import { shownIn } from '../support/shown.ts';
import { payloadBody, send, signed } from '../support/slack-request.ts';
import {
  deciders,
  startWillowRound,
  sundays,
  willow,
  type WillowRound,
} from '../support/willow-round.ts';

const { ana, ben, cai, dee, eli, fay, hana } = people;
const shed = roundId('r_shed');
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
});
afterEach(() => team.running.stop());

/** Posts keep a pace, so several of them take several minutes. */
async function posted() {
  for (let minutes = 0; minutes < 4; minutes += 1) await team.delivered();
}

/** Ana writes into the form who belongs to the circle. */
async function roster(full: readonly string[], learning: readonly string[] = [fay]) {
  const circle = await circleNow();
  const { settings, facilitators } = circle;
  const form = {
    settings,
    facilitators,
    roster: [
      ...full.map((one) => ({ id: memberId(one), status: 'full' as const })),
      ...learning.map((one) => ({ id: memberId(one), status: 'learning' as const })),
    ],
  };
  const by = memberId(ana);
  await team.program.performer.onCircle(willow, {
    type: 'change_circle',
    form,
    at: team.now(),
    by,
  });
}

async function circleNow() {
  const circle = await team.program.performer.circle(willow);
  if (!circle) throw new Error('There is no circle');
  return circle;
}

/** Slack takes no post while this is done; then everything that waits is tried again. */
async function unsentUntil(isDone: () => Promise<void>) {
  team.slack.faults.method('chat.postMessage', 100, { error: 'internal_error' });
  await isDone();
  await team.running.settle();
  team.slack.faults.clear();
  await posted();
}

function messagesTo(who: string) {
  const screen = team.slack.screenOf(who);
  return screen.dms.flatMap(({ id }) => screen.messages(id));
}
const toldOf = (who: string, words: string) =>
  messagesTo(who).filter(({ blocks }) => shownIn(blocks).includes(words));
const heardBy = (who: string, words: string) =>
  team.slack.until(() => team.whispered(who).includes(words) || team.dmsOf(who).includes(words));
function inMessage(who: string, actionId: string) {
  const last = messagesTo(who).at(-1);
  if (!last) throw new Error(`${who} has no direct message`);
  return team.slack.click(who, { actionId, in: 'message', channel: last.channel });
}

describe('somebody joins while two rounds are open (§10 case 2)', () => {
  beforeEach(async () => {
    await team.propose(shed, willow, ben, 'Paint the shed');
  });

  test('they hear of both in one message, and can object and ask to be asked', async () => {
    await roster([...deciders, eli]);
    await posted();
    expect(toldOf(eli, 'You are new in Willow Team')).toHaveLength(1);
    const told = team.dmsOf(eli);
    expect(told).toContain('2 rounds are open there');
    expect(told).toContain('Open on Sundays');
    expect(told).toContain('Paint the shed');
    expect(told).toContain('Your objection is as real as any other.');

    await inMessage(eli, 'round.asked.wish');
    await heardBy(eli, 'The facilitators hear that you wish to be asked');
    await inMessage(eli, 'round.asked.wish#1');
    await team.slack.until(async () => (await team.roundNow(shed)).askingWishes.length > 0);
    expect((await team.roundNow(sundays)).askingWishes).toEqual([eli]);
    await inMessage(eli, 'round.answer.objection#1');
    await team.shownTo(eli, 'Paint the shed');
  });

  test('several who join at once hear once each, and never again', async () => {
    await roster([...deciders, eli, hana]);
    await posted();
    await roster([...deciders, eli, hana], []);
    await posted();
    for (const who of [eli, hana]) expect(toldOf(who, 'You are new')).toHaveLength(1);
    expect(toldOf(dee, 'You are new')).toEqual([]);
  });

  test('a learning member may ask and comment, and is offered nothing else', async () => {
    await roster(deciders, [fay, hana]);
    await posted();
    const told = team.dmsOf(hana);
    expect(told).toContain('You may ask and comment.');
    expect(told).not.toContain('I want to be asked');
    expect(told).not.toContain('I see a problem');
    await inMessage(hana, 'round.question');
    await team.shownTo(hana, 'Ask a question');
  });

  test('where the circle asks learning members, a new one may wish to be asked', async () => {
    const { settings, ...circle } = await circleNow();
    const people = [...circle.members.values()].map(({ id, status }) => ({ id, status }));
    await team.program.performer.onCircle(willow, {
      type: 'change_circle',
      form: {
        settings: { ...settings, asksLearning: true },
        roster: people,
        facilitators: circle.facilitators,
      },
      ...{ at: team.now(), by: memberId(ana) },
    });
    const birds = roundId('r_birds');
    await team.propose(birds, willow, ben, 'Feed the birds');
    expect((await team.roundNow(birds)).asked.has(memberId(fay))).toBe(true);
    await roster(deciders, [fay, hana]);
    await posted();
    const told = team.dmsOf(hana);
    expect(told).toContain('Feed the birds');
    expect(told).toContain('I want to be asked');
    await team.perform(hana, { type: 'wish_to_be_asked' }, birds);
    expect((await team.roundNow(birds)).askingWishes).toEqual([hana]);
  });

  test('a storm of 429 tells it late, and once', async () => {
    team.slack.faults.method('chat.postMessage', 3, { status: 429, retryAfterSeconds: 30 });
    await roster([...deciders, eli]);
    await posted();
    expect(toldOf(eli, 'You are new')).toHaveLength(1);
  });

  test('whoever cannot be written to is left alone, and holds nobody else up', async () => {
    await roster([...deciders, eli, hana]);
    await team.slack.deactivate(eli);
    await posted();
    expect(toldOf(hana, 'You are new')).toHaveLength(1);
    await team.running.advance(26 * 60 * 60_000);
    expect((await team.program.store.nextNoticeAt()) ?? Infinity).toBeGreaterThan(team.now());
  });

  test('nobody hears anything where nothing is open when it is sent', async () => {
    for (const id of [sundays, shed]) {
      await team.perform(ben, { type: 'withdraw', reason: null }, id);
    }
    await roster([...deciders, eli]);
    await posted();
    expect(messagesTo(eli)).toEqual([]);
  });

  test('a person who left again before it is sent hears nothing', async () => {
    await unsentUntil(async () => {
      await roster([...deciders, eli]);
      await roster(deciders);
    });
    expect(toldOf(eli, 'You are new')).toEqual([]);
  });
});

describe('somebody is no longer in the channel (§10 case 4)', () => {
  test('they keep every right, and facilitators and they hear of it once', async () => {
    await team.slack.leaveChannel(dee, channels.willow);
    await posted();
    await team.slack.sendEvent({
      ...{ type: 'member_left_channel', user: dee, channel: channels.willow },
      ...{ channel_type: 'C', team: 'TWILLOW' },
    });
    await posted();
    for (const who of [ana, cai]) {
      const [told, ...more] = toldOf(who, 'is no longer in');
      expect(more).toEqual([]);
      expect(shownIn(told?.blocks)).toContain(`/invite <@${dee}>`);
    }
    expect(toldOf(dee, 'you still belong to Willow Team')).toHaveLength(1);
    expect(toldOf(ben, 'is no longer in')).toEqual([]);
    await team.perform(dee, { type: 'consent' });
    expect((await team.roundNow()).answers.get(memberId(dee))).toMatchObject({ kind: 'consent' });
    await inMessage(ana, 'circle.change');
    await team.shownTo(ana, 'Change the circle');
  });

  test('whoever comes back and leaves again is told of again', async () => {
    const isOut = async () => (await circleNow()).members.get(memberId(dee))?.leftChannelAt ?? null;
    for (const times of [1, 2]) {
      await team.slack.leaveChannel(dee, channels.willow);
      await team.slack.until(async () => (await isOut()) !== null);
      await posted();
      expect(toldOf(cai, 'is no longer in')).toHaveLength(times);
      await team.slack.joinChannel(dee, channels.willow);
      await team.slack.until(async () => (await isOut()) === null);
    }
  });

  test('nobody is told what is not so: still there, outside the circle, the bot itself', async () => {
    const left = { type: 'member_left_channel', channel_type: 'C', team: 'TWILLOW' };
    for (const user of [dee, hana, bot]) {
      await team.slack.sendEvent({ ...left, user, channel: channels.willow });
    }
    await team.slack.sendEvent({ ...left, user: dee, channel: channels.general });
    await posted();
    expect((await circleNow()).members.get(memberId(dee))?.leftChannelAt ?? null).toBeNull();
    for (const who of [ana, cai, dee]) expect(toldOf(who, 'no longer in')).toEqual([]);
  });

  test('nobody is told of a person who also left the circle', async () => {
    await roster([ana, ben, cai]);
    await team.slack.leaveChannel(dee, channels.willow);
    await posted();
    for (const who of [ana, cai, dee]) expect(toldOf(who, 'no longer in')).toEqual([]);
  });
});

describe('an account was closed (§10 case 5)', () => {
  const LEFT = 'circle.member.left';
  const BACK = 'circle.member.back';
  const reopens = async () => {
    const user = { id: dee, deleted: false };
    await team.slack.sendEvent({ type: 'user_change', user });
    await team.running.settle();
  };

  test('facilitators are asked once, about an open objection too', async () => {
    await team.perform(dee, {
      ...{ type: 'object', objectionId: 'o_1' as never },
      ...{ harm: 'Nobody is left on Monday.', effect: 'Late mornings.', remedy: null },
    });
    await posted();
    const before = messagesTo(cai).length;
    await team.slack.deactivate(dee);
    await posted();
    const told = messagesTo(cai).slice(before);
    expect(told).toHaveLength(1);
    expect(shownIn(told[0]?.blocks)).toContain('Their objection stays open');
    expect(shownIn(told[0]?.blocks)).toContain('Open on Sundays');
    expect(toldOf(ben, 'was closed')).toEqual([]);
  });

  test('they have left: out of the circle, posted, and the second one hears who did it', async () => {
    await team.slack.deactivate(dee);
    await posted();
    await inMessage(cai, LEFT);
    await heardBy(cai, 'is no longer in the circle');
    await inMessage(ana, LEFT);
    await heardBy(ana, `<@${cai}> took <@${dee}> out of the circle`);
    await inMessage(ana, BACK);
    await inMessage(cai, LEFT);
    await posted();
    expect((await circleNow()).members.has(memberId(dee))).toBe(false);
    const events = await team.program.store.circleEvents(willow);
    expect(events.filter(({ type }) => type === 'roster_changed')).toMatchObject([
      { left: [dee], by: cai },
    ]);
    const posts = team.slack
      .screenOf(ana)
      .messages(channels.willow)
      .map(({ text }) => text);
    expect(posts.some((text) => text.includes('*No longer in the circle:*'))).toBe(true);
  });

  test('they will be back: kept as away, recorded once, and asked again at the next closing', async () => {
    await team.slack.deactivate(dee);
    await posted();
    await inMessage(ana, BACK);
    await heardBy(ana, 'will be back. Until then');
    await inMessage(ana, BACK);
    await inMessage(cai, LEFT);
    await heardBy(cai, `<@${ana}> said`);
    expect((await circleNow()).members.has(memberId(dee))).toBe(true);
    const events = await team.program.store.circleEvents(willow);
    expect(events.filter(({ type }) => type === 'return_expected')).toHaveLength(1);

    await reopens();
    const user = { id: dee, deleted: true };
    await team.slack.sendEvent({ type: 'user_change', user });
    await posted();
    expect(toldOf(ana, 'The Slack account of')).toHaveLength(2);
  });

  test('opened again meanwhile: nothing changes, and the click is answered', async () => {
    await team.slack.deactivate(dee);
    await posted();
    await reopens();
    await inMessage(ana, LEFT);
    await heardBy(ana, 'was opened again');
    expect((await circleNow()).members.get(memberId(dee))?.deactivatedAt).toBeNull();
  });

  test('opened again before it is sent: nobody is asked', async () => {
    const member = memberId(dee);
    await unsentUntil(async () => {
      for (const closed of [true, false]) {
        const said = { at: team.now(), by: member };
        const changed = { type: 'account_changed', member, closed, ...said } as const;
        await team.program.performer.onCircle(willow, changed);
      }
    });
    expect(toldOf(ana, 'The Slack account of')).toEqual([]);
  });

  test('a stranger, and whoever forges the button, hear the same, and nothing changes', async () => {
    await team.slack.deactivate(dee);
    await posted();
    const before = await team.program.store.circleEvents(willow);
    const real = `${willow}:${before.length}`;
    expect(before.at(-1)?.type).toBe('account_closed');
    const wrong = ['c_nowhere:1', `${willow}:999`, `${willow}:1`, `${willow}:x`, `${real}:1`];
    for (const actionId of [LEFT, BACK]) {
      for (const value of wrong) await forged(ben, actionId, value);
      for (const who of [hana, people.otto]) await forged(who, actionId, real);
    }
    const heard = [ben, hana, people.otto].flatMap((who) => saidTo(who));
    expect(heard).toHaveLength(14);
    expect(new Set(heard).size).toBe(1);
    expect(heard[0]).not.toMatch(/UDEE|Willow/u);
    expect(await team.program.store.circleEvents(willow)).toEqual(before);
  });

  test('a member who does not keep the circle hears who does, and nothing changes', async () => {
    await team.slack.deactivate(dee);
    await posted();
    const before = await team.program.store.circleEvents(willow);
    for (const actionId of [LEFT, BACK]) {
      for (const who of [ben, fay]) await forged(who, actionId, `${willow}:${before.length}`);
    }
    const heard = [...saidTo(ben), ...saidTo(fay)];
    expect(heard).toHaveLength(4);
    for (const said of heard) expect(said).toContain(`<@${ana}>`);
    expect(await team.program.store.circleEvents(willow)).toEqual(before);
  });

  let said = new Map<string, number>();
  beforeEach(() => void (said = new Map()));
  const everSaid = (who: string) => [...team.slack.screenOf(who).ephemerals(), ...messagesTo(who)];
  const saidTo = (who: string) =>
    everSaid(who)
      .slice(-(said.get(who) ?? 0))
      .map(({ blocks }) => shownIn(blocks));

  /** A click that Slack's own client would not have sent. */
  async function forged(who: string, action_id: string, value: string) {
    const count = everSaid(who).length;
    const body = payloadBody({
      type: 'block_actions',
      team: { id: 'TWILLOW' },
      user: { id: who, team_id: 'TWILLOW' },
      actions: [{ type: 'button', action_id, value }],
    });
    const headers = signed(body, { secret: app.signingSecret });
    await send(team.program.address.port, { body, headers });
    // Posts keep a pace: time has to go by between them.
    await team.running.advance(2_000);
    await team.slack.until(() => everSaid(who).length > count);
    said.set(who, (said.get(who) ?? 0) + 1);
  }
});
