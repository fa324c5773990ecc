import type { CommandType } from './round-deeds.ts';

/** Somebody comes, or goes whom others then have to do without. */
export type CircleMove =
  'owner_away' | 'owner_back' | 'proposer_gone' | 'proposer_back' | 'leaves' | 'joins';

/** One move of a plot: a deed by whose it is, a change of the circle, or time that goes by. */
export type PlotMove =
  /** `after` hours in which nothing was done: for an outage, those that the program was away. */
  | { readonly deed: CommandType; readonly after?: number }
  | { readonly circle: CircleMove }
  | { readonly everyone: 'consents' }
  | { readonly hours: number };

const deed = (type: CommandType): PlotMove => ({ deed: type });
const DAY = 24;

/**
 * What chance alone brings too rarely: a few moves towards it, each of which may be refused. They
 * are played in the middle of whatever else people do.
 */
export const PLOTS = {
  adoption: [deed('object'), { circle: 'owner_away' }, { hours: 5 }, deed('adopt_objection')],
  adoptionOfSilent: [
    deed('object'),
    { hours: 5 * DAY },
    { hours: 7 * DAY },
    deed('adopt_objection'),
  ],
  nobodyAdopts: [deed('object'), { circle: 'owner_away' }, { hours: 9 * DAY }],
  ownerBack: [deed('object'), { circle: 'owner_away' }, { hours: 3 }, { circle: 'owner_back' }],
  notYet: [deed('object'), deed('publish_next_version'), deed('keep_objection')],
  settled: [deed('object'), deed('publish_next_version'), deed('settle_objection')],
  watched: [deed('object'), deed('make_note'), { everyone: 'consents' }, { hours: 26 }],
  worked: [
    ...[deed('object'), deed('ask_clarity'), deed('ask_aim_link'), deed('suggest_wording')],
    ...[deed('accept_wording'), deed('suggest_way'), deed('ask_talk'), deed('ask_help')],
  ],
  idle: [{ everyone: 'consents' }, deed('object'), { hours: 3 * DAY }, { hours: 4 * DAY }],
  meeting: [deed('to_meeting'), { hours: 1 }, deed('record_meeting')],
  met: [deed('to_meeting'), deed('record_meeting'), deed('consent'), deed('decide')],
  stuck: [
    ...[deed('object'), deed('publish_next_version'), deed('keep_objection')],
    ...[deed('publish_next_version'), deed('keep_objection'), deed('publish_next_version')],
    ...[deed('to_meeting'), deed('record_meeting'), deed('publish_next_version')],
  ],
  more: [deed('consent'), deed('publish_next_version'), deed('challenge_wording')],
  holds: [deed('ask_more_time'), { hours: 5 * DAY }, deed('ask_more_time'), { hours: 5 * DAY }],
  relayed: [deed('relay_answer'), deed('confirm_relay')],
  denied: [deed('relay_answer'), deed('deny_relay')],
  proposerGone: [{ circle: 'proposer_gone' }, { hours: 1 }, deed('adopt_proposal')],
  nobodyLooks: [{ circle: 'proposer_gone' }, { hours: 9 * DAY }, { hours: 8 * DAY }],
  proposerBack: [{ circle: 'proposer_gone' }, { hours: 3 }, { circle: 'proposer_back' }],
  silence: [{ hours: 9 * DAY }, { hours: 6 * DAY }, { hours: 9 * DAY }],
  questions: [
    ...[deed('ask_question'), deed('answer_question'), deed('give_thought')],
    ...[deed('say_nothing_further'), { hours: 3 * DAY }, deed('begin_answers')],
  ],
  parked: [deed('park'), { hours: 14 * DAY }, deed('resume')],
  mistake: [deed('void'), { hours: 1 }, deed('confirm_void')],
  noMistake: [deed('void'), { hours: 1 }, deed('take_void_back')],
  takenOver: [deed('withdraw'), { hours: 3 }, deed('take_over')],
  late: [
    ...[{ everyone: 'consents' } as const, { hours: 26 }, deed('decide'), { hours: 3 }],
    ...[deed('object_late'), { hours: 9 * DAY }, { hours: 5 * DAY }, deed('answer_late_objection')],
  ],
  asItClosed: [
    ...[{ everyone: 'consents' } as const, { hours: 26 }, deed('decide'), deed('object_late')],
    ...[deed('settle_objection'), { everyone: 'consents' } as const, deed('decide')],
  ],
  paused: [
    ...[{ everyone: 'consents' } as const, { hours: 26 }, deed('decide')],
    ...[deed('pause_decision'), deed('unpause_decision'), deed('say_i_was_away')],
    deed('correct_record'),
  ],
  outage: [{ everyone: 'consents' }, { hours: 1 }, { deed: 'add_back_outage', after: 9 * DAY }],
  outageInQuestions: [{ deed: 'add_back_outage', after: 3 * DAY }],
  shortened: [deed('shorten'), { hours: 1 }, deed('give_time_back'), deed('shorten')],
  urgent: [deed('shorten'), { everyone: 'consents' }, { hours: 2 * DAY }],
  // Where a facilitator opens: asked for, nobody looks at it for days, and it is opened at last.
  opened: [deed('begin_answers'), { hours: 1 }, deed('open_answers')],
  openedLate: [
    ...[{ hours: 3 * DAY } as const, deed('begin_answers'), { hours: 4 * DAY } as const],
    ...[deed('open_answers'), { everyone: 'consents' } as const],
  ],
  wasAway: [
    ...[deed('consent'), deed('consent'), { hours: 9 * DAY } as const],
    ...[deed('decide'), { hours: 1 } as const, deed('say_i_was_away')],
  ],
  tooFewHeard: [deed('consent'), { hours: 9 * DAY }, { hours: 9 * DAY }],
  joined: [
    ...[{ circle: 'leaves' } as const, { hours: 1 }, { circle: 'joins' } as const],
    ...[deed('wish_to_be_asked'), deed('ask_member_too'), { everyone: 'consents' } as const],
  ],
} as const satisfies Readonly<Record<string, readonly PlotMove[]>>;

/** The name of a plot. */
export type PlotName = keyof typeof PLOTS;
