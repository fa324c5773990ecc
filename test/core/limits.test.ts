import { describe, expect, test } from 'vitest';
import { AFTERMATH_TEXT_MAX } from '../../src/core/aftermath.ts';
import { NOTE_MAX, OBJECTION_TEXT_MAX } from '../../src/core/answer.ts';
import { QUESTION_MAX } from '../../src/core/answering.ts';
import { WHY_MAX } from '../../src/core/asking.ts';
import { CORRECTION_MAX } from '../../src/core/correcting.ts';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { SUMMARY_MAX } from '../../src/core/handing-on.ts';
import { relayId, roundId } from '../../src/core/ids.ts';
import { WAY_TEXT_MAX } from '../../src/core/pausing.ts';
import { LINK_MAX } from '../../src/core/proposal.ts';
import { REPLY_MAX, THOUGHT_MAX } from '../../src/core/question-step.ts';
import { SUPPORTER_MAX } from '../../src/core/relaying.ts';
import { replayRound } from '../../src/core/round-history.ts';
import type { TextField } from '../../src/core/round-refusal.ts';
import { WAS_AWAY_NOTE_MAX } from '../../src/core/was-away.ts';
import {
  allConsent,
  allConsentBut,
  ana,
  bakery,
  bakeryTime,
  ben,
  dayAfterDeadline,
  deadline,
  decides,
  dee,
  eli,
  goesToMeeting,
  monday,
  objectionOf,
  objectionText,
  objects,
  sundayForm,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given, givenProposer } from '../support/given.ts';

type State = ReturnType<typeof given>;
type Says = (text: string) => RoundCommand;
/** Where a text is written, its longest, its field, the round before it, and the command. */
type Row = readonly [what: string, max: number, field: TextField, from: State, says: Says];

const opened = given(sundayOpening);
const contested = given(sundayOpening, objects(dee));
const step = { questionsUntilAt: bakeryTime('2026-06-03 17:00'), isSkipped: false };
const inQuestions = given(replayRound([{ ...sundayOpened, step }]), {
  type: 'question_asked',
  text: 'Who bakes?',
  at: monday,
  by: eli,
});
const atMeeting = given(sundayOpening, goesToMeeting(tuesday));
const closed = given(sundayOpening, ...allConsent(), decides(wednesday));
const doubted = given(closed.round, {
  type: 'late_objection_raised',
  lateId: objectionOf(eli),
  ...objectionText,
  dueAt: bakeryTime('2026-06-12 17:00'),
  at: thursday,
  by: eli,
});
const closedOverSilence = given(sundayOpening, ...allConsentBut([eli]), decides(dayAfterDeadline));

const by = (who: typeof ana, at = tuesday) => ({ at, by: who });
const about = { objectionId: objectionOf(dee) };
const object = { type: 'object', ...about, ...objectionText, ...by(dee) } as const;
const words = { type: 'suggest_wording', ...about, ...objectionText, ...by(ana) } as const;
const sooner = bakeryTime('2026-06-05 17:00');
const later = bakeryTime('2026-06-12 17:00');
const park = { nextStep: 'Ask the landlord', who: dee, untilOn: '2026-07-01' };
const handOn = { to: 'Garden', channelId: null, reason: 'It is theirs', summary: 'Sundays' };
const meeting = {
  type: 'record_meeting',
  present: [ana],
  note: null,
  ...by(ana, wednesday),
} as const;
const answersLate = {
  type: 'answer_late_objection',
  objectionId: objectionOf(eli),
  ...by(dee, thursday),
} as const;
const relay = {
  type: 'relay_answer',
  relayId: relayId('y-1'),
  member: eli,
  said: { kind: 'consent', note: null },
  wording: 'their_own',
  channel: 'supporter',
  saidOn: '2026-06-02',
  witness: dee,
  ...by(ana, wednesday),
} as const;

