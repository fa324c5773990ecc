import { activeFacilitators } from '../../core/circle.ts';
import { adoptionEndsAt, ownerAbsence } from '../../core/objection-clock.ts';
import { isAdoptable } from '../../core/objection-work.ts';
import { inQuestions, wasDraft } from '../../core/question-step.ts';
import type { Ending } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment } from '../../words/terms.ts';
import type { ObjectionSeen } from './objection-seen.ts';

/**
 * How an objection stands and who takes the next step, in words that neither press its owner nor
 * call it an obstacle. Source: docs/process.md §2.6, §9.
 */
export function objectionState(seen: ObjectionSeen, words: Words): Saying {
  const closed = closedState(seen, words);
  if (closed) return closed;
  const { round, objection } = seen;
  if (round.ending) return endedState(round.ending, words);
  if (round.pause?.kind === 'parked') {
    return joined([words.objectionCard.open(), words.objectionCard.atRest()]);
  }
  return (
    awayState(seen, words) ?? (isAdoptable(objection) ? silent(seen, words) : open(seen, words))
  );
}

function closedState({ round, objection, circle }: ObjectionSeen, words: Words): Saying | null {
  const { settled, takenBackAt, noted, by } = objection;
  const { objectionCard, stepObjection } = words;
  const at = (instant: number) => moment(instant, circle.settings.calendar.timeZone);
  const owner = member(by);
  if (settled && wasDraft(round, settled.at)) {
    return stepObjection.settled({ owner, at: at(settled.at) });
  }
  if (settled) {
    return objectionCard.settled({ version: settled.versionNumber, owner, at: at(settled.at) });
  }
  if (takenBackAt !== null) return objectionCard.takenBack({ owner, at: at(takenBackAt) });
  if (!noted) return null;
  const lapsed = wasDraft(round, noted.at) ? stepObjection.lapsed : objectionCard.lapsed;
  const said = noted.by
    ? objectionCard.noted({ owner, at: at(noted.at) })
    : lapsed({ at: at(noted.at) });
  return joined([said, objectionCard.watch({ note: noted.note })], '\n');
}

function awayState({ round, objection, circle, now }: ObjectionSeen, words: Words): Saying | null {
  const endsAt = adoptionEndsAt(objection, circle);
  const reason = ownerAbsence(objection, circle, now);
  if (endsAt === null || !reason) return null;
  const until = moment(endsAt, circle.settings.calendar.timeZone);
  const said = words.objectionCard.away({ owner: member(objection.by), reason, until });
  const { awayThen } = inQuestions(round) ? words.stepObjection : words.objectionCard;
  return joined([said, awayThen()], '\n');
}

function silent({ objection }: ObjectionSeen, words: Words): Saying {
  return words.objectionCard.silent({ owner: member(objection.by) });
}

function open({ objection, circle, now }: ObjectionSeen, words: Words): Saying {
  const { objectionCard } = words;
  const owner = member(objection.by);
  const others = activeFacilitators(circle, now).filter((one) => one !== objection.by);
  const next =
    others.length > 0
      ? objectionCard.next({ facilitators: membersNamed(others, words), owner })
      : objectionCard.nextAlone({ owner });
  return joined([objectionCard.open(), next], '\n');
}

/** A round with an open objection ends only by being taken back; others read as they are. */
function endedState(ending: Ending, { objectionCard, system, voiding }: Words): Saying {
  if (ending.kind === 'void') return voiding.objection();
  if (ending.kind === 'withdrawn') return objectionCard.endedWithdrawn();
  const number = system.decisionNumber({ number: String(ending.decisionNumber) });
  return objectionCard.ended({ number });
}
