import { expect } from 'vitest';
import { isAskedIn } from '../../src/core/askable.ts';
import type { Circle } from '../../src/core/circle.ts';
import { catchUp, nextDueAt } from '../../src/core/clock.ts';
import { removedMember } from '../../src/core/concern.ts';
import { decideRound, type RoundCommand, type RoundOutcome } from '../../src/core/decide-round.ts';
import { decisionOf, silentIn } from '../../src/core/decision.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { ownerAbsence } from '../../src/core/objection-clock.ts';
import { isAdoptable } from '../../src/core/objection-work.ts';
import { isOpen, type Objection } from '../../src/core/objection.ts';
import { currentVersion, type Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { evolveRound, replayRound } from '../../src/core/round-history.ts';
import { isTransition, type RoundState } from '../../src/core/round-states.ts';
import * as standing from '../../src/core/standing.ts';
import type { Version } from '../../src/core/version.ts';
import { DAY } from './bakery.ts';

/** One step of a round: what was asked, in which circle, and what it brought. */
export type StepTaken = {
  readonly before: Round;
  readonly circle: Circle;
  readonly command: RoundCommand;
  readonly outcome: RoundOutcome;
};

const look = (at: number) => ({ type: 'look_at_clock', at, by: null }) as const;
const context = (circle: Circle) => ({ circle, decisionNumber: 12 });
/** What an owner says of their objection that closes it. */
const OWNERS_SAYINGS = ['objection_settled', 'objection_taken_back', 'objection_became_note'];
const SAYS_YES = ['consented', 'objection_settled', 'objection_became_note'];
/** What is asked of a round that has ended: nothing else changes one. */
export const AFTERWARDS = [
  ...['late_', 'round_reopened', 'decision_', 'record_corrected', 'was_away'],
  'round_taken_over',
];

/** All that docs/process.md §0 promises of any step of any round, and what the clock promises. */
export function holdsEverything(step: StepTaken): void {
  let round = step.before;
  for (const event of step.outcome.events) {
    const after = evolveRound(round, event);
    holdsForEvent(event, round, after);
    round = after;
  }
  expect(round).toEqual(step.outcome.round);
  if (step.outcome.refused) {
    expect(step.outcome.events.filter(({ by }) => by !== null)).toEqual([]);
  }
  heldByNobodyElse(step);
  decidesNotAboutThemselves(step);
  saidAtOnce(step);
  meetsAtAnyTime(step);
  recordsWhole(step.outcome.round);
  clockRests(step);
}

/** The whole history gives the round, also from JSON, and moves only as the table says. */
export function holdsInHistory(history: readonly RoundEvent[]): void {
  const read: RoundEvent[] = JSON.parse(JSON.stringify(history));
  expect(read).toEqual(history);
  expect(replayRound(read)).toEqual(replayRound(history));
  let round: Round | null = null;
  let from: RoundState | null = null;
  for (const event of history) {
    round = evolveRound(round, event);
    const to = standing.stateOf(round, event.at);
    // What was said in the very instant of a take-over counts as said after it.
    const isUnordered = event.type === 'round_taken_over' && saidAt(round, event.at);
    const isKnown = from === null || from === to || isUnordered || isTransition(from, to);
    expect(isKnown ? null : `${from} to ${to}, by ${event.type}`).toBeNull();
    from = to;
  }
}

function saidAt(round: Round, at: number): boolean {
  return [...round.answers.values()].some((answer) => answer.at === at);
}

/** Invariants 1, 4, 5, 6, 8: what one event may change. */
function holdsForEvent(event: RoundEvent, before: Round, after: Round): void {
  if (before.ending) expect(AFTERWARDS.some((name) => event.type.startsWith(name))).toBe(true);
  for (const objection of standing.openObjections(before)) {
    const now = after.objections.find(({ id }) => id === objection.id);
    if (!now || !isOpen(now)) closedRightly(event, objection, after);
    else if (now.by !== objection.by) expect(isAdoptable(objection)).toBe(true);
  }
  textsStay(event, before, after);
  for (const [member, answer] of after.answers) {
    const isNew = before.answers.get(member) !== answer;
    if (answer.kind !== 'consent' || !isNew) continue;
    saidYes(event, member, after.step.kind === 'questions');
  }
  if (event.type === 'round_decided') decidedRightly(before, after);
  if (event.type === 'round_withdrawn') {
    expect([event.by, event.saidBy]).toContain(before.proposedBy);
  }
}

function closedRightly(event: RoundEvent, { by, ownerAwayAt }: Objection, after: Round): void {
  if (event.type === 'objection_lapsed_to_note') {
    expect(ownerAwayAt).not.toBeNull();
    // In the question step nobody was asked yet, so that there is nothing to be asked again.
    expect(event.asking === null).toBe(after.step.kind === 'questions');
    if (event.asking) expect(standing.heardFrom(after).heard).toBe(0);
    return;
  }
  expect(event.by).toBe(by);
  expect(OWNERS_SAYINGS).toContain(event.type);
}

/** A draft that nobody was asked about may change; a text that people answered does not. */
function textsStay(event: RoundEvent, before: Round, after: Round): void {
  if (before.step.kind !== 'questions') {
    const published = after.versions.slice(0, before.versions.length);
    expect(published.map(wordingOf)).toEqual(before.versions.map(wordingOf));
  }
  expect(wordingOf(currentVersion(after))).toMatchObject({ title: after.title });
  if (event.type !== 'version_published' || event.asking === null) return;
  expect(standing.heardFrom(after).heard).toBe(0);
  expect(after.answers).toEqual(before.answers);
  const ids = (round: Round) => standing.openObjections(round).map(({ id }) => id);
  expect(ids(after)).toEqual(ids(before));
}

/** A person said it, or was there when a meeting consented: nothing else makes a consent. */
function saidYes(event: RoundEvent, member: MemberId, isInQuestions: boolean): void {
  if (event.type === 'answers_begun') return;
  // There is no version yet to consent to.
  expect(isInQuestions).toBe(false);
  if (event.type === 'meeting_recorded') {
    expect(event.outcome).toBe('consented');
    expect(event.present).toContain(member);
    return;
  }
  expect(SAYS_YES).toContain(event.type);
  expect(event.by).toBe(member);
}

function decidedRightly(before: Round, after: Round): void {
  expect(standing.openObjections(before)).toEqual([]);
  expect(standing.openHolds(before)).toEqual([]);
  const required = standing.requiredMembers(before);
  expect(required.length).toBeGreaterThanOrEqual(2);
  const quiet = required.filter((id) => standing.countedAnswer(before, id) === null);
  for (const member of required.filter((id) => !quiet.includes(id))) {
    expect(standing.countedAnswer(before, member)?.kind).toBe('consent');
  }
  if (before.terms.silencePolicy === 'explicit') expect(quiet).toEqual([]);
  const record = decisionOf(after);
  expect(record && [...silentIn(record)].toSorted()).toEqual(quiet.toSorted());
}

/** Invariants 1, 2 and 4: whoever tries and however long, an objection waits for its owner. */
function heldByNobodyElse({ circle, outcome: { round, at } }: StepTaken): void {
  const open = standing.openObjections(round);
  if (round.ending || open.length === 0) return;
  for (const by of circle.members.keys()) {
    const decide = { type: 'decide', decisionNumber: 12, at, by } as const;
    expect(decideRound(round, decide, context(circle)).round.ending).toBeNull();
  }
  const later = decideRound(round, look(at + 400 * DAY), context(circle));
  expect(later.round.ending).toBeNull();
  for (const objection of open) {
    const then = later.round.objections.find(({ id }) => id === objection.id);
    if (then && isOpen(then)) continue;
    // Nobody could speak for it any more, and everyone was asked again (§2.6).
    expect(then?.noted).toMatchObject({ by: null });
    expect(ownerAbsence(objection, circle, later.at)).not.toBeNull();
  }
}

/** Whose place it is about is in no version's list, and nothing of the round's course is theirs. */
function decidesNotAboutThemselves({ outcome: { round, events } }: StepTaken): void {
  const removed = removedMember(round);
  if (removed === null) return;
  expect(round.asked.has(removed)).toBe(false);
  expect(round.answers.has(removed)).toBe(false);
  expect(round.objections.map(({ by }) => by)).not.toContain(removed);
  expect(round.proposedBy).not.toBe(removed);
  const theirs = events.filter(({ by }) => by === removed).map(({ type }) => type);
  expect(theirs.filter((type) => !MAY_STILL.has(type))).toEqual([]);
}

/** Asking, commenting, and new information afterwards. */
const MAY_STILL: ReadonlySet<RoundEvent['type']> = new Set<RoundEvent['type']>([
  'question_asked',
  'thought_given',
  'nothing_further_said',
  'talk_asked',
  'late_objection_raised',
]);

/** Invariants 3 and 10: what is answered stands at once, with who and for which version. */
function saidAtOnce({ command, outcome: { round, refused, events, at } }: StepTaken): void {
  if (refused || command.by === null) return;
  const { by, type } = command;
  if (type === 'object') {
    expect(standing.openObjectionOf(round, by)).toMatchObject({ harm: command.harm });
  }
  if (type === 'relay_answer' && command.said.kind === 'objection' && events.length > 0) {
    const known = round.relays.some(
      ({ id, relayedAt }) => id === command.relayId && relayedAt < at,
    );
    if (!known) expect(standing.openObjectionOf(round, command.member)).not.toBeNull();
  }
  if (type !== 'consent' && type !== 'object' && type !== 'ask_more_time') return;
  const answer = round.answers.get(by);
  expect(answer).toMatchObject({ member: by, versionNumber: expect.any(Number) });
  expect(answer?.atMeetingBy).toBeUndefined();
  expect(standing.countedAnswer(round, by)).toBe(answer);
}

/** Invariant 7, tried by one of the asked; while the clock stands only people come and go. */
function meetsAtAnyTime({ circle, outcome: { round, at } }: StepTaken): void {
  if (round.ending || round.pause?.kind === 'to_meeting') return;
  const asked = [...round.asked.keys()].filter((by) => isAskedIn(round, by));
  const by = asked[round.seq % Math.max(1, asked.length)];
  if (!by) return;
  const taken = decideRound(round, { type: 'to_meeting', note: null, at, by }, context(circle));
  expect(taken.refused).toBeNull();
  const later = decideRound(taken.round, look(at + 400 * DAY), context(circle));
  const goes = /^(?:member_|late_|proposer_|proposal_)/u;
  expect(later.events.filter(({ type }) => !goes.test(type))).toEqual([]);
  expect(later.round.pause?.kind).toBe('to_meeting');
}

/** Invariants 8 and 9. */
function recordsWhole(round: Round): void {
  if (round.ending) expect(['decided', 'withdrawn', 'void']).toContain(round.ending.kind);
  const record = decisionOf(round);
  if (round.ending?.kind !== 'decided') return expect(record).toBeNull();
  const { document, owner, reviewOn } = currentVersion(round);
  expect(record).toMatchObject({ document, owner, reviewOn });
  expect(owner).not.toBe('');
  expect(reviewOn).toMatch(/^\d{4}-\d\d-\d\d$/u);
}

/** The clock looked at twice is silent, and a timer that wakes always finds something to do. */
function clockRests({ circle, outcome: { round, at } }: StepTaken): void {
  expect(catchUp(round, { ...context(circle), now: at })).toEqual([]);
  let [now, current] = [at, round];
  for (let looks = 0; looks < 60; looks += 1) {
    const dueAt = nextDueAt(current, circle, now);
    if (dueAt === null) return;
    expect(dueAt).toBeGreaterThan(now);
    const { events, round: next } = decideRound(current, look(dueAt), context(circle));
    expect(events).not.toEqual([]);
    [now, current] = [dueAt, next];
  }
  expect.unreachable('The clock did not come to rest');
}

const wordingOf = ({ title, need, document, owner, reviewOn, link }: Version) => {
  return { title, need, document, owner, reviewOn, link };
};
