import { expect } from 'vitest';
import type { Circle, CircleEvent } from '../../src/core/circle.ts';
import { evolveCircle } from '../../src/core/circle-history.ts';
import {
  decideCircle,
  type CircleCommand,
  type CircleRefusal,
} from '../../src/core/circle-change.ts';
import { decideRound, type RoundCommand, type RoundOutcome } from '../../src/core/decide-round.ts';
import type { FieldProblem, ProposalRefusal, ProposeCommand } from '../../src/core/proposal.ts';
import { decideProposal } from '../../src/core/proposal.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { evolveRound } from '../../src/core/round-history.ts';
import type { RoundRefusal } from '../../src/core/round-refusal.ts';
import { isRefused, type Ruling } from '../../src/core/ruling.ts';
import { bakery } from './bakery.ts';

/** The number that a decision gets in these tests. */
export const DECISION_NUMBER = 12;

type Outcome<Event, Refusal extends { code: string }> = {
  readonly events: readonly Event[];
  readonly refusal: Refusal | null;
};

/** What can be said of an outcome. `happens` names every event, each with what matters of it. */
class Then<Event extends object, Refusal extends { code: string }> {
  readonly events: readonly Event[];
  readonly refusal: Refusal | null;

  constructor({ events, refusal }: Outcome<Event, Refusal>) {
    this.events = events;
    this.refusal = refusal;
  }

  /** It was not refused, and exactly these events happened, in this order. */
  happens(...events: readonly object[]): void {
    expect(this.refusal).toBeNull();
    expect(this.events).toMatchObject([...events]);
  }

  /** It was refused for this reason, with at least this data, and nothing else happened. */
  refused(code: Refusal['code'], data: object = {}): void {
    expect(this.refusal).toMatchObject({ code, ...data });
    expect(this.events).toEqual([]);
  }
}

/** A round's outcome: also the round afterwards, and refusals that come with the clock's news. */
class ThenOfRound extends Then<RoundEvent, RoundRefusal> {
  readonly round: Round;

  constructor({ events, refused, round }: RoundOutcome) {
    super({ events, refusal: refused });
    this.round = round;
  }

  /** The clock brought these events first, and then the command was refused. */
  refusedAfter(events: readonly object[], code: RoundRefusal['code'], data: object = {}): void {
    expect(this.events).toMatchObject([...events]);
    expect(this.refusal).toMatchObject({ code, ...data });
  }
}

/** A round to which that has happened, in the bakery or in another circle. */
export function given(state: Round, ...events: readonly RoundEvent[]) {
  const round = events.reduce<Round>(evolveRound, state);
  return { round, ...inCircle(round, bakery), in: (circle: Circle) => inCircle(round, circle) };
}

function inCircle(round: Round, circle: Circle) {
  const context = { circle, decisionNumber: DECISION_NUMBER };
  return {
    when: (command: RoundCommand): ThenOfRound => {
      const outcome = decideRound(round, command, context);
      const replayed = outcome.events.reduce<Round>(evolveRound, round);
      expect(outcome.round).toEqual(replayed);
      return new ThenOfRound(outcome);
    },
  };
}

/** A circle to which that has happened; null where there is none yet. */
export function givenCircle(state: Circle | null, ...events: readonly CircleEvent[]) {
  const circle = events.reduce<Circle | null>(evolveCircle, state);
  return {
    circle,
    when: (command: CircleCommand) =>
      thenOf<CircleEvent, CircleRefusal>(decideCircle(circle, command)),
  };
}

/** Somebody proposes in that circle. */
export function givenProposer(circle: Circle) {
  return {
    when: (command: ProposeCommand) =>
      thenOf<RoundEvent, ProposalRefusal>(decideProposal(circle, command)),
    /** The form lacks exactly these things, in the order of its fields. */
    lacks(command: ProposeCommand, ...problems: readonly Partial<FieldProblem>[]): void {
      const { refusal } = thenOf<RoundEvent, ProposalRefusal>(decideProposal(circle, command));
      expect(refusal).toMatchObject({ code: 'proposal_incomplete', problems });
    },
  };
}

function thenOf<Event extends object, Refusal extends { code: string }>(
  ruling: Ruling<Event, Refusal>,
): Then<Event, Refusal> {
  return isRefused(ruling)
    ? new Then<Event, Refusal>({ events: [], refusal: ruling.refused })
    : new Then<Event, Refusal>({ events: ruling.events, refusal: null });
}
