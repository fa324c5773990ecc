import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { memberId, relayId, roundId } from '../../src/core/ids.ts';
import { bot, channels, people } from '../../src/sandbox/world.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { startQuestions } from '../support/question-step.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import { DAY, HOUR } from '../support/time.ts';
import { deciders, object, startWillowRound, sundays, willow } from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';

const { ana, ben, cai, dee, fay, gus, otto } = people;
const NOT_AN_ANSWER = 'It does not count as an answer, so we have not heard from you yet';
const CHANGES_NOTHING = 'changes nothing. Your answer is still: *Consent · OK to try*';
const STAYS_OPEN = 'Your objection stays open until you say with a button';
const { consent, settleObjection } = actionIds;
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
});
afterEach(() => team.running.stop());

const card = async () => (await team.program.store.cardOf(sundays))?.ts ?? '';
const whispers = (who: string) => team.slack.screenOf(who).ephemerals();
const direct = (who: string) => {
  const screen = team.slack.screenOf(who);
  return screen.dms.flatMap(({ id }) => screen.messages(id));
};

/** Somebody puts a thumb up on a message, and all that follows from it is sent. */
async function puts(who: string, ts: string, channel: string = channels.willow, emoji = '+1') {
  await team.slack.react(who, channel, ts, emoji);
  await team.running.settle();
}

/** The same on the card, and taken away again, so that it can be put there again. */
async function putsOnCard(who: string) {
  await puts(who, await card());
  await team.slack.unreact(who, channels.willow, await card(), '+1');
}

async function publishes(text: string) {
  const { title, need, owner, reviewOn, link, versions } = await team.roundNow();
  await team.perform(ben, {
    ...{ type: 'publish_next_version', basedOn: versions.length, change: 'substance' },
    wording: { title, need, owner, reviewOn, link, document: documentOfText(text) },
    ...{ answersObjections: [], linkedDocumentChanged: false, proposerAgrees: false },
  });
  await team.delivered();
}

/** Nothing is told to these people, and nothing is recorded. */
async function hearNothing(who: readonly string[], isPut: () => Promise<unknown>) {
  const counted = () => who.map((one) => [whispers(one).length, direct(one).length]);
  const before = counted();
  const events = await team.program.store.roundEvents(sundays);
  await isPut();
  await team.delivered();
  expect(counted()).toEqual(before);
  expect(await team.program.store.roundEvents(sundays)).toEqual(events);
}

