/**
 * The circle, the people and the rounds with which the permissions table is tried
 * (docs/process.md §3). Every round is long enough that the same can be tried five days later.
 */
import { asksLearning } from '../../src/core/askable.ts';
import type { Circle } from '../../src/core/circle.ts';
import { evolveCircle } from '../../src/core/circle-history.ts';
import { decideRound, type RoundCommand } from '../../src/core/decide-round.ts';
import { memberId, objectionId, type MemberId } from '../../src/core/ids.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { evolveRound, replayRound } from '../../src/core/round-history.ts';
import * as world from './bakery.ts';

const { ana, ben, cai, dee, eli, fay, gus, olu, monday, tuesday, bakeryTime } = world;

/** When things are tried, and five days later: after the two working days of a stand-in. */
export const at = world.wednesday;
export const later = at + 5 * world.DAY;
export const deadlineAt = bakeryTime('2026-06-19 17:00');
/** Three working days more, which any member may add once. */
export const extendedAt = bakeryTime('2026-06-24 17:00');

/** Decides since the round opened, and was not asked. */
export const hal = memberId('U0HAL');
/** An administrator of the workspace who is a guest in the circle. */
export const pat = memberId('U0PAT');

/** In which Ana facilitates, Cai is secretary, Ben proposes and Dee objects. */
export const circle = world.bakeryAfter(
  { type: 'facilitators_changed', facilitators: [ana], at: monday, by: ana },
  { type: 'secretaries_changed', secretaries: [cai], at: monday, by: ana },
  world.joinsCircle(pat, monday, 'guest'),
);
const away = world.goesOnLeave(ana, { fromOn: '2026-06-01', untilOn: null }, monday);
const noSecretary = { type: 'secretaries_changed', secretaries: [], at: monday, by: ana } as const;
const alsoLearning = { type: 'settings_changed', changes: { asksLearning: true } } as const;
const facilitating = (by: MemberId) =>
  ({ type: 'facilitators_changed', facilitators: [ana, by], at: monday, by: ana }) as const;

/** No facilitator is here; and nobody either who would be before the members (§2.4). */
export const without = evolveCircle(circle, away);
export const alone = evolveCircle(without, noSecretary);
/** Learning members are asked too. */
export const learning = evolveCircle(circle, { ...alsoLearning, at: monday, by: ana });
export const learningAlone = evolveCircle(learning, away);
export const withFacilitator = (who: MemberId, where = circle): Circle =>
  evolveCircle(where, facilitating(who));
export const withoutBen = (where: Circle): Circle =>
  evolveCircle(where, world.leavesCircle(ben, tuesday));

/**
 * The people who stand for a column of the table. The rules know no administrators at all, so that
 * one is whoever they are in the circle: Olu is a stranger to it, and Pat, who is a guest, is tried
 * against the cells of guests.
 */
export const PEOPLE: Readonly<Record<string, readonly MemberId[]>> = {
  'Guest, learning member': [gus, fay, pat],
  'Deciding member': [eli],
  Proposer: [ben],
  Objector: [dee],
  Facilitator: [ana],
  Secretary: [cai],
  Administrator: [olu],
};
/** Nobody stands for these. */
export const NOT_BUILT: ReadonlySet<string> = new Set(['Leader, delegate']);
/** They stand in for nobody, not even where nobody else is here. */
export const NEVER_STAND_IN: readonly MemberId[] = [gus, fay, pat, olu, ben];

/** What somebody tries: true where it is allowed. */
export type Try = (who: MemberId, where: Circle, when: number) => boolean;

const opened = { ...world.sundayOpened, deadlineAt };
/** Ben's round after more has happened to it. */
export const after = (...events: readonly RoundEvent[]): Round =>
  events.reduce<Round>(evolveRound, replayRound([opened]));
export const open = after();
export const contested = after(world.objects(dee, monday));

/** In its question step, with a question that waits for the proposer. */
export const asking = replayRound([
  {
    ...opened,
    step: { questionsUntilAt: bakeryTime('2026-06-10 17:00'), isSkipped: false },
  },
  { type: 'question_asked', text: 'How?', at: monday, by: eli },
]);
/** It waits since Tuesday for a facilitator, as the circle chose. */
export const waiting = replayRound([
  { ...opened, step: { questionsUntilAt: null, isSkipped: false, opensBy: 'facilitator' } },
  { type: 'opening_asked', at: tuesday, by: ben },
]);

/** Also Fay's, which counts where learning members are asked. */
const consented = [...world.allConsentBut([], monday), world.consents(fay, monday)];
export const ready = after(...consented);
/** Everybody but Dee consented, and she objects; and the same after she said that it is settled. */
export const objected = after(
  ...consented.filter(({ by }) => by !== dee),
  world.objects(dee, monday),
);
export const settled = after(world.objects(dee, monday), world.settles(dee, monday), ...consented);

/** What was raised after the end. */
export const lateId = objectionId('late');
/** Decided on Tuesday; somebody else looks after it, and something was raised. */
export const closed: Round = {
  ...after(...consented, world.decides(tuesday), {
    ...{ type: 'late_objection_raised', lateId, ...world.objectionText, at: tuesday },
    ...{ dueAt: deadlineAt, by: hal },
  }),
  owner: hal,
};
export const pausedDecision = evolveRound(closed, {
  ...{ type: 'decision_paused', reason: 'The oven leaks gas', at: tuesday, by: hal },
});
/** Decided with a note of this person to watch. */
export const withOwnWords = (by: MemberId): Round =>
  after(
    ...world.allConsentBut([by], monday),
    world.consents(by, monday, 'The noise'),
    world.decides(tuesday),
  );

/** True where the command is not refused. */
export const may = (round: Round, command: RoundCommand, where: Circle): boolean =>
  tried(round, command, where).refused === null;

/** Where the circle asks its learning members, Fay is asked in every one of these rounds. */
export function tried(round: Round, command: RoundCommand, where: Circle) {
  const asked = new Map(round.asked).set(fay, { member: fay, excused: null });
  const here = asksLearning(where.settings) ? { ...round, asked, asksLearning: true } : round;
  return decideRound(here, command, { circle: where, decisionNumber: 12 });
}

/** A try of one command on one round, the same one for everybody. */
export const onRound =
  (round: Round, deed: (who: { at: number; by: MemberId }) => RoundCommand): Try =>
  (by, where, when) =>
    may(round, deed({ at: when, by }), where);
