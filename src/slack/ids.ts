import { objectionId, roundId, type ObjectionId, type RoundId } from '../core/ids.ts';

/**
 * Every id that leaves the process. Cards stay in channels for years, so these are a public API:
 * a test pins them, and one that is no longer used is answered, never met with silence.
 */
export const actionIds = {
  consent: 'round.answer.consent',
  object: 'round.answer.objection',
  moreTime: 'round.answer.more_time',
  takeBackAnswer: 'round.answer.take_back',
  changeAnswer: 'round.answer.change',
  addNote: 'round.answer.note',
  addNeeds: 'round.answer.needs',
  askQuestion: 'round.question',
  seeAnswers: 'round.answers.see',
  readAll: 'round.read',
  settleObjection: 'objection.settle',
  takeBackObjection: 'objection.take_back',
  rewordObjection: 'objection.reword',
  resolve: 'round.resolve',
  resolveOpen: 'resolve.open',
  resolveWay: 'resolve.way',
  changeCircle: 'circle.change',
  setUpCircle: 'circle.set_up',
  leave: 'circle.leave',
  backFromLeave: 'circle.back',
  openDecision: 'decision.open',
  proposeDeadline: 'proposal.deadline',
  proposePreset: 'proposal.preset',
  proposeCircle: 'proposal.circle',
  openCard: 'round.card',
} as const;

export const callbackIds = {
  circleForm: 'circle.form',
  circleLeave: 'circle.leave.form',
  circleShow: 'circle.show',
  proposalForm: 'proposal.form',
  proposalCircle: 'proposal.circle.form',
  objectionForm: 'objection.form',
  noteForm: 'answer.note.form',
  needsForm: 'answer.needs.form',
  questionForm: 'round.question.form',
  resolveForm: 'resolve.form',
  wayForm: 'resolve.way.form',
  message: 'message',
  proposeGlobal: 'propose_global',
  proposeFromMessage: 'propose_from_message',
} as const;

/** What a button about an objection carries: the round and the objection. */
export const objectionValue = {
  seal: (round: RoundId, objection: ObjectionId): string => `${round}:${objection}`,
  /** Null where the value is not one of ours. */
  open(value: string): { round: RoundId; objection: ObjectionId } | null {
    const [round, objection, ...rest] = value.split(':');
    if (!round || !objection || rest.length > 0) return null;
    return { round: roundId(round), objection: objectionId(objection) };
  },
};
