import type { CircleSettings } from '../core/circle.ts';
import { openingRule } from '../core/opening.ts';
import { moment } from '../words/terms.ts';
import { aboutRound, tell, tellRefusal, type RoundClick } from './about-round.ts';
import { circleFields } from './blocks/circle-fields.ts';
import { privately } from './blocks/receipt.ts';
import type { Fields } from './form-state.ts';
import { actionIds } from './ids.ts';
import type { Listeners } from './listener.ts';
import type { Services } from './services.ts';

/** “Open it”: where a facilitator opens the consent step (docs/process.md §3). */
export const openingListeners: Listeners = {
  clicks: {
    [actionIds.openAnswers]: aboutRound(openAnswers),
  },
};

async function openAnswers(about: RoundClick, services: Services): Promise<void> {
  const { click, reply, known } = about;
  const command = { type: 'open_answers', at: services.now(), by: click.by } as const;
  const { refused, round, circle } = await services.performer.onRound(known.round.id, command);
  if (refused) return tellRefusal(about, refused, services);
  await reply.ack();
  const deadline = moment(round.deadlineAt, circle.settings.calendar.timeZone);
  const said = services.words.step.thanks.begun({ title: round.title, deadline });
  await tell(about, privately(said), services);
}

/** What is chosen as it was is no change, also where the circle is older than the choice. */
export function openingIn(fields: Fields, settings: CircleSettings): Partial<CircleSettings> {
  const chosen = fields.chosen(circleFields.opening);
  if (chosen !== 'proposer' && chosen !== 'facilitator') return {};
  return chosen === openingRule(settings) ? {} : { opening: chosen };
}
