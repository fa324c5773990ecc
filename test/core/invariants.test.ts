import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFullMember } from '../../src/core/circle.ts';
import { catchUp, nextDueAt } from '../../src/core/clock.ts';
import { decideRound, type RoundCommand } from '../../src/core/decide-round.ts';
import { decisionOf } from '../../src/core/decision.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { ownerAbsence } from '../../src/core/objection-clock.ts';
import { isOpen } from '../../src/core/objection.ts';
import { inQuestions } from '../../src/core/question-step.ts';
import { versionsInOneGo } from '../../src/core/next-version.ts';
import { currentVersion, type Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { evolveRound, replayRound } from '../../src/core/round-history.ts';
import {
  countedAnswer,
  heardFrom,
  openHolds,
  openObjectionOf,
  openObjections,
  requiredMembers,
} from '../../src/core/standing.ts';
import { silentAtClose } from '../../src/core/was-away.ts';
import type { Version } from '../../src/core/version.ts';
import { ben, DAY, dee, HOUR, sundayForm } from '../support/bakery.ts';
import { plays, type Play, type Scene } from '../support/random-round.ts';
import { COMMAND_TYPES } from '../support/round-deeds.ts';
import { AFTERWARDS, holdsEverything, holdsInHistory } from '../support/round-invariants.ts';

const RUNS = 300;
const context = ({ circle }: Scene) => ({ circle, decisionNumber: 12 });
const look = (at: number) => ({ type: 'look_at_clock', at, by: null }) as const;

function holdsInEveryPlay(invariant: (play: Play) => void): void {
  fc.assert(fc.property(plays, invariant), { numRuns: RUNS });
}

function holdsInEveryScene(invariant: (scene: Scene) => void): void {
  holdsInEveryPlay(({ scenes }) => {
    for (const scene of scenes) invariant(scene);
  });
}

/** Each event of a play, with the round before it and after it. */
function forEveryEvent(
  play: Play,
  check: (event: RoundEvent, before: Round, after: Round) => void,
) {
  let round: Round | null = null;
  for (const event of play.history) {
    const after = evolveRound(round, event);
    if (round) check(event, round, after);
    round = after;
  }
}

/** The people who say yes with this, themselves or as it was written down at a meeting. */
function sayingYes(event: RoundEvent): readonly MemberId[] {
  if (event.type === 'meeting_recorded') return event.outcome === 'consented' ? event.present : [];
  const isYes = ['consented', 'objection_settled', 'objection_became_note'].includes(event.type);
  return isYes && event.by ? [event.by] : [];
}

/** What an owner says of their objection that closes it. */
const OWNERS_SAYINGS = ['objection_settled', 'objection_taken_back', 'objection_became_note'];

describe('the invariants of docs/process.md §0', () => {
  test('1: a round is decided only when no objection is open', () => {
    holdsInEveryPlay((play) => {
      forEveryEvent(play, (event, before) => {
        if (event.type === 'round_decided') expect(openObjections(before)).toEqual([]);
      });
    });
  });

  test('2: no number of consents outweighs an objection, whoever tries and however long', () => {
    holdsInEveryScene((scene) => {
      const { round, at } = scene.outcome;
      if (round.ending || openObjections(round).length === 0) return;
      for (const by of scene.circle.members.keys()) {
        const decide = { type: 'decide', decisionNumber: 12, at, by } as const;
        expect(decideRound(round, decide, context(scene)).round.ending).toBeNull();
      }
      const later = decideRound(round, look(at + 400 * DAY), context(scene));
      expect(later.round.ending).toBeNull();
      for (const objection of openObjections(round)) {
        const then = later.round.objections.find(({ id }) => id === objection.id);
        if (then && isOpen(then)) continue;
        // Nobody could speak for it any more, and everyone was asked again (§2.6).
        expect(then?.noted).toMatchObject({ by: null });
        expect(ownerAbsence(objection, scene.circle, later.at)).not.toBeNull();
      }
    });
  });

  test('3: an objection is open from the moment it is sent', () => {
    holdsInEveryScene(({ command, outcome }) => {
      if (command.type !== 'object' || outcome.refused) return;
      expect(openObjectionOf(outcome.round, command.by)).toMatchObject({ harm: command.harm });
    });
  });

  test('4: nobody but its owner settles an objection, or takes it back', () => {
    holdsInEveryPlay((play) => {
      forEveryEvent(play, (event, before, after) => {
        for (const objection of openObjections(before)) {
          const now = after.objections.find(({ id }) => id === objection.id);
          if (now && isOpen(now)) continue;
          if (event.type === 'objection_lapsed_to_note') {
            expect(objection.ownerAwayAt).not.toBeNull();
            if (event.asking) expect(heardFrom(after).heard).toBe(0);
            continue;
          }
          expect(event.by).toBe(objection.by);
          expect(OWNERS_SAYINGS).toContain(event.type);
        }
      });
    });
  });

  test('5: no text changes under the people who answered it', () => {
    holdsInEveryPlay((play) => {
      forEveryEvent(play, (_, before, after) => {
        const published = after.versions.slice(0, before.versions.length);
        // Until the question step is over the text is a draft, and nobody was asked about it.
        if (!inQuestions(before)) {
          expect(published.map(wordingOf)).toEqual(before.versions.map(wordingOf));
        }
        expect(wordingOf(currentVersion(after))).toMatchObject({ title: after.title });
      });
    });
  });

  test('5: a change of substance asks everyone again, and keeps what they answered', () => {
    holdsInEveryPlay((play) => {
      forEveryEvent(play, (event, before, after) => {
        const isSubstance = event.type === 'version_published' && event.asking !== null;
        if (!isSubstance) return;
        expect(heardFrom(after).heard).toBe(0);
        expect(after.answers).toEqual(before.answers);
        expect(openObjections(after).map(({ id }) => id)).toEqual(
          openObjections(before).map(({ id }) => id),
        );
      });
    });
  });

  test('at most three versions follow each other without a meeting, but for a challenge', () => {
    holdsInEveryPlay((play) => {
      forEveryEvent(play, (event, before) => {
        if (event.type === 'version_published') expect(versionsInOneGo(before)).toBeLessThan(3);
      });
    });
  });

  test('6: silence never becomes consent, and is recorded where the circle lets it be', () => {
    holdsInEveryPlay((play) => {
      const consented = new Set<string>();
      forEveryEvent(play, (event, before, after) => {
        for (const member of sayingYes(event)) consented.add(member);
        for (const [member, answer] of after.answers) {
          const isNew = before.answers.get(member) !== answer;
          if (answer.kind === 'consent' && isNew) expect(sayingYes(event)).toContain(member);
        }
        if (event.type !== 'round_decided') return;
        expect(openHolds(before)).toEqual([]);
        expect(requiredMembers(before).length).toBeGreaterThanOrEqual(2);
        for (const member of requiredMembers(before)) {
          const answer = countedAnswer(before, member);
          if (answer) expect(consented).toContain(member);
          if (!answer) expect(before.terms.silencePolicy).not.toBe('explicit');
          expect(answer?.kind ?? 'consent').toBe('consent');
          expect(silentAtClose(after).includes(member)).toBe(answer === null);
        }
      });
    });
  });

  test('7: any asked member takes it to a meeting at any time, and the clock stands still', () => {
    holdsInEveryScene((scene) => {
      const { round, at } = scene.outcome;
      if (round.ending || round.pause?.kind === 'to_meeting') return;
      for (const by of round.asked.keys()) {
        if (!isFullMember(scene.circle, by)) continue;
        const meet = { type: 'to_meeting', note: null, at, by } as const;
        const taken = decideRound(round, meet, context(scene));
        expect(taken.refused).toBeNull();
        const later = decideRound(taken.round, look(at + 400 * DAY), context(scene));
        const moved = later.events.filter(({ type }) => !/^(?:member|late)_/u.test(type));
        expect(moved).toEqual([]);
      }
    });
  });

  test('8: a round ends decided, taken back by its proposer, or as a mistake', () => {
    holdsInEveryPlay((play) => {
      forEveryEvent(play, (event, before, after) => {
        if (after.ending) expect(['decided', 'withdrawn', 'void']).toContain(after.ending.kind);
        if (event.type !== 'round_withdrawn') return;
        expect(event.saidBy ?? event.by).toBe(before.proposedBy);
      });
    });
  });

  test('9: every decision has an owner, a review date and a stored final text', () => {
    holdsInEveryScene(({ outcome: { round } }) => {
      if (round.ending?.kind !== 'decided') return expect(decisionOf(round)).toBeNull();
      const { document } = currentVersion(round);
      const { reviewOn } = sundayForm;
      // Dee looks after it, but for where it is about her own place in the circle.
      const owner = round.terms.concerns?.member === dee ? ben : dee;
      expect(decisionOf(round)).toMatchObject({ number: 12, owner, reviewOn, document });
    });
  });

  test('10: every answer ever given is in the events, with who, when and which version', () => {
    holdsInEveryPlay(({ scenes, history }) => {
      for (const { command, outcome } of scenes) {
        if (outcome.refused || !givesAnswer(command)) continue;
        const { by, at } = command;
        const answer = outcome.round.answers.get(by);
        expect(answer).toMatchObject({ member: by });
        expect(countedAnswer(outcome.round, by)).toBe(answer);
        const own = history.filter((event) => event.by === by && event.at <= at);
        expect(own.some((event) => event.at === answer?.at)).toBe(true);
      }
    });
  });

  test('10: nothing is overwritten: each outcome only adds to what happened before', () => {
    holdsInEveryPlay(({ scenes, history }) => {
      const added = scenes.flatMap(({ outcome }) => outcome.events);
      expect(history.slice(history.length - added.length)).toEqual(added);
      expect(history).toHaveLength(scenes.at(-1)?.outcome.round.seq ?? 0);
    });
  });
});

test('all of them hold in every scene, and its clock rests', () => {
  holdsInEveryPlay(({ scenes, history }) => {
    for (const scene of scenes) holdsEverything(scene);
    holdsInHistory(history);
  });
});

describe('a history', () => {
  test('replayed gives the same round', () => {
    holdsInEveryPlay(({ scenes, history }) => {
      expect(replayRound(history)).toEqual(scenes.at(-1)?.outcome.round);
    });
  });

  test('written as JSON and read again gives the same round', () => {
    holdsInEveryPlay(({ history }) => {
      const read: RoundEvent[] = JSON.parse(JSON.stringify(history));
      expect(read).toEqual(history);
      expect(replayRound(read)).toEqual(replayRound(history));
    });
  });

  test('is over when the round has ended, but for what people say of it afterwards', () => {
    holdsInEveryPlay((play) => {
      forEveryEvent(play, ({ type }, before) => {
        if (before.ending) expect(AFTERWARDS.some((name) => type.startsWith(name))).toBe(true);
      });
    });
  });

  test('tells of a refused command nothing but what the clock brought', () => {
    holdsInEveryScene(({ outcome: { refused, events } }) => {
      if (refused) expect(events.filter(({ by }) => by !== null)).toEqual([]);
    });
  });
});

describe('the clock', () => {
  test('looked at twice brings nothing the second time', () => {
    holdsInEveryScene((scene) => {
      const { round, at } = scene.outcome;
      expect(catchUp(round, { ...context(scene), now: at })).toEqual([]);
    });
  });

  test('looked at when it is next due always brings something, so that no timer spins', () => {
    holdsInEveryScene((scene) => {
      const { round, at } = scene.outcome;
      const dueAt = nextDueAt(round, scene.circle, at);
      if (dueAt === null) return;
      expect(dueAt).toBeGreaterThan(at);
      expect(decideRound(round, look(dueAt), context(scene)).events).not.toEqual([]);
    });
  });

  test('brings nothing before it is due, so that no timer comes late', () => {
    const wait = fc.integer({ min: 1, max: 30 * 24 });
    const property = fc.property(plays, wait, ({ scenes }, hours) => {
      for (const scene of scenes) {
        const { round, at } = scene.outcome;
        const dueAt = nextDueAt(round, scene.circle, at) ?? Infinity;
        const early = Math.min(at + hours * HOUR, dueAt - 1);
        if (round.pause || early <= at) continue;
        expect(decideRound(round, look(early), context(scene)).events).toEqual([]);
      }
    });
    fc.assert(property, { numRuns: RUNS });
  });

  test('comes to rest: from due to due it ends, and never spins', () => {
    holdsInEveryPlay(({ scenes }) => {
      const last = scenes.at(-1);
      if (!last) return;
      let { round, at } = last.outcome;
      for (let looks = 0; looks < 60; looks += 1) {
        const dueAt = nextDueAt(round, last.circle, at);
        if (dueAt === null) return;
        ({ round, at } = decideRound(round, look(dueAt), context(last)));
      }
      expect.unreachable('The clock did not come to rest');
    });
  });
});

test('who has been heard is never more than who is asked', () => {
  holdsInEveryScene(({ outcome: { round } }) => {
    const { heard, asked } = heardFrom(round);
    expect(heard).toBeLessThanOrEqual(asked);
    expect(asked).toBe(requiredMembers(round).length);
  });
});

test('the plays are worth it: they decide, object, refuse, wait and pause', () => {
  const sample = fc.sample(plays, { numRuns: 2 * RUNS, seed: 20_260_601 });
  const types = new Set(sample.flatMap(({ history }) => history.map(({ type }) => type)));
  for (const type of [
    'round_decided',
    'round_withdrawn',
    'objection_settled',
    'objection_taken_back',
    'objection_reworded',
    'objection_stands',
    'version_published',
    'wording_challenged',
    'hold_ended',
    'grace_restarted',
    'member_excused',
    'member_returned',
    'closing_opened_to_members',
    'round_resumed',
    'deadline_passed',
  ] as const) {
    expect(types).toContain(type);
  }
  const decided = sample.flatMap(({ history }) =>
    history.filter((event) => event.type === 'round_decided'),
  );
  expect(decided.filter(({ by }) => by === null).length).toBeGreaterThan(10);
  expect(decided.filter(({ by }) => by !== null).length).toBeGreaterThan(10);
  const refusals = sample.flatMap(({ scenes }) =>
    scenes.map(({ outcome }) => outcome.refused?.code),
  );
  for (const code of [
    'objection_open',
    'members_silent',
    'not_the_objector',
    'hold_open',
  ] as const) {
    expect(refusals).toContain(code);
  }
});

test('everything that can be asked of a round is asked in the plays, and changes one', () => {
  const sample = fc.sample(plays, { numRuns: 1_000, seed: 20_260_601 });
  const changing = sample.flatMap(({ scenes }) =>
    scenes.filter(({ command, outcome }) => {
      return !outcome.refused && outcome.events.some(({ by }) => by === command.by);
    }),
  );
  const played = new Set(changing.map(({ command }) => command.type));
  expect(COMMAND_TYPES.filter((type) => !played.has(type))).toEqual([]);
  expect(COMMAND_TYPES.length).toBeGreaterThan(45);
});

const wordingOf = ({ title, need, document, owner, reviewOn, link }: Version) => {
  return { title, need, document, owner, reviewOn, link };
};

function givesAnswer(command: RoundCommand) {
  return (
    command.type === 'consent' || command.type === 'object' || command.type === 'ask_more_time'
  );
}
