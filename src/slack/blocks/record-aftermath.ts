import { isFacilitator } from '../../core/circle.ts';
import type { LateObjection } from '../../core/aftermath.ts';
import { supersededBy } from '../../core/replacing.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment } from '../../words/terms.ts';
import { lateSayings } from './aftermath-forms.ts';
import {
  aftermathSayings,
  pauseButton,
  pauseOf,
  raiseButton,
  unpauseButton,
} from './card-aftermath.ts';
import { correctButtons, correctionsPart } from './correcting-part.ts';
import type { Decided } from './decision-record.ts';
import { fixedPart, textPart, type Part } from './fit.ts';
import { actions, section } from './kit.ts';
import { lookAgainButtons, supersededSayings } from './replaced-part.ts';

/** What took its place, and a pause, stand above all else in a record (§10 cases 10 and 16). */
export function pausePart(decided: Decided, words: Words): Part[] {
  const { round, circle } = decided;
  const superseded = supersededSayings(decided, words).map((said) => fixedPart(section(said)));
  const pause = pauseOf(round);
  if (!pause) return superseded;
  const [paused] = aftermathSayings({ round, circle, now: pause.at }, words);
  return paused ? [...superseded, fixedPart(section(paused))] : superseded;
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
  const isCarer = by !== undefined && (by === round.owner || isFacilitator(circle, by));
  const mayPause = isCarer && !supersededBy(round);
  const pause = round.aftermath.paused ? unpauseButton(round, words) : pauseButton(round, words);
  const raise = raiseButton(round, words);
  const again = lookAgainButtons(round, words);
  const now = round.ending?.at ?? round.openedAt;
  const correct = correctButtons({ round, circle, now }, by, words);
  const buttons = [raise, ...again, ...(mayPause ? [pause] : []), ...correct] as const;
  const corrections = correctionsPart(round, zone, words);
  return [...corrections, ...title, ...raised, fixedPart(actions(buttons))];
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