/** Source: docs/process.md §10 case 19. */
describe('an emoji on the card', () => {
  test('is no answer: only who put it hears so, and answers with a button there', async () => {
    await puts(dee, await card());
    expect(team.whispered(dee)).toContain(NOT_AN_ANSWER);
    expect(team.whispered(dee)).toContain('Open on Sundays');
    expect(whispers(dee)).toHaveLength(1);
    expect(whispers(dee)[0]).toMatchObject({ channel: channels.willow, threadTs: undefined });
    for (const who of [ana, ben, cai, fay]) expect(whispers(who)).toEqual([]);
    expect(direct(dee)).toEqual([]);
    expect((await team.roundNow()).answers.size).toBe(0);

    await team.slack.click(dee, { actionId: consent, in: 'ephemeral' });
    await team.slack.until(() => team.whispered(dee).includes('Noted: you consent to version 1'));
    expect((await team.roundNow()).answers.get(memberId(dee))).toMatchObject({ kind: 'consent' });
  });

  test('is told to the proposer too, who is asked like anyone', async () => {
    await puts(ben, await card());
    expect(team.whispered(ben)).toContain(NOT_AN_ANSWER);
  });

  test('leaves the answer that stands, and says so', async () => {
    await team.perform(dee, { type: 'consent' });
    await puts(dee, await card(), channels.willow, '-1');
    expect(team.whispered(dee)).toContain(CHANGES_NOTHING);
    expect(actionsIn(whispers(dee)[0]?.blocks)).toContain(actionIds.takeBackAnswer);
    expect((await team.roundNow()).answers.get(memberId(dee))).toMatchObject({ kind: 'consent' });
  });

  test('settles no objection', async () => {
    await team.perform(dee, object);
    await team.delivered();
    await puts(dee, await card());
    expect(team.whispered(dee)).toContain(STAYS_OPEN);
    expect((await team.roundNow()).objections[0]).toMatchObject({ settled: null });
    await team.slack.click(dee, { actionId: settleObjection, in: 'ephemeral' });
    await team.slack.until(async () => (await team.roundNow()).objections[0]?.settled);
  });

  test('asks again where the text has changed since, with what changed', async () => {
    await team.perform(dee, { type: 'consent' });
    await publishes('Open from 8 to 10 for three months.');
    await puts(dee, await card());
    expect(team.whispered(dee)).toContain(NOT_AN_ANSWER);
    expect(team.whispered(dee)).toContain('You had no objection to version 1.');
  });

  test('is told once a day, however many they are and however often Slack tells', async () => {
    team.slack.faults.delivery('reaction_added', 1, 'twice');
    await puts(dee, await card());
    await puts(dee, await card(), channels.willow, 'eyes');
    await team.running.advance(23 * HOUR);
    await putsOnCard(ana);
    await puts(dee, await card(), channels.willow, 'tada');
    expect(whispers(dee)).toHaveLength(1);
    expect(whispers(ana)).toHaveLength(1);
    await team.running.advance(2 * HOUR);
    await puts(dee, await card(), channels.willow, 'heart');
    expect(whispers(dee)).toHaveLength(2);
  });

  test('is told for each round', async () => {
    const saturdays = roundId('r_saturdays');
    await team.propose(saturdays, willow, ben, 'Open on Saturdays');
    await team.delivered();
    await puts(dee, await card());
    await puts(dee, (await team.program.store.cardOf(saturdays))?.ts ?? '');
    expect(whispers(dee)).toHaveLength(2);
    expect(shownIn(whispers(dee)[1]?.blocks)).toContain('Open on Saturdays');
  });

  test('is told on a card that has another in its place, too', async () => {
    const old = await card();
    await team.delivered();
    team.slack.faults.method('chat.update', 1, { error: 'cant_update_message' });
    await team.perform(cai, { type: 'consent' });
    for (let minutes = 0; minutes < 3; minutes += 1) await team.delivered();
    expect(await card()).not.toBe(old);
    await puts(dee, old);
    expect(team.whispered(dee)).toContain(NOT_AN_ANSWER);
  });

  test('is told again on the same day where they answered, or were asked, since', async () => {
    await putsOnCard(dee);
    await team.delivered();
    await team.perform(dee, { type: 'consent' });
    await team.delivered();
    await putsOnCard(dee);
    expect(team.whispered(dee)).toContain(CHANGES_NOTHING);
    await team.delivered();
    await publishes('Open from 8 to 10 for three months.');
    await putsOnCard(dee);
    expect(whispers(dee)).toHaveLength(3);
    expect(shownIn(whispers(dee)[2]?.blocks)).toContain(NOT_AN_ANSWER);
  });

  test('is told again on the same day where they took their answer back', async () => {
    await team.perform(dee, { type: 'consent' });
    await team.delivered();
    await putsOnCard(dee);
    expect(team.whispered(dee)).toContain(CHANGES_NOTHING);
    await team.delivered();
    await team.perform(dee, { type: 'take_back_answer' });
    await team.delivered();
    await putsOnCard(dee);
    expect(whispers(dee)).toHaveLength(2);
    expect(shownIn(whispers(dee)[1]?.blocks)).toContain(NOT_AN_ANSWER);
  });
});

