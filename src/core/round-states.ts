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

/** Where everyone is asked anew, and the window is whole. */
const BEGINNING = ['consent_open', 'objections_open'] as const;
const ELSEWHERE: ReadonlySet<RoundState> = new Set(['passed_on', 'escalated']);

/**
 * Every way from one state into another. Nothing else is possible, and all of it is: a test holds
 * every step of random rounds against this table, and finds each way in them. The diagram in
 * docs/process.md is written from it.
 *
 * Source: docs/process.md §2.1.
 */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'questions', to: [...BEGINNING, 'integrating'], when: 'the text is ready' },
  { from: 'consent_open', to: ['objections_open', 'integrating'], when: 'somebody objects' },
  { from: 'consent_open', to: ['ready_to_close'], when: 'everyone asked consents' },
  { from: 'consent_open', to: ['waiting'], when: 'the deadline comes, somebody is silent' },
  { from: 'objections_open', to: ['integrating'], when: 'all are heard, or the deadline comes' },
  { from: 'objections_open', to: ['consent_open', 'ready_to_close'], when: 'owners settle it' },
  { from: 'integrating', to: ['consent_open', 'ready_to_close'], when: 'owners settle it' },
  { from: 'integrating', to: ['waiting'], when: 'settled, somebody is silent' },
  { from: 'integrating', to: ['objections_open'], when: 'a next version, or people to be heard' },
  { from: 'waiting', to: ['consent_open'], when: 'the deadline moves' },
  { from: 'waiting', to: ['ready_to_close'], when: 'the last answer comes' },
  { from: 'waiting', to: ['integrating'], when: 'somebody objects' },
  { from: 'ready_to_close', to: ['consent_open', 'waiting'], when: 'an answer or a text changes' },
  { from: 'ready_to_close', to: ['integrating'], when: 'somebody objects' },
  { from: 'ready_to_close', to: ['decided'], when: 'closed as decided' },
  ...(['questions', ...ASKING, ...PAUSED] as const).flatMap((from): Transition[] => [
    { from, to: haltedFrom(from), when: 'the clock is halted' },
    { from, to: ['withdrawn'], when: 'taken back' },
    { from, to: ['void'], when: 'opened by mistake' },
  ]),
  ...PAUSED.map((from): Transition => ({
    from,
    // The new deadline is ahead, so nobody is waited for after it.
    to: ['questions', ...ASKING.filter((state) => state !== 'waiting')],
    when: 'taken up again',
  })),
  { from: 'to_meeting', to: ['decided'], when: 'closed as decided' },
  { from: 'decided', to: ['ready_to_close'], when: 'an objection arrives as it closes' },
  { from: 'withdrawn', to: ['questions', ...BEGINNING], when: 'taken over' },
];

/** What was handed on is not handed on once more before its answer came back. */
function haltedFrom(from: RoundState): RoundState[] {
  const isElsewhere = from === 'passed_on' || from === 'escalated';
  return PAUSED.filter((to) => to !== from && !(isElsewhere && ELSEWHERE.has(to)));
}

/** True where a round can come from the one state into the other (docs/process.md §2.1). */
export function isTransition(from: RoundState, to: RoundState): boolean {
  return TRANSITIONS.some((one) => one.from === from && one.to.includes(to));
}
