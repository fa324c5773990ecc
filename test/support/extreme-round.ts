import * as fc from 'fast-check';
import { documentOfText } from '../../src/core/document-of-text.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { ben, cai, consents, dee, deciders, objectionOf, settles, sundayOpened } from './bakery.ts';
import { decides, thursday, tuesday, wednesday } from './bakery.ts';
import { extremeText } from './extreme-text.ts';

const short = (max: number) => extremeText.map((text) => text.slice(0, max).trim() || 'x');

/** What people could write into a round, each at the longest that its field takes. */
export const extremeTexts = fc.record({
  title: short(120),
  need: short(1500),
  proposal: short(12_000),
  replaces: short(200),
  aim: short(500),
  harm: short(1500),
  effect: short(1500),
  remedy: short(1500),
  note: short(500),
});

type Texts = typeof extremeTexts extends fc.Arbitrary<infer Value> ? Value : never;

/** An open round in which somebody objected, in these words. */
export function objectedRound(texts: Texts): Round {
  return replayRound(eventsOf(texts));
}

/** The same round after the objection was settled, everyone consented and Ana closed it. */
export function decidedRound(texts: Texts): Round {
  const consented = deciders.map((member) => consents(member, wednesday, texts.note));
  return replayRound([
    ...eventsOf(texts),
    settles(dee, wednesday),
    ...consented,
    decides(thursday),
  ]);
}

/** The same before a meeting: everybody said as much as they may about it, many times. */
export function talkedRound(texts: Texts): Round {
  const { harm, effect, remedy, note } = texts;
  const objectionId = objectionOf(dee);
  const said = Array.from({ length: 20 }, (_, question): RoundEvent[] => [
    { type: 'wording_suggested', objectionId, harm, effect, remedy, at: tuesday, by: cai },
    { type: 'way_suggested', objectionId, way: 'pilot', text: note, at: tuesday, by: cai },
    { type: 'question_asked', text: harm, at: tuesday, by: cai },
    { type: 'question_answered', question, text: effect, at: tuesday, by: ben },
    { type: 'thought_given', text: note, at: tuesday, by: cai },
  ]);
  const shown: RoundEvent = { type: 'thoughts_shown', at: tuesday, by: null };
  return replayRound([...eventsOf(texts), ...said.flat(), shown]);
}

/** What Dee says when she objects. */
export function extremeObjection({ harm, effect, remedy }: Texts): RoundEvent {
  const objectionId = objectionOf(dee);
  return { type: 'objection_raised', objectionId, harm, effect, remedy, at: tuesday, by: dee };
}

function eventsOf(texts: Texts): RoundEvent[] {
  const { title, need, proposal, replaces, aim } = texts;
  const document = documentOfText(proposal);
  const terms = { ...sundayOpened.terms, aim };
  return [{ ...sundayOpened, title, need, document, replaces, terms }, extremeObjection(texts)];
}
