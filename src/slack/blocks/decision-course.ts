import type { Circle } from '../../core/circle.ts';
import type { DecisionRecord } from '../../core/decision.ts';
import type { Meeting } from '../../core/meeting.ts';
import type { Extension, Hold, Round } from '../../core/round.ts';
import type { Version } from '../../core/version.ts';
import { versionWithBefore } from '../../core/version-changes.ts';
import { membersNamed } from '../../words/members.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment } from '../../words/terms.ts';
import { textPart, type Part } from './fit.ts';
import { silenceInRecord } from './silence-said.ts';
import { shorteningInRecord } from './urgency-part.ts';
import { changesSaid } from './version-diff.ts';

/** Places of each version's change that the record says one by one. */
const PLACES_MAX = 10;

/**
 * How a decided round went: opened, versions, every move of the deadline with its cause, who
 * closed it and when, and what silence meant. Source: docs/process.md §4.1.
 */
export function howItWent(
  record: DecisionRecord,
  { round, circle }: { readonly round: Round; readonly circle: Circle },
  words: Words,
): Part[] {
  const { decision } = words;
  const zone = circle.settings.calendar.timeZone;
  const versions = round.versions.flatMap((version) => versionSaid(version, round, zone, words));
  const sayings = [
    decision.course(),
    decision.opened({ at: moment(record.openedAt, zone), member: member(record.proposedBy) }),
    ...versions,
    ...record.extensions.map((one) => extensionSaid(one, zone, words)),
    ...round.holds.map((one) => holdSaid(one, zone, words)),
    ...round.meetings.map((one) => meetingSaid(one, zone, words)),
    decision.deadline({ deadline: moment(record.deadlineAt, zone) }),
    closedSaid(record, zone, words),
    ...silenceInRecord(record, words),
  ];
  return [textPart(2, joined(sayings, '\n'))];
}

/** A version and what it changed, place by place (docs/process.md §4.1). */
function versionSaid(version: Version, round: Round, zone: string, words: Words): Saying[] {
  const { number: n, openedAt, publishedBy, challenged, change } = version;
  const at = { n, at: moment(openedAt, zone), member: member(publishedBy) };
  const pair = versionWithBefore(round, n);
  if (!pair) return [words.decision.version(at)];
  const { record, challengedBy } = words.version;
  return [
    change === 'wording' || challenged ? record.wording(at) : record.substance(at),
    ...(challenged ? [challengedBy({ member: member(challenged.by) })] : []),
    ...changesSaid(pair, words, PLACES_MAX),
  ];
}

function meetingSaid(meeting: Meeting, zone: string, words: Words): Saying {
  const { at, by, present } = meeting;
  const people = membersNamed(present, words);
  return words.pausing.course({ at: moment(at, zone), by: member(by), people });
}

function extensionSaid(extension: Extension, zone: string, words: Words): Saying {
  const { at, by, deadlineAt, cause, reason } = extension;
  const isShortening = cause === 'urgency' || cause === 'given_back';
  const moved = isShortening
    ? shorteningInRecord({ ...extension, cause }, zone, words)
    : words.decision.extended({
        at: moment(at, zone),
        deadline: moment(deadlineAt, zone),
        cause,
        member: by ? member(by) : words.refusal.someFacilitator(),
      });
  return reason ? words.decision.extensionReason({ extension: moved, reason }) : moved;
}

function holdSaid({ member: who, at, untilAt, isRenewal }: Hold, zone: string, words: Words) {
  const { held, heldAgain } = words.decision;
  const said = isRenewal ? heldAgain : held;
  return said({ at: moment(at, zone), member: member(who), until: moment(untilAt, zone) });
}

function closedSaid({ decidedAt, closedBy }: DecisionRecord, zone: string, words: Words): Saying {
  const at = moment(decidedAt, zone);
  return closedBy
    ? words.decision.closedBy({ at, member: member(closedBy) })
    : words.decision.closedByCircle({ at });
}
