import type { VoidAnswerCommand } from '../core/voiding.ts';
import { aboutRound, tell, tellRefusal, type RoundClick } from './about-round.ts';
import { privately } from './blocks/receipt.ts';
import { actionIds } from './ids.ts';
import type { Listeners } from './listener.ts';
import type { Services } from './services.ts';

/** “It was opened by mistake”: the other party agrees, or it is let be (docs/process.md §2.1). */
export const voidingListeners: Listeners = {
  clicks: {
    [actionIds.confirmVoid]: aboutRound((about, services) =>
      answer(about, 'confirm_void', services),
    ),
    [actionIds.takeVoidBack]: aboutRound((about, services) =>
      answer(about, 'take_void_back', services),
    ),
  },
};

async function answer(
  about: RoundClick,
  type: VoidAnswerCommand['type'],
  services: Services,
): Promise<void> {
  const { click, known, reply } = about;
  const { voiding } = services.words;
  const command = { type, at: services.now(), by: click.by };
  const { refused, round } = await services.performer.onRound(known.round.id, command);
  const isMine =
    type === 'confirm_void' && round.ending?.kind === 'void' && round.ending.by === click.by;
  if (refused && !isMine) return tellRefusal(about, refused, services);
  await reply.ack();
  const said = type === 'confirm_void' ? voiding.done() : voiding.takenBackDone();
  await tell(about, privately(said), services);
}
