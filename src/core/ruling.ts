/**
 * What a rule answers: the events that follow from a command, or the refusal that says why not.
 * A refusal is a value, never thrown: it reaches the member in words (docs/process.md §D12).
 */
export type Ruling<Event, Refusal> =
  { readonly events: readonly Event[] } | { readonly refused: Refusal };

/** True where a ruling is a refusal. */
export function isRefused<Event, Refusal>(
  ruling: Ruling<Event, Refusal>,
): ruling is { readonly refused: Refusal } {
  return 'refused' in ruling;
}
