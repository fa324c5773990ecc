const card = { card: true, thread: false, direct: 'nobody' } as const;
const said = { card: true, thread: true, direct: 'nobody' } as const;

/** Who hears of the question step, and of who opens the consent step (§2.1, §3, §D13). */
export const QUESTION_STEP_HEARINGS = {
  question_answered: said,
  thought_given: card,
  nothing_further_said: card,
  draft_changed: card,
  thoughts_shown: said,
  question_step_ended: { ...card, direct: 'proposer' },
  question_step_idle: { ...card, direct: 'facilitators' },
  question_step_moved: said,
  opening_asked: { ...said, direct: 'facilitators' },
  opening_idle: { ...said, direct: 'facilitators' },
  answers_begun: said,
} as const;
