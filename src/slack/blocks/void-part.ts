import type { Button, KnownBlock } from '@slack/types';
import { WAY_TEXT_MAX } from '../../core/pausing.ts';
import { removedMember } from '../../core/concern.ts';
import { voidConfirmers } from '../../core/voiding.ts';
import type { Ending, Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment } from '../../words/terms.ts';
import { actionIds, numberedId } from '../ids.ts';
import type { DirectlyTold } from './direct-message.ts';
import { button } from './elements.ts';
import { input, plainTextInput } from './input.ts';
import { actions, section } from './kit.ts';
import { roundName, type RoundSeen } from './round-line.ts';
import { line, memberOr, quiet, type Post, type Told } from './thread-post.ts';

type VoidTold = Told<'void_asked' | 'void_taken_back' | 'round_voided'>;

/** On the card: who says that it was a mistake, and who can agree (docs/process.md §2.1). */
export function voidLines({ round, circle, now }: RoundSeen, words: Words): Saying[] {
  const { voidWish } = round;
  if (!voidWish || round.ending) return [];
  const { voiding } = words;
  const who = voidConfirmers(round, circle, now);
  const confirmers = who.length > 0 ? membersNamed(who, words) : voiding.nobody();
  const asked = voiding.asked({ member: member(voidWish.by), reason: voidWish.reason });
  return [asked, voiding.askedNext({ confirmers })];
}

/** The same with its buttons; none where nobody says so. */
export function voidBlocks(seen: RoundSeen, words: Words): KnownBlock[] {
  const said = voidLines(seen, words);
  if (said.length === 0) return [];
  return [section(joined(said, '\n')), actions([yesButton(seen, words), noButton(seen, words)])];
}

/**
 * In the Home of whoever can agree, beside other rounds: the n-th of them, from 0, so that each
 * button is there once. Source: docs/process.md §2.1 (`void`).
 */
export function voidToAgree(seen: RoundSeen, n: number, words: Words): KnownBlock[] {
  const [asked] = voidLines(seen, words);
  if (!asked) return [];
  const said = joined([roundName(seen, words), asked, words.voiding.askedYou()], '\n');
  return [section(said), actions([yesButton(seen, words, n), noButton(seen, words, n)])];
}

/** Why it was a mistake; where somebody says so already, what there is to agree to. */
export function voidField(seen: RoundSeen, reason: string | null, words: Words): KnownBlock {
  const said = voidLines(seen, words);
  if (said.length > 0) return section(joined(said, '\n'));
  const { fields } = words.resolve;
  return input({
    field: 'way.reason',
    label: fields.voidReason(),
    hint: fields.voidHint(),
    element: plainTextInput({ multiline: true, max: WAY_TEXT_MAX, initial: reason ?? undefined }),
  });
}

/** For the other party, in their direct message (docs/process.md §2.1). */
export function voidButtons({ event, round, words }: DirectlyTold) {
  const isAsked = event.type === 'void_asked' && round.voidWish && !round.ending;
  return isAsked ? [yesButton({ round }, words), noButton({ round }, words)] : [];
}

type RoundOnly = Pick<RoundSeen, 'round'>;

function yesButton({ round }: RoundOnly, words: Words, n = 0): Button {
  return voidButton(round, actionIds.confirmVoid, words.voiding.yes(), { words, n });
}

function noButton({ round }: RoundOnly, words: Words, n = 0): Button {
  return voidButton(round, actionIds.takeVoidBack, words.voiding.takeBack(), { words, n });
}

function voidButton(
  { id: value, title }: Round,
  actionId: string,
  label: Saying,
  { words, n }: { readonly words: Words; readonly n: number },
): Button {
  const spokenLabel = words.answer.spokenLabel({ answer: label, title });
  return button({ actionId: numberedId.seal(actionId, n), label, spokenLabel, value });
}

/** What a direct message says (docs/process.md §2.1, `void`). */
export function voidDirect({ round, circle, event, words, to }: DirectlyTold): Saying[] {
  const { ending } = round;
  if (ending?.kind === 'void') {
    const said = voidSaid({ ending, zone: circle.settings.calendar.timeZone }, words);
    return removedMember(round) === to ? [...said, words.concern.direct.asBefore()] : [...said];
  }
  const { voiding } = words;
  if (event.type === 'void_taken_back') {
    return [voiding.takenBack({ member: memberOr(event.by, words) })];
  }
  const [asked] = voidLines({ round, circle, now: event.at }, words);
  return asked ? [asked, voiding.askedYou()] : [words.direct.changed()];
}

/** Who said so, why, and what one can do (docs/process.md §2.1, `void`). */
export function voidSaid(
  { ending, zone }: { ending: Ending & { readonly kind: 'void' }; zone: string },
  words: Words,
): readonly [Saying, Saying, Saying] {
  const { askedBy, by, at, reason } = ending;
  const asker = member(askedBy);
  const said = { asker, by: memberOr(by, words), at: moment(at, zone) };
  const { voiding, ended } = words;
  return [voiding.ended(said), ended.reason({ reason }), voiding.next()];
}

/** The post under the card (docs/process.md §2.1, `void`). */
export function voidPost({ event, round, circle, words }: VoidTold): Post {
  const who = memberOr(event.by, words);
  const { voiding } = words;
  if (event.type === 'void_taken_back') return [line(voiding.takenBack({ member: who }))];
  if (event.type === 'void_asked') {
    const said = voidLines({ round, circle, now: event.at }, words).slice(1);
    return [line(voiding.asked({ member: who, reason: event.reason })), ...said.map(quiet)];
  }
  const { reason, askedBy, at, by } = event;
  const zone = circle.settings.calendar.timeZone;
  const [said, why, next] = voidSaid(
    { ending: { kind: 'void', reason, askedBy, at, by }, zone },
    words,
  );
  return [line(said), line(why), quiet(next)];
}
