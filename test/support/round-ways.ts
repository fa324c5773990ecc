import * as fc from 'fast-check';
import { decideRound } from '../../src/core/decide-round.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { evolveRound, replayRound } from '../../src/core/round-history.ts';
import type { RoundState } from '../../src/core/round-states.ts';
import { stateOf } from '../../src/core/standing.ts';
import {
  allConsentBut,
  ana,
  bakery,
  ben,
  deciders,
  eli,
  friday,
  HOUR,
  objectionOf,
  objects,
  sundayOpened,
  sundayOpening,
  thursday,
  wednesday,
} from './bakery.ts';
import { plays, type Scene } from './random-round.ts';
import { published } from './versions.ts';
import { COMMAND_TYPES, commandOf, type Deed, type Scope } from './round-deeds.ts';

/** A round as it stands at a moment, in its circle. */
type Place = Pick<Scene, 'circle'> & { readonly outcome: Pick<Scene['outcome'], 'round' | 'at'> };

/** Rounds looked at of each state. */
const OF_EACH = 24;
/** Hours after which something is tried: at once, on the next day, after every clock of a round. */
const LATER = [0, 30, 240];

/**
 * Every way from one state into another that the rules take: in rounds of every state, everything
 * is tried by those whose it is, at once and later. The same rounds each time.
 */
export function waysFound(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const scenes of ofEachState()) {
    const stride = Math.max(1, Math.floor(scenes.length / OF_EACH));
    for (const [index, scene] of scenes.entries()) {
      if (index % stride === 0) tryAll(scene, index, found);
    }
  }
  for (const place of [allButTheObjector(), everybodyObjects()]) tryAll(place, 0, found);
  return found;
}

/** Version 2 meant to answer Eli: everyone else has consented to it, and Eli has not said. */
function allButTheObjector(): Place {
  const answered = published(2, { answersObjections: [objectionOf(eli)] });
  const events = [objects(eli), answered, ...allConsentBut([eli], thursday)];
  const round = events.reduce<Round>(evolveRound, sundayOpening);
  return { outcome: { round, at: friday + HOUR }, circle: bakery };
}

/** Everybody sees a problem in a draft: nobody is left to be heard. */
function everybodyObjects(): Place {
  const step = { questionsUntilAt: thursday, isSkipped: false };
  const objections = deciders.map((one) => objects(one));
  const round = replayRound([{ ...sundayOpened, step }, ...objections]);
  return { outcome: { round, at: wednesday }, circle: bakery };
}

function ofEachState(): Iterable<Scene[]> {
  const states = new Map<RoundState, Scene[]>();
  for (const { scenes } of fc.sample(plays, { numRuns: 400, seed: 7 })) {
    for (const scene of scenes) {
      const state = stateOf(scene.outcome.round, scene.outcome.at);
      states.set(state, [...(states.get(state) ?? []), scene]);
    }
  }
  return states.values();
}

function tryAll({ outcome, circle }: Place, index: number, found: Set<string>): void {
  for (const round of [outcome.round, saidToBeMistake(outcome.round)]) {
    for (const type of COMMAND_TYPES) {
      for (const hours of LATER) {
        const at = outcome.at + hours * HOUR;
        const pick = (index + hours) % 7;
        const deed = { type, who: ana, isTheirs: true, isFitting: false, pick };
        const scope = { round, circle, from: outcome.at, at, count: 900 + index };
        const tried = tryOne(deed, scope, found);
        const isHalted = tried.pause !== null && round.pause?.kind !== tried.pause.kind;
        const later = { ...scope, round: tried, from: at, at: at + HOUR };
        if (isHalted) tryOne({ ...deed, type: 'resume' }, later, found);
      }
    }
  }
}

/** One deed; gives the round after it. What is halted is taken up again by the caller. */
function tryOne(deed: Deed, scope: Scope, found: Set<string>): Round {
  const context = { circle: scope.circle, decisionNumber: 12 };
  const { events, round } = decideRound(scope.round, commandOf(deed, scope), context);
  follow(scope.round, scope.from, events, found);
  return round;
}

function saidToBeMistake(round: Round): Round {
  return round.ending
    ? round
    : { ...round, voidWish: { by: ben, at: round.openedAt, reason: 'T' } };
}

function follow(
  before: Round,
  since: number,
  events: readonly RoundEvent[],
  found: Set<string>,
): void {
  let round = before;
  let from = stateOf(before, since);
  for (const event of events) {
    round = evolveRound(round, event);
    const to = stateOf(round, event.at);
    if (to !== from) found.add(`${from} to ${to}`);
    from = to;
  }
}
