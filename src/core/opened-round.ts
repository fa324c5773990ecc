import { NO_AFTERMATH } from './aftermath.ts';
import { clearedMarks } from './clock-marks.ts';
import { stepAtOpening } from './question-step-history.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { askedOf, firstVersion } from './version-history.ts';

/** A round as its first event tells it (docs/process.md §2.1, §D14). */
export function opened(event: RoundEvent & { readonly type: 'round_opened' }): Round {
  const { type: _type, at, by, document: _document, asked: _asked, away: _away, ...frame } = event;
  if (!by) throw new Error('A round is opened by a person');
  const link = event.link ?? null;
  const askedFirst = askedOf(event, at);
  return {
    ...frame,
    ...NOTHING_YET,
    link,
    replacesDecision: event.replacesDecision ?? null,
    step: stepAtOpening(event),
    proposedBy: by,
    openedAt: at,
    versions: [firstVersion({ ...event, by, link })],
    asked: askedFirst,
    everAsked: new Set(askedFirst.keys()),
    asksLearning: event.asksLearning ?? false,
    marks: clearedMarks(at, frame.deadlineAt, at),
    lastChangeAt: at,
    seq: 1,
  };
}

/** What has not happened in any round that opens. */
const NOTHING_YET = {
  answers: new Map(),
  unansweredAt: new Map(),
  objections: [],
  questions: [],
  relays: [],
  askingWishes: [],
  standIns: [],
  helpAsked: new Map(),
  askedAgainAt: null,
  holds: [],
  holdsTaken: new Map(),
  extensions: [],
  shortened: null,
  pause: null,
  ending: null,
  voidWish: null,
  proposerGone: null,
  meetings: [],
  aftermath: NO_AFTERMATH,
  wasAway: [],
  lastMeetingAt: null,
  lastHeardAt: null,
} as const satisfies Partial<Round>;
