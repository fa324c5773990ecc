import { hasWaysOn } from '../core/askable.ts';
import { isFullMember, type Circle } from '../core/circle.ts';
import { removedMember } from '../core/concern.ts';
import { roundId, type MemberId } from '../core/ids.ts';
import { facilitatorsNamed } from '../words/members.ts';
import type { Saying } from '../words/message.ts';
import { insteadOf } from './blocks/instead.ts';
import { privately } from './blocks/receipt.ts';
import { endedAlready, type RoundSeen } from './blocks/round-line.ts';
import { noticeModal, roundListModal, waysModal } from './blocks/resolve-modal.ts';
import { callbackIds, actionIds } from './ids.ts';
import type { Click, CommandCall } from './interaction.ts';
import type { Listeners } from './listener.ts';
import { circleHere, circlesOf, openRoundsIn, roundFor } from './open-rounds.ts';
import { mendCard } from './orphan.ts';
import type { CallReply, ClickReply } from './reply-to-person.ts';
import { onWayChosen, onWaySent } from './resolve-way.ts';
import { sentence } from './sentence.ts';
import type { Services } from './services.ts';
import { idsIn, typedIn, wordsIn } from './typed-words.ts';

/** `/resolve` and the card's [Resolve]: every way on. Source: docs/process.md §D5. */
export const resolveListeners: Listeners = {
  commands: { '/resolve': onCommand },
  clicks: {
    [actionIds.resolve]: onResolve,
    [actionIds.resolveOpen]: onChosen,
  },
  submissions: {
    [callbackIds.resolveForm]: onWayChosen,
    [callbackIds.wayForm]: onWaySent,
  },
};

async function onCommand(call: CommandCall, reply: CallReply, services: Services): Promise<void> {
  const { words, store, teamId } = services;
  const { text, by } = call;
  if (/^(?:help|\?)$/iu.test(text)) return reply.say(sentence(words.resolve.help()));
  const number = idsIn(text).proposal;
  if (number !== null) {
    const id = await store.roundNumbered(teamId, number);
    return showWays(id && (await roundFor(by, id, services)), by, reply, services);
  }
  const choice = await choiceFor(call, services);
  if ('instead' in choice) return reply.say(sentence(choice.instead));
  const [only, ...others] = choice.rounds;
  if (only && others.length === 0 && !choice.notice) return showWays(only, by, reply, services);
  await opened(roundListModal(choice.rounds, words, choice.notice), reply, services);
}

/** The rounds that the person may choose from, or why there is nothing to choose. */
type Choice =
  | { readonly instead: Saying }
  | { readonly rounds: readonly RoundSeen[]; readonly notice: Saying | null };

async function choiceFor(call: CommandCall, services: Services): Promise<Choice> {
  const { words } = services;
  const here = await circleHere(call, services);
  const circles = here ? [here] : await circlesOf(call.by, services);
  const ids = circles.map(({ id }) => id);
  const open = await openRoundsIn(call.by, ids, services);
  const rounds = open.filter(({ round, circle }) => hasWaysOn(round, circle, call.by));
  if (rounds.length === 0)
    return { instead: nothingToResolve(call.by, { here, circles }, services) };
  const found = rounds.filter(({ round }) => hasWords(round, wordsIn(call.text)));
  if (found.length > 0) return { rounds: found, notice: null };
  return { rounds, notice: words.resolve.noneFound({ said: typedIn(call.text) }) };
}

function nothingToResolve(
  by: MemberId,
  { here, circles }: { readonly here: Circle | null; readonly circles: readonly Circle[] },
  services: Services,
): Saying {
  const { resolve } = services.words;
  if (here && !isFullMember(here, by)) return decidersOnly(here, services);
  if (!circles.some((circle) => isFullMember(circle, by))) return resolve.noCircle();
  return here ? resolve.noneOpen({ circle: here.settings.name }) : resolve.noneOpenAnywhere();
}

function hasWords(round: RoundSeen['round'], words: readonly string[]): boolean {
  const said = `${round.title}\n${round.need}`.toLowerCase();
  return words.every((word) => said.includes(word));
}

/** [Resolve] on a card, in a direct message or in Home: it never needs the card's message. */
async function onResolve(click: Click, reply: ClickReply, services: Services): Promise<void> {
  const id = roundId(click.value);
  const seen = await roundFor(click.by, id, services);
  await reply.ack();
  await showWays(seen, click.by, reply, services);
  if (seen) await mendCard(click, id, services);
}

/** A round chosen from the list, or [Back] from the step of a way on: in the same modal. */
async function onChosen(click: Click, reply: ClickReply, services: Services): Promise<void> {
  const { words } = services;
  const seen = await roundFor(click.by, roundId(click.value), services);
  await reply.ack();
  if (!click.view) return;
  const instead = whyNoWays(seen, click.by, services);
  const view =
    seen && !instead
      ? waysModal({ ...seen, by: click.by }, words)
      : noticeModal(words.resolve.title(), [instead ?? words.resolve.unknownRound()], words);
  await reply.update(click.view.id, view);
}

async function showWays(
  seen: RoundSeen | null,
  by: MemberId,
  reply: CallReply | ClickReply,
  services: Services,
): Promise<void> {
  const { words } = services;
  const instead = whyNoWays(seen, by, services);
  if (instead || !seen) {
    const below = seen ? belowEnding({ ...seen, by }, words) : [];
    return reply.say(privately(instead ?? words.resolve.unknownRound(), below));
  }
  await opened(waysModal({ ...seen, by }, words), reply, services);
}

/** What is possible after the end, as a button (docs/process.md §2.1, §10 case 9). */
function belowEnding(seen: RoundSeen & { readonly by: MemberId }, words: Services['words']) {
  const { ending } = seen.round;
  if (!ending) return [];
  return insteadOf({ code: 'round_ended', ending }, { ...seen, place: 'message' }, words);
}

/** What to say where there is no way on to show, or null where there is one. */
function whyNoWays(seen: RoundSeen | null, by: MemberId, services: Services): Saying | null {
  const { words } = services;
  if (!seen) return words.resolve.unknownRound();
  const { round, circle, now } = seen;
  if (round.ending) return endedAlready({ ending: round.ending, circle, now }, words);
  if (hasWaysOn(round, circle, by)) return null;
  if (removedMember(round) !== by) return decidersOnly(circle, services);
  return words.concern.refusal({ facilitators: facilitatorsNamed(circle.facilitators, words) });
}

function decidersOnly(circle: Circle, { words }: Services): Saying {
  const facilitators = facilitatorsNamed(circle.facilitators, words);
  return words.resolve.decidersOnly({ circle: circle.settings.name, facilitators });
}

async function opened(
  view: Parameters<CallReply['open']>[0],
  reply: Pick<CallReply, 'open' | 'say'>,
  { words }: Services,
): Promise<void> {
  if ((await reply.open(view)) === null) await reply.say(sentence(words.system.tooSlow()));
}
