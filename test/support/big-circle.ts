import { circleId, memberId, roundId, type MemberId } from '../../src/core/ids.ts';
import type { WorldSeed } from '../../src/sandbox/slack/world.ts';
import { worldSeed } from '../../src/sandbox/world.ts';
import { setUpIn, proposeIn } from './other-circle.ts';
import { startWillowBank } from './program.ts';

export const assembly = circleId('c_assembly');
const CHANNEL = 'CASSEMBLY';
export const harvest = roundId('r_harvest');

/** A hundred people of one channel, beside those of Willow Bank. */
export const hundred: readonly MemberId[] = Array.from({ length: 100 }, (_, index) =>
  memberId(`UM${String(index).padStart(3, '0')}`),
);

/**
 * A circle of a hundred people in which the first one proposed a harvest feast. The first ten
 * facilitate.
 */
export async function startAssembly(transport: 'http' | 'socket' = 'http') {
  const running = await startWillowBank({ transport, slack: { world: worldOfHundred() } });
  const { program, slack } = running;
  await setUpIn(running, assembly, CHANNEL, hundred, hundred.slice(0, 10));
  await proposeIn(running, assembly, harvest, 'A harvest feast', hundred[0]);
  await running.advance(60_000);
  return {
    ...running,
    /** Clicks a button of the card, which everybody sees. */
    click: (who: string, actionId: string) =>
      slack.click(who, { actionId, channel: CHANNEL, in: 'message' }),
    events: async () => (await program.store.roundEvents(harvest)).map(({ type }) => type),
    async consentAll(): Promise<void> {
      for (const by of hundred) {
        const command = { type: 'consent', by, at: slack.clock.now() } as const;
        await program.performer.onRound(harvest, command);
      }
    },
  };
}

function worldOfHundred(): WorldSeed {
  const seed = worldSeed();
  const users = hundred.map((id, index) => ({
    id,
    name: `m${index}`,
    realName: `Member ${index}`,
  }));
  const name = 'assembly';
  const channel = { id: CHANNEL, name, members: [...hundred, seed.app.botUserId] };
  return { ...seed, users: [...seed.users, ...users], channels: [...seed.channels, channel] };
}
