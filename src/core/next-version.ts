import { workingDaysAfter, type Calendar, type Instant } from './calendar.ts';
import { peopleToAsk } from './askable.ts';
import { absenceOf, isFacilitator, isFullMember, type Circle } from './circle.ts';
import { handedOnAlready } from './handing-on.ts';
import type { MemberId, ObjectionId } from './ids.ts';
import { parkedAlready } from './pausing.ts';
import { checkWording } from './proposal.ts';
import { ownerConcerned } from './proposal-terms.ts';
import { currentVersion, type Round } from './round.ts';
import type { OnBehalf, VersionChange, Wording } from './version.ts';
import type { RoundEvent } from './round-event.ts';
import type { RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { openObjections } from './standing.ts';
import { changesBetween } from './version-changes.ts';
import type { Asking } from './version-event.ts';

/** Working days in which people look at a new version (docs/process.md §2.2). */
export const RECONSENT_WORKING_DAYS = 3;
/** Versions of substance that may follow each other without a meeting (docs/process.md §D7). */
export const VERSIONS_IN_ONE_GO = 3;

/** Somebody publishes what the proposal says next (docs/process.md §2.6). */
export type PublishCommand = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly type: 'publish_next_version';
  /** The version that the form was opened on: whoever comes second is told so. */
  readonly basedOn: number;
  readonly change: VersionChange;
  readonly wording: Wording;
  readonly answersObjections: readonly ObjectionId[];
  /** The linked document changed: that is a change of substance, whatever was ticked (§10-12). */
  readonly linkedDocumentChanged: boolean;
  /** A facilitator says that the proposer agrees; it is recorded. */
  readonly proposerAgrees: boolean;
};

type Actor = { readonly by: MemberId; readonly at: Instant; readonly circle: Circle };

/**
 * What stands in the way of this person publishing a next version, or null. It is the proposer's;
 * a facilitator may with the proposer's agreement, or while the proposer is away or has left.
 *
 * Source: docs/process.md §3, §D7.
 */
export function whyNotPublish(round: Round, { by, circle }: Actor): RoundRefusal | null {
  const { proposedBy: proposer } = round;
  const elsewhere = parkedAlready(round) ?? handedOnAlready(round);
  if (elsewhere) return elsewhere;
  if (by !== proposer && !isFacilitator(circle, by)) {
    const facilitators = circle.facilitators.filter((id) => id !== proposer);
    return { code: 'not_publisher', proposer, facilitators };
  }
  if (versionsInOneGo(round) < VERSIONS_IN_ONE_GO) return null;
  return { code: 'too_many_versions', max: VERSIONS_IN_ONE_GO };
}

/**
 * Decides the next version. A change of substance asks everybody who is in the circle now, in a
 * window of its own; a change of wording leaves answers and deadline as they are.
 *
 * Refusals beside `whyNotPublish`: another version came first; the proposer has not agreed; the
 * form lacks something; nothing changed; what changed is substance; fewer than two can answer.
 *
 * Source: docs/process.md §D6, §D8, §2.2, §2.6, §10 cases 11 and 12.
 */
export function decideNextVersion(
  round: Round,
  command: PublishCommand,
  circle: Circle,
): Ruling<RoundEvent, RoundRefusal> {
  const { at, by, linkedDocumentChanged } = command;
  const wording = tidied(command.wording);
  const onBehalf = onBehalfOf(round, command, circle);
  const refused =
    whyNotPublish(round, { by, at, circle }) ??
    whyNotFirst(round, command) ??
    whyNotAgreed(round, by, onBehalf) ??
    whyNotThis(round, { ...command, wording }, circle);
  if (refused) return { refused };

  const change = linkedDocumentChanged ? 'substance' : command.change;
  const asking = change === 'substance' ? askingAnew(circle, at) : null;
  if (asking && asking.asked.length < 2) return { refused: { code: 'too_few_able' } };
  const open = new Set(openObjections(round).map(({ id }) => id));
  return {
    events: [
      {
        type: 'version_published',
        number: round.versions.length + 1,
        change,
        ...wording,
        answersObjections: command.answersObjections.filter((id) => open.has(id)),
        onBehalf,
        linkedDocumentChanged,
        asking,
        at,
        by,
      },
    ],
  };
}

