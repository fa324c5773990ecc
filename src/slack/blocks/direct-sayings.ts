import { isFacilitator } from '../../core/circle.ts';
import { isContested } from '../../core/closing.ts';
import { openHolds, openObjections, silentMembers, standingOf } from '../../core/standing.ts';
import type { RoundEvent, RoundEventType } from '../../core/round-event.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { day, member, moment } from '../../words/terms.ts';
import type { DirectlyTold } from './direct-message.ts';
import { proposalNumber } from './round-line.ts';

type ToldOf<Type extends RoundEventType> = DirectlyTold & {
  readonly event: RoundEvent & { readonly type: Type };
};

/** What happened, and what to do next, one idea each. Source: docs/process.md §D13, §2.4. */
export function directSayings(told: DirectlyTold): Saying[] {
  const { event, words } = told;
  switch (event.type) {
    case 'more_time_asked':
      return moreTime({ ...told, event });
    case 'objection_raised':
      return objection({ ...told, event });
    case 'member_excused':
      return excused({ ...told, event });
    case 'hold_ended': {
      const who = member(event.member);
      return [words.direct.holdEnded({ member: who }), words.direct.holdEndedNext()];
    }
    case 'deadline_passed':
      return deadline(told);
    case 'became_ready':
      return ready(told);
    case 'round_parked':
      return parked({ ...told, event });
    default:
      return [words.direct.changed()];
  }
}

function moreTime({ event, circle, words }: ToldOf<'more_time_asked'>): Saying[] {
  const { by, needs, untilAt } = event;
  const until = moment(untilAt, circle.settings.calendar.timeZone);
  return [
    words.direct.moreTime({ member: nameOf(by), until }),
    ...(needs === null ? [] : [words.direct.needs({ needs })]),
    words.direct.moreTimeNext(),
  ];
}

function objection({ event, circle, words, to }: ToldOf<'objection_raised'>): Saying[] {
  const { direct } = words;
  const { by, harm, effect, remedy } = event;
  const next = isFacilitator(circle, to)
    ? direct.objectionForFacilitator
    : direct.objectionForProposer;
  return [
    direct.objection({ member: nameOf(by) }),
    direct.harm({ said: harm }),
    direct.effect({ said: effect }),
    ...(remedy === null ? [] : [direct.remedy({ said: remedy })]),
    next({ member: nameOf(by) }),
  ];
}

function excused({ event, round, words }: ToldOf<'member_excused'>): Saying[] {
  const { direct } = words;
  const isOpen = openObjections(round).some(({ by }) => by === event.member);
  return [
    direct.excused({ member: member(event.member), reason: event.reason }),
    isOpen ? direct.excusedObjection() : direct.excusedConfirm(),
  ];
}

/** The round as it stands now: whoever answered in between is not asked about any more. */
function deadline({ round, words }: DirectlyTold): Saying[] {
  const { direct } = words;
  if (round.ending || round.pause) return [direct.changed()];
  switch (standingOf(round)) {
    case 'objected': {
      const objectors = openObjections(round).map(({ by }) => by);
      const next = direct.deadlineObjected({ members: membersNamed(objectors, words) });
      return [direct.deadline(), next];
    }
    case 'held': {
      const holders = openHolds(round).map((hold) => hold.member);
      const next = direct.deadlineHeld({ members: membersNamed(holders, words) });
      return [direct.deadline(), next];
    }
    case 'too_few':
      return [direct.deadline(), direct.deadlineTooFew()];
    case 'waiting':
      return [direct.deadline(), direct.deadlineWaiting({ n: silentMembers(round).length })];
    case 'consented':
      return [direct.ready(), direct.readyNext()];
  }
}

function ready({ round, words, to }: DirectlyTold): Saying[] {
  const { direct } = words;
  if (standingOf(round) !== 'consented' || round.ending || round.pause) return [direct.changed()];
  if (round.terms.closing === 'automatic') return [direct.ready(), direct.readyAutomatic()];
  const isOwn = round.proposedBy === to && isContested(round);
  return [direct.ready(), isOwn ? direct.readyOther() : direct.readyNext()];
}

function parked({ event, round, words }: ToldOf<'round_parked'>): Saying[] {
  const { by, nextStep: step, untilOn } = event;
  return [
    words.direct.parked({ member: nameOf(by), until: day(untilOn) }),
    words.direct.parkedStep({ step }),
    words.direct.parkedNext({ number: proposalNumber(round, words) }),
  ];
}

/** These are people's own deeds; none of them is done by the clock. */
function nameOf(by: RoundEvent['by']): Saying {
  if (by === null) throw new Error('This is never done by the clock');
  return member(by);
}
