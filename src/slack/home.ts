import { addDays, dayOf } from '../core/calendar.ts';
import { circleFor } from '../core/concern.ts';
import { isFacilitator, type Circle } from '../core/circle.ts';
import { memberId, type MemberId } from '../core/ids.ts';
import { waitsForOpening } from '../core/opening.ts';
import { whyNotOpenAnswers } from '../core/opening-answers.ts';
import { inQuestions } from '../core/question-step.ts';
import { stepWaitsFor } from '../core/question-step-heard.ts';
import { currentVersion } from '../core/round.ts';
import { countedAnswer, openObjections, silentMembers, takesAnswers } from '../core/standing.ts';
import { objectorsAsked } from '../core/version-answer.ts';
import { voidConfirmers } from '../core/voiding.ts';
import { homeView, type HomeContent } from './blocks/home-view.ts';
import type { RoundSeen } from './blocks/round-line.ts';
import { decisionsFor } from './decisions-found.ts';
import { draftsFor } from './drafts.ts';
import type { Listeners } from './listener.ts';
import { circlesOf, openRoundsIn } from './open-rounds.ts';
import type { Services } from './services.ts';
import { faultNameOf } from './slack-error.ts';

/** Decisions are shown this long before their review day, and from then on. */
const LOOK_AGAIN_DAYS = 30;
/** The newest decisions that are looked through for their review day. */
const DECISIONS_LOOKED_AT = 500;

/** A person looks at their Home. */
export const homeListeners: Listeners = { events: { app_home_opened: onHomeOpened } };

async function onHomeOpened(
  event: Readonly<Record<string, unknown>>,
  services: Services,
): Promise<void> {
  const { tab, user } = event;
  if (tab !== 'home' || typeof user !== 'string') return;
  await showHome(memberId(user), services);
}

/**
 * Draws a person's Home as things stand now. Never throws: nothing hangs on it, and it is drawn
 * anew when they look next.
 */
export async function showHome(by: MemberId, services: Services): Promise<void> {
  try {
    await services.slack.publishHome(by, homeView(await contentFor(by, services)));
  } catch (error) {
    services.log.warn({ member: by, fault: faultNameOf(error) }, 'a Home could not be shown');
  }
}

async function contentFor(by: MemberId, services: Services): Promise<HomeContent> {
  const { words } = services;
  const now = services.now();
  const circles = await circlesOf(by, services);
  const rounds = await openRoundsIn(
    by,
    circles.map(({ id }) => id),
    services,
  );
  return {
    waiting: rounds.filter((seen) => waitsFor(by, seen)),
    mistakes: rounds.filter((seen) => mayAgreeToVoid(by, seen)),
    facilitating: rounds.filter(({ circle }) => isFacilitator(circle, by)),
    own: rounds.filter(({ round }) => round.proposedBy === by),
    objections: objectionsOf(by, rounds),
    drafts: await draftsFor(by, services),
    closingToday: rounds.filter((seen) => closesToday(by, seen)),
    by,
    circles: circles.map((circle) => ({
      circle,
      openRounds: rounds.filter(({ round }) => round.circleId === circle.id).length,
    })),
    decisionsDue: await decisionsDue(by, circles, services),
    now,
    words,
  };
}

function waitsFor(by: MemberId, { round, circle, now }: RoundSeen): boolean {
  if (inQuestions(round)) {
    const opens = waitsForOpening(round) && !whyNotOpenAnswers(round, { by, at: now, circle });
    return opens || stepWaitsFor(round, by);
  }
  return takesAnswers(round) && silentMembers(round).includes(by);
}

function mayAgreeToVoid(by: MemberId, { round, circle, now }: RoundSeen): boolean {
  return voidConfirmers(round, circleFor(round, circle), now).includes(by);
}

/** Whoever is asked whether a new version settles it comes first, then the newest version. */
function objectionsOf(by: MemberId, rounds: readonly RoundSeen[]): HomeContent['objections'] {
  const own = rounds.flatMap((seen) =>
    openObjections(seen.round)
      .filter((objection) => objection.by === by)
      .map((objection) => ({ ...seen, objection })),
  );
  const isAsked = ({ round }: RoundSeen) => (objectorsAsked(round).includes(by) ? 1 : 0);
  const openedAt = ({ round }: RoundSeen) => currentVersion(round).openedAt;
  return own.sort((a, b) => isAsked(b) - isAsked(a) || openedAt(b) - openedAt(a));
}

/** The day is the circle's own; a round at rest has no deadline that comes. */
function closesToday(by: MemberId, { round, circle, now }: RoundSeen): boolean {
  const { timeZone } = circle.settings.calendar;
  if (inQuestions(round) || !takesAnswers(round) || round.pause) return false;
  const isToday = dayOf(round.deadlineAt, timeZone) === dayOf(now, timeZone);
  return isToday && countedAnswer(round, by) !== null;
}

async function decisionsDue(
  by: MemberId,
  circles: readonly Circle[],
  services: Services,
): Promise<HomeContent['decisionsDue']> {
  const { teamId } = services;
  const now = services.now();
  const zones = new Map(circles.map(({ id, settings }) => [id, settings.calendar.timeZone]));
  const search = { teamId, circleIds: [...zones.keys()], words: [], limit: DECISIONS_LOOKED_AT };
  const found = await decisionsFor(by, circles, search, services);
  return found
    .map((line) => ({ ...line, zone: zones.get(line.circleId) ?? 'UTC' }))
    .filter(({ reviewOn, zone }) => reviewOn <= addDays(dayOf(now, zone), LOOK_AGAIN_DAYS))
    .sort((one, other) => (one.reviewOn < other.reviewOn ? -1 : 1));
}
