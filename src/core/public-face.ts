import { EMPTY_DOCUMENT, type Document } from './document.ts';
import type { ObjectionText } from './objection.ts';
import type { RelayedSaying } from './relayed-answer.ts';
import type { Round } from './round.ts';
import type { RoundEvent, RoundEventType } from './round-event.ts';
import { replayRound } from './round-history.ts';
import type { Wording } from './version.ts';

/** What stands in the place of texts that people wrote; the words are chosen at the edge. */
export type InPlace = { readonly title: string; readonly text: string };

/** Everything in which nobody has written anything: the compiler asks for each new event. */
const UNWRITTEN = {
  answer_taken_back: true,
  objection_settled: true,
  objection_taken_back: true,
  hold_ended: true,
  members_reminded: true,
  deadline_passed: true,
  became_ready: true,
  grace_restarted: true,
  closing_opened_to_members: true,
  round_decided: true,
  relay_confirmed: true,
  relay_denied: true,
  stand_in_declared: true,
  member_returned: true,
  asking_wished: true,
  member_added_to_round: true,
  wording_challenged: true,
  wording_stood: true,
  objection_stands: true,
  nothing_further_said: true,
  thoughts_shown: true,
  question_step_ended: true,
  question_step_idle: true,
  question_step_moved: true,
  opening_asked: true,
  opening_idle: true,
  answers_begun: true,
  deadline_given_back: true,
  nobody_answered: true,
  floor_missed: true,
  round_woke: true,
  round_taken_over: true,
  proposer_left: true,
  proposer_returned: true,
  proposal_adopted: true,
  proposal_unadopted: true,
  late_objection_reminded: true,
  late_objection_unanswered: true,
  round_reopened: true,
  decision_unpaused: true,
  void_taken_back: true,
  decision_superseded: true,
  decision_restored: true,
  aim_link_asked: true,
  talk_asked: true,
  objector_contacted: true,
  owner_asked_for_idea: true,
  circle_asked_for_ideas: true,
  objector_away: true,
  objector_back: true,
  objection_adopted: true,
  objection_lapsed_to_note: true,
  help_asked: true,
} as const satisfies Partial<Record<RoundEventType, true>>;

type Written = Exclude<RoundEvent, { readonly type: keyof typeof UNWRITTEN }>;

/**
 * A confidential round as everybody in the channel may see it: who, when, how it stands and whose
 * turn it is, and no word that anybody wrote. It is told from the same events, each without its
 * texts, so that no part of the round can keep one.
 *
 * Source: docs/process.md §4.4.
 */
export function publicFace(events: readonly RoundEvent[], instead: InPlace): Round {
  return replayRound(events.map((event) => publicEvent(event, instead)));
}

/** An event with something neutral in the place of each text that people wrote (§4.4). */
export function publicEvent(event: RoundEvent, instead: InPlace): RoundEvent {
  return isWritten(event) ? withoutTexts(event, instead) : event;
}

function isWritten(event: RoundEvent): event is Written {
  return !Object.hasOwn(UNWRITTEN, event.type);
}

function withoutTexts(event: Written, instead: InPlace): RoundEvent {
  const { text } = instead;
  switch (event.type) {
    case 'round_opened':
      return opened(event, instead);
    case 'draft_changed':
      return { ...event, ...wording(instead), replaces: null };
    case 'version_published':
      return { ...event, ...wording(instead) };
    case 'objection_raised':
    case 'objection_reworded':
    case 'late_objection_raised':
    case 'wording_suggested':
      return { ...event, ...objection(instead) };
    case 'answer_relayed':
      return { ...event, said: relayed(event.said, instead), supporter: null };
    case 'consented':
    case 'taken_to_meeting':
    case 'meeting_recorded':
    case 'was_away':
      return { ...event, note: null };
    case 'more_time_asked':
      return { ...event, needs: null };
    case 'deadline_extended':
    case 'round_withdrawn':
      return { ...event, reason: null };
    case 'deadline_shortened':
    case 'void_asked':
    case 'round_voided':
    case 'decision_paused':
      return { ...event, reason: text };
    case 'question_asked':
    case 'question_answered':
    case 'thought_given':
    case 'clarity_asked':
    case 'late_objection_answered':
    case 'record_corrected':
      return { ...event, text };
    case 'way_suggested':
      return { ...event, text: null };
    default:
      return further(event, instead);
  }
}

type Further = Extract<
  Written,
  {
    readonly type:
      | 'member_excused'
      | 'objection_became_note'
      | 'round_parked'
      | 'round_handed_on'
      | 'round_resumed';
  }
>;

function further(event: Further, { text }: InPlace): RoundEvent {
  switch (event.type) {
    case 'member_excused':
      return event.why === undefined ? event : { ...event, why: text };
    case 'objection_became_note':
      return { ...event, note: text };
    case 'round_parked':
      return { ...event, nextStep: text };
    case 'round_handed_on':
      return { ...event, to: text, reason: text, summary: text, channelId: null };
    case 'round_resumed':
      return event.answer === undefined ? event : { ...event, answer: null };
  }
}

/** Whom it names is one of the things that it says. */
function opened(event: Written & { readonly type: 'round_opened' }, instead: InPlace): RoundEvent {
  const { concerns: _concerns, ...terms } = event.terms;
  return { ...event, ...wording(instead), replaces: null, terms };
}

function wording({ title, text }: InPlace): Pick<Wording, 'title' | 'need' | 'document' | 'link'> {
  return { title, need: text, document: documentOf(text), link: null };
}

function objection({ text }: InPlace): ObjectionText {
  return { harm: text, effect: text, remedy: null };
}

function relayed(said: RelayedSaying, instead: InPlace): RelayedSaying {
  if (said.kind === 'consent') return { ...said, note: null };
  return said.kind === 'more_time' ? { ...said, needs: null } : { ...said, ...objection(instead) };
}

function documentOf(text: string): Document {
  if (text === '') return EMPTY_DOCUMENT;
  return { paragraphs: [{ kind: 'paragraph', indent: 0, spans: [{ text }] }] };
}
