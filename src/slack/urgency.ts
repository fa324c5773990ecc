import { moment } from '../words/terms.ts';
import { aboutRound, tell, tellRefusal, type RoundClick } from './about-round.ts';
import { privately } from './blocks/receipt.ts';
import { actionIds } from './ids.ts';
import type { Listeners } from './listener.ts';
import type { Services } from './services.ts';

/** “Give it the time back”: a shortened deadline is put back (docs/process.md §2.2). */
export const urgencyListeners: Listeners = {
  clicks: {
    [actionIds.giveTimeBack]: aboutRound(giveBack),
  },
};

async function giveBack(about: RoundClick, services: Services): Promise<void> {
  const { click, known, reply } = about;
  const command = { type: 'give_time_back', at: services.now(), by: click.by } as const;
  const { refused, round, circle } = await services.performer.onRound(known.round.id, command);
  const isMine = !round.ending && round.shortened?.givenBackBy === click.by;
  if (refused && !isMine) return tellRefusal(about, refused, services);
  await reply.ack();
  const deadline = moment(round.deadlineAt, circle.settings.calendar.timeZone);
  await tell(about, privately(services.words.urgency.done({ deadline })), services);
}