const answers: readonly Row[] = [
  [
    'more time',
    NOTE_MAX,
    'needs',
    opened,
    (needs) => ({ type: 'ask_more_time', needs, ...by(dee) }),
  ],
  ['an objection', OBJECTION_TEXT_MAX, 'harm', opened, (harm) => ({ ...object, harm })],
  ['an objection', OBJECTION_TEXT_MAX, 'effect', opened, (effect) => ({ ...object, effect })],
  ['an objection', OBJECTION_TEXT_MAX, 'remedy', opened, (remedy) => ({ ...object, remedy })],
  ['leaving out', WHY_MAX, 'why', opened, (why) => ({ type: 'leave_me_out', why, ...by(dee) })],
  ['a relay', SUPPORTER_MAX, 'supporter', opened, (supporter) => ({ ...relay, supporter })],
  [
    'a question',
    QUESTION_MAX,
    'question',
    opened,
    (text) => ({ type: 'ask_question', text, ...by(dee) }),
  ],
  [
    'a first thought',
    THOUGHT_MAX,
    'thought',
    inQuestions,
    (text) => ({ type: 'give_thought', text, ...by(dee) }),
  ],
  [
    'an answer',
    REPLY_MAX,
    'reply',
    inQuestions,
    (text) => ({ type: 'answer_question', question: 0, text, ...by(ben) }),
  ],
];
const work: readonly Row[] = [
  ['a suggestion', OBJECTION_TEXT_MAX, 'harm', contested, (harm) => ({ ...words, harm })],
  ['a suggestion', OBJECTION_TEXT_MAX, 'effect', contested, (effect) => ({ ...words, effect })],
  ['a suggestion', OBJECTION_TEXT_MAX, 'remedy', contested, (remedy) => ({ ...words, remedy })],
  [
    'what is unclear',
    QUESTION_MAX,
    'question',
    contested,
    (text) => ({ type: 'ask_clarity', ...about, text, ...by(ana) }),
  ],
  [
    'a pilot',
    NOTE_MAX,
    'note',
    contested,
    (text) => ({ type: 'suggest_way', ...about, way: 'pilot', text, ...by(ana) }),
  ],
  [
    'an objection as a note',
    NOTE_MAX,
    'note',
    contested,
    (note) => ({ type: 'make_note', ...about, note, ...by(dee) }),
  ],
];
const waysOn: readonly Row[] = [
  [
    'going to a meeting',
    WAY_TEXT_MAX,
    'note',
    opened,
    (note) => ({ type: 'to_meeting', note, ...by(eli) }),
  ],
  [
    'what a meeting said',
    WAY_TEXT_MAX,
    'note',
    atMeeting,
    (note) => ({ ...meeting, outcome: 'new_text', deadlineAt: later, note }),
  ],
  [
    'parking at a meeting',
    WAY_TEXT_MAX,
    'next_step',
    atMeeting,
    (nextStep) => ({ ...meeting, outcome: 'parked', ...park, nextStep }),
  ],
  [
    'parking',
    WAY_TEXT_MAX,
    'next_step',
    opened,
    (nextStep) => ({ type: 'park', ...park, nextStep, ...by(ana) }),
  ],
  [
    'resuming',
    WAY_TEXT_MAX,
    'note',
    atMeeting,
    (answer) => ({ type: 'resume', deadlineAt: deadline, answer, ...by(ana, wednesday) }),
  ],
  [
    'extending',
    WAY_TEXT_MAX,
    'reason',
    opened,
    (reason) => ({ type: 'extend', deadlineAt: later, reason, ...by(ana) }),
  ],
  [
    'shortening',
    WAY_TEXT_MAX,
    'reason',
    opened,
    (reason) => ({ type: 'shorten', deadlineAt: sooner, reason, ...by(ana) }),
  ],
  [
    'withdrawing',
    WAY_TEXT_MAX,
    'reason',
    opened,
    (reason) => ({ type: 'withdraw', reason, ...by(ben) }),
  ],
  ...(['pass_on', 'escalate'] as const).flatMap((type): readonly Row[] => [
    [type, WAY_TEXT_MAX, 'reason', opened, (reason) => ({ type, ...handOn, reason, ...by(ana) })],
    [type, SUMMARY_MAX, 'summary', opened, (summary) => ({ type, ...handOn, summary, ...by(ana) })],
  ]),
];
const aftermath: readonly Row[] = [
  [
    'pausing',
    AFTERMATH_TEXT_MAX,
    'reason',
    closed,
    (reason) => ({ type: 'pause_decision', reason, ...by(dee, thursday) }),
  ],
  [
    'a late answer',
    AFTERMATH_TEXT_MAX,
    'late_answer',
    doubted,
    (text) => ({ ...answersLate, text }),
  ],
  [
    'a correction',
    CORRECTION_MAX,
    'correction',
    closed,
    (text) => ({ type: 'correct_record', text, ...by(ana, thursday) }),
  ],
  [
    'being away',
    WAS_AWAY_NOTE_MAX,
    'note',
    closedOverSilence,
    (note) => ({ type: 'say_i_was_away', note, ...by(eli, dayAfterDeadline) }),
  ],
];

describe('the longest that people may write is kept whole, and one character more refused', () => {
  test.each([...answers, ...work, ...waysOn, ...aftermath])(
    '%s: %i characters of %s',
    (_, max, field, { when }, says) => {
      const longest = 'x'.repeat(max);
      const taken = when(says(longest));
      expect(taken.refusal).toBeNull();
      expect(taken.events.flatMap((event) => Object.values<unknown>(event))).toContain(longest);
      when(says(`${longest}x`)).refused('text_too_long', { field, max });
    },
  );

  test('a link takes as many characters as it may, and no more', () => {
    const address = 'https://bread.example/';
    const longest = address.padEnd(LINK_MAX, 'x');
    const propose = (link: string) => ({
      id: roundId('round-link'),
      number: 32,
      form: { ...sundayForm, link },
      ...by(ben, monday),
    });
    const proposer = givenProposer(bakery);
    proposer.when(propose(longest)).happens({ type: 'round_opened', link: longest });
    proposer.lacks(propose(`${longest}x`), {
      field: 'link',
      code: 'field_too_long',
      max: LINK_MAX,
    });
  });
});
