import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberId, objectionId } from '../../src/core/ids.ts';
import { openObjections } from '../../src/core/standing.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { readModal } from '../../src/slack/blocks/read-modal.ts';
import { actionIds, objectionValue } from '../../src/slack/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import { found } from '../support/found.ts';
import { DAY } from '../support/program.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import { clickOn, startSundays, sundays, willow, type Sundays } from '../support/sundays.ts';

const { ana, ben, cai, dee, fay, otto } = people;
const texts = {
  harm: 'Nobody is left to bake on Monday.',
  effect: 'No fresh bread on a weekday.',
  remedy: 'A third baker on the rota.',
};
const theirs = objectionId('o_dee');
const value = objectionValue.seal(sundays, theirs);

let round: Sundays;
beforeEach(async () => {
  round = await startSundays();
  await round.perform(dee, { type: 'object', objectionId: theirs, ...texts });
  await round.delivered();
});
afterEach(() => round.stop());

const open = async () => openObjections(await round.round());
/** The objection's own message, as everybody in the channel sees it. */
function objection() {
  const messages = round.slack.screenOf(ana).messages(channels.willow);
  const posted = messages.filter(({ text }) => text.includes('objection to version'));
  const message = found(posted.at(-1));
  return { ...message, shown: shownIn(message.blocks), copies: posted.length };
}
const inThread = () => {
  const screen = round.slack.screenOf(ana);
  const said = screen.thread(channels.willow, objection().ts).slice(1);
  return shownIn(said.map(({ blocks }) => blocks));
};
const dmsOf = (who: string) => {
  const screen = round.slack.screenOf(who);
  return shownIn(screen.dms.flatMap(({ id }) => screen.messages(id)).map(({ blocks }) => blocks));
};
const lastDmOf = (who: string, words: string) => {
  const screen = round.slack.screenOf(who);
  const all = screen.dms.flatMap(({ id }) => screen.messages(id));
  return all.findLast(({ blocks }) => shownIn(blocks).includes(words));
};
const clickObjection = (who: string, actionId: string) =>
  round.slack.click(who, { actionId, channel: channels.willow, ts: objection().ts });

describe('an objection has a message of its own', () => {
  test('with its words, its owner, the proposer by mention, and the next step', () => {
    const { shown, text } = objection();
    for (const said of Object.values(texts)) expect(shown).toContain(said);
    expect(shown).toContain('*<@UDEE> sees a problem*');
    expect(shown).toContain('by <@UBEN> · objection to version 1');
    expect(shown).toContain('*Open.* Nothing is decided while it is.');
    expect(shown).toContain('<@UANA> and <@UCAI> and <@UDEE> look at it together');
    for (const said of [...Object.values(texts), 'Nothing is decided while it is.']) {
      expect(text).toContain(said);
    }
  });

  test('that offers nobody a way to take it from its owner', () => {
    const { settleObjection, rewordObjection, watchObjection, takeBackObjection } = actionIds;
    expect(actionsIn(objection().blocks)).toEqual([
      settleObjection,
      actionIds.keepObjection,
      rewordObjection,
      watchObjection,
      takeBackObjection,
      actionIds.talkObjection,
      actionIds.helpObjection,
    ]);
  });

  test('to which the card and one short line below it link', () => {
    expect(round.card().shown).toMatch(/sees a problem\* · <https:[^|]+\|Talk about it>/u);
    expect(round.card().text).toContain('|Talk about it>');
    const screen = round.slack.screenOf(ana);
    const below = shownIn(screen.thread(channels.willow, round.card().ts).slice(1));
    expect(below).toContain('*<@UDEE> sees a problem.* <https://');
    expect(below).not.toContain(texts.effect);
  });

  test('to which the message to the proposer links, because they talk there', async () => {
    const told = found(lastDmOf(ben, 'sees a problem'));
    expect(shownIn(told.blocks)).toContain('Next: talk with <@UDEE> in the thread.');
    const path = `/p${objection().ts.replace('.', '')}|Open the objection>`;
    expect(shownIn(told.blocks)).toContain(path);
  });

  test('that is drawn anew, and not posted again, when it is reworded or settled', async () => {
    const harm = 'Monday has no baker.';
    await round.perform(dee, { type: 'object', objectionId: theirs, ...texts, harm });
    await round.delivered();
    expect(objection().shown).toContain(harm);
    expect(inThread()).toContain('<@UDEE> has put it in other words');
    await clickObjection(dee, actionIds.settleObjection);
    await round.delivered();
    expect(objection().copies).toBe(1);
    expect(objection().shown).toContain('*Settled by version 1.* <@UDEE> said so');
    expect(actionsIn(objection().blocks)).toEqual([actionIds.readAll]);
    expect(round.card().shown).not.toContain(harm);
  });

  test('that comes again where it was taken away, and its thread goes on there', async () => {
    const lost = objection().ts;
    round.slack.deleteMessage(channels.willow, lost);
    await round.advance(3 * DAY);
    await round.delivered();
    expect(objection().ts).not.toBe(lost);
    // Slack may refuse a line in a thread that is gone; it comes once the message is drawn anew.
    round.slack.faults.method('chat.postMessage', 1, { error: 'thread_not_found' });
    const suggests = { type: 'suggest_way', way: 'pilot', text: null } as const;
    await round.perform(ana, { ...suggests, objectionId: theirs });
    await round.delivered();
    await round.delivered();
    expect(inThread()).toContain('suggests a way on: *Narrow it to a pilot*');
    expect(objection().copies).toBe(1);
  });

  test('whose old copy points to the one that counts, and whose click counts', async () => {
    const { text, blocks, ts } = objection();
    const copy = await round.postAsBot(text, blocks);
    const target = { actionId: actionIds.talkObjection, channel: channels.willow, ts: copy };
    await round.slack.click(fay, target);
    await round.whispered(fay, 'you would like to talk about it');
    await round.delivered();
    const messages = round.slack.screenOf(ana).messages(channels.willow);
    expect(messages.find((one) => one.ts === copy)?.text).toContain('This objection has moved');
    const kept = await round.program.store.objectionMessageOf(sundays, theirs);
    expect(kept?.ts).toBe(ts);
    const card = await round.program.store.cardOf(sundays);
    expect(card?.ts).toBe(round.card().ts);
  });
});

