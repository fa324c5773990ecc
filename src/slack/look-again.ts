import type { ModalView } from '@slack/types';
import { isMember, type Circle } from '../core/circle.ts';
import { mayRead } from '../core/confidential.ts';
import type { MemberId } from '../core/ids.ts';
import { supersededBy, whyNotReplace } from '../core/replacing.ts';
import type { Round } from '../core/round.ts';
import type { RoundInCircle } from '../shell/perform.ts';
import { explainSuperseded } from '../words/explain-proposal.ts';
import { joined } from '../words/terms.ts';
import { aboutRound, tell, tellRefusal, type RoundClick } from './about-round.ts';
import type { Choices } from './blocks/proposal-choice-fields.ts';
import { begunWith } from './blocks/look-again-part.ts';
import type { MessageContent } from './blocks/message.ts';
import { actions } from './blocks/kit.ts';
import { privately } from './blocks/receipt.ts';
import { lookAgainButtons } from './blocks/replaced-part.ts';
import { actionIds } from './ids.ts';
import type { CommandCall } from './interaction.ts';
import type { Listeners } from './listener.ts';
import { openOrSay } from './opening.ts';
import { whyNot } from './proposal-circle.ts';
import { draftOfTyped, proposalFormOf } from './proposal-draft.ts';
import type { CallReply } from './reply-to-person.ts';
import { openForm } from './round-form.ts';
import { sentence } from './sentence.ts';
import type { Services } from './services.ts';

/**
 * A decision that is looked at again: a proposal that would keep, change or end it. The decision
 * stays in force until that one is decided. Source: docs/process.md §2.5, §10 cases 9 and 16.
 */
export const lookAgainListeners: Listeners = {
  clicks: { [actionIds.lookAgain]: aboutRound(openAgain) },
};

async function openAgain(about: RoundClick, services: Services): Promise<void> {
  const { click, known, reply } = about;
  if (known.round.ending?.kind !== 'decided') {
    return tellRefusal(about, { code: 'round_not_decided' }, services);
  }
  const instead = await insteadOf(known, click.by, services);
  if (instead) {
    await reply.ack();
    return tell(about, instead, services);
  }
  await openForm(about, await formOf(known, click.by, '', services), services);
}

/** `/propose D-12 …`: the same form. Whoever may not know of a decision hears what all hear. */
export async function proposeAgain(
  { by }: CommandCall,
  {
    number,
    rest,
    typed,
  }: { readonly number: number; readonly rest: string; readonly typed: string },
  reply: CallReply,
  services: Services,
): Promise<void> {
  const { performer, teamId, words } = services;
  const round = await performer.decided(teamId, number);
  const known = round && (await performer.round(round.id));
  if (!known || !isMember(known.circle, by) || !mayRead(known.round, known.circle, by)) {
    const { lookAgain, decision } = words;
    const said = [decision.unknown(), lookAgain.refused.typed({ said: typed })];
    return reply.say(sentence(joined(said, '\n')));
  }
  const instead = await insteadOf(known, by, services);
  if (instead) return reply.say(instead);
  await openOrSay(await formOf(known, by, rest, services), reply, services);
}

/** What to say where this person cannot propose about this decision; null where they can. */
async function insteadOf(
  { round, circle }: RoundInCircle,
  by: MemberId,
  services: Services,
): Promise<MessageContent | null> {
  const refused = whyNotReplace(circle, round);
  if (refused?.code === 'decision_superseded') {
    const said = explainSuperseded(refused, services.words);
    const newer = await newerThan(round, services);
    const buttons = newer ? lookAgainButtons(newer, services.words) : [];
    const [button] = buttons;
    return privately(said, button ? [actions([button])] : []);
  }
  const why = whyNot(circle, by, services);
  return why && privately(why);
}

async function newerThan(round: Round, { performer }: Services): Promise<Round | null> {
  const newer = supersededBy(round);
  const known = newer && (await performer.round(newer.roundId));
  return known && known.round;
}

/** The decision's title, need, text and owner; what was typed beside it comes first. */
function formOf(
  { round: old, circle }: RoundInCircle,
  by: MemberId,
  rest: string,
  services: Services,
): Promise<ModalView> {
  const typed = draftOfTyped(rest, circle, services.now());
  const begun = begunWith('change', old, services.words);
  const draft = {
    ...begun,
    need: old.need,
    owner: ownerIn(circle, old, by),
    ...(old.link !== null && { link: old.link }),
    ...marksOf(old),
    ...typed,
    title: typed.title || begun.title,
    again: {
      number: old.ending?.kind === 'decided' ? old.ending.decisionNumber : 0,
      how: 'change',
    },
  } as const;
  return proposalFormOf(circle, by, draft, services);
}

/** What was confidential stays so, unless whoever proposes unticks it (docs/process.md §4.4). */
function marksOf({ terms: { topic, concerns, confidential } }: Round): Partial<Choices> {
  if (confidential === undefined || topic === undefined) return {};
  return {
    topic,
    ...(concerns && { concerns: concerns.member, isRemoval: concerns.isRemoval }),
    isConfidential: true,
    confidentialReason: confidential,
  };
}

/** Who looks after it, unless they have left. */
function ownerIn(circle: Circle, { owner }: Round, by: MemberId): MemberId {
  return isMember(circle, owner) ? owner : by;
}
