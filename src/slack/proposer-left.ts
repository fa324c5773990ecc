import { joined } from '../words/terms.ts';
import { aboutRound, tell, tellRefusal, type RoundClick } from './about-round.ts';
import { takeUpButton } from './blocks/card-open.ts';
import { actions } from './blocks/kit.ts';
import { privately } from './blocks/receipt.ts';
import { actionIds } from './ids.ts';
import type { Listeners } from './listener.ts';
import type { Services } from './services.ts';

/** Looking after a proposal whose proposer has left (docs/process.md §2.4). */
export const proposerListeners: Listeners = {
  clicks: {
    [actionIds.adoptProposal]: aboutRound(adopt),
  },
};

async function adopt(about: RoundClick, services: Services): Promise<void> {
  const { click, known, reply } = about;
  const { done, doneParked } = services.words.proposerLeft;
  const command = { type: 'adopt_proposal', at: services.now(), by: click.by } as const;
  const { refused, round } = await services.performer.onRound(known.round.id, command);
  const isMine = round.proposedBy === click.by && !round.ending;
  if (refused && !isMine) return tellRefusal(about, refused, services);
  await reply.ack();
  const isParked = round.pause?.kind === 'parked';
  const said = isParked ? joined([done(), doneParked()]) : done();
  const below = isParked ? [actions([takeUpButton({ round }, services.words)])] : [];
  await tell(about, privately(said, below), services);
}
