import type { Instant } from '../../core/calendar.ts';
import type { Circle } from '../../core/circle.ts';
import { closersOf } from '../../core/closing.ts';
import { circleFor } from '../../core/concern.ts';
import { waitsForOpening } from '../../core/opening.ts';
import { inQuestions } from '../../core/question-step.ts';
import type { ObjectionId } from '../../core/ids.ts';
import type { Ending, Round } from '../../core/round.ts';
import {
  closableFrom,
  heardFrom,
  openHolds,
  openObjections,
  silentMembers,
  standingOf,
  stateOf,
} from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import { closersSaid } from '../../words/explain-closers.ts';
import { explainPickUp } from '../../words/explain-ending.ts';
import { facilitatorsNamed, membersNamed } from '../../words/members.ts';
import { parkedStep } from '../../words/parked-step.ts';
import type { Saying } from '../../words/message.ts';
import { day, joined, member, moment, placeNamed } from '../../words/terms.ts';

/** A round with its circle, looked at now. */
export type RoundSeen = {
  readonly round: Round;
  readonly circle: Circle;
  readonly now: Instant;
  /** Links to the messages of open objections, as far as they are up. */
  readonly talks?: ReadonlyMap<ObjectionId, string>;
};

/** The number that members see: P-31. */
export function proposalNumber(round: Pick<Round, 'number'>, words: Words): Saying {
  return words.system.proposalNumber({ number: String(round.number) });
}

/** "*Open on Sundays* · P-31 · Bakery circle". */
export function roundName({ round, circle }: Omit<RoundSeen, 'now'>, words: Words): Saying {
  const number = proposalNumber(round, words);
  return words.resolve.round({ title: round.title, number, circle: circle.settings.name });
}

/** "Asking for consent · answer by Thu 5 June, 17:00 · heard from 4 of 7". Never a score (§D2). */
export function roundStanding({ round, circle, now }: RoundSeen, words: Words): Saying {
  const deadline = moment(round.deadlineAt, circle.settings.calendar.timeZone);
  const open = openObjections(round).length;
  if (inQuestions(round) && !round.ending) return standingInStep({ round, circle, now }, words);
  const isTimed = !round.pause && !round.ending;
  const due = now < round.deadlineAt ? words.resolve.answerBy : words.resolve.deadlineWas;
  return joined(
    [
      words.resolve.state({ state: stateOf(round, now) }),
      ...(isTimed ? [due({ deadline })] : []),
      words.resolve.heardFrom(heardFrom(round)),
      ...(open > 0 ? [words.resolve.openObjections({ n: open })] : []),
    ],
    ' · ',
  );
}

function standingInStep({ round, circle, now }: RoundSeen, words: Words): Saying {
  const { home } = words.step;
  const { untilAt, endedAt } = round.step;
  const zone = circle.settings.calendar.timeZone;
  const stepSaid = () => {
    if (waitsForOpening(round)) return words.opening.line();
    const isOpen = endedAt === null && untilAt !== null;
    return isOpen ? home.waits({ until: moment(untilAt, zone) }) : home.over();
  };
  const open = openObjections(round).length;
  return joined(
    [
      stepSaid(),
      ...(round.pause ? [words.resolve.state({ state: stateOf(round, now) })] : []),
      ...(open > 0 ? [words.resolve.openObjections({ n: open })] : []),
    ],
    ' · ',
  );
}

function nextInStep({ step }: Round, { opening, step: { home } }: Words): Saying {
  if (waitsForOpening({ step })) return opening.nextLine();
  return step.endedAt === null ? home.nextTalk() : home.nextReady();
}

/** What this round needs next, and who takes that step. Source: docs/process.md §2.1, §D2. */
export function nextStep(seen: RoundSeen, words: Words): Saying {
  const { round } = seen;
  if (inQuestions(round) && !round.pause) return nextInStep(round, words);
  const { next } = words.resolve;
  if (round.pause?.kind === 'to_meeting') return next.atMeeting();
  if (round.pause && 'to' in round.pause)
    return words.pausing.lineHandedOn({ to: placeNamed(round.pause) });
  if (round.pause) {
    const { who, untilOn } = round.pause;
    const step = parkedStep(round.pause, words);
    return next.parked({ step, who: member(who), until: day(untilOn) });
  }
  return round.proposerGone ? words.proposerLeft.next() : nextByAnswers(seen, words);
}

function nextByAnswers(seen: RoundSeen, words: Words): Saying {
  const { round, circle, now } = seen;
  const { next } = words.resolve;
  const zone = circle.settings.calendar.timeZone;
  switch (standingOf(round)) {
    case 'objected': {
      const objectors = openObjections(round).map(({ by }) => by);
      return next.objected({ members: membersNamed(objectors, words) });
    }
    case 'held': {
      const holders = openHolds(round).map((hold) => hold.member);
      return next.held({ members: membersNamed(holders, words) });
    }
    case 'too_few':
      return next.tooFew();
    case 'waiting': {
      const n = silentMembers(round).length;
      return now < round.deadlineAt ? next.consentOpen({ n }) : next.waiting({ n });
    }
    case 'enough': {
      const n = silentMembers(round).length;
      const from = closableFrom(round);
      if (now < from) return next.consentOpen({ n });
      return joined([words.silence.enoughNext({ n }), canClose(seen, words)]);
    }
    case 'consented': {
      const from = closableFrom(round);
      if (now < from) return next.heardTooEarly({ from: moment(from, zone) });
      return joined([next.ready(), canClose(seen, words)]);
    }
  }
}

function canClose({ round, circle, now }: RoundSeen, words: Words): Saying {
  const closers = closersOf(round, circleFor(round, circle), now);
  return closersSaid(closers, round.proposedBy, words);
}

/** How a round ended, who ended it and when: for somebody who comes too late (§10 case 7). */
export function endedAlready(
  { ending, circle, now }: Omit<RoundSeen, 'round'> & { readonly ending: Ending },
  words: Words,
): Saying {
  const at = moment(ending.at, circle.settings.calendar.timeZone);
  const by = ending.by && member(ending.by);
  if (ending.kind === 'void') return words.voiding.refusal.ended({ at });
  if (ending.kind === 'withdrawn') {
    const said = words.resolve.withdrawnAlready({ at, member: by ?? facilitatorsNamed([], words) });
    return joined([
      said,
      explainPickUp(ending, { zone: circle.settings.calendar.timeZone, now }, words),
    ]);
  }
  const number = words.system.decisionNumber({ number: String(ending.decisionNumber) });
  const closed = by
    ? words.resolve.closedAlready({ at, member: by, number })
    : words.resolve.closedAlone({ at, number });
  return joined([closed, words.resolve.seeRecord({ number })]);
}
