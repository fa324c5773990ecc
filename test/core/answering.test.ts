import { describe, expect, test } from 'vitest';
import { ANSWER_KINDS, NOTE_MAX, OBJECTION_TEXT_MAX } from '../../src/core/answer.ts';
import { QUESTION_MAX } from '../../src/core/answering.ts';
import { objectionId } from '../../src/core/ids.ts';
import { openObjections, silentMembers } from '../../src/core/standing.ts';
import {
  allConsent,
  allConsentBut,
  ana,
  asksTime,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  closesAccount,
  consents,
  dayAfterDeadline,
  deadline,
  decides,
  dee,
  eli,
  fay,
  goesOnLeave,
  goesToMeeting,
  gus,
  joinsCircle,
  leavesCircle,
  monday,
  objectionOf,
  objectionText,
  objects,
  olu,
  parks,
  settles,
  sundayOpening,
  sundayWithout,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const at = wednesday;
const consent = (by = ana, when = at) => ({ type: 'consent', at: when, by }) as const;
const object = (by = dee, text: object = {}) =>
  ({ type: 'object', objectionId: objectionOf(by), ...objectionText, ...text, at, by }) as const;
const moreTime = (by = eli, needs: string | null = null, when = at) =>
  ({ type: 'ask_more_time', needs, at: when, by }) as const;
const takeBack = (by = ana) => ({ type: 'take_back_answer', at, by }) as const;
const ask = (by = ana, text = 'Who opens the shop?') =>
  ({ type: 'ask_question', text, at, by }) as const;

test('there are three answers, and each does something else to the round', () => {
  expect(Object.entries(ANSWER_KINDS)).toEqual([
    ['consent', { effect: 'settles' }],
    ['objection', { effect: 'objects' }],
    ['more_time', { effect: 'holds' }],
  ]);
});

describe('consent', () => {
  test('is recorded with who and when', () => {
    given(sundayOpening).when(consent(ana)).happens({ type: 'consented', note: null, at, by: ana });
  });

  test('the proposer is asked like the others (§10 case 1)', () => {
    given(sundayOpening).when(consent(ben)).happens({ type: 'consented', by: ben });
  });

  test('S7: the same click twice is one answer and one entry in history', () => {
    const { round } = given(sundayOpening).when(consent(ana));
    const second = given(round).when(consent(ana));
    second.happens();
    expect(second.round).toBe(round);
  });

  test('of somebody whose consent a meeting recorded takes its place, and is theirs', () => {
    const recorded = { type: 'meeting_recorded', present: [dee], outcome: 'consented' } as const;
    const meeting = [goesToMeeting(tuesday), { ...recorded, note: null, at: wednesday, by: ana }];
    const then = given(sundayOpening, ...meeting).when({ type: 'consent', at: thursday, by: dee });
    then.happens({ type: 'consented', by: dee });
    expect(then.round.answers.get(dee)).not.toHaveProperty('atMeetingBy');
  });

  test('may carry a note, which stays when the button is pressed again', () => {
    const { round } = given(sundayOpening).when({ ...consent(ana), note: ' Watch our sleep. ' });
    expect(round.answers.get(ana)).toMatchObject({ kind: 'consent', note: 'Watch our sleep.' });
    given(round).when(consent(ana)).happens();
    given(round)
      .when({ ...consent(ana), note: '' })
      .happens({ type: 'consented', note: null });
  });

  test('a note has a limit', () => {
    const command = { ...consent(ana), note: 'x'.repeat(NOTE_MAX + 1) };
    given(sundayOpening).when(command).refused('text_too_long', { field: 'note', max: NOTE_MAX });
    const longest = { ...consent(ana), note: 'x'.repeat(NOTE_MAX) };
    given(sundayOpening).when(longest).happens({ type: 'consented' });
  });

  test('after the deadline it counts like any other, until the round has ended', () => {
    given(sundayOpening, ...allConsentBut([eli]))
      .when(consent(eli, dayAfterDeadline))
      .happens(
        { type: 'deadline_passed', at: deadline, by: null },
        { type: 'deadline_extended', cause: 'silence' },
        { type: 'consented', by: eli },
        { type: 'became_ready' },
      );
  });

  test('a member who consents while their objection is open takes it back with that click', () => {
    const { events, round } = given(sundayOpening, objects(dee)).when(consent(dee));
    expect(events).toMatchObject([
      { type: 'objection_taken_back', objectionId: objectionOf(dee), by: dee },
      { type: 'consented', by: dee },
    ]);
    expect(openObjections(round)).toEqual([]);
  });
});

describe('objection', () => {
  test('is open from the moment it is sent', () => {
    const { events, round } = given(sundayOpening).when(object(dee));
    expect(events).toMatchObject([{ type: 'objection_raised', ...objectionText, by: dee, at }]);
    expect(openObjections(round)).toMatchObject([{ id: objectionOf(dee), by: dee, raisedAt: at }]);
  });

  test('what would make it OK may be left out', () => {
    given(sundayOpening)
      .when(object(dee, { remedy: '  ' }))
      .happens({ type: 'objection_raised', remedy: null });
  });

  test.each([
    ['harm', '', 'text_missing'],
    ['harm', ' \n ', 'text_missing'],
    ['harm', 'bad', 'text_too_short'],
    ['harm', 'x'.repeat(OBJECTION_TEXT_MAX + 1), 'text_too_long'],
    ['effect', '', 'text_missing'],
    ['effect', '  bad  ', 'text_too_short'],
    ['effect', 'x'.repeat(OBJECTION_TEXT_MAX + 1), 'text_too_long'],
    ['remedy', 'x'.repeat(OBJECTION_TEXT_MAX + 1), 'text_too_long'],
  ] as const)('S4: %s %j is refused, and the earlier answer stands', (field, text, code) => {
    const refused = given(sundayOpening, consents(ben)).when(object(ben, { [field]: text }));
    refused.refused(code, { field });
    expect(refused.round.answers.get(ben)).toMatchObject({ kind: 'consent' });
  });

  test('one person has one open objection: pressing Object again rewords it', () => {
    const reworded = given(sundayOpening, objects(dee)).when(
      object(dee, { objectionId: objectionId('another'), harm: 'Bakers never rest.' }),
    );
    reworded.happens({
      type: 'objection_reworded',
      objectionId: objectionOf(dee),
      harm: 'Bakers never rest.',
    });
    expect(reworded.round.objections).toMatchObject([
      { harm: 'Bakers never rest.', raisedAt: tuesday, rewordedAt: at },
    ]);
  });

  test('the same objection sent twice is one objection', () => {
    given(sundayOpening, objects(dee))
      .when({ ...object(dee), at: tuesday + 3_600_000 })
      .happens();
  });

  test('S10: an objection when everyone has consented calls the closing off (§10 case 17)', () => {
    const { round } = given(sundayOpening, ...allConsent()).when(object(dee));
    expect(openObjections(round)).toHaveLength(1);
    expect(round.marks.readyAt).toBeNull();
    given(round)
      .when({ type: 'decide', decisionNumber: 12, at: thursday, by: ana })
      .refused('objection_open', { members: [dee] });
  });

  test('two people may object at once', () => {
    const { round } = given(sundayOpening, objects(dee)).when(object(eli));
    expect(openObjections(round).map(({ by }) => by)).toEqual([dee, eli]);
  });
});

describe('settling an objection', () => {
  const settle = (by = dee, id = objectionOf(dee)) =>
    ({ type: 'settle_objection', objectionId: id, at: thursday, by }) as const;
  const drop = (by = dee, id = objectionOf(dee)) =>
    ({ type: 'take_back_objection', objectionId: id, at: thursday, by }) as const;

  test('when its owner says it is settled, their answer is a consent', () => {
    const settled = given(sundayOpening, objects(dee)).when(settle());
    settled.happens({ type: 'objection_settled', by: dee });
    expect(settled.round.answers.get(dee)).toMatchObject({ kind: 'consent', note: null });
    expect(settled.round.objections).toMatchObject([
      { settled: { at: thursday, versionNumber: 1 }, takenBackAt: null },
    ]);
  });

  test('when its owner takes it back, they have not answered', () => {
    const dropped = given(sundayOpening, objects(dee)).when(drop());
    dropped.happens({ type: 'objection_taken_back', by: dee });
    expect(silentMembers(dropped.round)).toContain(dee);
    expect(dropped.round.objections).toMatchObject([{ settled: null, takenBackAt: thursday }]);
  });

  test.each([
    ['the proposer', ben],
    ['a facilitator', ana],
    ['another member', eli],
    ['a learning member', fay],
    ['a guest', gus],
    ['somebody from outside', olu],
  ])('S12: %s cannot settle it or take it back', (_, by) => {
    const objected = given(sundayOpening, objects(dee));
    objected.when(settle(by)).refused('not_the_objector', { objector: dee });
    objected.when(drop(by)).refused('not_the_objector', { objector: dee });
    expect(openObjections(objected.round)).toHaveLength(1);
  });

  test('S12: a facilitator may take the matter to a meeting, and the objection stays', () => {
    const note = 'Let us talk about weekends.';
    const taken = given(sundayOpening, objects(dee)).when({
      type: 'to_meeting',
      note,
      at,
      by: ana,
    });
    taken.happens({ type: 'taken_to_meeting', note, by: ana });
    expect(openObjections(taken.round)).toHaveLength(1);
  });

  test('one that is no longer open, or never was, cannot be settled', () => {
    const settled = given(sundayOpening, objects(dee), settles(dee, wednesday));
    settled.when(settle()).refused('objection_not_open');
    settled.when(drop()).refused('objection_not_open');
    given(sundayOpening).when(settle()).refused('objection_not_open');
  });

  test('it is not its earlier objection that an owner settles while a new one is open', () => {
    const second = objectionId('second');
    const again = given(sundayOpening, objects(dee), settles(dee, wednesday), {
      ...objects(dee, wednesday),
      objectionId: second,
    });
    again.when(settle(dee, objectionOf(dee))).refused('objection_not_open');
    again.when(settle(dee, second)).happens({ type: 'objection_settled', objectionId: second });
  });

  test('its owner may object again', () => {
    const id = objectionId('second');
    const again = given(sundayOpening, objects(dee), settles(dee, tuesday)).when(
      object(dee, { objectionId: id }),
    );
    again.happens({ type: 'objection_raised', objectionId: id });
    expect(again.round.objections).toHaveLength(2);
  });

  test('its owner may still settle it after leaving the circle (§10 case 3)', () => {
    const left = given(sundayOpening, objects(dee)).in(bakeryAfter(leavesCircle(dee, wednesday)));
    const settled = left.when(settle());
    const away = { type: 'objector_away', reason: 'left' };
    settled.happens({ type: 'member_excused', member: dee }, away, { type: 'objection_settled' });
    expect(settled.round.asked.get(dee)?.excused?.reason).toBe('left');
  });
});

describe('more time', () => {
  test('holds the round until 17:00 three working days on', () => {
    given(sundayOpening)
      .when(moreTime(eli, ' A look at the rota '))
      .happens({
        type: 'more_time_asked',
        needs: 'A look at the rota',
        untilAt: bakeryTime('2026-06-08 17:00'),
        by: eli,
      });
  });

  test('moves the deadline where it would end after it, and the record says so', () => {
    const untilAt = bakeryTime('2026-06-09 17:00');
    given(sundayOpening)
      .when(moreTime(eli, null, thursday))
      .happens(
        { type: 'more_time_asked', untilAt },
        { type: 'deadline_extended', deadlineAt: untilAt, cause: 'hold', by: eli },
      );
  });

  test('the same click twice is one hold; saying what one needs does not lengthen it', () => {
    const held = given(sundayOpening, asksTime(eli));
    held.when(moreTime(eli)).happens();
    held.when(moreTime(eli, ' ')).happens();
    const said = held.when(moreTime(eli, 'The rota'));
    said.happens({ type: 'more_time_asked', needs: 'The rota', untilAt: asksTime(eli).untilAt });
    given(said.round).when(moreTime(eli)).happens();
    expect(said.round.holdsTaken.get(eli)).toBe(1);
  });

  test('what somebody needs has a limit', () => {
    given(sundayOpening)
      .when(moreTime(eli, 'x'.repeat(NOTE_MAX + 1)))
      .refused('text_too_long', { field: 'needs' });
  });

  test('may be asked for once more after it ended, and not a third time', () => {
    const ended = (when: number) =>
      ({ type: 'hold_ended', member: eli, at: when, by: null }) as const;
    const once = given(sundayOpening, asksTime(eli, monday), ended(tuesday));
    once.when(moreTime(eli)).happens({ type: 'more_time_asked' });
    given(once.round, asksTime(eli, tuesday), ended(wednesday))
      .when(moreTime(eli))
      .refused('holds_used_up', { facilitators: [ana, cai] });
  });

  test('other answers in between give nobody a third hold', () => {
    given(sundayOpening, asksTime(eli), consents(eli), asksTime(eli), consents(eli))
      .when(moreTime(eli))
      .refused('holds_used_up');
  });

  test('ends with any other answer of its owner', () => {
    const { round } = given(sundayOpening, ...allConsentBut([eli]), asksTime(eli)).when(
      consent(eli),
    );
    expect(round.answers.get(eli)?.kind).toBe('consent');
  });

  test('asked for by somebody whose objection is open, it takes the objection back', () => {
    given(sundayOpening, objects(dee))
      .when(moreTime(dee))
      .happens({ type: 'objection_taken_back', by: dee }, { type: 'more_time_asked', by: dee });
  });
});

describe('taking an answer back', () => {
  test('S6: its owner has not answered then, and will be reminded', () => {
    const { round } = given(sundayOpening, consents(ana)).when(takeBack(ana));
    expect(silentMembers(round)).toContain(ana);
    const reminded = given(round).when({
      type: 'look_at_clock',
      at: bakeryTime('2026-06-07 17:00'),
      by: null,
    });
    expect(reminded.events).toMatchObject([{ type: 'members_reminded' }]);
    expect(reminded.events[0]).toHaveProperty('members', expect.arrayContaining([ana]));
  });

  test('S6: nobody else can take it back', () => {
    const tried = given(sundayOpening, consents(ana)).when(takeBack(cai));
    tried.refused('nothing_to_take_back');
    expect(tried.round.answers.get(ana)).toMatchObject({ kind: 'consent' });
  });

  test('S6: when the round has ended, nobody can', () => {
    const ended = given(sundayOpening, ...allConsent(), decides(tuesday));
    ended.when(takeBack(ana)).refused('round_ended', { ending: { kind: 'decided' } });
    ended.when(takeBack(cai)).refused('round_ended');
  });

  test('an open objection is taken back with it', () => {
    given(sundayOpening, objects(dee))
      .when(takeBack(dee))
      .happens({ type: 'objection_taken_back', objectionId: objectionOf(dee), by: dee });
  });

  test('a hold ends with it', () => {
    const { round } = given(sundayOpening, asksTime(eli)).when(takeBack(eli));
    expect(round.answers.has(eli)).toBe(false);
  });
});

describe('asking a question', () => {
  test.each([
    ['a deciding member', ana],
    ['a learning member', fay],
    ['a guest', gus],
  ])('%s may ask, and it is no answer', (_, by) => {
    const asked = given(sundayOpening).when(ask(by, ' Who opens the shop? '));
    asked.happens({ type: 'question_asked', text: 'Who opens the shop?', by });
    expect(asked.round.questions).toEqual([{ by, at, text: 'Who opens the shop?', reply: null }]);
    expect(silentMembers(asked.round)).toHaveLength(5);
  });

  test('needs some text, and not too much', () => {
    given(sundayOpening).when(ask(ana, ' ')).refused('text_missing', { field: 'question' });
    given(sundayOpening)
      .when(ask(ana, 'x'.repeat(QUESTION_MAX + 1)))
      .refused('text_too_long', { field: 'question' });
  });

  test('does not set back how long a round has been ready', () => {
    const { round } = given(sundayOpening, ...allConsent()).when(ask(gus));
    expect(round.lastChangeAt).toBe(tuesday);
  });
});

describe('who is heard', () => {
  const answers = [consent, object, moreTime, takeBack];

  test.each([
    ['a learning member', fay],
    ['a guest', gus],
  ])('%s hears that they are not asked, and who facilitates', (_, by) => {
    for (const answer of answers) {
      given(sundayOpening)
        .when(answer(by))
        .refused('member_not_asked', { facilitators: [ana, cai] });
    }
  });

  test('somebody from outside is not heard, not even with a question', () => {
    for (const command of [...answers, ask]) {
      given(sundayOpening).when(command(olu)).refused('not_in_circle');
    }
  });

  test('S20: who joined after the opening is not asked and cannot consent, and is told so', () => {
    const joined = given(sundayOpening).in(bakeryAfter(joinsCircle(olu, tuesday)));
    joined.when(consent(olu)).refused('member_not_asked', { facilitators: [ana, cai] });
    joined.when(moreTime(olu)).refused('member_not_asked');
    joined.when(takeBack(olu)).refused('member_not_asked');
  });

  test('who joined after the opening may ask and object, as really as any other', () => {
    const circle = bakeryAfter(joinsCircle(olu, tuesday));
    const joined = given(sundayOpening, ...allConsent()).in(circle);
    joined.when(ask(olu)).happens({ type: 'became_ready' }, { type: 'question_asked', by: olu });
    const objected = joined.when(object(olu));
    objected.happens({ type: 'became_ready' }, { type: 'objection_raised', by: olu });
    const after = given(objected.round).in(circle);
    after
      .when({ type: 'decide', decisionNumber: 12, at: thursday, by: ana })
      .refused('objection_open', { members: [olu] });
    after
      .when(takeBack(olu))
      .happens({ type: 'objection_taken_back', by: olu }, { type: 'became_ready' });
    after
      .when({ type: 'settle_objection', objectionId: objectionOf(olu), at: thursday, by: olu })
      .happens({ type: 'objection_settled' }, { type: 'became_ready' });
  });

  test('who left the circle is no longer heard', () => {
    const left = given(sundayOpening, consents(eli)).in(bakeryAfter(leavesCircle(eli, tuesday)));
    left
      .when(consent(eli))
      .refusedAfter([{ type: 'member_excused', member: eli, reason: 'left' }], 'not_in_circle');
  });

  test('who was on leave and then left the circle is no longer heard', () => {
    const leave = { fromOn: '2026-06-01', untilOn: null };
    const circle = bakeryAfter(goesOnLeave(eli, leave), leavesCircle(eli, tuesday));
    given(sundayWithout({ member: eli, reason: 'on_leave' }))
      .in(circle)
      .when(consent(eli))
      .refusedAfter([{ type: 'member_excused', member: eli, reason: 'left' }], 'not_in_circle');
  });

  test('who became a guest is no longer asked', () => {
    const circle = bakeryAfter({
      type: 'roster_changed',
      joined: [],
      left: [],
      at: tuesday,
      by: ana,
      changed: [
        {
          id: eli,
          status: 'guest',
        },
      ],
    });
    given(sundayOpening)
      .in(circle)
      .when(consent(eli))
      .refusedAfter([{ type: 'member_excused', reason: 'left' }], 'member_not_asked');
  });

  test('S18: a person on leave who answers counts, and is back in', () => {
    const leave = { fromOn: '2026-06-01', untilOn: '2026-06-07' };
    const circle = bakeryAfter(goesOnLeave(eli, leave));
    const away = sundayWithout({ member: eli, reason: 'on_leave' });
    const answered = given(away).in(circle).when(consent(eli));
    answered.happens({ type: 'consented', by: eli });
    expect(answered.round.asked.get(eli)).toEqual({ member: eli, excused: null });
  });

  test('a closed account that answers all the same is not waited for', () => {
    const circle = bakeryAfter(closesAccount(eli, tuesday));
    const { round } = given(sundayOpening).in(circle).when(consent(eli));
    expect(round.asked.get(eli)?.excused?.reason).toBe('deactivated');
  });
});

describe('when answers are taken', () => {
  test('while the round is parked nobody answers, and everybody hears until when and why', () => {
    const parked = given(sundayOpening, parks(tuesday));
    for (const command of [consent(ana), object(dee), moreTime(eli), takeBack(ana), ask(gus)]) {
      parked.when(command).refused('round_parked', {
        untilOn: '2026-07-01',
        nextStep: 'Ask the landlord about Sundays',
      });
    }
  });

  test('while it is at a meeting people may answer', () => {
    const meeting = given(sundayOpening, goesToMeeting(tuesday));
    meeting.when(consent(ana)).happens({ type: 'consented' });
    meeting.when(object(dee)).happens({ type: 'objection_raised' });
  });

  test('when it has ended nothing is recorded, and the person hears when and how it ended', () => {
    const ended = given(sundayOpening, ...allConsent(), decides(tuesday));
    for (const command of [consent(ana), object(dee), moreTime(eli), ask(gus)]) {
      ended.when(command).refused('round_ended', {
        ending: { kind: 'decided', at: tuesday, by: ana, decisionNumber: 12 },
      });
    }
    expect(ended.round.answers.size).toBe(bakery.members.size - 2);
  });
});
