import { isFacilitator } from '../../core/circle.ts';
import { isContested } from '../../core/closing.ts';
import { isObjectionWork } from '../../core/objection-event.ts';
import { supersededBy } from '../../core/replacing.ts';
import { isAboutProposer } from '../../core/proposer-event.ts';
import { mayClose, openHolds, openObjections } from '../../core/standing.ts';
import { silentMembers, standingOf } from '../../core/standing.ts';
import type { RoundEvent, RoundEventType } from '../../core/round-event.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { member, moment } from '../../words/terms.ts';
import { forceSaid } from './aftermath-forms.ts';
import { pausingDirect } from './direct-pausing.ts';
import { aftermathDirect } from './direct-aftermath.ts';
import { objectionDirect, standsDirect } from './direct-objection.ts';
import type { DirectlyTold } from './direct-message.ts';
import { concernDirect } from './concern-part.ts';
import { askingDirect } from './direct-asking.ts';
import { stepDirect } from './direct-step.ts';
import { relayDirect } from './direct-relay.ts';
import { proposerDirect } from './proposer-part.ts';
import { voidDirect } from './void-part.ts';
import { enoughSaid } from './silence-said.ts';

type ToldOf<Type extends RoundEventType> = DirectlyTold & {
  readonly event: RoundEvent & { readonly type: Type };
};

/** What happened, and what to do next, one idea each. Source: docs/process.md §D13, §2.4. */
export function directSayings(told: DirectlyTold): Saying[] {
  const { event, words } = told;
  if (isObjectionWork(event)) return objectionDirect({ ...told, event });
  if (isAboutProposer(event)) return proposerDirect({ ...told, event });
  switch (event.type) {
    case 'round_opened':
    case 'round_withdrawn':
      return concernDirect(told);
    case 'void_asked':
    case 'void_taken_back':
    case 'round_voided':
      return voidDirect(told);
    case 'asking_wished':
    case 'member_added_to_round':
      return askingDirect(told);
    case 'answer_relayed':
    case 'relay_confirmed':
    case 'relay_denied':
      return relayDirect({ ...told, event });
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
    case 'was_away':
      return wasAway({ ...told, event });
    case 'question_asked':
    case 'question_answered':
    case 'opening_asked':
    case 'opening_idle':
    case 'question_step_ended':
    case 'question_step_idle':
      return stepDirect(told);
    case 'deadline_passed':
      return deadline(told);
    case 'became_ready':
      return ready(told);
    case 'wording_challenged':
      return [words.version.direct.challenged({ member: nameOf(event.by) })];
    case 'objection_stands':
      return standsDirect({ ...told, event });
    case 'round_parked':
    case 'nobody_answered':
    case 'floor_missed':
    case 'round_woke':
    case 'meeting_recorded':
    case 'round_handed_on':
    case 'round_taken_over':
      return pausingDirect({ ...told, event });
    case 'late_objection_raised':
    case 'late_objection_reminded':
    case 'late_objection_answered':
    case 'round_reopened':
    case 'decision_paused':
      return aftermathDirect({ ...told, event });
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
  const { reason } = event;
  const who = member(event.member);
  if (reason === 'own_wish') {
    const why = event.why ?? '';
    return [words.asking.leftOutNotice({ member: who, why }), words.asking.leftOutNext()];
  }
  const isOpen = openObjections(round).some(({ by }) => by === event.member);
  return [
    direct.excused({ member: who, reason }),
    isOpen ? direct.excusedObjection() : direct.excusedConfirm(),
  ];
}

function wasAway({ event, round, words }: ToldOf<'was_away'>): Saying[] {
  const { away } = words.silence;
  const { note } = event;
  const number = round.ending?.kind === 'decided' ? String(round.ending.decisionNumber) : '';
  return [
    away.told({ member: nameOf(event.by) }),
    ...(note === null ? [] : [away.threadNote({ note })]),
    supersededBy(round)
      ? forceSaid(round, words)
      : away.toldNext({ number: words.system.decisionNumber({ number }) }),
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
    case 'enough':
      return [enoughSaid(round, words) ?? direct.ready(), direct.readyNext()];
    case 'consented':
      return [direct.ready(), direct.readyNext()];
  }
}

function ready({ round, words, to }: DirectlyTold): Saying[] {
  const { direct } = words;
  const standing = standingOf(round);
  if (!mayClose(standing) || round.ending || round.pause) return [direct.changed()];
  const isReady = (standing === 'enough' ? enoughSaid(round, words) : null) ?? direct.ready();
  if (round.terms.closing === 'automatic') return [isReady, direct.readyAutomatic()];
  const isOwn = round.proposedBy === to && isContested(round);
  return [isReady, isOwn ? direct.readyOther() : direct.readyNext()];
}

/** These are people's own deeds; none of them is done by the clock. */
function nameOf(by: RoundEvent['by']): Saying {
  if (by === null) throw new Error('This is never done by the clock');
  return member(by);
}
