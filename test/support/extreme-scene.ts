import * as fc from 'fast-check';
import type { Circle } from '../../src/core/circle.ts';
import type { Document } from '../../src/core/document.ts';
import { memberId, objectionId, type MemberId } from '../../src/core/ids.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { shortenedDocument } from '../../src/core/shortened-document.ts';
import * as world from './bakery.ts';
import { anyDocument } from './documents.ts';
import { extremeText } from './extreme-text.ts';

const { tuesday, wednesday, thursday } = world;

/** Everybody whom these scenes may ask. */
export const PEOPLE: readonly MemberId[] = Array.from({ length: 40 }, (_, index) =>
  memberId(`U0P${String(index).padStart(6, '0')}`),
);

/** Pieces that grow when they are escaped, call people, or are hard to cut: up to the brim. */
const PIECES = ['&', '<', '`', '<!channel> ', '<@U024BE7LH>', '👩‍👩‍👧‍👧', 'שלום ', 'word '];

/** What a person could write into a field that holds `max` characters; often all of them. */
const typed = (max: number) =>
  fc.oneof(
    extremeText.map((text) => text.slice(0, max).toWellFormed().trim() || 'x'),
    fc.constantFrom(...PIECES).map((piece) => piece.repeat(max).slice(0, max).trim() || 'x'),
  );

const proposals: fc.Arbitrary<Document> = fc.oneof(
  anyDocument.map((document) => shortenedDocument(document, 12_000).document),
  fc.constantFrom('a', '&', '<@U024BE7LH> ', '👩‍👩‍👧‍👧').map((piece): Document => ({
    // As many lines and styles as a proposal can have: the most that its length can weigh.
    paragraphs: Array.from({ length: Math.floor(12_000 / (piece.length + 1)) }, () => ({
      kind: 'paragraph',
      indent: 0,
      spans: [{ text: piece, bold: true }],
    })),
  })),
);

/** A circle of up to forty people, and a round in which everything is as long as it may be. */
export const scenes = fc.record({
  title: typed(120),
  need: typed(1500),
  document: proposals,
  replaces: typed(200),
  aim: typed(500),
  name: typed(60),
  said: typed(1500),
  note: typed(500),
  asked: fc.integer({ min: 2, max: PEOPLE.length }),
  objectors: fc.integer({ min: 0, max: PEOPLE.length }),
  namesWaiting: fc.boolean(),
});
type Scene = typeof scenes extends fc.Arbitrary<infer Value> ? Value : never;

/** The scene's circle, its round without objections, and the same with them. */
export function staged(scene: Scene): { circle: Circle; round: Round; objected: Round } {
  const people = PEOPLE.slice(0, scene.asked);
  const { aim, name, namesWaiting, title, need, document, replaces } = scene;
  const circle: Circle = {
    ...world.bakery,
    members: new Map(
      people.map((id) => [
        id,
        { id, status: 'full', sinceAt: world.founded, leave: null, deactivatedAt: null },
      ]),
    ),
    facilitators: people.slice(0, 30),
    secretaries: people.slice(30, 60),
    settings: { ...world.bakerySettings, aim, name, namesWaiting },
  };
  const opened: RoundEvent = {
    ...world.sundayOpened,
    title,
    need,
    document,
    replaces,
    asked: people,
    owner: firstOf(people),
    terms: { ...world.sundayOpened.terms, aim },
    by: firstOf(people),
  };
  const objections = people.slice(0, scene.objectors).map((by) => objectionBy(by, scene.said));
  const answers = people
    .slice(scene.objectors)
    .map((by, index) => answerBy(by, index % 2 === 0, scene.note));
  return {
    circle,
    round: replayRound([opened, ...answers]),
    objected: replayRound([opened, ...objections, ...answers]),
  };
}

/** The first of them; throws where there is nobody. */
export function firstOf(people: readonly MemberId[]): MemberId {
  const [first] = people;
  if (!first) throw new Error('Somebody is asked');
  return first;
}

const objectionBy = (by: MemberId, said: string): RoundEvent => ({
  type: 'objection_raised',
  objectionId: objectionId(`o-${by}`),
  harm: said,
  effect: said,
  remedy: said,
  at: tuesday,
  by,
});

const answerBy = (by: MemberId, isConsent: boolean, said: string): RoundEvent =>
  isConsent
    ? { type: 'consented', note: said, at: tuesday, by }
    : { type: 'more_time_asked', needs: said, untilAt: thursday, at: tuesday, by };

/** The round in each of its states. */
export function statesOf({ round, objected }: ReturnType<typeof staged>, said: string): Round[] {
  const by = firstOf([...round.asked.keys()]);
  const end = { at: wednesday, by };
  return [round, objected].flatMap((one) => [
    one,
    { ...one, pause: { kind: 'to_meeting', note: said.slice(0, 500), ...end } },
    {
      ...one,
      pause: {
        kind: 'escalated',
        to: said.slice(0, 80),
        channelId: null,
        reason: said.slice(0, 500),
        summary: said.slice(0, 600),
        ...end,
      },
    },
    {
      ...one,
      pause: {
        kind: 'parked',
        nextStep: said.slice(0, 500),
        cause: 'people',
        who: by,
        untilOn: '2026-07-01',
        wokenAt: wednesday,
        ...end,
      },
    },
    { ...one, voidWish: { reason: said.slice(0, 500), ...end } },
    { ...one, ending: { kind: 'void', reason: said.slice(0, 500), askedBy: by, ...end } },
    { ...one, ending: { kind: 'withdrawn', reason: said.slice(0, 500), ...end } },
    { ...one, ending: { kind: 'decided', decisionNumber: 12, ...end } },
  ]);
}
