import { describe, expect, test } from 'vitest';
import type { Circle } from '../../src/core/circle.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { HEARINGS, noticesOf, type NoticeKind } from '../../src/core/notice.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { evolveRound } from '../../src/core/round-history.ts';
import {
  allConsent,
  allConsentBut,
  ana,
  asksTime,
  bakery,
  bakeryAfter,
  ben,
  cai,
  closesAccount,
  consents,
  deadline,
  decides,
  dee,
  eli,
  extendedDeadline,
  goesOnLeave,
  goesToMeeting,
  objectionOf,
  objectionText,
  objects,
  parks,
  settles,
  sundayOpened,
  sundayOpening,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';
import { published, reworded } from '../support/versions.ts';

const clock = { at: wednesday, by: null } as const;
const passed = { type: 'deadline_passed', at: deadline, by: null } as const;
const excused = (reason: 'on_leave' | 'deactivated' | 'left', member = eli) =>
  ({ type: 'member_excused', member, reason, ...clock }) as const;
const extended = (cause: 'silence' | 'member') =>
  ({
    ...({
      type: 'deadline_extended',
      deadlineAt: extendedDeadline,
      reason: null,
    } as const),
    cause,
    ...clock,
  }) as const;

/** The notices of the last of these events, in the bakery. */
function noticesAfter(events: readonly RoundEvent[], circle: Circle = bakery) {
  const last = events.at(-1);
  if (!last) throw new Error('An event is needed');
  const { round } = given(sundayOpening, ...events.slice(0, -1));
  return noticesOf(last, evolveRound(round, last), circle);
}

function toldBy(kind: NoticeKind, events: readonly RoundEvent[], circle?: Circle): MemberId[] {
  return noticesAfter(events, circle).flatMap((notice) =>
    notice.kind === kind && 'to' in notice ? [notice.to] : [],
  );
}
const directTo = (events: readonly RoundEvent[], circle?: Circle) =>
  toldBy('direct', events, circle);
const nudgedBy = (events: readonly RoundEvent[]) => toldBy('nudge', events);

describe('the card and its thread', () => {
  test('the opening posts the card, and nothing else', () => {
    expect(noticesOf(sundayOpened, sundayOpening, bakery)).toEqual([
      { kind: 'card', roundId: sundayOpening.id },
    ]);
  });

  test('an answer draws the card anew, without a post (§D13)', () => {
    expect(noticesAfter([consents(ana)])).toEqual([{ kind: 'card', roundId: sundayOpening.id }]);
  });

  test('an objection is posted under the card, by the number of its event', () => {
    const { id: roundId } = sundayOpening;
    expect(noticesAfter([consents(ana), objects(dee)])).toMatchObject([
      { kind: 'card', roundId },
      { kind: 'thread', roundId, seq: 3 },
      { kind: 'objection', roundId, objectionId: objectionOf(dee) },
      { kind: 'direct', to: ana },
      { kind: 'direct', to: cai },
      { kind: 'direct', to: ben },
    ]);
  });

  test('every transition is posted, and only transitions are', () => {
    const posted = Object.entries(HEARINGS).filter(([, { thread }]) => thread);
    expect(posted.map(([type]) => type)).toEqual([
      'question_asked',
      'was_away',
      'objection_raised',
      'objection_settled',
      'objection_taken_back',
      'version_published',
      'wording_challenged',
      'objection_stands',
      'deadline_extended',
      'deadline_shortened',
      'deadline_given_back',
      'closing_opened_to_members',
      'round_decided',
      'void_asked',
      'void_taken_back',
      'round_voided',
      'round_withdrawn',
      'late_objection_raised',
      'late_objection_unanswered',
      'late_objection_answered',
      'round_reopened',
      'decision_paused',
      'decision_unpaused',
      'record_corrected',
      'decision_superseded',
      'decision_restored',
      'taken_to_meeting',
      'round_parked',
      'nobody_answered',
      'floor_missed',
      'round_resumed',
      'meeting_recorded',
      'round_handed_on',
      'round_taken_over',
      'question_answered',
      'thoughts_shown',
      'question_step_moved',
      'opening_asked',
      'opening_idle',
      'answers_begun',
      'proposer_left',
      'proposer_returned',
      'proposal_adopted',
      'proposal_unadopted',
      'stand_in_declared',
      'circle_asked_for_ideas',
      'objection_became_note',
      'objection_adopted',
      'objection_lapsed_to_note',
    ]);
  });

  test('a reminder leaves the card alone', () => {
    const reminded = { type: 'members_reminded', occasion: 'half_time', members: [eli] } as const;
    expect(noticesAfter([{ ...reminded, ...clock }])).toEqual([
      { kind: 'nudge', roundId: sundayOpening.id, to: eli },
    ]);
  });
});

describe('who is written to', () => {
  const leave = { fromOn: '2026-06-01', untilOn: null };

  test('facilitators and proposer hear of an objection, its owner does not', () => {
    expect(directTo([objects(dee)])).toEqual([ana, cai, ben]);
    expect(directTo([objects(ana)])).toEqual([cai, ben]);
  });

  test('a facilitator who proposes hears once', () => {
    const own = { ...sundayOpening, proposedBy: ana };
    const notices = noticesOf(objects(dee), evolveRound(own, objects(dee)), bakery);
    expect(notices.filter(({ kind }) => kind === 'direct')).toHaveLength(2);
  });

  test('facilitators on leave are left in peace', () => {
    expect(directTo([asksTime(eli)], bakeryAfter(goesOnLeave(cai, leave)))).toEqual([ana]);
  });

  test('nobody is told of what they did themselves, except the outcome', () => {
    expect(directTo([asksTime(ana)])).toEqual([cai]);
    expect(directTo([...allConsent(), decides(wednesday, ana)])).toContain(ana);
  });

  test('the outcome goes to the proposer and to all who answered', () => {
    const decided = [...allConsentBut([ben, eli]), excused('on_leave'), decides(wednesday)];
    expect(directTo(decided)).toEqual([ben, ana, cai, dee]);
  });

  test('the proposer and who takes the next step hear of it when a round is parked', () => {
    expect(directTo([parks(wednesday)])).toEqual([ben, dee]);
    expect(directTo([{ ...parks(wednesday), who: ana }])).toEqual([ben]);
    expect(directTo([{ ...parks(wednesday), by: ben }])).toEqual([dee]);
  });

  test('of a meeting that parks it the proposer hears once, by the event that does', () => {
    const met = { type: 'meeting_recorded', present: [ana], note: null } as const;
    const recorded = (outcome: 'parked' | 'new_text') =>
      [goesToMeeting(wednesday), { ...met, outcome, at: wednesday, by: ana }] as const;
    expect(directTo(recorded('parked'))).toEqual([]);
    expect(directTo(recorded('new_text'))).toEqual([ben]);
  });

  test('facilitators hear that a round is ready, of a hold and of its end', () => {
    expect(directTo([...allConsent(), { type: 'became_ready', ...clock }])).toEqual([ana, cai]);
    expect(directTo([asksTime(eli)])).toEqual([ana, cai]);
    const ended = [asksTime(eli), { type: 'hold_ended', member: eli, ...clock } as const];
    expect(directTo(ended)).toEqual([ana, cai]);
    expect(nudgedBy(ended)).toEqual([eli]);
  });

  test('nobody is written to about what stands in the thread', () => {
    const said = { at: wednesday, by: dee };
    const reworded = { objectionId: objectionOf(dee), ...objectionText, ...said };
    const histories: RoundEvent[][] = [
      [{ type: 'question_asked', text: 'Who opens the shop?', ...said }],
      [objects(dee), { type: 'objection_reworded', ...reworded }],
      [objects(dee), settles(dee, wednesday)],
      [goesToMeeting(wednesday)],
      [{ type: 'round_withdrawn', reason: null, at: wednesday, by: ben }],
    ];
    for (const events of histories) {
      expect(directTo(events)).toEqual([]);
    }
  });
});

describe('the deadline', () => {
  test('facilitators hear when it has come and an objection is open', () => {
    expect(directTo([...allConsentBut([dee]), objects(dee), passed])).toEqual([ana, cai]);
  });

  test('nobody hears of it where the round goes on by itself', () => {
    expect(directTo([...allConsentBut([eli]), passed])).toEqual([]);
    expect(directTo([...allConsent(), passed])).toEqual([]);
  });

  test('facilitators hear when it came a second time and somebody is silent', () => {
    expect(directTo([consents(dee), extended('silence'), passed])).toEqual([ana, cai]);
  });

  test('where nobody answered they hear it by the event that parks it, and not twice', () => {
    expect(directTo([extended('silence'), passed])).toEqual([]);
  });

  test('the extension for silence nudges those who are silent, others do not', () => {
    expect(nudgedBy([...allConsentBut([dee, eli]), passed, extended('silence')])).toEqual([
      dee,
      eli,
    ]);
    expect(nudgedBy([extended('member')])).toEqual([]);
  });
});

describe('somebody is excused', () => {
  test('the card shows it, and nobody is bothered with a leave', () => {
    expect(noticesAfter([excused('on_leave')])).toEqual([
      { kind: 'card', roundId: sundayOpening.id },
    ]);
  });

  test('facilitators hear where an account was closed', () => {
    expect(directTo([excused('deactivated')])).toEqual([ana, cai]);
  });

  test('a closed account is told once for the circle, and not again in each round', () => {
    const closed = bakeryAfter(closesAccount(dee, wednesday));
    const away = { type: 'objector_away', objectionId: objectionOf(dee), ...clock } as const;
    expect(directTo([excused('deactivated', dee)], closed)).toEqual([]);
    expect(directTo([objects(dee), { ...away, reason: 'deactivated' }], closed)).toEqual([]);
    // Of what changes later they are told: here an outage gave time back.
    const later = { ...away, reason: 'deactivated', at: deadline } as const;
    expect(directTo([objects(dee), later], closed)).toEqual([ana, cai]);
    // Who looks after the round, and does not keep the circle, has not heard of it otherwise.
    const alone = {
      type: 'facilitators_changed',
      facilitators: [cai],
      at: wednesday,
      by: cai,
    } as const;
    const standIn = {
      type: 'settings_changed',
      changes: { standIn: eli },
      at: wednesday,
      by: cai,
    } as const;
    const circle = bakeryAfter(alone, standIn, closesAccount(dee, wednesday));
    const caiProposed = { ...sundayOpening, proposedBy: cai };
    const { round } = given(caiProposed, objects(dee));
    const gone = { ...away, reason: 'deactivated' } as const;
    const told = noticesOf(gone, evolveRound(round, gone), circle).filter(
      ({ kind }) => kind === 'direct',
    );
    expect(told).toMatchObject([{ to: eli }]);
  });

  test('facilitators hear where somebody leaves an open objection behind, once', () => {
    const away = { type: 'objector_away', objectionId: objectionOf(dee), ...clock } as const;
    expect(directTo([objects(dee), { ...away, reason: 'left' }])).toEqual([ana, cai]);
    expect(directTo([objects(dee), excused('left', dee)])).toEqual([]);
    expect(directTo([objects(dee), excused('deactivated', dee)])).toEqual([]);
    expect(directTo([objects(dee), excused('left', eli)])).toEqual([]);
  });
});

describe('work on an objection', () => {
  const about = { objectionId: objectionOf(dee) };
  const said = { ...about, at: wednesday, by: ana };
  const told = (event: RoundEvent) => directTo([objects(dee), event]);
  const { id: roundId } = sundayOpening;

  test('stays in the objection’s own thread: neither card nor thread below it', () => {
    const { objectionId } = about;
    expect(noticesAfter([objects(dee), { type: 'aim_link_asked', ...said }])).toEqual([
      { kind: 'objection', roundId, objectionId },
      { kind: 'objection_thread', roundId, objectionId, seq: 3 },
      { kind: 'direct', roundId, seq: 3, to: dee },
    ]);
  });

  test('is told to its owner, who has something to do', () => {
    expect(told({ type: 'clarity_asked', text: 'Which Monday?', ...said })).toEqual([dee]);
    expect(told({ type: 'wording_suggested', ...objectionText, ...said })).toEqual([dee]);
    expect(told({ type: 'way_suggested', way: 'pilot', text: null, ...said })).toEqual([]);
  });

  test('a call is told to its owner, the proposer and the facilitators, not to who wants it', () => {
    expect(told({ type: 'talk_asked', ...said, by: eli })).toEqual([dee, ben, ana, cai]);
    expect(told({ type: 'talk_asked', ...said, by: dee })).toEqual([ben, ana, cai]);
    expect(told({ type: 'talk_asked', ...said, by: ben })).toEqual([dee, ana, cai]);
    expect(told({ type: 'objector_contacted', ...said, by: null })).toEqual([dee, ana, cai]);
  });

  test('its former owner hears who takes it on, also where it goes on to a further member', () => {
    const adopted = { type: 'objection_adopted', ...about, at: wednesday } as const;
    expect(told({ ...adopted, by: eli })).toEqual([dee]);
    const again = [objects(dee), { ...adopted, by: eli }, { ...adopted, by: cai }];
    expect(directTo(again)).toEqual([eli]);
  });

  test('help with the words is for facilitators, else for the proposer', () => {
    const helps = { type: 'help_asked', at: wednesday, by: dee } as const;
    expect(directTo([helps])).toEqual([ana, cai]);
    const leave = { fromOn: '2026-06-01', untilOn: null };
    expect(directTo([{ ...helps, by: ana }], bakeryAfter(goesOnLeave(cai, leave)))).toEqual([ben]);
  });

  test('an objection that nobody adopted is told to everyone who is asked again', () => {
    const asking = { asked: [ana, ben, cai, eli], away: [], deadlineAt: extendedDeadline };
    const lapsed = { type: 'objection_lapsed_to_note', asking, ...about, ...clock } as const;
    expect(told(lapsed)).toEqual([ana, ben, cai, eli]);
  });

  test('what happens to the round draws the messages of open objections anew', () => {
    const drawn = noticesAfter([objects(dee), objects(eli), parks(wednesday)]);
    expect(drawn.filter(({ kind }) => kind === 'objection')).toHaveLength(2);
    const settled = noticesAfter([objects(dee), settles(dee, wednesday), parks(wednesday)]);
    expect(settled.filter(({ kind }) => kind === 'objection')).toEqual([]);
  });
});

describe('a version that a facilitator publishes (§2.6)', () => {
  const forBen = { by: ana, onBehalf: 'agreed' } as const;

  test('is told to its proposer at once, beside whoever objects', () => {
    const events = [consents(cai), objects(dee), published(2, forBen)];
    expect(directTo(events)).toEqual([dee, ben]);
    expect(nudgedBy(events)).toEqual([cai, eli]);
  });

  test('is told to a proposer who is away, and was not asked', () => {
    expect(directTo([published(2, { by: ana, onBehalf: 'away' })])).toEqual([ben]);
  });

  test('is told to its proposer where only the wording changed, answered or not', () => {
    const worded = { ...reworded(2), ...forBen };
    expect(directTo([worded])).toEqual([ben]);
    expect(directTo([consents(ben), consents(cai), worded])).toEqual([ben, cai]);
  });

  test('is told to no proposer who is gone, nor to one who publishes it', () => {
    const gone = { type: 'proposer_left', untilAt: deadline, ...clock } as const;
    expect(directTo([gone, published(2, { by: ana, onBehalf: 'away' })])).toEqual([]);
    expect(directTo([published(2)])).toEqual([]);
  });
});
