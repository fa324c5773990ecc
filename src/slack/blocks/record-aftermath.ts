import { isFacilitator } from '../../core/circle.ts';
import type { LateObjection } from '../../core/aftermath.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment } from '../../words/terms.ts';
import { lateSayings } from './aftermath-forms.ts';
import { aftermathSayings, pauseButton, raiseButton, unpauseButton } from './card-aftermath.ts';
import type { Decided } from './decision-record.ts';
import { fixedPart, textPart, type Part } from './fit.ts';
import { actions, section } from './kit.ts';

/** A pause stands above everything else in a record (docs/process.md §10 case 10). */
export function pausePart(decided: Decided, words: Words): Part[] {
  const { round, circle } = decided;
  if (!round.aftermath.paused) return [];
  const [paused] = aftermathSayings({ round, circle, now: round.aftermath.paused.at }, words);
  return paused ? [fixedPart(section(paused))] : [];
}

/** What was raised since, with its answers, and what the reader can do about the decision. */
export function aftermathParts(decided: Decided, words: Words): Part[] {
  const { round, circle, by } = decided;
  const { record } = words.aftermath;
  const zone = circle.settings.calendar.timeZone;
  const raised = round.aftermath.lateObjections.map((late) =>
    textPart(5, lateSaid(late, zone, words)),
  );
  const title = raised.length > 0 ? [fixedPart(section(record.title()))] : [];
  const mayPause = by !== undefined && (by === round.owner || isFacilitator(circle, by));
  const pause = round.aftermath.paused ? unpauseButton(round, words) : pauseButton(round, words);
  const raise = raiseButton(round, words);
  return [...title, ...raised, fixedPart(actions(mayPause ? [raise, pause] : [raise]))];
}

function lateSaid(late: LateObjection, zone: string, words: Words): Saying {
  const { record } = words.aftermath;
  const { answered } = late;
  return joined(
    [
      record.raised({ member: member(late.by), at: moment(late.raisedAt, zone) }),
      ...lateSayings(late, words),
      answered
        ? record.answered({
            member: member(answered.by),
            at: moment(answered.at, zone),
            said: answered.text,
          })
        : record.waits({ due: moment(late.dueAt, zone) }),
    ],
    '\n',
  );
}