describe('facilitators', () => {
  async function help(who: string, kind: string): Promise<void> {
    await clickObjection(who, actionIds.helpObjection);
    await round.modalWith(who, 'What would help now?');
    await round.slack.submit(who, { kind });
  }

  test('ask for clarity in its thread, and its owner hears of it', async () => {
    await help(ana, 'clarity');
    await round.modalWith(ana, 'What would you like to understand?');
    await round.slack.submit(ana, { question: 'Which Monday?' });
    await round.modalWith(ana, '<@UDEE> says how the objection stands.');
    await round.delivered();
    expect(inThread()).toContain('<@UDEE>, <@UANA> asks for clarity:\nWhich Monday?');
    expect(dmsOf(dee)).toContain('<@UANA> would like to understand your objection better:');
    expect(dmsOf(dee)).toContain('answer in its thread, and press “It still stands”');
    await round.slack.click(dee, { actionId: actionIds.keepObjection });
    await round.whispered(dee, 'still stands, and stays open. Now we know that you are there.');
    await round.delivered();
    expect(inThread()).toContain('<@UDEE> says that it still stands.');
    expect(dmsOf(ana)).toContain('<@UDEE> says that their objection still stands.');
    expect(await round.events()).toContain('objection_stands');
  });

  test('ask for the link to the aim with one choice', async () => {
    await help(cai, 'aim_link');
    await round.modalWith(cai, 'It is in the objection’s thread.');
    await round.delivered();
    expect(inThread()).toContain('Our aim: Good days at home for the people we support.');
  });

  test('suggest words, which are the owner’s with one tap and nobody else’s', async () => {
    await help(ana, 'wording');
    const { values } = await round.modalWith(ana, 'until <@UDEE> takes it as their own words');
    expect(JSON.stringify(values)).toContain(texts.harm);
    await round.slack.submit(ana, { harm: 'Monday has no baker.' });
    await round.delivered();
    const screen = round.slack.screenOf(ana);
    const suggestion = found(screen.thread(channels.willow, objection().ts).at(-1));
    const target = {
      actionId: actionIds.acceptWording,
      channel: channels.willow,
      ts: suggestion.ts,
    };
    await round.slack.click(ben, target);
    await round.whispered(ben, 'This objection is <@UDEE>’s.');
    expect(await open()).toMatchObject([texts]);
    await round.slack.click(dee, target);
    await round.whispered(dee, 'these are now the words of your objection');
    await round.delivered();
    expect(await open()).toMatchObject([{ harm: 'Monday has no baker.' }]);
    expect(round.card().shown).toContain('Monday has no baker.');
  });

  test('suggest a way on from the checklist', async () => {
    await help(ana, 'way');
    await round.modalWith(ana, 'Measure the worry, with a trip-wire');
    await round.slack.submit(ana, { way: 'trip_wire', note: 'Two late loaves.' });
    await round.delivered();
    expect(inThread()).toContain('suggests a way on: *Measure the worry, with a trip-wire*');
    expect(inThread()).toContain('Two late loaves.');
    expect(await open()).toHaveLength(1);
  });

  test.each([
    ['the proposer', ben],
    ['its owner', dee],
    ['a learning member', fay],
  ])('%s is told whose that is', async (_, who) => {
    await clickObjection(who, actionIds.helpObjection);
    await round.whispered(who, 'This is the facilitators’ to do.');
    expect(round.slack.screenOf(who).modal).toBeUndefined();
  });
});

