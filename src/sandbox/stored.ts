import type { CircleEvent } from '../core/circle.ts';
import { channelId, type CircleId, type RoundId } from '../core/ids.ts';
import type { RoundEvent } from '../core/round-event.ts';
import type { Running } from './running.ts';

/** Something that the program has written down, with the number of the round it is about. */
export type Stored =
  | { readonly kind: 'round'; readonly title: string; readonly event: RoundEvent }
  | { readonly kind: 'circle'; readonly title: string; readonly event: CircleEvent };

/** Everything that was written down since the sandbox began to look, in order of finding. */
export type StoredLog = {
  readonly found: readonly Stored[];
  /** Looks for what is new. */
  look(): Promise<void>;
};

/** Begins to look: what is there already counts as known. */
export async function openStoredLog(running: Running): Promise<StoredLog> {
  const found: Stored[] = [];
  const rounds = new Map<RoundId, number>();
  const circles = new Map<CircleId, number>();
  const look = async (): Promise<void> => {
    const fresh: Stored[] = [];
    for (const id of await circleIds(running)) fresh.push(...(await newOfCircle(id)));
    for (const id of await running.program.store.openRounds()) {
      if (!rounds.has(id)) rounds.set(id, 0);
    }
    for (const id of rounds.keys()) fresh.push(...(await newOfRound(id)));
    found.push(...fresh.toSorted((one, other) => one.event.at - other.event.at));
  };
  const newOfRound = async (id: RoundId): Promise<Stored[]> => {
    const events = await running.program.store.roundEvents(id);
    const known = rounds.get(id) ?? 0;
    rounds.set(id, events.length);
    const opening = events.find((event) => event.type === 'round_opened');
    const title = opening?.title ?? '';
    return events.slice(known).map((event) => ({ kind: 'round', title, event }));
  };
  const newOfCircle = async (id: CircleId): Promise<Stored[]> => {
    const events = await running.program.store.circleEvents(id);
    const known = circles.get(id) ?? 0;
    circles.set(id, events.length);
    const creation = events.find((event) => event.type === 'circle_created');
    const title = creation?.settings.name ?? '';
    return events.slice(known).map((event) => ({ kind: 'circle', title, event }));
  };
  await look();
  found.splice(0);
  return { found, look };
}

async function circleIds({ slack, program }: Running): Promise<CircleId[]> {
  const { teamId } = program.identity;
  const ids = await Promise.all(
    [...slack.state.channels.values()]
      .filter(({ kind }) => kind === 'public' || kind === 'private')
      .map(({ id }) => program.store.circleOfChannel(teamId, channelId(id))),
  );
  return ids.filter((id) => id !== null);
}
