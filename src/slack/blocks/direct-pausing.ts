import type { Button } from '@slack/types';
import { textWanted } from '../../core/meeting.ts';
import { inQuestions } from '../../core/question-step.ts';
import type { PauseEvent } from '../../core/pause-event.ts';
import { whoResumes } from '../../core/pausing.ts';
import type { RoundEvent } from '../../core/round-event.ts';
import { openObjectionOf } from '../../core/standing.ts';
import { whyNot, type WayOn } from '../../core/ways-on.ts';
import { facilitatorsNamed } from '../../words/members.ts';
import { parkedStep } from '../../words/parked-step.ts';
import type { Saying } from '../../words/message.ts';
import { day, member, placeNamed } from '../../words/terms.ts';
import { actionIds, objectionValue } from '../ids.ts';
import type { DirectlyTold } from './direct-message.ts';
import { takenOverDirect } from './direct-taken-over.ts';
import { button } from './elements.ts';
import { unheardDirect } from './unheard-part.ts';

type ToldOf<Type extends PauseEvent['type']> = DirectlyTold & {
  readonly event: RoundEvent & { readonly type: Type };
};
type Pausing =
  | 'nobody_answered'
  | 'floor_missed'
  | 'round_parked'
  | 'round_woke'
  | 'meeting_recorded'
  | 'round_handed_on'
  | 'round_taken_over';

/** What one person hears of a pause, a meeting, or a round taken over (docs/process.md §2.1). */
export function pausingDirect(told: ToldOf<Pausing>): Saying[] {
  const { event, words } = told;
  const { direct } = words.pausing;
  const who = event.by ? member(event.by) : words.refusal.someFacilitator();
  switch (event.type) {
    case 'nobody_answered':
    case 'floor_missed':
      return unheardDirect({ ...told, event });
    case 'round_parked':
      return parked({ ...told, event }, who);
    case 'round_woke':
      return woke({ ...told, event });
    case 'meeting_recorded':
      return met({ ...told, event }, who);
    case 'round_handed_on': {
      const said = { kind: event.kind, to: placeNamed(event), member: who };
      return [direct.handedOn(said), direct.handedOnNext()];
    }
    case 'round_taken_over':
      return takenOverDirect({ ...told, event });
  }
}

function parked(told: ToldOf<'round_parked'>, by: Saying): Saying[] {
  const { event, words, to } = told;
  const { direct } = words;
  const until = day(event.untilOn);
  const who = member(event.who);
  return [
    event.who === to
      ? direct.parked({ member: by, until })
      : direct.parkedOther({ member: by, until, who }),
    direct.parkedStep({ step: event.nextStep }),
    may('resume', told) ? direct.parkedNext() : direct.parkedAsk({ people: resuming(told) }),
  ];
}

function may(way: WayOn, { event, round, circle, to }: DirectlyTold): boolean {
  return whyNot(way, round, { by: to, at: event.at, circle }) === null;
}

function resuming({ event, round, circle, words }: DirectlyTold): Saying {
  return facilitatorsNamed(whoResumes(round, circle, event.at), words);
}

/** Who took the step says how it went; who may go on hears what they can do (§2.1, `parked`). */
function woke(told: ToldOf<'round_woke'>): Saying[] {
  const { round, words, to } = told;
  const { direct } = words.pausing;
  const { pause } = round;
  if (pause?.kind !== 'parked') return [words.direct.changed()];
  const how = pause.who === to ? [] : [direct.wokeHow({ who: member(pause.who) })];
  const next = may('withdraw', told) ? direct.wokeBack() : direct.wokeNext();
  return [
    direct.woke({ step: parkedStep(pause, words) }),
    ...how,
    may('resume', told) ? next : direct.wokeAsk({ people: resuming(told) }),
  ];
}

function met({ event, round, words, to }: ToldOf<'meeting_recorded'>, who: Saying): Saying[] {
  const { direct } = words.pausing;
  if (event.outcome === 'new_text') {
    const isWanted = textWanted(round) !== null || inQuestions(round);
    const next = isWanted ? direct.newText() : direct.newTextThere();
    return [direct.metProposer({ member: who }), next];
  }
  if (openObjectionOf(round, to)) return [direct.metObjection({ member: who })];
  return round.answers.get(to)?.atMeetingBy
    ? [direct.met({ member: who })]
    : [direct.metProposer({ member: who })];
}

/** What the person can do about it at once. */
export function pausingActions(told: DirectlyTold): Button[] {
  const { event, round, words, to } = told;
  const { pausing } = words;
  const wayless = (actionId: string, label: Saying) => button({ actionId, label, value: round.id });
  const wayButton = (way: WayOn, actionId: string, label: Saying): Button[] =>
    may(way, told) ? [wayless(actionId, label)] : [];
  if (event.type === 'round_parked') {
    if (round.pause?.kind !== 'parked') return [];
    return wayButton('resume', actionIds.takeUp, pausing.takeUp());
  }
  if (event.type === 'round_woke') {
    if (round.pause?.kind !== 'parked') return [];
    return [
      ...wayButton('resume', actionIds.takeUp, pausing.takeUp()),
      ...wayButton('withdraw', actionIds.takeBack, pausing.takeBack()),
    ];
  }
  if (event.type !== 'meeting_recorded' || round.ending) return [];
  if (event.outcome === 'new_text') {
    // In the question step the text is a draft, which its proposer edits.
    if (inQuestions(round)) return [wayless(actionIds.editDraft, words.step.edit())];
    if (!textWanted(round)) return [];
    return wayButton('publish_next_version', actionIds.publishVersion, words.version.publish());
  }
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
