import { seedCircles } from './seed-circles.ts';
import { seedConversations } from './seed-conversations.ts';
import { seedRounds } from './seed-rounds.ts';
import type { Running } from './running.ts';
import { willowTime } from './story.ts';
import { moveTo } from './time-travel.ts';

/** The first morning of the story: a Monday. */
export const STORY_BEGINS_AT = willowTime('2026-03-02 09:00');
/** The moment at which the page opens: a Wednesday, with rounds in the middle of their lives. */
export const STORY_OPENS_AT = willowTime('2026-03-18 10:00');

/**
 * Lives through the first weeks of Willow Bank with the real program: what is in the channels
 * afterwards was posted by it, at the time at which it would have been. Nothing is random.
 */
export async function seedWillowBank(running: Running): Promise<void> {
  const scenes = [...seedCircles, ...seedConversations, ...seedRounds];
  for (const { at, play } of scenes.toSorted((one, other) => one.at - other.at)) {
    await moveTo(running, at);
    await play(running);
    await running.program.drain();
  }
  await moveTo(running, STORY_OPENS_AT);
}
