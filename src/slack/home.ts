import { addDays, dayOf } from '../core/calendar.ts';
import { isFacilitator, type Circle } from '../core/circle.ts';
import { memberId, type MemberId } from '../core/ids.ts';
import { waitsForOpening } from '../core/opening.ts';
import { whyNotOpenAnswers } from '../core/opening-answers.ts';
import { inQuestions } from '../core/question-step.ts';
import { stepWaitsFor } from '../core/question-step-heard.ts';
import { silentMembers, takesAnswers } from '../core/standing.ts';
import { homeView, type HomeContent } from './blocks/home-view.ts';
import type { RoundSeen } from './blocks/round-line.ts';
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
    circles.map(({ id }) => id),
    services,
  );
  return {
    waiting: rounds.filter((seen) => waitsFor(by, seen)),
    facilitating: rounds.filter(({ circle }) => isFacilitator(circle, by)),
    own: rounds.filter(({ round }) => round.proposedBy === by),
    circles: circles.map((circle) => ({
      circle,
      openRounds: rounds.filter(({ round }) => round.circleId === circle.id).length,
    })),
    decisionsDue: await decisionsDue(circles, services),
    now,
    words,
  };
}

function waitsFor(by: MemberId, { round, circle, now }: RoundSeen): boolean {
  if (waitsForOpening(round)) return whyNotOpenAnswers(round, { by, at: now, circle }) === null;
  if (inQuestions(round)) return stepWaitsFor(round, by);
  return takesAnswers(round) && silentMembers(round).includes(by);
}

async function decisionsDue(
  circles: readonly Circle[],
  services: Services,
): Promise<HomeContent['decisionsDue']> {
  const { store, teamId } = services;
  const now = services.now();
  const zones = new Map(circles.map(({ id, settings }) => [id, settings.calendar.timeZone]));
  const found = await store.findDecisions({
    teamId,
    circleIds: [...zones.keys()],
    words: [],
    limit: DECISIONS_LOOKED_AT,
  });
  return found
    .map((line) => ({ ...line, zone: zones.get(line.circleId) ?? 'UTC' }))
    .filter(({ reviewOn, zone }) => reviewOn <= addDays(dayOf(now, zone), LOOK_AGAIN_DAYS))
    .sort((one, other) => (one.reviewOn < other.reviewOn ? -1 : 1));
}
