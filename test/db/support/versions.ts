import { documentOfText } from '../../../src/core/document-of-text.ts';
import { objectionId, type RoundId } from '../../../src/core/ids.ts';
import type { PublishCommand } from '../../../src/core/next-version.ts';
import type { Round } from '../../../src/core/round.ts';
import * as world from './bakery.ts';

const { ada, cleo, MONDAY, HOUR } = world;

/** Its proposer publishes what a round says next. */
export function nextVersionOf(
  round: Round,
  text: string,
  changes: Partial<PublishCommand>,
): PublishCommand {
  const { title, need, owner, reviewOn, link } = round;
  return {
    type: 'publish_next_version',
    basedOn: round.versions.length,
    change: 'substance',
    wording: { title, need, owner, reviewOn, link, document: documentOfText(text) },
    answersObjections: [],
    linkedDocumentChanged: false,
    proposerAgrees: false,
    at: MONDAY + HOUR,
    by: round.proposedBy,
    ...changes,
  };
}

/** An objection, a version that means to answer it, "not yet", new words, and their challenge. */
export async function playVersions(bakers: world.World): Promise<RoundId> {
  const round = await world.openRound(bakers, 'versions');
  const { id } = round;
  const at = MONDAY + HOUR;
  const objection = objectionId('o-versions');
  await world.did(bakers, id, {
    type: 'object',
    objectionId: objection,
    ...world.objectionText,
    at,
    by: cleo,
  });
  const answering = { answersObjections: [objection], at };
  await world.did(bakers, id, nextVersionOf(round, 'We bake on some Sundays.', answering));
  await world.did(bakers, id, { type: 'keep_objection', objectionId: objection, at, by: cleo });
  await world.did(bakers, id, { type: 'consent', at, by: ada });
  const words = { basedOn: 2, change: 'wording', at } as const;
  await world.did(bakers, id, nextVersionOf(round, 'On some Sundays, we bake.', words));
  const later = at + 49 * HOUR;
  await world.did(bakers, id, { type: 'look_at_clock', at: later, by: null });
  const again = { basedOn: 3, change: 'wording', at: later } as const;
  await world.did(bakers, id, nextVersionOf(round, 'We bake on some Sundays, two of us.', again));
  await world.did(bakers, id, {
    ...{ type: 'challenge_wording', versionNumber: 4, at: later, by: ada },
  });
  return id;
}