describe('its owner', () => {
  test('turns it into something to watch, which is a consent with that note', async () => {
    await clickObjection(dee, actionIds.watchObjection);
    const { shown } = await round.modalWith(dee, 'What should we keep an eye on?');
    expect(shown).toContain('your answer is consent with that note');
    await round.slack.submit(dee, { note: 'Is there bread on Monday?' });
    await round.modalWith(dee, 'it is now something to watch');
    await round.delivered();
    expect(await open()).toEqual([]);
    expect(objection().shown).toContain('To watch: Is there bread on Monday?');
    expect((await round.round()).answers.get(memberId(dee))).toMatchObject({
      kind: 'consent',
      note: 'Is there bread on Monday?',
    });
  });

  test.each([
    ['a facilitator', ana],
    ['the proposer', ben],
    ['another member', fay],
  ])('%s is not: nothing of that is theirs to say', async (_, who) => {
    for (const actionId of [
      actionIds.watchObjection,
      actionIds.settleObjection,
      actionIds.takeBackObjection,
    ]) {
      await clickObjection(who, actionId);
      await round.whispered(who, 'This objection is <@UDEE>’s.');
    }
    expect(await open()).toHaveLength(1);
    expect(await round.events()).toEqual(['round_opened', 'objection_raised']);
  });
});

describe('an objection that nobody works on', () => {
  const askedForIdeas = async () => {
    for (const who of [ana, ben, cai]) await round.perform(who, { type: 'consent' });
    for (let day = 0; day < 3; day += 1) await round.advance(DAY);
    await round.delivered();
  };

  test('its owner is asked first, in its thread, and nobody else can answer for them', async () => {
    await askedForIdeas();
    expect(inThread()).toContain('<@UDEE>, what would make it OK for you?');
    expect(round.card().shown).not.toContain('We look for ideas');
    const screen = round.slack.screenOf(ana);
    const asked = found(screen.thread(channels.willow, objection().ts).at(-1));
    const add = { actionId: actionIds.rewordObjection, ts: asked.ts };
    await round.slack.click(cai, add);
    await round.whispered(cai, 'This objection is <@UDEE>’s.');
    await round.slack.click(dee, add);
    await round.modalWith(dee, 'What would make it OK?');
    await round.slack.submit(dee, { ...texts, remedy: 'Closed on Mondays.' });
    await round.delivered();
    expect(objection().shown).toContain('Closed on Mondays.');
  });

  test('then everyone is asked, there and under the card, and it stays open', async () => {
    await askedForIdeas();
    for (let day = 0; day < 3; day += 1) await round.advance(DAY);
    await round.delivered();
    expect(inThread()).toContain('*Ideas, please, from everyone:*');
    const { ts } = round.card();
    const under = round.slack.screenOf(ana).thread(channels.willow, ts);
    expect(shownIn(under.map(({ blocks }) => blocks))).toContain('*We look for ideas.*');
    expect(await open()).toHaveLength(1);
  });
});

