import type { Button } from '@slack/types';
import { keepersOf } from '../../core/standing-in.ts';
import type { PauseEvent } from '../../core/pause-event.ts';
import type { RoundEvent } from '../../core/round-event.ts';
import { openObjectionOf } from '../../core/standing.ts';
import { whyNot, type WayOn } from '../../core/ways-on.ts';
import { facilitatorsNamed } from '../../words/members.ts';
import { parkedStep } from '../../words/parked-step.ts';
import type { Saying } from '../../words/message.ts';
import { member, moment } from '../../words/terms.ts';
import { actionIds, objectionValue } from '../ids.ts';
import type { DirectlyTold } from './direct-message.ts';
import { button } from './elements.ts';
import { proposalNumber } from './round-line.ts';
import { unheardDirect } from './unheard-part.ts';

type ToldOf<Type extends PauseEvent['type']> = DirectlyTold & {
  readonly event: RoundEvent & { readonly type: Type };
};
type Pausing =
  | 'nobody_answered'
  | 'floor_missed'
  | 'round_woke'
  | 'meeting_recorded'
  | 'round_handed_on'
  | 'round_taken_over';

/** What one person hears of a pause, a meeting, or a round taken over (docs/process.md §2.1). */
export function pausingDirect(told: ToldOf<Pausing>): Saying[] {
  const { event, circle, words } = told;
  const { direct } = words.pausing;
  const who = event.by ? member(event.by) : words.refusal.someFacilitator();
  switch (event.type) {
    case 'nobody_answered':
    case 'floor_missed':
      return unheardDirect({ ...told, event });
    case 'round_woke':
      return woke({ ...told, event });
    case 'meeting_recorded':
      return met({ ...told, event }, who);
    case 'round_handed_on': {
      const { kind, to } = event;
      return [direct.handedOn({ kind, to, member: who }), direct.handedOnNext()];
    }
    case 'round_taken_over': {
      const deadline = moment(event.asking.deadlineAt, circle.settings.calendar.timeZone);
      return [direct.takenOver({ member: who }), direct.takenOverNext({ deadline })];
    }
  }
}

function woke({ event, round, circle, words, to }: ToldOf<'round_woke'>): Saying[] {
  const { direct } = words.pausing;
  const { pause } = round;
  if (pause?.kind !== 'parked') return [words.direct.changed()];
  const mayResume = whyNot('resume', round, { by: to, at: event.at, circle }) === null;
  const facilitators = facilitatorsNamed(keepersOf(round, circle, event.at), words);
  return [
    direct.woke({ step: parkedStep(pause, words) }),
    mayResume ? direct.wokeNext() : direct.wokeAsk({ facilitators }),
  ];
}

function met({ event, round, words, to }: ToldOf<'meeting_recorded'>, who: Saying): Saying[] {
  const { direct } = words.pausing;
  if (event.outcome === 'new_text') {
    const number = proposalNumber(round, words);
    return [direct.metProposer({ member: who }), direct.newText({ number })];
  }
  if (openObjectionOf(round, to)) return [direct.metObjection({ member: who })];
  return round.answers.get(to)?.atMeetingBy
    ? [direct.met({ member: who })]
    : [direct.metProposer({ member: who })];
}

/** What the person can do about it at once. */
export function pausingActions({ event, round, circle, words, to }: DirectlyTold): Button[] {
  const { pausing } = words;
  const wayButton = (way: WayOn, actionId: string, label: Saying): Button[] => {
    if (whyNot(way, round, { by: to, at: event.at, circle })) return [];
    return [button({ actionId, label, value: round.id })];
  };
  if (event.type === 'round_woke') {
    if (round.pause?.kind !== 'parked') return [];
    return [
      ...wayButton('resume', actionIds.takeUp, pausing.takeUp()),
      ...wayButton('withdraw', actionIds.takeBack, pausing.takeBack()),
    ];
  }
  if (event.type !== 'meeting_recorded' || round.ending) return [];
  const own = openObjectionOf(round, to);
  if (own) {
    const value = objectionValue.seal(round.id, own.id);
    const settles = words.objection.settle();
    return [button({ actionId: actionIds.settleObjection, label: settles, value })];
  }
  if (!round.answers.get(to)?.atMeetingBy) return [];
  const label = words.answer.change();
  return [button({ actionId: actionIds.changeAnswer, label, value: round.id })];
}
