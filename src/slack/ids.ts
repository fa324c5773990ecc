import { circleId, memberId, objectionId, relayId, roundId } from '../core/ids.ts';
import type { CircleId, MemberId, ObjectionId, RelayId, RoundId } from '../core/ids.ts';

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
  giveThought: 'round.step.thought',
  nothingFurther: 'round.step.nothing_further',
  answerQuestion: 'round.step.answer',
  editDraft: 'round.step.edit',
  beginAnswers: 'round.step.ready',
  openAnswers: 'round.step.open',
  wasAway: 'decision.was_away',
  seeAnswers: 'round.answers.see',
  readAll: 'round.read',
  settleObjection: 'objection.settle',
  takeBackObjection: 'objection.take_back',
  rewordObjection: 'objection.reword',
  watchObjection: 'objection.watch',
  talkObjection: 'objection.talk',
  helpObjection: 'objection.help',
  adoptObjection: 'objection.adopt',
  acceptWording: 'objection.accept_wording',
  helpSayIt: 'objection.help_say_it',
  publishVersion: 'version.publish',
  ladderCall: 'ladder.call',
  ladderMeeting: 'ladder.meeting',
  ladderHelpers: 'ladder.helpers',
  ladderBroader: 'ladder.broader',
  compareVersions: 'version.compare',
  challengeWording: 'version.challenge',
  keepObjection: 'objection.keep',
  leaveMeOut: 'round.leave_out',
  wishToBeAsked: 'round.asked.wish',
  askMemberToo: 'round.asked.add',
  relayAnswer: 'relay.record',
  confirmRelay: 'relay.confirm',
  denyRelay: 'relay.deny',
  resolve: 'round.resolve',
  resolveOpen: 'resolve.open',
  resolveWay: 'resolve.way',
  changeCircle: 'circle.change',
  setUpCircle: 'circle.set_up',
  leave: 'circle.leave',
  backFromLeave: 'circle.back',
  memberLeft: 'circle.member.left',
  memberBack: 'circle.member.back',
  openDecision: 'decision.open',
  meetFirst: 'round.meet_first',
  recordMeeting: 'meeting.record',
  takeUp: 'pause.take_up',
  takeBack: 'pause.take_back',
  takeOver: 'round.take_over',
  adoptProposal: 'round.adopt',
  confirmVoid: 'round.void.confirm',
  takeVoidBack: 'round.void.take_back',
  giveTimeBack: 'round.deadline.give_back',
  raiseLate: 'decision.raise',
  answerLate: 'decision.raise.answer',
  lookAgain: 'decision.look_again',
  correctRecord: 'decision.correct',
  pauseDecision: 'decision.pause',
  unpauseDecision: 'decision.unpause',
  proposeDeadline: 'proposal.deadline',
  proposePreset: 'proposal.preset',
  proposeCircle: 'proposal.circle',
  proposeTopic: 'proposal.topic',
  proposeHow: 'proposal.how',
  openCard: 'round.card',
  keepDraft: 'draft.keep',
  openDraft: 'draft.open',
  readDraft: 'draft.read',
  discardDraft: 'draft.discard',
  listDrafts: 'draft.list',
} as const;

export const callbackIds = {
  circleForm: 'circle.form',
  circleLeave: 'circle.leave.form',
  circleShow: 'circle.show',
  proposalForm: 'proposal.form',
  proposalCircle: 'proposal.circle.form',
  objectionForm: 'objection.form',
  objectionHelp: 'objection.help.form',
  objectionClarity: 'objection.clarity.form',
  objectionWording: 'objection.wording.form',
  objectionWay: 'objection.way.form',
  objectionNote: 'objection.note.form',
  noteForm: 'answer.note.form',
  needsForm: 'answer.needs.form',
  questionForm: 'round.question.form',
  thoughtForm: 'round.step.thought.form',
  replyForm: 'round.step.answer.form',
  draftForm: 'round.step.edit.form',
  wasAwayForm: 'decision.was_away.form',
  meetingForm: 'meeting.form',
  meetingOutcomeForm: 'meeting.outcome.form',
  handOnForm: 'hand_on.form',
  lateForm: 'decision.raise.form',
  lateAnswerForm: 'decision.raise.answer.form',
  pauseForm: 'decision.pause.form',
  correctForm: 'decision.correct.form',
  versionForm: 'version.form',
  leaveOutForm: 'round.leave_out.form',
  relayForm: 'relay.form',
  resolveForm: 'resolve.form',
  wayForm: 'resolve.way.form',
  draftList: 'draft.list',
  message: 'message',
  proposeGlobal: 'propose_global',
  proposeFromMessage: 'propose_from_message',
} as const;

/** Slack takes each id once in a message: the same button of the n-th round in it, from 0. */
export const numberedId = {
  seal: (actionId: string, n: number): string => (n === 0 ? actionId : `${actionId}#${n}`),
  open: (actionId: string): string => actionId.replace(/#\d{1,3}$/u, ''),
};

/** What a button about a closed account carries: the circle, and the number of the event. */
export const closingValue = {
  seal: (circle: CircleId, seq: number): string => `${circle}:${seq}`,
  /** Null where the value is not one of ours. */
  open(value: string): { circle: CircleId; seq: number } | null {
    const [circle, seq, ...rest] = value.split(':');
    if (!circle || !/^\d{1,9}$/u.test(seq ?? '') || rest.length > 0) return null;
    return { circle: circleId(circle), seq: Number(seq) };
  },
};

/** What a button about a version carries: the round, the version, and where a page begins. */
export const versionValue = {
  seal: (round: RoundId, version: number, from = 0): string => `${round}:${version}:${from}`,
  /** Null where the value is not one of ours. */
  open(value: string): { round: RoundId; version: number; from: number } | null {
    const [round, version, from, ...rest] = value.split(':');
    const numbers = [Number(version), Number(from)] as const;
    if (!round || rest.length > 0 || !numbers.every(Number.isInteger)) return null;
    return { round: roundId(round), version: numbers[0], from: numbers[1] };
  },
};

/** What [Ask them too] carries: the round and the person. */
export const askingValue = {
  seal: (round: RoundId, who: MemberId): string => `${round}:${who}`,
  /** The person; an id that nobody has where the value is not one of ours. */
  open: (value: string): MemberId => memberId(value.split(':')[1] ?? ''),
};

/** What a button about a relayed answer carries: the round and the relay. */
export const relayValue = {
  seal: (round: RoundId, relay: RelayId): string => `${round}:${relay}`,
  /** The relay; an id that nobody has where the value is not one of ours. */
  open: (value: string): RelayId => relayId(value.split(':')[1] ?? ''),
};

/** What the button at a suggested wording carries: the same, and which suggestion. */
export const suggestionValue = {
  seal: (round: RoundId, objection: ObjectionId, suggestion: number): string =>
    `${round}:${objection}:${suggestion}`,
  /** Null where the value is not one of ours. */
  open(value: string): { objection: ObjectionId; suggestion: number } | null {
    const [round, objection, suggestion, ...rest] = value.split(':');
    if (!round || !objection || !/^\d{1,5}$/u.test(suggestion ?? '') || rest.length > 0)
      return null;
    return { objection: objectionId(objection), suggestion: Number(suggestion) };
  },
};

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
