import type { Circle } from '../core/circle.ts';
import { roundId, type MemberId, type RoundId } from '../core/ids.ts';
import { supersededBy } from '../core/replacing.ts';
import type { DecisionLine } from '../shell/store.ts';
import { DECISIONS_LISTED, decisionList } from './blocks/decision-list.ts';
import { supersedingSaid } from './blocks/replaced-part.ts';
import { decisionModal } from './blocks/decision-record.ts';
import type { RoundSeen } from './blocks/round-line.ts';
import { decisionsFor } from './decisions-found.ts';
import { actionIds } from './ids.ts';
import type { Click, CommandCall } from './interaction.ts';
import type { Listeners } from './listener.ts';
import { circleHere, circlesOf, roundFor } from './open-rounds.ts';
import type { CallReply, ClickReply } from './reply-to-person.ts';
import { sentence } from './sentence.ts';
import type { Services } from './services.ts';
import { idsIn, typedIn, wordsIn } from './typed-words.ts';

/** `/decisions` and [Open the record]: what was decided. Source: docs/process.md §4.1. */
export const decisionListeners: Listeners = {
  commands: { '/decisions': onCommand },
  clicks: { [actionIds.openDecision]: onOpen },
};

async function onCommand(call: CommandCall, reply: CallReply, services: Services): Promise<void> {
  const { words, store, teamId } = services;
  const { text, by } = call;
  if (/^(?:help|\?)$/iu.test(text)) return reply.say(sentence(words.decision.help()));
  const number = idsIn(text).decision;
  if (number !== null) {
    const id = await store.decisionNumbered(teamId, number);
    return showRecord(await decidedFor(by, id, services), by, reply, services);
  }
  await showList(call, reply, services);
}

async function showList(call: CommandCall, reply: CallReply, services: Services): Promise<void> {
  const { words, teamId } = services;
  const here = await circleHere(call, services);
  const circles = here ? [here] : await circlesOf(call.by, services);
  if (circles.length === 0) return reply.say(sentence(words.decision.noCircle()));

  const said = typedIn(call.text);
  const circleIds = circles.map(({ id }) => id);
  const search = { teamId, circleIds, words: wordsIn(said), limit: DECISIONS_LISTED + 1 };
  const found = await decisionsFor(call.by, circles, search, services);
  if (found.length > 0) {
    const listed = await Promise.all(found.map((one) => withSuperseding(one, services)));
    return reply.say(decisionList(listed, headingOf(here, said, services), words));
  }
  const none = said === '' ? words.decision.none() : words.decision.noneFound({ said });
  await reply.say(sentence(none));
}

/** A decision that another one took the place of says so in the list (§10 case 16). */
async function withSuperseding(line: DecisionLine, { performer, words }: Services) {
  const known = await performer.round(line.roundId);
  const newer = known && supersededBy(known.round);
  return newer ? { ...line, superseded: supersedingSaid(newer, known.circle, words) } : line;
}

function headingOf(here: Circle | null, said: string, { words }: Services) {
  if (said !== '') return words.decision.listFound({ said });
  return here
    ? words.decision.listOfCircle({ circle: here.settings.name })
    : words.decision.listOfAll();
}

async function onOpen(click: Click, reply: ClickReply, services: Services): Promise<void> {
  const decided = await decidedFor(click.by, roundId(click.value), services);
  await reply.ack();
  await showRecord(decided, click.by, reply, services);
}

/** A decided round for somebody of its circle; null for everybody else and for any other round. */
async function decidedFor(
  by: MemberId,
  id: RoundId | null,
  services: Services,
): Promise<RoundSeen | null> {
  const seen = id && (await roundFor(by, id, services));
  return seen?.round.ending?.kind === 'decided' ? seen : null;
}

/** The record at once, then once more with the link to its thread, which Slack must be asked. */
async function showRecord(
  seen: RoundSeen | null,
  by: MemberId,
  reply: CallReply | ClickReply,
  services: Services,
): Promise<void> {
  const { words, store, conversations } = services;
  if (!seen) return reply.say(sentence(words.decision.unknown()));
  const decided = { ...seen, by };
  const viewId = await reply.open(decisionModal(decided, words));
  if (viewId === null) return reply.say(sentence(words.system.tooSlow()));
  const card = await store.cardOf(decided.round.id);
  const permalink = card && (await conversations.permalink(card.channelId, card.ts));
  if (permalink) await reply.update(viewId, decisionModal({ ...decided, permalink }, words));
}
