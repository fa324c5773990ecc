import type { Round } from '../../core/round.ts';
import { silentIn, type DecisionRecord } from '../../core/decision.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { dayAndMonth } from '../../words/terms.ts';

type Terms = Pick<Round, 'terms'>;

/** What silence means in an open round, with the day of the circle's agreement (§D3, §2.5). */
export function silenceOnCard({ terms }: Terms, words: Words): Saying {
  const { silencePolicy: policy, silenceAdoptedOn: on } = terms;
  if (policy === 'explicit' || on === undefined) return words.card.silence();
  return words.silence.onCard({ policy, on: dayAndMonth(on) });
}

/** The same in a reminder: nobody is told that silence stops a round which it does not stop. */
export function silenceInNudge(rounds: readonly Terms[], words: Words): Saying {
  const other = rounds.find(({ terms }) => terms.silencePolicy !== 'explicit');
  const on = other?.terms.silenceAdoptedOn;
  return on === undefined ? words.nudge.silence() : words.silence.inNudge({ on: dayAndMonth(on) });
}

/** “No objection is open, and our agreement of 3 May lets it close.” Null under `explicit`. */
export function enoughSaid({ terms }: Terms, words: Words): Saying | null {
  const { silenceAdoptedOn: on } = terms;
  return on === undefined ? null : words.silence.enough({ on: dayAndMonth(on) });
}

/**
 * What silence meant in a decision: whether anybody was silent, and under which agreement.
 * Source: docs/process.md §2.5, §4.1.
 */
export function silenceInRecord(record: DecisionRecord, words: Words): readonly Saying[] {
  const { silencePolicy: policy, silenceAdoptedOn: on } = record;
  if (policy === 'explicit' || on === null) return [words.decision.silence()];
  const n = silentIn(record).length;
  const agreement = words.silence.inRecord({ policy, on: dayAndMonth(on) });
  return n > 0 ? [agreement, words.silence.atEnd({ n })] : [agreement];
}

/**
 * The outcome line, in exactly one of the forms of docs/process.md §4.1: where somebody was
 * silent it says so, and never that everybody consented; where somebody objected, never that
 * nobody did.
 */
export function outcomeSaid(
  record: DecisionRecord,
  numbers: { readonly version: number; readonly answered: number; readonly asked: number },
  words: Words,
): Saying {
  const n = silentIn(record).length;
  const { silenceAdoptedOn: on } = record;
  if (n === 0 || on === null) return words.decision.outcome(numbers);
  const said = { n, on: dayAndMonth(on) };
  const { outcome, outcomeSettled } = words.silence;
  return record.objections.length > 0 ? outcomeSettled(said) : outcome(said);
}