describe('let’s talk', () => {
  test('proposes a call in the thread, and is recorded once', async () => {
    await clickObjection(fay, actionIds.talkObjection);
    await round.whispered(fay, 'Noted: you would like to talk about it.');
    await clickObjection(fay, actionIds.talkObjection);
    await round.delivered();
    expect(inThread()).toContain('<@UFAY> proposes a call with <@UDEE> and <@UBEN>.');
    expect((await round.events()).filter((type) => type === 'talk_asked')).toHaveLength(1);
    expect(dmsOf(ana)).toContain('<@UFAY> would like to talk about the objection of <@UDEE>.');
    expect(dmsOf(ben)).toContain('<@UFAY> would like to talk about the objection of <@UDEE>.');
    expect(dmsOf(dee)).toContain('<@UFAY> would like to talk about your objection.');
  });

  test.each([
    ['its owner', dee, ben, '<@UBEN>, <@UANA> and <@UCAI> hear of it.'],
    ['the proposer', ben, dee, '<@UDEE>, <@UANA> and <@UCAI> hear of it.'],
    ['a facilitator', ana, dee, '<@UDEE>, <@UBEN> and <@UCAI> hear of it.'],
  ])('by %s names the others, and never whoever proposes it', async (_, by, told, hearers) => {
    await clickObjection(by, actionIds.talkObjection);
    await round.whispered(by, hearers);
    await round.delivered();
    const others = by === ana ? '<@UDEE> and <@UBEN>' : `<@${told}>`;
    expect(inThread()).toContain(`<@${by}> proposes a call with ${others}.`);
    const whose = by === dee ? 'their' : 'your';
    expect(dmsOf(told)).toContain(`<@${by}> would like to talk about ${whose} objection.`);
    expect(dmsOf(by)).not.toContain('would like to talk');
  });

  test('about an objection to one’s own proposal names nobody twice', async () => {
    const own = objectionId('o_ben');
    await round.perform(ben, { type: 'object', objectionId: own, ...texts });
    await round.delivered();
    await round.forged(clickOn(ben, actionIds.talkObjection, objectionValue.seal(sundays, own)));
    await round.whispered(ben, '<@UANA> and <@UCAI> hear of it.');
    await round.delivered();
    expect(inThread()).toContain('<@UBEN> proposes a call about this.');
  });

  test('is no secret to be found out from outside the circle', async () => {
    for (const actionId of [
      actionIds.talkObjection,
      actionIds.helpObjection,
      actionIds.watchObjection,
      actionIds.adoptObjection,
      actionIds.acceptWording,
    ]) {
      const there = await round.forged(clickOn(otto, actionId, value));
      const nothing = objectionValue.seal(sundays, objectionId('o_nothing'));
      const not = await round.forged(clickOn(otto, actionId, nothing));
      expect(there).toEqual(not);
      await round.whispered(otto, 'You are not part of this round.');
    }
    expect(await round.events()).toEqual(['round_opened', 'objection_raised']);
  });

  test('about an objection that is not there is answered', async () => {
    const nothing = objectionValue.seal(sundays, objectionId('o_nothing'));
    for (const actionId of [actionIds.talkObjection, actionIds.adoptObjection]) {
      await round.forged(clickOn(ana, actionId, nothing));
      await round.whispered(ana, 'This objection is not open any more');
    }
  });
});

describe('help me say it', () => {
  test('asks the facilitators to call, and what was typed stays', async () => {
    await round.click(cai, actionIds.object);
    await round.modalWith(cai, 'Hard to put in words?');
    await round.slack.click(cai, { actionId: actionIds.helpSayIt });
    await round.modalWith(cai, '<@UANA> will get in touch with you.');
    await round.delivered();
    expect(dmsOf(ana)).toContain('<@UCAI> sees a problem and would like help to say it.');
    expect(await open()).toHaveLength(1);
    await round.slack.submit(cai, texts);
    expect(await open()).toHaveLength(2);
  });
});

