import type { KnownBlock } from '@slack/types';
import type { MemberId } from '../../core/ids.ts';
import type { NoAnswer } from '../../core/no-answer.ts';
import type { Round } from '../../core/round.ts';
import { answerToConfirm } from '../../core/to-confirm.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, link } from '../../words/terms.ts';
import { answerButtons } from './answer-buttons.ts';
import { changedSince } from './answered-before.ts';
import { relayActions, relayQuestion } from './direct-relay.ts';
import { context, section } from './kit.ts';
import { message, type MessageContent } from './message.ts';
import { ownerButtons } from './objection-part.ts';
import { changeButtons } from './receipt.ts';
import { proposalNumber } from './round-line.ts';
import { stepRowFor } from './step-buttons.ts';

/** Where an emoji was put, by whom, and how things stand with them. */
type Emoji = {
  readonly round: Round;
  readonly to: MemberId;
  readonly noAnswer: NoAnswer;
  /** To the card; null where it is not known. */
  readonly permalink: string | null;
};

/**
 * That an emoji is no answer, what stands instead, and the buttons that count.
 * Source: docs/process.md §10 case 19.
 */
export function noAnswerMessage(emoji: Emoji, words: Words): MessageContent {
  const { permalink } = emoji;
  const { saying, below } = told(emoji, words);
  const card = permalink ? [context([link(permalink, words.nudge.readCard())])] : [];
  const relayed = relayedPart(emoji, words);
  const only = context([words.card.onlyButtons()]);
  return message({
    text: joined([saying, ...relayed.asked], '\n'),
    blocks: [section(saying), ...below, ...relayed.blocks, only, ...card],
  });
}

/** An answer that was written down, and waits for them to say whether it is right (§2.3). */
function relayedPart({ round, to, noAnswer: { relay } }: Emoji, words: Words) {
  if (!relay) return { asked: [], blocks: [] };
  const asked = relayQuestion(relay, { round, words, to });
  const buttons = relayActions(relay, { round, words, to });
  return { asked, blocks: [...asked.map((saying) => section(saying)), buttons] };
}

function told(
  { round, to, noAnswer }: Emoji,
  words: Words,
): { readonly saying: Saying; readonly below: readonly KnownBlock[] } {
  const about = { title: round.title, number: proposalNumber(round, words) };
  switch (noAnswer.kind) {
    case 'objection': {
      const { objection } = noAnswer;
      const below = [ownerButtons({ round, objection }, words)];
      return { saying: words.noAnswer.objection(about), below };
    }
    case 'step':
      return { saying: words.noAnswer.step(about), below: [stepRowFor(to, { round }, words)] };
    case 'away': {
      const saying = words.noAnswer.away({ ...about, reason: noAnswer.reason });
      return { saying, below: [answerButtons(round, words)] };
    }
    case 'unanswered':
      return { saying: unanswered(round, to, words), below: [answerButtons(round, words)] };
    case 'answered': {
      const answer = words.answer.labels[noAnswer.answer.kind]();
      const saying = words.noAnswer.answered({ ...about, answer });
      return { saying, below: [changeButtons(round, words)] };
    }
    case 'relay':
      return { saying: words.noAnswer.relay(about), below: [] };
  }
}

/** Whoever answered an earlier text hears what changed since (docs/process.md §2.6). */
function unanswered(round: Round, to: MemberId, words: Words): Saying {
  const about = { title: round.title, number: proposalNumber(round, words) };
  const before = answerToConfirm(round, to);
  const changed = before ? changedSince(before, round, words) : [];
  return joined([words.noAnswer.unanswered(about), ...changed], '\n');
}