/** Source: docs/process.md §10 case 19. */
describe('an emoji elsewhere', () => {
  test('in the thread of the card is told there', async () => {
    const question = { type: 'ask_question', text: 'Who opens the door?' } as const;
    await team.perform(cai, question);
    await team.delivered();
    const reply = team.slack
      .screenOf(dee)
      .thread(channels.willow, await card())
      .at(-1);
    await puts(dee, reply?.ts ?? '');
    expect(team.whispered(dee)).toContain(NOT_AN_ANSWER);
    expect(whispers(dee)[0]).toMatchObject({ threadTs: await card() });
  });

  test('in a thread is talk, to whoever has answered', async () => {
    await team.perform(dee, { type: 'consent' });
    await team.perform(cai, { type: 'ask_question', text: 'Who opens the door?' });
    await team.delivered();
    const reply = team.slack
      .screenOf(dee)
      .thread(channels.willow, await card())
      .at(-1);
    await hearNothing([dee], () => puts(dee, reply?.ts ?? ''));
  });

  test('on an objection is no answer either, nor does it settle it', async () => {
    await team.perform(dee, object);
    await team.delivered();
    const kept = await team.program.store.objectionMessageOf(sundays, object.objectionId);
    await puts(cai, kept?.ts ?? '');
    expect(team.whispered(cai)).toContain(NOT_AN_ANSWER);
    await puts(dee, kept?.ts ?? '');
    expect(team.whispered(dee)).toContain(STAYS_OPEN);
  });

  test('on what is said in an objection’s thread settles it no more', async () => {
    await team.perform(dee, object);
    await team.delivered();
    await team.perform(ana, {
      ...{ type: 'ask_clarity', objectionId: object.objectionId },
      text: 'Which Monday?',
    });
    await team.delivered();
    const kept = await team.program.store.objectionMessageOf(sundays, object.objectionId);
    const said = team.slack
      .screenOf(dee)
      .thread(channels.willow, kept?.ts ?? '')
      .at(-1);
    expect(said?.ts).not.toBe(kept?.ts);
    await puts(dee, said?.ts ?? '');
    expect(team.whispered(dee)).toContain(STAYS_OPEN);
    expect(whispers(dee)[0]).toMatchObject({ threadTs: kept?.ts });
  });

  test('on a reminder is told in a direct message', async () => {
    await team.running.advance(4 * DAY);
    await team.delivered();
    const reminder = direct(dee).at(-1);
    expect(shownIn(reminder?.blocks)).toContain('We have not heard from you yet');
    await puts(dee, reminder?.ts ?? '', reminder?.channel);
    const told = direct(dee).at(-1);
    expect(shownIn(told?.blocks)).toContain(NOT_AN_ANSWER);
    expect(actionsIn(told?.blocks)).toContain(consent);
    expect(whispers(dee)).toEqual([]);
    await team.running.advance(25 * HOUR);
    await puts(dee, told?.ts ?? '', told?.channel);
    expect(
      direct(dee).filter(({ blocks }) => shownIn(blocks).includes(NOT_AN_ANSWER)),
    ).toHaveLength(2);
  });
});

/** Source: docs/process.md §2.3, §10 cases 18 and 19. */
describe('an emoji on the question whether a relayed answer is right', () => {
  async function asksWhetherRight(who: string) {
    await team.perform(ana, {
      ...{ type: 'relay_answer', relayId: relayId('y_1'), member: memberId(dee) },
      ...{ said: { kind: 'consent', note: 'Watch the heating.' }, wording: 'their_own' },
      ...{ channel: 'phone', supporter: null, saidOn: '2026-03-02', witness: memberId(fay) },
    });
    await team.delivered();
    const asked = direct(who).at(-1);
    await puts(who, asked?.ts ?? '', asked?.channel);
    const told = direct(who).at(-1);
    return { ...told, shown: shownIn(told?.blocks) };
  }

  test('confirms nothing: the person says so with a button', async () => {
    const { shown, text } = await asksWhetherRight(dee);
    expect(shown).toContain('confirms nothing');
    expect(shown).toContain(`<@${ana}> wrote down an answer of yours`);
    expect(text).toContain('Watch the heating.');
    expect(shown).not.toContain('not heard from you');
    expect((await team.roundNow()).answers.size).toBe(0);
    await team.slack.click(dee, { text: 'Yes, that is what I said', in: 'message' });
    await team.slack.until(async () => (await team.roundNow()).answers.has(memberId(dee)));
  });

  test('is told to the witness too, who is not asked herself', async () => {
    const { shown, blocks } = await asksWhetherRight(fay);
    expect(shown).toContain(`<@${ana}> wrote down an answer of <@${dee}>`);
    expect(actionsIn(blocks)).toEqual([actionIds.confirmRelay, actionIds.denyRelay]);
  });
});