describe('an owner who is away or silent', () => {
  async function leaves(who: string): Promise<void> {
    const circle = found(await round.program.performer.circle(willow));
    const stay = [...circle.members.values()].filter(({ id }) => id !== who);
    await round.program.performer.onCircle(willow, {
      type: 'change_circle',
      form: {
        settings: circle.settings,
        roster: stay.map(({ id, status }) => ({ id, status })),
        facilitators: circle.facilitators,
      },
      at: round.now(),
      by: memberId(ana),
    });
    await round.delivered();
  }

  test('is written to after three working days, and the facilitators are asked to call', async () => {
    await round.advance(3 * DAY);
    await round.delivered();
    expect(dmsOf(dee)).toContain('Your objection is still open');
    expect(dmsOf(dee)).toContain('“It still stands” is enough: then we know that you are there.');
    expect(dmsOf(dee)).not.toContain('From now on another member may take it on.');
    expect(dmsOf(ana)).toContain('Next: call <@UDEE>. It stays open');
    await round.advance(6 * DAY);
    await round.delivered();
    expect(dmsOf(dee)).toContain('From now on another member may take it on.');
    expect(dmsOf(ana)).toContain('Next: call <@UDEE> once more.');
    expect(actionsIn(objection().blocks)).toContain(actionIds.adoptObjection);
    expect(await open()).toHaveLength(1);
  });

  test('says in that message with one tap that it still stands, and nobody may take it on', async () => {
    await round.advance(3 * DAY);
    await round.advance(6 * DAY);
    await round.delivered();
    await round.slack.click(dee, { actionId: actionIds.keepObjection });
    await round.whispered(dee, 'still stands, and stays open.');
    await round.delivered();
    expect(inThread()).toContain('<@UDEE> says that it still stands.');
    expect(actionsIn(objection().blocks)).not.toContain(actionIds.adoptObjection);
    const screen = round.slack.screenOf(ana);
    const below = shownIn(screen.thread(channels.willow, round.card().ts).slice(1));
    expect(below).not.toContain('still stands');
    await round.forged(clickOn(cai, actionIds.adoptObjection, value));
    await round.whispered(cai, 'is <@UDEE>’s, who is here and can speak for it');
    expect(await open()).toMatchObject([{ by: dee, contactedAt: [] }]);
  });

  test('says the same by sending “Reword it” unchanged, and is thanked for that', async () => {
    await round.advance(3 * DAY);
    await round.delivered();
    await round.slack.click(dee, { actionId: actionIds.rewordObjection });
    await round.modalWith(dee, 'This is what you said.');
    await round.slack.submit(dee, texts);
    const { shown } = await round.modalWith(dee, 'your objection still stands.');
    expect(shown).not.toContain('You have raised something');
    expect(await open()).toMatchObject([{ by: dee, contactedAt: [] }]);
    await clickObjection(dee, actionIds.rewordObjection);
    await round.modalWith(dee, 'This is what you said.');
    await round.slack.submit(dee, { ...texts, harm: 'Monday has no baker.' });
    await round.modalWith(dee, 'Your objection has these words now, and stays open.');
  });

  test('cannot be spoken for by anybody else', async () => {
    for (const who of [ana, ben, cai, fay]) {
      await clickObjection(who, actionIds.keepObjection);
      await round.whispered(who, 'This objection is <@UDEE>’s.');
    }
    expect(await round.events()).not.toContain('objection_stands');
  });

  test('who left: a member takes the objection on, and it is theirs alone', async () => {
    await leaves(dee);
    expect(objection().shown).toContain('<@UDEE> has left the circle.');
    expect(dmsOf(ana)).toContain('Next: ask who takes it on');
    await clickObjection(fay, actionIds.adoptObjection);
    await round.whispered(fay, 'People who decide in this circle may take an objection on');
    await clickObjection(cai, actionIds.adoptObjection);
    await round.whispered(cai, 'This objection is yours now');
    await round.delivered();
    expect(await open()).toMatchObject([{ by: cai, raisedBy: dee }]);
    expect(objection().shown).toContain('<@UDEE> raised it, and <@UCAI> has taken it on.');
    expect(round.card().shown).toContain('*<@UCAI> looks after what <@UDEE> raised*');
    expect(round.card().shown).not.toContain('<@UCAI> sees a problem');
    expect(round.card().shown).toContain('or who looks after it now, can say.');
    expect(round.card().text).toContain('<@UCAI> looks after what <@UDEE> raised:');
    expect(actionsIn(objection().blocks)).not.toContain(actionIds.adoptObjection);
    expect(dmsOf(dee)).toContain('<@UCAI> has taken on your objection');
    expect(dmsOf(dee)).not.toContain('You are asked for an answer of your own again');
    await clickObjection(cai, actionIds.settleObjection);
    await round.delivered();
    expect(await open()).toEqual([]);
  });

  test('who was silent too long hears at once who took it on, and can answer there', async () => {
    await round.advance(3 * DAY);
    await round.advance(6 * DAY);
    await clickObjection(cai, actionIds.adoptObjection);
    await round.delivered();
    expect(dmsOf(dee)).toContain('<@UCAI> has taken on your objection');
    expect(dmsOf(dee)).toContain('Next: talk with <@UCAI>');
    expect(dmsOf(dee)).toContain('You are asked for an answer of your own again');
    expect(dmsOf(cai)).not.toContain('has taken on your objection');
    await round.slack.click(dee, { actionId: actionIds.consent });
    await round.whispered(dee, 'you consent');
    expect(await open()).toMatchObject([{ by: cai, raisedBy: dee }]);
  });

  test('who is here: nobody else may take it on', async () => {
    await round.forged(clickOn(cai, actionIds.adoptObjection, value));
    await round.whispered(cai, 'is <@UDEE>’s, who is here and can speak for it');
    expect(await open()).toMatchObject([{ by: dee }]);
  });

  test('who left, and nobody takes it on: something to watch, and all are asked again', async () => {
    await round.perform(ana, { type: 'consent' });
    await leaves(dee);
    await round.advance(7 * DAY + 8 * 3_600_000);
    await round.delivered();
    expect(await open()).toEqual([]);
    expect(objection().shown).toContain('*Now something to watch.* Nobody could speak for it');
    expect(dmsOf(ana)).toContain('so you are asked again, by');
    expect(dmsOf(ana)).toContain('What you answered before is kept, and does not count for you.');
    expect(dmsOf(cai)).toContain('so you are asked again, by');
    expect(dmsOf(cai)).not.toContain('What you answered before');
    const last = found(lastDmOf(cai, 'so you are asked again'));
    expect(shownIn(last.blocks)).toContain('|Open the card>');
    expect(actionsIn(last.blocks)).toEqual([
      actionIds.consent,
      actionIds.object,
      actionIds.moreTime,
    ]);
    const waiting = await round.program.store.roundsWaitingFor(
      (await round.round()).teamId,
      memberId(ana),
    );
    expect(waiting).toEqual([sundays]);
    expect((await round.round()).ending).toBeNull();
  });
});

