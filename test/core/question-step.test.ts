import { describe, expect, test } from 'vitest';
import type { CircleEvent } from '../../src/core/circle.ts';
import { evolveCircle } from '../../src/core/circle-history.ts';
import { nextDueAt } from '../../src/core/clock.ts';
import { decideRound, type RoundCommand } from '../../src/core/decide-round.ts';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { draftOf } from '../../src/core/draft.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { decideProposal, type ProposalForm } from '../../src/core/proposal.ts';
import { openQuestions, shownThoughts } from '../../src/core/question-step.ts';
import { stepWaitsFor } from '../../src/core/question-step-heard.ts';
import { currentVersion, type Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { isRefused } from '../../src/core/ruling.ts';
import { openObjections, stateOf } from '../../src/core/standing.ts';
import { waysOn } from '../../src/core/ways-on.ts';
import {
  ana,
  bakery,
  bakeryTime,
  ben,
  cai,
  deadline,
  dee,
  eli,
  fay,
  founded,
  friday,
  goesOnLeave,
  gus,
  joinsCircle,
  leavesCircle,
  monday,
  objectionOf,
  objectionText,
  olu,
  sundayForm,
  sundayOpened,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

/** Two working days after Monday: when the step is over. */
const stepOver = bakeryTime('2026-06-03 17:00');
const others = [ana, cai, dee, eli];
const asking: CircleEvent = {
  type: 'settings_changed',
  changes: { questionStep: 'always' },
  at: founded,
  by: ana,
};
const circle = evolveCircle(bakery, asking);
const sundayQuestions: Round = replayRound([
  { ...sundayOpened, step: { questionsUntilAt: stepOver, isSkipped: false } },
]);

type Deed = RoundCommand extends infer Each
  ? Each extends { by: string }
    ? Omit<Each, 'at' | 'by'>
    : never
  : never;
type Step = readonly [by: MemberId, at: number, deed: Deed] | RoundCommand;

const thought = (text: string) => ({ type: 'give_thought', text }) as const;
const ask = (text: string) => ({ type: 'ask_question', text }) as const;
const answer = (question: number, text = 'You do.') =>
  ({ type: 'answer_question', question, text }) as const;
const nothing = { type: 'say_nothing_further' } as const;
const ready = { type: 'begin_answers' } as const;

/** What comes of commands one after another; the last refusal is kept. */
function after(steps: readonly Step[], from = sundayQuestions, inCircle = circle) {
  let round = from;
  let refused: unknown = null;
  let events: string[] = [];
  for (const step of steps) {
    const command = commandOf(step);
    const outcome = decideRound(round, command, { circle: inCircle, decisionNumber: 12 });
    ({ round, refused } = outcome);
    events = outcome.events.map(({ type }) => type);
  }
  return { round, refused, events };
}

function commandOf(step: Step): RoundCommand {
  if ('type' in step) return step;
  const [by, at, deed] = step;
  return { ...deed, at, by };
}

const look = (at: number): RoundCommand => ({ type: 'look_at_clock', at, by: null });

describe('how a round begins', () => {
  const proposed = (form: Partial<ProposalForm>, questionStep?: 'always' | 'ask' | 'never') => {
    const { id } = sundayOpened;
    const changes = questionStep ? { questionStep } : {};
    const within = evolveCircle(bakery, { ...asking, changes });
    const command = { id, number: 31, form: { ...sundayForm, ...form }, at: monday, by: ben };
    return decideProposal(within, command);
  };
  const stepOf = (ruling: ReturnType<typeof proposed>) => {
    if (isRefused(ruling)) throw new Error(ruling.refused.code);
    return replayRound(ruling.events).step;
  };

  test.each([
    ['a circle older than the step asks at once', undefined, {}, 'answers', false],
    ['a circle that never begins with questions, too', 'never', {}, 'answers', false],
    ['even where its proposer wants them', 'never', { beginsWith: 'questions' }, 'answers', false],
    ['where the proposer chooses, answers are usual', 'ask', {}, 'answers', true],
    ['and questions are possible', 'ask', { beginsWith: 'questions' }, 'questions', false],
    ['a circle may always begin with them', 'always', {}, 'questions', false],
    [
      'from which a quick round may be excepted',
      'always',
      { beginsWith: 'answers', isQuick: true },
      'answers',
      true,
    ],
  ] as const)('%s', (_, rule, form, kind, isSkipped) => {
    expect(stepOf(proposed(form, rule))).toMatchObject({ kind, isSkipped });
  });

  test('the step lasts two working days, to 17:00', () => {
    expect(stepOf(proposed({}, 'always')).untilAt).toBe(stepOver);
  });

  test('no other round leaves the questions out in a circle that always begins with them', () => {
    expect(proposed({ beginsWith: 'answers' }, 'always')).toMatchObject({
      refused: { problems: [{ field: 'begins_with', code: 'questions_come_first' }] },
    });
  });

  test('a quick round is reviewed within three months', () => {
    const form = { isQuick: true, reviewOn: '2026-09-02' };
    expect(proposed(form, 'always')).toMatchObject({
      refused: { problems: [{ code: 'quick_review_too_late', latestOn: '2026-09-01' }] },
    });
    expect(isRefused(proposed({ ...form, reviewOn: '2026-09-01' }, 'always'))).toBe(false);
  });

  test('a round of the first release replays as one that asks for answers', () => {
    expect(replayRound([sundayOpened]).step).toMatchObject({ kind: 'answers', isSkipped: false });
    given(replayRound([sundayOpened]))
      .when({ type: 'consent', at: tuesday, by: dee })
      .happens({ type: 'consented', note: null, at: tuesday, by: dee });
  });
});

describe('while questions are asked', () => {
  test.each([
    ['consent', { type: 'consent' }],
    ['ask for more time', { type: 'ask_more_time', needs: null }],
    ['close', { type: 'decide', decisionNumber: 12 }],
    ['extend', { type: 'extend', deadlineAt: deadline + 1, reason: null }],
  ] as const)('nobody can %s: there is no text to answer yet', (_, deed) => {
    expect(after([[ana, tuesday, deed]])).toMatchObject({
      refused: { code: 'round_in_questions', untilAt: stepOver },
      events: [],
    });
  });

  test('/resolve says so, and offers a meeting, parking and taking back all the same', () => {
    const possible = waysOn(sundayQuestions, { by: ben, at: tuesday, circle })
      .filter(({ refused }) => refused === null)
      .map(({ way }) => way);
    expect(possible).toEqual(expect.arrayContaining(['to_meeting', 'park', 'withdraw']));
    expect(possible).not.toContain('decide');
    expect(possible).not.toContain('extend');
    expect(possible).not.toContain('publish_next_version');
  });

  test('an objection is open at once, and is carried forward into the round', () => {
    const objects = { type: 'object', objectionId: objectionOf(dee), ...objectionText } as const;
    const { round } = after([
      [dee, tuesday, objects],
      [ben, stepOver, ready],
    ]);
    expect(openObjections(round)).toHaveLength(1);
    expect(round.answers.get(dee)?.kind).toBe('objection');
    expect(stateOf(round, stepOver)).toBe('objections_open');
  });

  test('an objection that is settled meanwhile is no consent to a text that is still to come', () => {
    const objects = { type: 'object', objectionId: objectionOf(dee), ...objectionText } as const;
    const settles = { type: 'settle_objection', objectionId: objectionOf(dee) } as const;
    const { round } = after([
      [dee, tuesday, objects],
      [dee, tuesday + 1, settles],
      [ben, stepOver, ready],
    ]);
    expect(round.answers.size).toBe(0);
  });

  test('one that becomes something to watch is no consent either; the note is kept', () => {
    const { round } = after([
      [dee, tuesday, { type: 'object', objectionId: objectionOf(dee), ...objectionText }],
      [dee, tuesday + 1, { type: 'make_note', objectionId: objectionOf(dee), note: 'Mondays.' }],
    ]);
    expect(round.answers.size).toBe(0);
    expect(round.objections).toMatchObject([{ noted: { note: 'Mondays.', by: dee } }]);
    const begun = after([[ben, stepOver, ready]], round).round;
    expect(begun.answers.size).toBe(0);
    expect(begun.asked.has(dee)).toBe(true);
  });

  test('nothing is due but the end of the step, however near the deadline', () => {
    expect(nextDueAt(sundayQuestions, circle, tuesday)).toBe(stepOver);
    const { round } = after([look(stepOver)]);
    expect(round.marks).toEqual(sundayQuestions.marks);
  });
});

describe('questions', () => {
  test('are open until the proposer answers, and may be asked by everyone in the circle', () => {
    const { round } = after([
      [fay, tuesday, ask('Who opens the shop?')],
      [gus, tuesday, ask('And who closes it?')],
      [ben, tuesday, answer(0)],
    ]);
    expect(openQuestions(round)).toEqual([{ number: 1, by: gus, text: 'And who closes it?' }]);
    expect(round.questions[0]?.reply).toEqual({ by: ben, at: tuesday, text: 'You do.' });
  });

  test('an answer may be given anew; the same one twice is one', () => {
    const steps = [
      [dee, tuesday, ask('Who?')],
      [ben, tuesday, answer(0)],
    ] as const;
    expect(after([...steps, [ben, wednesday, answer(0)]]).events).toEqual([]);
    const { round } = after([...steps, [ben, wednesday, answer(0, 'Dee does.')]]);
    expect(round.questions[0]?.reply?.text).toBe('Dee does.');
  });

  test.each([
    ['by nobody but the proposer', ana, answer(0), { code: 'not_preparer', proposer: ben }],
    ['with some words', ben, answer(0, ' '), { code: 'text_missing', field: 'reply' }],
    ['and only where there is one', ben, answer(1), { code: 'question_unknown' }],
  ] as const)('are answered %s', (_, by, deed, refusal) => {
    const { refused } = after([
      [dee, tuesday, ask('Who?')],
      [by, tuesday, deed],
    ]);
    expect(refused).toEqual(refusal);
  });

  test('each is told to the proposer in person, and its answer to whoever asked', () => {
    const told = (event: RoundEvent, round: Round, inCircle = circle) =>
      noticesOf(event, round, inCircle).flatMap((one) => ('to' in one ? [one.to] : []));
    const said = { text: 'Who?', at: tuesday } as const;
    const { round } = after([[dee, tuesday, ask('Who?')]]);
    expect(told({ type: 'question_asked', ...said, by: dee }, round)).toEqual([ben]);
    expect(told({ type: 'question_asked', ...said, by: ben }, round)).toEqual([]);
    const away = evolveCircle(circle, goesOnLeave(ben, { fromOn: '2026-06-01', untilOn: null }));
    expect(told({ type: 'question_asked', ...said, by: dee }, round, away)).toEqual([
      ben,
      ana,
      cai,
    ]);
    const replied = { type: 'question_answered', question: 0, ...said, by: ben } as const;
    expect(told(replied, round)).toEqual([dee]);
    expect(told({ ...replied, by: dee }, round)).toEqual([]);
    const asked = after([[ben, stepOver, ready]], sundayQuestions).round;
    expect(told({ type: 'question_asked', ...said, by: dee }, asked)).toEqual([]);
  });

  test('wait for the proposer on their Home while they are open, and then “Ready” does', () => {
    const { round } = after([[dee, tuesday, ask('Who?')]]);
    expect(stepWaitsFor(round, ben)).toBe(true);
    const replied = after([[ben, tuesday, answer(0)]], round).round;
    expect(stepWaitsFor(replied, ben)).toBe(false);
    expect(stepWaitsFor(after([look(stepOver)], replied).round, ben)).toBe(true);
  });

  test('a facilitator answers while the proposer is away, so that no round is left lying', () => {
    const away = evolveCircle(circle, goesOnLeave(ben, { fromOn: '2026-06-01', untilOn: null }));
    const asked = after([[dee, tuesday, ask('Who?')]], sundayQuestions, away).round;
    expect(after([[ana, tuesday, answer(0)]], asked, away).refused).toBeNull();
    expect(after([[dee, tuesday, answer(0)]], asked, away).refused).toMatchObject({
      code: 'not_preparer',
    });
  });
});

describe('first thoughts', () => {
  const all = others.map((by): Step => [by, tuesday, thought(`Mine is ${by}.`)]);

  test('are sealed until everyone has given one or has nothing further', () => {
    const { round, events } = after(all.slice(0, 3));
    expect(events).toEqual(['thought_given']);
    expect(shownThoughts(round)).toEqual([]);
    const shown = after([[eli, tuesday, nothing]], round);
    expect(shown.events).toEqual(['nothing_further_said', 'thoughts_shown']);
    expect(shownThoughts(shown.round)).toHaveLength(3);
  });

  test('or until the step ends, stamped with its end, whenever somebody looks', () => {
    const { round, events } = after([...all.slice(0, 1), look(thursday)]);
    expect(events).toEqual(['thoughts_shown', 'question_step_ended']);
    expect(round.step).toMatchObject({ shownAt: stepOver, endedAt: stepOver });
  });

  test('where nobody gave one there is nothing to show', () => {
    expect(after([look(stepOver)]).events).toEqual(['question_step_ended']);
  });

  test('no notice of one carries its words, and none goes to a person', () => {
    const { round } = after(all.slice(0, 1));
    const event = { type: 'thought_given', text: 'Secret', at: tuesday, by: ana } as const;
    expect(noticesOf(event, round, circle)).toEqual([{ kind: 'card', roundId: round.id }]);
  });

  test('may be written anew until then', () => {
    const { round } = after([
      [ana, tuesday, thought('Hm.')],
      [ana, wednesday, thought('Yes!')],
    ]);
    expect(round.step.thoughts).toEqual([{ by: ana, at: wednesday, text: 'Yes!' }]);
    expect(after([[ana, wednesday, thought(' Yes! ')]], round).events).toEqual([]);
  });

  test.each([
    ['empty', ana, thought(' '), { code: 'text_missing', field: 'thought' }],
    ['longer than 500 characters', ana, thought('x'.repeat(501)), { code: 'text_too_long' }],
    ['by the proposer', ben, thought('Nice.'), { code: 'proposer_answers_questions' }],
    ['by a stranger', olu, thought('Nice.'), { code: 'not_in_circle' }],
  ] as const)('is refused: %s', (_, by, deed, refusal) => {
    expect(after([[by, tuesday, deed]]).refused).toMatchObject(refusal);
  });

  test('none comes after the others were shown, having read them', () => {
    const { refused } = after([...all, [fay, tuesday, thought('I too.')]]);
    expect(refused).toEqual({ code: 'thoughts_are_over' });
  });

  test('whoever has read them may still have nothing further, and the step ends early', () => {
    const done = others.map((by): Step => [by, wednesday, nothing]);
    const { round, refused, events } = after([...all, ...done]);
    expect(refused).toBeNull();
    expect(events).toEqual(['nothing_further_said', 'question_step_ended']);
    expect(round.step).toMatchObject({ shownAt: tuesday, endedAt: wednesday });
    expect(after([[ben, wednesday, ready]], round).refused).toBeNull();
  });

  test.each([thought('I too.'), nothing])('once the step is over nobody is waited for', (deed) => {
    const { refused } = after([look(stepOver), [dee, thursday, deed]]);
    expect(refused).toEqual({ code: 'step_is_over' });
  });

  test('learning members and guests give one, and nobody waits for it', () => {
    const { round } = after([[fay, tuesday, thought('Nice.')]]);
    expect(round.step.thoughts).toHaveLength(1);
    expect(stepWaitsFor(round, fay)).toBe(false);
    expect(stepWaitsFor(round, dee)).toBe(true);
    expect(stepWaitsFor(round, ben)).toBe(false);
  });
});

describe('the end of the step', () => {
  const done = others.map((by): Step => [by, tuesday, nothing]);

  test('comes early when everyone has nothing further, and the proposer is asked', () => {
    const { round, events } = after(done);
    expect(events).toEqual(['nothing_further_said', 'question_step_ended']);
    const event = { type: 'question_step_ended', at: tuesday, by: null } as const;
    const told = noticesOf(event, round, circle).filter(({ kind }) => kind === 'direct');
    expect(told).toMatchObject([{ to: ben }]);
  });

  test('does not come early while one of them says nothing', () => {
    expect(after(done.slice(0, 3)).round.step.endedAt).toBeNull();
  });

  test('whoever asks again has something further after all', () => {
    const { round } = after([
      [ana, tuesday, nothing],
      [ana, wednesday, ask('One more thing?')],
    ]);
    expect(round.step.nothingFurther).toEqual([]);
  });

  test('who is away is not waited for', () => {
    const away = evolveCircle(circle, goesOnLeave(eli, { fromOn: '2026-06-01', untilOn: null }));
    expect(after(done.slice(0, 3), sundayQuestions, away).round.step.endedAt).toBe(tuesday);
  });

  test('facilitators hear of it once after two working days in which the text is not ready', () => {
    const { round } = after([look(stepOver)]);
    const idleAt = bakeryTime('2026-06-05 17:00');
    expect(nextDueAt(round, circle, stepOver)).toBe(idleAt);
    const idle = after([look(idleAt)], round);
    expect(idle.events).toEqual(['question_step_idle']);
    expect(after([look(idleAt + 1)], idle.round).events).toEqual([]);
    const event = { type: 'question_step_idle', at: idleAt, by: null } as const;
    expect(
      noticesOf(event, idle.round, circle).flatMap((one) => ('to' in one ? [one.to] : [])),
    ).toEqual([ana, cai]);
  });

  test('an outage over it is given back', () => {
    const outage: RoundCommand = {
      type: 'add_back_outage',
      outageFrom: stepOver - 3_600_000,
      outageTo: thursday,
      at: thursday,
      by: null,
    };
    const { events, round } = after([outage]);
    expect(events).toEqual(['question_step_moved']);
    expect(round.step.untilAt).toBe(bakeryTime('2026-06-05 17:00'));
    expect(round.deadlineAt).toBe(deadline);
  });
});

describe('the text', () => {
  const change = (changes: object) =>
    ({ type: 'change_draft', draft: { ...draftOf(sundayQuestions), ...changes } }) as const;

  test('that somebody else edited meanwhile is not written over', () => {
    const edit = (title: string, basedOn: number | null) =>
      ({ ...change({ title }), basedOn, at: tuesday, by: ben }) as const;
    const first = given(sundayQuestions).in(circle).when(edit('Open on Sundays in May', 0));
    first.happens({ type: 'draft_changed', by: ben });
    const behind = given(first.round).in(circle);
    behind.when(edit('Open at dawn', 0)).refused('draft_edited', { by: ben });
    behind.when(edit('Open on Sundays in May', 0)).happens();
    behind.when(edit('Open at dawn', 1)).happens({ type: 'draft_changed' });
    behind.when(edit('Open at dawn', null)).happens({ type: 'draft_changed' });
  });

  test('is the proposer’s to edit, freely, and stays version 1', () => {
    const document = documentOfText('We open on Sundays from 9:00.');
    const { round } = after([
      [ben, tuesday, change({ title: 'Sundays from nine', document, owner: ana })],
    ]);
    expect(round).toMatchObject({ title: 'Sundays from nine', owner: ana });
    expect(currentVersion(round)).toMatchObject({ number: 1, document, owner: ana });
    expect(after([[ben, tuesday, change({})]]).events).toEqual([]);
  });

  test.each([
    ['by somebody else', ana, {}, { code: 'not_preparer' }],
    ['without a title', ben, { title: ' ' }, { code: 'version_incomplete' }],
    ['with an owner from elsewhere', ben, { owner: olu }, { code: 'version_incomplete' }],
    ['with too long a note', ben, { replaces: 'x'.repeat(201) }, { code: 'version_incomplete' }],
  ] as const)('is not edited %s', (_, by, changes, refusal) => {
    expect(after([[by, tuesday, change(changes)]]).refused).toMatchObject(refusal);
  });

  test('“Ready” freezes it and asks whoever is in the circle then', () => {
    const joined = evolveCircle(
      evolveCircle(circle, joinsCircle(olu, tuesday)),
      leavesCircle(eli, tuesday),
    );
    const { round } = after([[ben, stepOver, ready]], sundayQuestions, joined);
    expect([...round.asked.keys()]).toEqual([ana, ben, cai, dee, olu]);
    expect(currentVersion(round)).toMatchObject({
      number: 1,
      openedAt: stepOver,
      askedAt: stepOver,
    });
    expect(after([[ben, stepOver + 1, change({ title: 'Late' })]], round).refused).toEqual({
      code: 'answers_have_begun',
    });
    expect(after([[dee, stepOver + 1, { type: 'consent' }]], round, joined).refused).toBeNull();
  });

  test('the chosen deadline stays where it leaves 72 hours; else the usual window begins', () => {
    expect(after([[ben, stepOver, ready]]).round.deadlineAt).toBe(deadline);
    expect(after([[ben, friday + 3 * 3_600_000, ready]]).round.deadlineAt).toBe(deadline);
    const late = bakeryTime('2026-06-08 10:00');
    expect(after([[ben, late, ready]]).round.deadlineAt).toBe(bakeryTime('2026-06-15 17:00'));
  });

  test.each([
    ['before the step is over', [[ben, tuesday, ready]], 'questions_not_over'],
    [
      'while a question is open',
      [
        [dee, tuesday, ask('Who?')],
        [ben, stepOver, ready],
      ],
      'questions_open',
    ],
    ['by somebody else', [[ana, stepOver, ready]], 'not_preparer'],
    [
      'at a meeting',
      [
        [ana, tuesday, { type: 'to_meeting', note: null }],
        [ben, stepOver, ready],
      ],
      'round_at_meeting',
    ],
    [
      'a second time',
      [
        [ben, stepOver, ready],
        [ben, thursday, ready],
      ],
      'answers_have_begun',
    ],
  ] as const)('“Ready” is not said %s', (_, steps, code) => {
    expect(after(steps).refused).toMatchObject({ code });
  });

  test('when everyone has nothing further, a question that is still open stops nobody', () => {
    const done = others.map((by): Step => [by, wednesday, nothing]);
    const steps: Step[] = [[dee, tuesday, ask('Who?')], ...done, [ben, wednesday, ready]];
    expect(after(steps).refused).toBeNull();
  });

  test('with fewer than two people there is nobody to ask', () => {
    const alone = [ana, cai, dee, eli].reduce(
      (one, member) => evolveCircle(one, leavesCircle(member, tuesday)),
      circle,
    );
    expect(after([[ben, stepOver, ready]], sundayQuestions, alone).refused).toEqual({
      code: 'too_few_able',
    });
  });
});