/** Source: docs/process.md §2.1, §10 case 19. */
describe('in the question step', () => {
  test('an emoji is no first thought: who is waited for gets the buttons of the step', async () => {
    const step = await startQuestions();
    const { ts } = step.card();
    for (const who of [ben, dee]) await step.slack.react(who, channels.willow, ts, '+1');
    await step.settle();
    expect(step.whispers(dee)).toContain('Nobody is asked for an answer yet');
    expect(step.whispers(ben)).toBe('');
    await step.slack.click(dee, { actionId: actionIds.nothingFurther, in: 'ephemeral' });
    await step.slack.until(async () =>
      (await step.round()).step.nothingFurther.includes(memberId(dee)),
    );
    await step.stop();
  });
});

/** Source: docs/process.md §3, §10 case 19. */
describe('nobody hears anything', () => {
  test('who is not asked: a learning member, a guest, somebody in no circle', async () => {
    await team.slack.joinChannel(otto, channels.willow);
    await hearNothing([fay, gus, otto], async () => {
      for (const who of [fay, gus, otto]) await puts(who, await card());
    });
  });

  test('of an emoji that the bot itself or another program put there', async () => {
    const event = { type: 'reaction_added', reaction: '+1', item_user: bot };
    const item = { type: 'message', channel: channels.willow, ts: await card() };
    await hearNothing(deciders, async () => {
      for (const user of [bot, 'UHELPER']) await team.slack.sendEvent({ ...event, user, item });
    });
  });

  test('of one on what people write', async () => {
    await team.slack.say(cai, channels.willow, 'Fine by me, +1', await card());
    const said = team.slack
      .screenOf(dee)
      .thread(channels.willow, await card())
      .at(-1);
    await hearNothing([dee, cai], () => puts(dee, said?.ts ?? ''));
  });

  test('of one on a round that takes no answers', async () => {
    await team.becomesReady();
    await team.perform(ana, { type: 'decide', decisionNumber: 1 });
    await team.delivered();
    await hearNothing(deciders, async () => puts(dee, await card()));
  });

  test('who answered before it could be told', async () => {
    team.slack.faults.method('chat.postEphemeral', 1, { error: 'internal_error' });
    await puts(dee, await card());
    await team.perform(dee, { type: 'consent' });
    await team.delivered();
    expect(whispers(dee)).toEqual([]);
    expect(
      direct(dee)
        .map(({ blocks }) => shownIn(blocks))
        .join(),
    ).not.toContain('emoji');
  });

  test('of one on a round that was taken back before it could be told', async () => {
    team.slack.faults.method('chat.postEphemeral', 1, { error: 'internal_error' });
    await puts(dee, await card());
    await team.perform(ben, { type: 'withdraw', reason: null });
    await team.delivered();
    expect(whispers(dee)).toEqual([]);
  });

  test('of what is no message of ours, or no message at all', async () => {
    const event = { type: 'reaction_added', user: dee, reaction: '+1' };
    await hearNothing([dee], async () => {
      for (const item of [
        { type: 'message', channel: channels.willow, ts: '1.000001' },
        { type: 'message', channel: channels.coop, ts: await card() },
        { type: 'file', file: 'F1' },
        undefined,
      ]) {
        await team.slack.sendEvent({ ...event, ...(item && { item }) });
      }
    });
  });
});

describe('where Slack does not take it', () => {
  test.each([
    ['who is not in the channel any more', 'user_not_in_channel'],
    ['whoever read it in a channel that is archived now', 'is_archived'],
  ])('it comes as a direct message to %s', async (_, error) => {
    team.slack.faults.method('chat.postEphemeral', 1, { error });
    await puts(dee, await card());
    expect(shownIn(direct(dee).map(({ blocks }) => blocks))).toContain(NOT_AN_ANSWER);
    expect(whispers(dee)).toEqual([]);
  });

  test.each([{ error: 'internal_error' }, { status: 429, retryAfterSeconds: 5 } as const])(
    'it comes later, once: %j',
    async (fault) => {
      team.slack.faults.method('chat.postEphemeral', 1, fault);
      await puts(dee, await card());
      expect(whispers(dee)).toEqual([]);
      await team.delivered();
      await team.delivered();
      expect(whispers(dee)).toHaveLength(1);
      expect(direct(dee)).toEqual([]);
    },
  );
});
