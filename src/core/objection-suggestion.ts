import { QUESTION_MAX } from './answering.ts';
import { checkObjection } from './objection-text.ts';
import { NOTE_MAX } from './answer.ts';
import type { Instant } from './calendar.ts';
import type { MemberId, ObjectionId } from './ids.ts';
import type { ObjectionWay } from './objection-event.ts';
import { SAME_WISH_HOURS, type Objection, type ObjectionText } from './objection.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, textOrNull, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';

const HOUR = 3_600_000;

type About<Type extends string, More = unknown> = {
  readonly type: Type;
  readonly objectionId: ObjectionId;
} & More;

/** What somebody suggests, asks for or takes up, about one objection (docs/process.md §2.6). */
export type Suggesting = { readonly at: Instant; readonly by: MemberId } & (
  | About<'ask_clarity', { readonly text: string }>
  | About<'ask_aim_link'>
  | About<'suggest_wording', ObjectionText>
  /** `suggestion` is the place of the suggested wording among the objection's steps. */
  | About<'accept_wording', { readonly suggestion: number }>
  | About<'suggest_way', { readonly way: ObjectionWay; readonly text: string | null }>
  | About<'ask_talk'>
);

type RoundRuling = Ruling<RoundEvent, RoundRefusal>;
type Of<Type extends Suggesting['type']> = Suggesting & { readonly type: Type };

/** What a suggestion comes to, for somebody who may make it (docs/process.md §2.6). */
export function suggested(objection: Objection, command: Suggesting): RoundRuling {
  const { at, by, objectionId } = command;
  switch (command.type) {
    case 'ask_clarity':
      return clarity(objection, command);
    case 'ask_aim_link':
      return once(objection, { type: 'aim_link_asked', objectionId, at, by });
    case 'suggest_wording':
      return wording(objection, command);
    case 'accept_wording':
      return accepted(objection, command);
    case 'suggest_way':
      return way(objection, command);
    case 'ask_talk':
      return talk(objection, { type: 'talk_asked', objectionId, at, by });
  }
}

/** A facilitator asks what is meant: a question, not a judgement (docs/process.md §2.6). */
function clarity(
  objection: Objection,
  { text, objectionId, at, by }: Of<'ask_clarity'>,
): RoundRuling {
  const refused = checkText('question', text, { least: 1, max: QUESTION_MAX });
  if (refused) return { refused };
  return once(objection, { type: 'clarity_asked', text: text.trim(), objectionId, at, by });
}

/** A facilitator suggests words, which stay a suggestion until its owner takes them (§2.6). */
function wording(objection: Objection, command: Of<'suggest_wording'>): RoundRuling {
  const refused = checkObjection(command);
  if (refused) return { refused };
  const { harm, effect, remedy, objectionId, at, by } = command;
  const text = { harm: harm.trim(), effect: effect.trim(), remedy: textOrNull(remedy) };
  return once(objection, { type: 'wording_suggested', ...text, objectionId, at, by });
}

/** The owner takes a suggested wording as their own: it is theirs from then on (§2.6). */
function accepted(
  objection: Objection,
  { suggestion, objectionId, at, by }: Of<'accept_wording'>,
): RoundRuling {
  const step = objection.steps[suggestion];
  if (step?.type !== 'wording_suggested') return { refused: { code: 'suggestion_unknown' } };
  const { harm, effect, remedy } = step;
  const isTaken =
    objection.harm === harm && objection.effect === effect && objection.remedy === remedy;
  if (isTaken) return { events: [] };
  return {
    events: [{ type: 'objection_reworded', harm, effect, remedy, objectionId, at, by }],
  };
}

/** A way on from the checklist, with a word of why where there is one (docs/process.md §2.6). */
function way(objection: Objection, command: Of<'suggest_way'>): RoundRuling {
  const { way: chosen, text, objectionId, at, by } = command;
  const refused = checkText('note', text, { max: NOTE_MAX });
  if (refused) return { refused };
  const said = { way: chosen, text: textOrNull(text) };
  return once(objection, { type: 'way_suggested', ...said, objectionId, at, by });
}

/** Anyone proposes a call; the same wish within a day is one (docs/process.md §2.6, §8). */
function talk(
  objection: Objection,
  event: RoundEvent & { readonly type: 'talk_asked' },
): RoundRuling {
  const isSame = objection.steps.some(
    ({ type, by, at }) =>
      type === 'talk_asked' && by === event.by && event.at - at < SAME_WISH_HOURS * HOUR,
  );
  return { events: isSame ? [] : [event] };
}

/** The same form sent twice is one suggestion (docs/process.md §D14). */
function once(objection: Objection, event: RoundEvent & Objection['steps'][number]): RoundRuling {
  const last = objection.steps.findLast(({ by }) => by === event.by);
  const { at: _at, ...said } = event;
  const { at: _lastAt, ...lastSaid } = last ?? event;
  const isSame = last !== undefined && sameValues(said, lastSaid);
  return { events: isSame ? [] : [event] };
}

function sameValues(one: object, other: object): boolean {
  const values = new Map(Object.entries(other));
  return (
    Object.keys(one).length === values.size &&
    Object.entries(one).every(([name, value]) => values.get(name) === value)
  );
}
