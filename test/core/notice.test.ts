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
      { kind: 'direct', to: ana },
      { kind: 'direct', to: cai },
      { kind: 'direct', to: ben },
    ]);
  });

  test('every transition is posted, and only transitions are', () => {
    const posted = Object.entries(HEARINGS).filter(([, { thread }]) => thread);
    expect(posted.map(([type]) => type)).toEqual([
      'question_asked',
      'objection_raised',
      'objection_reworded',
      'objection_settled',
      'objection_taken_back',
      'deadline_extended',
      'closing_opened_to_members',
      'round_decided',
      'round_withdrawn',
      'taken_to_meeting',
      'round_parked',
      'round_resumed',
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

  test('who takes the next step hears of it when a round is parked', () => {
    expect(directTo([parks(wednesday)])).toEqual([dee]);
    expect(directTo([{ ...parks(wednesday), who: ana }])).toEqual([]);
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
    expect(directTo([extended('silence'), passed])).toEqual([ana, cai]);
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

  test('facilitators hear where somebody leaves an open objection behind', () => {
    expect(directTo([objects(dee), excused('left', dee)])).toEqual([ana, cai]);
    expect(directTo([objects(dee), excused('left', eli)])).toEqual([]);
  });
});
