/** Every state that members see, in the order in which docs/process.md §2.1 tells of them. */
export const ROUND_STATES = [
  'questions',
  'consent_open',
  'objections_open',
  'integrating',
  'waiting',
  'ready_to_close',
  'to_meeting',
  'parked',
  'passed_on',
  'escalated',
  'decided',
  'withdrawn',
  'void',
] as const;

/** The state that members see (docs/process.md §2.1). */
export type RoundState = (typeof ROUND_STATES)[number];

/** How a round comes from one state into others, and what moves it (docs/process.md §2.1). */
export type Transition = {
  readonly from: RoundState;
  readonly to: readonly RoundState[];
  readonly when: string;
};

/** Where the clock stands still. */
const PAUSED = ['to_meeting', 'parked', 'passed_on', 'escalated'] as const;
/** Where answers are asked for: which of them it is, answers and clock decide. */
const ASKING = [
  'consent_open',
  'objections_open',
  'integrating',
  'waiting',
  'ready_to_close',
] as const;

/**
 * Every way from one state into another. Nothing else is possible: a test holds every step of
 * random rounds against this table, and the diagram in docs/process.md is written from it.
 *
 * Source: docs/process.md §2.1.
 */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'questions', to: ASKING, when: 'the text is ready' },
  { from: 'consent_open', to: ['objections_open', 'integrating'], when: 'somebody objects' },
  { from: 'consent_open', to: ['ready_to_close'], when: 'everyone asked consents' },
  { from: 'consent_open', to: ['waiting'], when: 'the deadline comes, somebody is silent' },
  { from: 'objections_open', to: ['integrating'], when: 'all are heard, or the deadline comes' },
  { from: 'objections_open', to: ['consent_open', 'ready_to_close'], when: 'owners settle it' },
  { from: 'objections_open', to: ['waiting'], when: 'settled after the deadline' },
  { from: 'integrating', to: ['consent_open', 'ready_to_close'], when: 'owners settle it' },
  { from: 'integrating', to: ['waiting'], when: 'settled, somebody is silent' },
  { from: 'integrating', to: ['objections_open'], when: 'a next version, or people to be heard' },
  { from: 'waiting', to: ['consent_open'], when: 'the deadline moves' },
  { from: 'waiting', to: ['ready_to_close'], when: 'the last answer comes' },
  { from: 'waiting', to: ['objections_open', 'integrating'], when: 'somebody objects' },
  { from: 'ready_to_close', to: ['consent_open', 'waiting'], when: 'an answer or a text changes' },
  { from: 'ready_to_close', to: ['objections_open', 'integrating'], when: 'somebody objects' },
  { from: 'ready_to_close', to: ['decided'], when: 'closed as decided' },
  ...(['questions', ...ASKING, ...PAUSED] as const).flatMap((from): Transition[] => [
    { from, to: PAUSED.filter((to) => to !== from), when: 'the clock is halted' },
    { from, to: ['withdrawn'], when: 'taken back' },
    { from, to: ['void'], when: 'opened by mistake' },
  ]),
  ...PAUSED.map((from): Transition => ({
    from,
    to: ['questions', ...ASKING],
    when: 'taken up again',
  })),
  { from: 'to_meeting', to: ['decided'], when: 'closed as decided' },
  { from: 'decided', to: ASKING, when: 'an objection arrives as it closes' },
  { from: 'withdrawn', to: ['questions', ...ASKING], when: 'taken over' },
];

/** True where a round can come from the one state into the other (docs/process.md §2.1). */
export function isTransition(from: RoundState, to: RoundState): boolean {
  return TRANSITIONS.some((one) => one.from === from && one.to.includes(to));
}
