import { channelId, circleId, type RoundId } from '../../../src/core/ids.ts';
import { draftOf } from '../../../src/core/draft.ts';
import * as world from './bakery.ts';

const { ada, ben, cleo, dora, MONDAY, HOUR, DAY } = world;
const orchard = circleId('orchard');

/** A round that begins with questions, another over whose step the service was away, and a
 * third that closed with somebody silent: their ids. */
export async function playQuestions(bakers: world.World): Promise<readonly RoundId[]> {
  const agreement = { policy: 'floor', decisionNumber: 1, adoptedOn: '2027-02-01' } as const;
  await world.openCircle(
    bakers,
    {
      settings: {
        ...world.settings,
        name: 'Orchard',
        questionStep: 'always',
        silence: { ...agreement, reviewOn: '2028-02-01' },
      },
    },
    orchard,
    channelId('C0ORCHARD'),
  );
  const rounds = [await playStep(bakers), await playOutage(bakers), await playSilence(bakers)];
  return [...rounds, await playOpening(bakers)];
}

async function playStep(bakers: world.World): Promise<RoundId> {
  const opened = await world.openRound(bakers, 'step', { topic: 'roles' }, { circle: orchard });
  const { id } = opened;
  const at = MONDAY + HOUR;
  await world.did(bakers, id, { type: 'ask_question', text: 'Who bakes?', at, by: cleo });
  const reply = { type: 'answer_question', question: 0, text: 'Two of us, in turn.' } as const;
  await world.did(bakers, id, { ...reply, at: at + 1, by: ben });
  const thought = { type: 'give_thought', text: 'I like the hours.' } as const;
  await world.did(bakers, id, { ...thought, at: at + 2, by: cleo });
  for (const by of [ada, dora]) {
    await world.did(bakers, id, { type: 'say_nothing_further', at: at + 3, by });
  }
  const draft = { ...draftOf(opened), title: 'Open on Sunday mornings' };
  await world.did(bakers, id, { type: 'change_draft', draft, at: at + 4, by: ben });
  await world.did(bakers, id, { type: 'look_at_clock', at: at + 8 * DAY, by: null });
  await world.did(bakers, id, { type: 'begin_answers', at: at + 8 * DAY, by: ben });
  const sooner = { type: 'shorten', deadlineAt: at + 11 * DAY, reason: 'The oven' } as const;
  await world.did(bakers, id, { ...sooner, at: at + 8 * DAY, by: ada });
  await world.did(bakers, id, { type: 'give_time_back', at: at + 8 * DAY, by: cleo });
  return id;
}

async function playOutage(bakers: world.World): Promise<RoundId> {
  const { id } = await world.openRound(bakers, 'step-away', {}, { circle: orchard });
  const outageFrom = MONDAY + HOUR;
  const outageTo = MONDAY + 3 * DAY;
  const outage = { type: 'add_back_outage', outageFrom, outageTo, by: null } as const;
  await world.did(bakers, id, { ...outage, at: outageTo });
  return id;
}

async function playSilence(bakers: world.World): Promise<RoundId> {
  const quick = { isQuick: true, beginsWith: 'answers' } as const;
  const { id } = await world.openRound(bakers, 'silent', quick, { circle: orchard });
  for (const by of [ada, ben, cleo]) {
    await world.did(bakers, id, { type: 'consent', at: MONDAY + HOUR, by });
  }
  const at = MONDAY + 30 * DAY;
  await world.did(bakers, id, { type: 'look_at_clock', at: MONDAY + 7 * DAY, by: null });
  await world.did(bakers, id, { type: 'decide', decisionNumber: 0, at, by: ada });
  await world.did(bakers, id, {
    type: 'say_i_was_away',
    note: 'On a boat',
    at: at + DAY,
    by: dora,
  });
  return id;
}

/** A circle whose facilitators open rounds; they are late, and a member does. */
async function playOpening(bakers: world.World): Promise<RoundId> {
  const meadow = circleId('meadow');
  const settings = { ...world.settings, name: 'Meadow', opening: 'facilitator' } as const;
  await world.openCircle(bakers, { settings }, meadow, channelId('C0MEADOW'));
  const { id } = await world.openRound(bakers, 'to-open', {}, { circle: meadow });
  const at = MONDAY + 3 * DAY;
  await world.did(bakers, id, { type: 'look_at_clock', at, by: null });
  await world.did(bakers, id, { type: 'open_answers', at, by: cleo });
  return id;
}
