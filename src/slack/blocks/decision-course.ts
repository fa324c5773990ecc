import type { Circle } from '../../core/circle.ts';
import type { DecisionRecord } from '../../core/decision.ts';
import type { Extension, Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment } from '../../words/terms.ts';
import { textPart, type Part } from './fit.ts';

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
  const versions = round.versions.map(({ number: n, openedAt, publishedBy }) =>
    decision.version({ n, at: moment(openedAt, zone), member: member(publishedBy) }),
  );
  const sayings = [
    decision.course(),
    decision.opened({ at: moment(record.openedAt, zone), member: member(record.proposedBy) }),
    ...versions,
    ...record.extensions.map((one) => extensionSaid(one, zone, words)),
    decision.deadline({ deadline: moment(record.deadlineAt, zone) }),
    closedSaid(record, zone, words),
    decision.silence(),
  ];
  return [textPart(2, joined(sayings, '\n'))];
}

function extensionSaid(extension: Extension, zone: string, words: Words): Saying {
  const { at, by, deadlineAt, cause, reason } = extension;
  const moved = words.decision.extended({
    at: moment(at, zone),
    deadline: moment(deadlineAt, zone),
    cause,
    member: by ? member(by) : words.refusal.someFacilitator(),
  });
  return reason ? words.decision.extensionReason({ extension: moved, reason }) : moved;
}

function closedSaid({ decidedAt, closedBy }: DecisionRecord, zone: string, words: Words): Saying {
  const at = moment(decidedAt, zone);
  return closedBy
    ? words.decision.closedBy({ at, member: member(closedBy) })
    : words.decision.closedByCircle({ at });
}
