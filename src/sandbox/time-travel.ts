import type { Instant } from '../core/calendar.ts';
import { nextDueAt } from '../core/clock.ts';
import type { Round } from '../core/round.ts';
import type { Running } from './running.ts';

/** More stops than this on one way would be a clock that never arrives. */
const MOST_STOPS = 400;
/** What is due sooner than this waits for its turn to be sent, not for the clock. */
const SENDING_PACE_MS = 5_000;

/**
 * Moves the clock of the sandbox on to `target` (epoch milliseconds). It stops wherever a round or
 * a message is due, so that everything happens at its own time and not all at the end.
 */
export async function moveTo(running: Running, target: Instant): Promise<void> {
  const { slack, program } = running;
  await program.drain();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    const next = await nextStop(running, target);
    if (next === null) break;
    slack.clock.set(next);
    await program.catchUp();
  }
  slack.clock.set(Math.max(target, slack.clock.now()));
  await program.catchUp();
}

/** The next deadline of any round that is open and not paused; null where there is none. */
export async function nextDeadline(running: Running): Promise<Instant | null> {
  const now = running.slack.clock.now();
  const rounds = await openRounds(running);
  const deadlines = rounds
    .filter(({ round }) => round.pause === null && round.deadlineAt > now)
    .map(({ round }) => round.deadlineAt);
  return deadlines.length === 0 ? null : Math.min(...deadlines);
}

async function nextStop(running: Running, target: Instant): Promise<Instant | null> {
  const { slack, program } = running;
  const now = slack.clock.now();
  const rounds = await openRounds(running);
  const due = [
    ...rounds.map(({ round, circle }) => nextDueAt(round, circle, now)),
    await program.store.nextNoticeAt(),
  ];
  const ahead = due.filter((at) => at !== null).filter((at) => at > now + SENDING_PACE_MS);
  const next = Math.min(...ahead);
  return next < target ? next : null;
}

async function openRounds({ program }: Running): Promise<RoundInItsCircle[]> {
  const ids = await program.store.openRounds();
  const found = await Promise.all(ids.map((id) => program.performer.round(id)));
  return found.filter((each) => each !== null);
}

type RoundInItsCircle = {
  readonly round: Round;
  readonly circle: Parameters<typeof nextDueAt>[1];
};