/** Versions of substance since the round last went to a meeting (docs/process.md §D7). */
export function versionsInOneGo({ versions, lastMeetingAt }: Round): number {
  const from = lastMeetingAt ?? 0;
  return versions.filter(({ change, askedAt }) => change === 'substance' && askedAt >= from).length;
}

/** Who is asked about a text that is new to everybody, and until when (§2.2, §2.7). */
export function askingAnew(circle: Circle, at: Instant): Asking {
  const deadlineAt = reconsentDeadline(at, circle.settings.calendar);
  return { ...peopleToAsk(circle, at), deadlineAt };
}

/**
 * 17:00 on the third working day, which is never less than 48 hours (docs/process.md §2.2): so an
 * objection that is settled late always leaves three working days.
 */
export function reconsentDeadline(at: Instant, calendar: Calendar): Instant {
  return workingDaysAfter(at, RECONSENT_WORKING_DAYS, calendar);
}

/** True where a facilitator need not ask the proposer: away, without an account, or gone (§3). */
export function isProposerAway(round: Round, circle: Circle, at: Instant): boolean {
  const { proposedBy } = round;
  return !isFullMember(circle, proposedBy) || absenceOf(circle, proposedBy, at) !== null;
}

function onBehalfOf(round: Round, command: PublishCommand, circle: Circle): OnBehalf | null {
  if (command.by === round.proposedBy) return null;
  if (isProposerAway(round, circle, command.at)) return 'away';
  return command.proposerAgrees ? 'agreed' : null;
}

function whyNotAgreed(round: Round, by: MemberId, onBehalf: OnBehalf | null): RoundRefusal | null {
  const { proposedBy: proposer } = round;
  if (by === proposer || onBehalf) return null;
  return { code: 'proposer_agreement_missing', proposer };
}

/** Of two people who publish at once the first one wins; the other keeps what they wrote. */
function whyNotFirst(round: Round, { basedOn }: PublishCommand): RoundRefusal | null {
  const { number, publishedBy } = currentVersion(round);
  return basedOn === number ? null : { code: 'version_newer', number, by: publishedBy };
}

function whyNotThis(round: Round, command: PublishCommand, circle: Circle): RoundRefusal | null {
  const { wording, at, change, linkedDocumentChanged } = command;
  const problems = checkWording(circle, wording, at);
  problems.push(...ownerConcerned(round.terms.concerns ?? null, wording.owner));
  if (linkedDocumentChanged && wording.link === null) {
    problems.push({ field: 'link', code: 'field_missing' });
  }
  if (problems.length > 0) return { code: 'version_incomplete', problems };
  const changed = changesBetween(currentVersion(round), wording).map(({ field }) => field);
  const isFormatted = isFormattedAnew(round, wording);
  if (changed.length === 0 && !linkedDocumentChanged && !isFormatted) {
    return { code: 'nothing_changed' };
  }
  const isMore = changed.some((field) => !WORDED.has(field));
  return change === 'wording' && isMore && !linkedDocumentChanged
    ? { code: 'change_is_substance' }
    : null;
}

/** What can be said more clearly; who, when and which document is always substance (§2.6). */
const WORDED: ReadonlySet<string> = new Set(['title', 'need', 'proposal']);

function isFormattedAnew(round: Round, { document }: Wording): boolean {
  return JSON.stringify(currentVersion(round).document) !== JSON.stringify(document);
}

function tidied(wording: Wording): Wording {
  const { title, need, link, document, owner, reviewOn } = wording;
  const address = link?.trim() || null;
  return { title: title.trim(), need: need.trim(), link: address, document, owner, reviewOn };
}
