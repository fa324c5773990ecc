import { answered, by, changedAt } from './answer-history.ts';
import type { Instant } from './calendar.ts';
import type { MemberId } from './ids.ts';
import { clearedMarks } from './clock-marks.ts';
import { waitedForAnew } from './objection-history.ts';
import { currentVersion } from './round.ts';
import type { Asked, Round } from './round.ts';
import type { Version, Wording } from './version.ts';
import type { RoundEvent } from './round-event.ts';
import type { Asking, VersionEvent } from './version-event.ts';

type EventOf<Type extends VersionEvent['type']> = RoundEvent & { type: Type };

/**
 * The round after something happened to its text. Answers to earlier versions stay where they
 * are; whether they count for the current one is in `standing.ts`.
 *
 * Source: docs/process.md §D6, §2.6.
 */
export function versioned(round: Round, event: EventOf<VersionEvent['type']>): Round {
  switch (event.type) {
    case 'version_published':
      return published(round, event);
    case 'wording_challenged':
      return challenged(round, event);
    case 'wording_stood':
      return stood(round, event);
    case 'objection_stands': {
      const { objectionId, versionNumber, at } = event;
      const objections = round.objections.map((objection) =>
        objection.id === objectionId
          ? { ...objection, standsOnVersion: versionNumber, quietSinceAt: at, contactedAt: [] }
          : objection,
      );
      return { ...answered(round, event, { kind: 'objection' }), objections };
    }
  }
}

function published(round: Round, event: EventOf<'version_published'>): Round {
  const { type: _type, at, by: _by, asking, ...said } = event;
  const { title, need, owner, reviewOn, link } = said;
  const version: Version = {
    ...said,
    openedAt: at,
    askedAt: asking ? at : currentVersion(round).askedAt,
    publishedBy: by(event),
    challenged: null,
    stoodAt: null,
  };
  const versions = [...round.versions, version];
  const after = changedAt(event, { ...round, title, need, owner, reviewOn, link, versions });
  return asking ? askedAnew(after, asking, at) : after;
}

function stood(round: Round, { number, at }: EventOf<'wording_stood'>): Round {
  const versions = round.versions.map((version): Version =>
    version.number === number ? { ...version, stoodAt: at } : version,
  );
  return { ...round, versions };
}

function challenged(round: Round, event: EventOf<'wording_challenged'>): Round {
  const { number, asking, at } = event;
  const versions = round.versions.map((version): Version =>
    version.number === number
      ? { ...version, change: 'substance', askedAt: at, challenged: { by: by(event), at } }
      : version,
  );
  return askedAnew(changedAt(event, { ...round, versions }), asking, at);
}

/** A new window for whoever is in the circle now; earlier holds have ended (§2.2, §2.6). */
export function askedAnew(round: Round, asking: Asking, at: Instant): Round {
  return {
    ...round,
    asked: askedOf(asking, at),
    asksLearning: asking.asksLearning ?? false,
    deadlineAt: asking.deadlineAt,
    holdsTaken: new Map(),
    marks: clearedMarks(at, asking.deadlineAt, at),
    pause: null,
    objections: waitedForAnew(round.objections, at),
  };
}

/** The text with which a round opens (docs/process.md §2.1). */
export function firstVersion(
  opened: Wording & { readonly at: Instant; readonly by: MemberId },
): Version {
  const { title, need, document, owner, reviewOn, link, at } = opened;
  return {
    ...{ title, need, document, owner, reviewOn, link },
    number: 1,
    change: 'substance',
    openedAt: at,
    askedAt: at,
    publishedBy: opened.by,
    onBehalf: null,
    answersObjections: [],
    linkedDocumentChanged: false,
    challenged: null,
    stoodAt: null,
  };
}

/** Whom a version asks, with those who are away excused from the moment it opens (§2.7). */
export function askedOf(
  { asked, away }: Pick<Asking, 'asked' | 'away'>,
  at: Instant,
): Map<MemberId, Asked> {
  const here = asked.map((member) => ({ member, excused: null }));
  const excused = away.map(({ member, reason }) => ({ member, excused: { reason, at } }));
  return new Map([...here, ...excused].map((one) => [one.member, one]));
}