describe('how an objection went', () => {
  test('is one click away on its message, for everyone who may read it', async () => {
    expect(actionsIn(objection().blocks)).not.toContain(actionIds.readAll);
    const harm = 'Monday has no baker.';
    await round.perform(dee, { type: 'object', objectionId: theirs, ...texts, harm });
    await round.delivered();
    const { ts } = round.card();
    await clickObjection(fay, actionIds.readAll);
    const { shown } = await round.modalWith(fay, 'How it went');
    expect(shown.indexOf(harm)).toBeLessThan(shown.indexOf('put in other words by <@UDEE>'));
    expect(shown).toContain('raised by <@UDEE>');
    await round.delivered();
    expect(objection()).toMatchObject({ copies: 1 });
    expect(round.card().ts).toBe(ts);
    expect(objection().shown).toContain(harm);
  });

  test('begins with the objection that was clicked, and the rest is further', async () => {
    const own = objectionId('o_eli');
    const another = { ...texts, harm: 'The rent is due on Monday.' };
    await round.perform(cai, { type: 'object', objectionId: own, ...another });
    await round.perform(ana, { type: 'ask_clarity', objectionId: own, text: 'Which rent?' });
    await round.delivered();
    await clickObjection(fay, actionIds.readAll);
    const { shown } = await round.modalWith(fay, 'Which rent?');
    expect(shown).toContain('The rent is due on Monday.');
    expect(shown).not.toContain(texts.harm);
    expect(shown).toContain('From the start');
  });

  test('is not told to strangers', async () => {
    const at = objectionValue.seal(sundays, theirs);
    await round.forged(clickOn(otto, actionIds.readAll, at));
    await round.whispered(otto, 'You are not part of this round.');
  });
});

test('the record and Read all tell each objection’s history', async () => {
  await round.perform(ana, { type: 'ask_clarity', objectionId: theirs, text: 'Which <!here>?' });
  await round.perform(cai, {
    type: 'suggest_way',
    objectionId: theirs,
    way: 'pilot',
    text: 'One shop.',
  });
  const known = found(await round.program.performer.round(sundays));
  const words = wordsFor('en');
  const seen = { ...known, now: round.now() };
  const shown = shownIn(readModal({ seen, by: memberId(ben), from: 0 }, words).blocks);
  expect(shown).toContain('How it went');
  expect(shown).toContain('<@UANA> asked for clarity: Which &lt;!here&gt;?');
  expect(shown).toContain('<@UCAI> suggested: Narrow it to a pilot: One shop.');
  await round.perform(dee, { type: 'make_note', objectionId: theirs, note: 'Monday bread' });
  for (const who of [ana, ben, cai]) await round.perform(who, { type: 'consent' });
  await round.advance(2 * DAY);
  await round.perform(ana, { type: 'decide', decisionNumber: 0 });
  await round.slack.command(fay, channels.willow, '/decisions', 'D-1');
  const record = await round.modalWith(fay, 'How it went');
  expect(record.shown).toContain('raised by <@UDEE>');
  expect(record.shown).toContain('<@UDEE> made it something to watch: Monday bread');
  expect(record.shown).toContain('*To watch*\n<@UDEE>: Monday bread');
});
