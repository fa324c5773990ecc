import type { ActionsBlock } from '@slack/types';
import type { MemberId, RelayId } from '../../core/ids.ts';
import { isWaiting, relayWith, type RelayedAnswer } from '../../core/relayed-answer.ts';
import type { Round } from '../../core/round.ts';
import type { RoundEvent } from '../../core/round-event.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day, member } from '../../words/terms.ts';
import { actionIds, relayValue } from '../ids.ts';
import type { DirectlyTold } from './direct-message.ts';
import { button } from './elements.ts';
import { fixedPart, type Part } from './fit.ts';
import { actions } from './kit.ts';

type RelayTold = DirectlyTold & { readonly event: RoundEvent & { readonly relayId: RelayId } };

/** What the person, the witness or the recorder hears of a relayed answer (§10 case 18). */
export function relayDirect(told: RelayTold): Saying[] {
  const { event, round, words, to } = told;
  const relay = relayWith(round, event.relayId);
  if (!relay) return [words.direct.changed()];
  const said = { by: member(event.by ?? ''), member: member(relay.member) };
  if (event.type === 'relay_confirmed') return [words.relay.confirmed.recorder(said)];
  if (event.type === 'relay_denied') return [words.relay.denied.recorder(said)];
  return relayQuestion(relay, { round, words, to });
}

/** For whom a question about a relayed answer is put into words. */
type RelayAsked = { readonly round: Round; readonly words: Words; readonly to: MemberId };

/** What was written down, and whether it is right (docs/process.md §10 case 18). */
export function relayQuestion(relay: RelayedAnswer, { round, words, to }: RelayAsked): Saying[] {
  const isOwn = to === relay.member;
  const { ask } = words.relay;
  const { relayedBy, channel, saidOn, supporter, said } = relay;
  const how = { recorder: member(relayedBy), channel, on: day(saidOn) };
  const person = member(relay.member);
  return [
    isOwn ? ask.person(how) : ask.witness({ ...how, member: person }),
    ask.said({ said: said.kind }),
    ...textsOf(relay).map((text) => ask.text({ text })),
    ...(supporter ? [ask.supporter({ name: supporter })] : []),
    isWaiting(round, relay) && !round.ending ? ask.question() : ask.over(),
  ];
}

function textsOf({ said }: RelayedAnswer): string[] {
  const texts =
    said.kind === 'objection'
      ? [said.harm, said.effect, said.remedy]
      : [said.kind === 'consent' ? said.note : said.needs];
  return texts.filter((text) => text !== null);
}

/** [Yes, that is what I said] and [That is not right], while it can still be said. */
export function relayButtons({ event, round, words, to }: DirectlyTold): Part[] {
  if (event.type !== 'answer_relayed') return [];
  const relay = relayWith(round, event.relayId);
  if (!relay || !isWaiting(round, relay) || round.ending) return [];
  return [fixedPart(relayActions(relay, { round, words, to }))];
}

/** The two buttons themselves. */
export function relayActions(relay: RelayedAnswer, { round, words, to }: RelayAsked): ActionsBlock {
  const value = relayValue.seal(round.id, relay.id);
  const yes = to === relay.member ? words.relay.yes() : words.relay.yesWitness();
  return actions([
    button({ actionId: actionIds.confirmRelay, label: yes, value }),
    button({ actionId: actionIds.denyRelay, label: words.relay.no(), value }),
  ]);
}
