import type { RoundRefusal } from '../core/round-refusal.ts';
import { partnersInTalk } from '../core/objection-notice.ts';
import { openObjections } from '../core/standing.ts';
import { membersNamed } from '../words/members.ts';
import { NO_SUCH_OBJECTION } from './about-objection.ts';
import { aboutRound, seenNow, tell, tellRefusal, type RoundClick } from './about-round.ts';
import { LADDER_WAYS } from './blocks/ladder-part.ts';
import { privately } from './blocks/receipt.ts';
import { actionIds } from './ids.ts';
import type { Listeners } from './listener.ts';
import { openWay } from './open-way.ts';
import type { Services } from './services.ts';

/** The stuck ladder, step by step. Source: docs/process.md §D7, §2.6. */
export const ladderListeners: Listeners = {
  clicks: {
    [actionIds.ladderCall]: aboutRound(proposeCall),
    [actionIds.ladderMeeting]: aboutRound((about, services) =>
      openWay(LADDER_WAYS.meeting, about, services),
    ),
    [actionIds.ladderHelpers]: aboutRound(openHelpers),
    [actionIds.ladderBroader]: aboutRound((about, services) =>
      openWay(LADDER_WAYS.broader, about, services),
    ),
  },
};

/** A call about every open objection: its owner, the facilitators and the proposer are told. */
async function proposeCall(about: RoundClick, services: Services): Promise<void> {
  const { click, known, reply } = about;
  const { words, performer, now } = services;
  const open = openObjections(seenNow(known, services).round);
  let refused: RoundRefusal | null = open.length > 0 ? null : NO_SUCH_OBJECTION;
  for (const { id: objectionId } of open) {
    const command = { type: 'ask_talk', objectionId, at: now(), by: click.by } as const;
    refused ??= (await performer.onRound(known.round.id, command)).refused;
  }
  if (refused) return tellRefusal(about, refused, services);
  await reply.ack();
  const partners = open.flatMap((one) => partnersInTalk(known.round, one, click.by));
  const others = [...new Set(partners)];
  const people = membersNamed(others, words);
  await tell(about, privately(words.version.ladder.called({ people, n: others.length })), services);
}

/** A helping circle is a next step with people and a day; its form says so beforehand. */
function openHelpers(about: RoundClick, services: Services): Promise<void> {
  const nextStep = services.words.version.ladder.helpersStep().plain;
  return openWay(LADDER_WAYS.helpers, about, services, { nextStep });
}
