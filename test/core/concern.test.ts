import { describe, expect, test } from 'vitest';
import { nextDueAt } from '../../src/core/clock.ts';
import { circleFor, removedMember } from '../../src/core/concern.ts';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { decisionOf } from '../../src/core/decision.ts';
import { draftOf } from '../../src/core/draft.ts';
import { channelId, objectionId, relayId } from '../../src/core/ids.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { decideProposal, type ProposalForm } from '../../src/core/proposal.ts';
import { currentVersion, type Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { requiredMembers } from '../../src/core/standing.ts';
import { keepersOf, standInsOf } from '../../src/core/standing-in.ts';
import { waysOn } from '../../src/core/ways-on.ts';
import {
  ana,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  consents,
  DAY,
  deadline,
  decides,
  dee,
  eli,
  fay,
  goesOnLeave,
  goesToMeeting,
  HOUR,
  leavesCircle,
  monday,
  objectionOf,
  objectionText,
  objects,
  olu,
  parks,
  sundayForm,
  sundayOpened,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given, givenProposer } from '../support/given.ts';

const at = wednesday;
const form: ProposalForm = {
  ...sundayForm,
  title: 'Cai leaves the bakery',
  topic: 'membership',
  concerns: cai,
  isRemoval: true,
};
const proposes = (changes: Partial<ProposalForm> = {}, by = ben, id = sundayOpened.id) => ({
  ...{ id, number: 32, at: monday, by },
  form: { ...form, ...changes },
});

function openedBy(changes: Partial<ProposalForm> = {}, circle = bakery): RoundEvent {
  const ruling = decideProposal(circle, proposes(changes));
  if (!('events' in ruling) || !ruling.events[0]) throw new Error(JSON.stringify(ruling));
  return ruling.events[0];
}

/** Ben proposes that Cai, who facilitates, leaves the circle. */
const opening = openedBy();
const removal: Round = replayRound([opening]);
const othersConsent = [ana, ben, dee, eli].map((who) => consents(who));
/** Questions come first; Cai is a secretary too, and would stand in. */
const asks: Round = replayRound([
  {
    ...opening,
    ...(opening.type === 'round_opened' && {
      step: { questionsUntilAt: bakeryTime('2026-06-03 17:00'), isSkipped: false },
    }),
  },
]);
const everyRole = bakeryAfter(
  { type: 'secretaries_changed', secretaries: [cai], at: monday, by: ana },
  { type: 'settings_changed', changes: { standIn: cai }, at: monday, by: ana },
);

describe('a proposal about taking somebody out of the circle', () => {
  test('asks everyone but them, and keeps in its terms whom it is about', () => {
    expect(opening).toMatchObject({
      asked: [ana, ben, dee, eli],
      away: [],
      terms: {
        silencePolicy: 'explicit',
        topic: 'membership',
        concerns: { member: cai, isRemoval: true },
      },
    });
    expect(opening).not.toHaveProperty('concerns');
    expect(opening).not.toHaveProperty('isRemoval');
    expect(removedMember(removal)).toBe(cai);
    expect(requiredMembers(removal)).not.toContain(cai);
  });

  test('does not count them among the people away either', () => {
    const away = bakeryAfter(
      goesOnLeave(cai, { fromOn: '2026-06-01', untilOn: null }),
      goesOnLeave(dee, { fromOn: '2026-06-01', untilOn: null }),
    );
    expect(openedBy({ owner: ana }, away)).toMatchObject({ away: [{ member: dee }] });
  });

  test('is decided without them, and the record says who was not asked', () => {
    const { round } = given(removal, ...othersConsent).when({
      ...{ type: 'decide', decisionNumber: 12, at: thursday, by: ana },
    });
    const record = decisionOf(round);
    expect(record?.concerns).toEqual({ member: cai, isRemoval: true });
    expect(record?.answers.map(({ member }) => member)).not.toContain(cai);
  });

  test('of the first release names nobody: old events replay', () => {
    const old = replayRound([sundayOpened]);
    expect(removedMember(old)).toBeNull();
    expect(circleFor(old, bakery)).toBe(bakery);
  });

  test.each<[string, Partial<ProposalForm>, MemberId, object[]]>([
    ['nobody named', { concerns: null }, ben, [{ field: 'concerns', code: 'field_missing' }]],
    [
      'somebody who is not in the circle',
      { concerns: olu },
      ben,
      [{ field: 'concerns', code: 'concerned_not_in_circle' }],
    ],
    [
      'oneself: leaving needs no proposal',
      { concerns: ben },
      ben,
      [{ field: 'concerns', code: 'own_departure' }],
    ],
    [
      'the person as the one who looks after it',
      { owner: cai },
      ben,
      [{ field: 'owner', code: 'owner_concerned' }],
    ],
  ])('is refused with %s', (_, changes, by, problems) => {
    givenProposer(bakery).lacks(proposes(changes, by), ...problems);
  });

  test('is refused where fewer than two others are here', () => {
    const gone = [ana, dee, eli].map((who) =>
      goesOnLeave(who, { fromOn: '2026-06-01', untilOn: null }),
    );
    const problem = { field: 'concerns', code: 'too_few_beside' } as const;
    givenProposer(bakeryAfter(...gone)).lacks(proposes(), problem);
  });

  test('counts only where the topic is about one person', () => {
    expect(openedBy({ topic: 'roles' })).toMatchObject({ asked: expect.arrayContaining([cai]) });
    const kept = openedBy({ topic: 'one_member' });
    expect(kept).toMatchObject({
      asked: expect.arrayContaining([cai]),
      terms: { concerns: { member: cai, isRemoval: false } },
    });
  });

  test('may be about a learning member, who is not asked anyway', () => {
    const about = replayRound([openedBy({ concerns: fay })]);
    expect(removedMember(about)).toBe(fay);
    given(about)
      .when({ type: 'consent', at, by: fay })
      .refused('member_concerned', { facilitators: [ana, cai] });
  });
});

describe('about one member’s pay, role or conduct', () => {
  test('they are asked like the others, also about their own proposal', () => {
    const about = openedBy({ topic: 'one_member', concerns: ben });
    expect(about).toMatchObject({
      asked: [ana, ben, cai, dee, eli],
      terms: { topic: 'one_member', concerns: { member: ben, isRemoval: false } },
    });
    given(replayRound([about]))
      .when({ type: 'consent', at, by: ben })
      .happens({ by: ben });
  });

  test('names the person', () => {
    const problem = { field: 'concerns', code: 'field_missing' } as const;
    givenProposer(bakery).lacks(proposes({ topic: 'one_member', concerns: null }), problem);
  });
});

const about = { objectionId: objectionOf(dee) };
const object: RoundCommand = {
  ...{ type: 'object', objectionId: objectionId('own'), ...objectionText, at, by: cai },
};
const { title, need, document, owner, reviewOn, link } = currentVersion(removal);
const wording = { title, need: `${need} More.`, document, owner, reviewOn, link };
const publish = (by: MemberId, changes: object = {}): RoundCommand => ({
  ...{ type: 'publish_next_version', basedOn: 1, change: 'substance', answersObjections: [] },
  ...{ linkedDocumentChanged: false, proposerAgrees: true, at, by },
  wording: { ...wording, ...changes },
});
const deadlineAt = bakeryTime('2026-06-10 17:00');
const said = { at, by: cai };
const away = {
  type: 'objector_away',
  ...about,
  reason: 'on_leave',
  at: tuesday,
  by: null,
} as const;
const withdrawn = { type: 'round_withdrawn', reason: null, at: tuesday, by: ben } as const;

/** Everything that deciding members, facilitators and secretaries do, and a guest does not. */
const BARRED: readonly (readonly [string, readonly RoundEvent[], RoundCommand])[] = [
  ['consent', [], { type: 'consent', ...said }],
  ['ask for more time', [], { type: 'ask_more_time', needs: null, ...said }],
  ['object', [], object],
  ['take an answer back', [], { type: 'take_back_answer', ...said }],
  ['wish to be asked', [], { type: 'wish_to_be_asked', ...said }],
  ['be left out', [], { type: 'leave_me_out', why: 'Kin', ...said }],
  ['ask for help with an objection', [], { type: 'ask_help', ...said }],
  ['adopt an objection', [objects(dee), away], { type: 'adopt_objection', ...about, ...said }],
  [
    'ask an objector for clarity',
    [objects(dee)],
    { type: 'ask_clarity', text: 'How?', ...about, ...said },
  ],
  [
    'suggest a way',
    [objects(dee)],
    { type: 'suggest_way', way: 'pilot', text: null, ...about, ...said },
  ],
  ['publish a version', [], publish(cai)],
  ['say that wording is more', [], { type: 'challenge_wording', versionNumber: 1, ...said }],
  ['close', othersConsent, { type: 'decide', decisionNumber: 12, ...said, at: thursday }],
  ['extend', [], { type: 'extend', deadlineAt, reason: null, ...said }],
  ['take it to a meeting', [], { type: 'to_meeting', note: null, ...said }],
  ['park', [], { type: 'park', nextStep: 'Ask', who: dee, untilOn: '2026-07-01', ...said }],
  ['resume', [parks(tuesday)], { type: 'resume', deadlineAt, ...said }],
  [
    'pass it on',
    [],
    {
      ...{ type: 'pass_on', to: 'Mill', channelId: channelId('C0MILL') },
      ...{ reason: 'Theirs', summary: 'S', ...said },
    },
  ],
  [
    'record a meeting',
    [goesToMeeting(tuesday)],
    {
      ...{ type: 'record_meeting', present: [eli, dee], note: null },
      ...{ outcome: 'consented', deadlineAt, ...said },
    },
  ],
  ['ask somebody too', [], { type: 'ask_member_too', member: cai, ...said }],
  [
    'relay an answer',
    [],
    {
      ...{ type: 'relay_answer', relayId: relayId('y-1'), member: eli, wording: 'their_own' },
      ...{ said: { kind: 'consent', note: null }, channel: 'phone', supporter: null },
      ...{ saidOn: '2026-06-02', witness: null, ...said },
    },
  ],
  ['take it back', [], { type: 'withdraw', reason: null, ...said }],
  ['take it over', [withdrawn], { type: 'take_over', ...said }],
  ['adopt the proposal', [], { type: 'adopt_proposal', ...said }],
  [
    'pause the decision',
    [...othersConsent, decides(thursday)],
    { type: 'pause_decision', reason: 'Wait', ...said, at: thursday + DAY },
  ],
];

describe('the person concerned', () => {
  test.each(BARRED)('does not %s, and hears why', (_, events, command) => {
    const before = given(removal, ...events);
    const outcome = before.in(everyRole).when(command);
    const code = 'member_concerned';
    expect(outcome.refusal).toEqual({ code, facilitators: [ana] });
    expect(outcome.events.filter(({ by }) => by !== null)).toEqual([]);
  });

  test.each([
    ['edit the text', { type: 'change_draft', draft: draftOf(asks), ...said }],
    ['say “Ready”', { type: 'begin_answers', ...said }],
  ] as const)('does not %s in the question step', (_, command) => {
    given(asks).in(everyRole).when(command).refused('member_concerned');
  });

  test('asks, gives a first thought, proposes a call and brings new information later', () => {
    const question = { type: 'ask_question', text: 'What did I do?', ...said } as const;
    given(removal).when(question).happens({ by: cai });
    given(asks)
      .when({ type: 'give_thought', text: 'Let us talk first.', ...said, at: tuesday })
      .happens({ type: 'thought_given', by: cai });
    given(removal, objects(dee))
      .when({ type: 'ask_talk', ...about, ...said })
      .happens({ by: cai });
  });

  test('does not open it again as it closes: what they bring is new information', () => {
    const closed = given(removal, ...othersConsent, decides(thursday));
    const late = { type: 'object_late', ...fresh(), ...objectionText, by: cai } as const;
    const { events } = closed.when({ ...late, at: thursday + 60_000 });
    expect(events.map(({ type }) => type)).toEqual(['late_objection_raised']);
  });

  test('puts no record right there, though words of their own stand in it; others do', () => {
    const late = { type: 'object_late', ...fresh(), ...objectionText, by: cai } as const;
    const raised = given(removal, ...othersConsent, decides(thursday))
      .in(everyRole)
      .when({ ...late, at: thursday + 60_000 });
    const corrects = (by: MemberId) =>
      given(raised.round)
        .in(everyRole)
        .when({ type: 'correct_record', text: 'It was May.', at: thursday + HOUR, by });
    corrects(cai).refused('member_concerned', { facilitators: [ana] });
    corrects(ana).happens({ type: 'record_corrected', by: ana });
  });

  test('finds every way on closed for that reason', () => {
    const ways = waysOn(removal, { by: cai, at, circle: everyRole });
    expect(new Set(ways.map(({ refused }) => refused?.code))).toEqual(
      new Set(['member_concerned']),
    );
  });

  test('who has left meanwhile is a stranger like any other', () => {
    given(removal)
      .in(bakeryAfter(leavesCircle(cai, tuesday)))
      .when({ type: 'consent', ...said })
      .refused('not_in_circle');
  });

  test('neither looks after the round nor stands in, and the others do', () => {
    const circle = circleFor(removal, everyRole);
    expect(keepersOf(removal, circle, at)).toEqual([ana]);
    const alone = bakeryAfter(goesOnLeave(ana, { fromOn: '2026-06-01', untilOn: null }));
    expect(standInsOf(removal, circleFor(removal, alone), at)).toEqual({
      place: 'member',
      members: [dee, eli],
    });
    given(removal, ...othersConsent.slice(1))
      .in(bakeryAfter(goesOnLeave(ana, { fromOn: '2026-06-01', untilOn: null }, monday)))
      .when({ type: 'decide', decisionNumber: 12, at: thursday, by: eli })
      .happens(
        { type: 'member_excused' },
        { type: 'became_ready' },
        { type: 'closing_opened_to_members' },
        { type: 'stand_in_declared', by: eli },
        { type: 'round_decided', by: eli },
      );
  });

  test('is no witness of a relayed answer', () => {
    given(removal)
      .when({
        ...{ type: 'relay_answer', relayId: relayId('y-1'), member: eli, wording: 'their_own' },
        ...{ said: { kind: 'consent', note: null }, channel: 'phone', supporter: null },
        ...{ saidOn: '2026-06-02', witness: cai, at, by: ana },
      })
      .refused('witness_not_possible');
  });
});

const fresh = () => ({ objectionId: objectionId('late') });

describe('whoever is asked anew', () => {
  const without = (asking: unknown) =>
    expect(asking).toMatchObject({ asked: [ana, ben, dee, eli], away: [] });
  const first = (events: readonly RoundEvent[], type: RoundEvent['type']) =>
    events.find((event) => event.type === type);

  test('by a new version is not the person concerned', () => {
    const event = first(given(removal).when(publish(ben)).events, 'version_published');
    without(event?.type === 'version_published' && event.asking);
  });

  test('by “this changes it for me” neither', () => {
    const worded = given(removal, consents(eli)).when({
      ...publish(ben, { need: `${need}.` }),
      ...{ change: 'wording' },
    }).round;
    const challenge = { type: 'challenge_wording', versionNumber: 2, at: at + 1, by: eli } as const;
    const event = first(given(worded).when(challenge).events, 'wording_challenged');
    without(event?.type === 'wording_challenged' && event.asking);
  });

  test('by “Ready” neither', () => {
    const ready = { type: 'begin_answers', at: thursday, by: ben } as const;
    without(first(given(asks).when(ready).events, 'answers_begun'));
  });

  test('by taking over neither', () => {
    const over = given(removal, withdrawn).when({ type: 'take_over', at, by: eli });
    const event = first(over.events, 'round_taken_over');
    without(event?.type === 'round_taken_over' && event.asking);
  });

  test('where nobody adopted an objection neither', () => {
    const gone = bakeryAfter(goesOnLeave(dee, { fromOn: '2026-06-01', untilOn: null }));
    const look = (when: number) => ({ type: 'look_at_clock', at: when, by: null }) as const;
    const { round } = given(removal, objects(dee)).in(gone).when(look(at));
    const late = given(round)
      .in(gone)
      .when(look(at + 20 * DAY));
    const event = first(late.events, 'objection_lapsed_to_note');
    expect(event).toMatchObject({ asking: { asked: [ana, ben, eli], away: [{ member: dee }] } });
  });

  test('by a facilitator, at a meeting, or by a relay neither', () => {
    given(removal)
      .when({ type: 'ask_member_too', member: cai, at, by: ana })
      .refused('member_does_not_decide', { member: cai });
    const met = given(removal, goesToMeeting(tuesday)).when({
      ...{ type: 'record_meeting', present: [ana, cai, dee], note: null },
      ...{ outcome: 'consented', deadlineAt, at, by: ana },
    });
    expect([...met.round.answers.keys()]).toEqual([ana, dee]);
    expect(met.round.asked.has(cai)).toBe(false);
    given(removal)
      .when({
        ...{ type: 'relay_answer', relayId: relayId('y-1'), member: cai, wording: 'their_own' },
        ...{ said: { kind: 'consent', note: null }, channel: 'phone', supporter: null },
        ...{ saidOn: '2026-06-02', witness: null, at, by: ana },
      })
      .refused('relay_member_not_asked', { member: cai });
  });

  test('a later text is not looked after by them either', () => {
    given(removal)
      .when(publish(ben, { owner: cai }))
      .refused('version_incomplete', { problems: [{ field: 'owner', code: 'owner_concerned' }] });
    given(asks)
      .when({ type: 'change_draft', draft: { ...draftOf(asks), owner: cai }, at: tuesday, by: ben })
      .refused('version_incomplete', { problems: [{ field: 'owner', code: 'owner_concerned' }] });
  });

  test('their coming, going and coming back is no matter of the round', () => {
    const gone = bakeryAfter(goesOnLeave(cai, { fromOn: '2026-06-02', untilOn: '2026-06-03' }));
    given(removal).in(gone).when({ type: 'look_at_clock', at: tuesday, by: null }).happens();
    expect(nextDueAt(removal, gone, monday)).toBe(nextDueAt(removal, bakery, monday));
  });
});

describe('who is told', () => {
  const told = (event: RoundEvent, round: Round) =>
    noticesOf(event, round, bakery).flatMap((one) => (one.kind === 'direct' ? [one.to] : []));

  test('at the opening: the person, and the facilitators beside them', () => {
    expect(told(opening, removal)).toEqual([cai, ana]);
    const pay = openedBy({ topic: 'one_member', concerns: eli });
    expect(told(pay, replayRound([pay]))).toEqual([eli, ana, cai]);
    expect(told(sundayOpened, replayRound([sundayOpened]))).toEqual([]);
  });

  test('at the end: the person too, also where it was taken back', () => {
    const decided = decides(thursday);
    expect(told(decided, given(removal, ...othersConsent, decided).round)).toContain(cai);
    expect(told(withdrawn, given(removal, withdrawn).round)).toEqual([cai]);
    const pay = given(replayRound([openedBy({ topic: 'one_member' })]), withdrawn);
    expect(told(withdrawn, pay.round)).toEqual([]);
  });

  test('nobody nudges them, and facilitators’ messages do not go to them', () => {
    const passed = given(removal).when({ type: 'look_at_clock', at: deadline + HOUR, by: null });
    let round = removal;
    for (const event of passed.events) {
      round = given(round, event).round;
      const people = noticesOf(event, round, bakery).flatMap((one) =>
        'to' in one ? [one.to] : [],
      );
      expect(people).not.toContain(cai);
    }
    expect(passed.events.length).toBeGreaterThan(1);
  });
});
