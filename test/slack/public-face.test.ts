import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { channelId, objectionId, relayId, type ObjectionId } from '../../src/core/ids.ts';
import { HEARINGS } from '../../src/core/notice.ts';
import { publicEvent } from '../../src/core/public-face.ts';
import { currentVersion, type Round } from '../../src/core/round.ts';
import type { RoundEvent, RoundEventType } from '../../src/core/round-event.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { objectionMessage } from '../../src/slack/blocks/objection-card.ts';
import { objectionThreadPost } from '../../src/slack/blocks/objection-thread.ts';
import { readModal } from '../../src/slack/blocks/read-modal.ts';
import { roundCard } from '../../src/slack/blocks/round-card.ts';
import { threadLine } from '../../src/slack/blocks/thread-line.ts';
import { inChannel, toldInChannel } from '../../src/slack/channel-face.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import {
  allConsent,
  ana,
  asksTime,
  bakery,
  ben,
  cai,
  consents,
  dayAfterDeadline,
  deadline,
  decides,
  dee,
  eli,
  friday,
  goesToMeeting,
  monday,
  objectionOf,
  objectionText,
  objects,
  parks,
  settles,
  sundayOpened,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { CONFIDENTIAL, MARK, markedHistory } from '../support/marked-round.ts';
import { plays } from '../support/random-round.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import { problemsOfMessage } from '../support/slack-limits.ts';
import { betterWording, published } from '../support/versions.ts';

const words = wordsFor('en');
const WEEK = 7 * 24 * 3_600_000;

/** All that a channel is sent about this history, drawn as the delivery draws it. */
async function channelOf(history: readonly RoundEvent[]) {
  const parts = { store: { roundEvents: async () => [...history] }, words };
  const round = replayRound(history);
  const now = (history.at(-1)?.at ?? monday) + 60_000;
  const shown = await inChannel(round, parts);
  const contents: unknown[] = [];
  for (const at of [now, now + WEEK, now + 12 * WEEK]) {
    contents.push(roundCard({ round: shown, circle: bakery, now: at, words }));
    for (const objection of shown.objections) {
      const seen = { round: shown, circle: bakery, now: at, objection, permalink: null };
      contents.push(objectionMessage(seen, words));
    }
  }
  for (const event of history) {
    const told = { ...(await toldInChannel({ round, event }, parts)), circle: bakery, words };
    contents.push(threadLine(told), objectionThreadPost(told));
  }
  return contents.filter((one) => one !== null);
}

const objection = objectionOf(eli);
const lateId: ObjectionId = objectionId('late');
const relay = relayId('relay');
const by = ana;
const texts = { ...objectionText, remedy: 'Less of it' };
const opened: RoundEvent = { ...sundayOpened, link: 'https://bakery.example/plan' };
const wording = { ...betterWording, link: 'https://bakery.example/new' };
const questions: RoundEvent = {
  ...sundayOpened,
  step: { questionsUntilAt: wednesday, isSkipped: false },
};
const asksWhy = { type: 'question_asked', text: 'Who bakes?', at: tuesday, by: eli } as const;
const takenBack = { type: 'round_withdrawn', reason: 'Not now.', at: tuesday, by: ben } as const;
const saysMistake = { type: 'void_asked', reason: 'Twice.', at: tuesday, by: ben } as const;
const handedOn = {
  type: 'round_handed_on',
  kind: 'passed_on',
  to: 'Garden',
  channelId: channelId('C0GARDEN'),
  reason: 'Theirs.',
  summary: 'Ours.',
  at: tuesday,
  by,
} as const;
const late = {
  type: 'late_objection_raised',
  lateId,
  dueAt: dayAfterDeadline + WEEK,
  ...texts,
  at: dayAfterDeadline,
  by: eli,
} as const;
const decided = [opened, ...allConsent(), decides(friday)];

/** Of every event in which people write, a history that ends with it. */
const WRITTEN: Partial<Record<RoundEventType, readonly RoundEvent[]>> = {
  round_opened: [opened],
  consented: [opened, consents(ana, tuesday, 'Watch our sleep.')],
  more_time_asked: [opened, { ...asksTime(cai), needs: 'The rota', at: tuesday, by: cai }],
  question_asked: [opened, asksWhy],
  question_answered: [
    opened,
    asksWhy,
    { type: 'question_answered', question: 0, text: 'We do.', at: wednesday, by: ben },
  ],
  thought_given: [questions, { type: 'thought_given', text: 'Good.', at: tuesday, by: eli }],
  draft_changed: [
    questions,
    { type: 'draft_changed', ...wording, replaces: 'Old', at: tuesday, by: ben },
  ],
  objection_raised: [opened, { ...objects(eli), ...texts }],
  objection_reworded: [
    opened,
    objects(eli),
    { type: 'objection_reworded', objectionId: objection, ...texts, at: wednesday, by: eli },
  ],
  clarity_asked: [
    opened,
    objects(eli),
    { type: 'clarity_asked', objectionId: objection, text: 'How?', at: wednesday, by },
  ],
  wording_suggested: [
    opened,
    objects(eli),
    { type: 'wording_suggested', objectionId: objection, ...texts, at: wednesday, by },
  ],
  way_suggested: [
    opened,
    objects(eli),
    { type: 'way_suggested', objectionId: objection, way: 'pilot', text: 'A', at: wednesday, by },
  ],
  objection_became_note: [
    opened,
    objects(eli),
    { type: 'objection_became_note', objectionId: objection, note: 'N', at: wednesday, by: eli },
  ],
  version_published: [
    opened,
    objects(eli),
    published(2, { ...wording, answersObjections: [objection], at: wednesday }),
  ],
  answer_relayed: [
    opened,
    {
      type: 'answer_relayed',
      relayId: relay,
      member: dee,
      said: { kind: 'objection', objectionId: objectionOf(dee), ...texts },
      wording: 'their_own',
      channel: 'phone',
      supporter: 'Sam',
      saidOn: '2026-06-02',
      witness: null,
      at: tuesday,
      by,
    },
  ],
  member_excused: [
    opened,
    { type: 'member_excused', member: dee, reason: 'own_wish', why: 'Kin', at: tuesday, by: dee },
  ],
  deadline_extended: [
    opened,
    {
      type: 'deadline_extended',
      deadlineAt: deadline + WEEK,
      cause: 'facilitator',
      reason: 'Holidays',
      at: tuesday,
      by,
    },
  ],
  deadline_shortened: [
    opened,
    { type: 'deadline_shortened', deadlineAt: friday, reason: 'Urgent', at: tuesday, by },
  ],
  taken_to_meeting: [opened, asksWhy, objects(eli), { ...goesToMeeting(wednesday), note: 'Soon' }],
  meeting_recorded: [
    opened,
    goesToMeeting(tuesday),
    {
      type: 'meeting_recorded',
      present: [ana, ben],
      outcome: 'new_text',
      note: 'We want less.',
      at: wednesday,
      by,
    },
  ],
  void_asked: [opened, saysMistake],
  round_voided: [
    opened,
    saysMistake,
    { type: 'round_voided', reason: 'Twice.', askedBy: ben, at: wednesday, by },
  ],
  round_parked: [opened, objects(eli), parks(thursday)],
  round_handed_on: [opened, handedOn],
  round_resumed: [
    opened,
    handedOn,
    { type: 'round_resumed', deadlineAt: deadline + WEEK, answer: 'Yes', at: wednesday, by },
  ],
  round_withdrawn: [opened, takenBack],
  was_away: [...decided, { type: 'was_away', note: 'Ill.', at: dayAfterDeadline, by: eli }],
  late_objection_raised: [...decided, late],
  record_corrected: [
    ...decided,
    { type: 'record_corrected', text: 'Four, not three.', at: dayAfterDeadline, by },
  ],
  late_objection_answered: [
    ...decided,
    late,
    { type: 'late_objection_answered', lateId, text: 'Fine', at: dayAfterDeadline + 1, by },
  ],
  decision_paused: [
    ...decided,
    { type: 'decision_paused', reason: 'Dangerous', at: dayAfterDeadline, by },
  ],
};

const instead = { title: 'T', text: 'X' };

describe('what the channel is shown of a confidential round', () => {
  test.each(Object.entries(WRITTEN))('holds no text that people wrote: %s', async (type, told) => {
    const history = markedHistory(told);
    const last = history.at(-1);
    expect(last?.type).toBe(type);
    expect(JSON.stringify(last)).toContain(MARK);
    expect(last && JSON.stringify(publicEvent(last, instead))).not.toContain(MARK);
    const contents = await channelOf(history);
    expect(JSON.stringify(contents).toLowerCase()).not.toContain(MARK);
    expect(JSON.stringify(contents)).toContain(`Confidential: ${CONFIDENTIAL}`);
  });

  test('has an agenda for its meeting that holds no word of what was said', async () => {
    const about = { objectionId: objection, at: wednesday, by } as const;
    const talked: RoundEvent[] = [
      questions,
      asksWhy,
      { type: 'question_answered', question: 0, text: 'We do.', at: wednesday, by: ben },
      { type: 'thought_given', text: 'Good.', at: wednesday, by: eli },
      { type: 'thoughts_shown', at: wednesday, by: null },
      { ...objects(eli), ...texts },
      { type: 'wording_suggested', ...about, ...texts, harm: 'Other' },
      { type: 'way_suggested', ...about, way: 'pilot', text: 'A' },
      { ...goesToMeeting(thursday), note: 'Soon' },
    ];
    const contents = JSON.stringify(await channelOf(markedHistory(talked)));
    expect(contents).toContain('Questions and ideas so far');
    expect(contents).toContain('suggests a way on');
    expect(contents.toLowerCase()).not.toContain(MARK);
  });

  test('is masked for every event there is: in all others nobody writes', () => {
    const others = fc.sample(plays, { numRuns: 200, seed: 5 }).flatMap(({ history }) => history);
    const unwritten = markedHistory(others).filter(({ type }) => !(type in WRITTEN));
    const seen = new Set(unwritten.map(({ type }) => type));
    expect(seen.size).toBeGreaterThan(25);
    for (const event of unwritten) expect(JSON.stringify(event)).not.toContain(MARK);
    const all = Object.keys(HEARINGS);
    for (const type of Object.keys(WRITTEN)) expect(all).toContain(type);
  });

  test('holds none of them, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(plays, async ({ history }) => {
        const events = markedHistory(history);
        const contents = await channelOf(events);
        expect(JSON.stringify(contents).toLowerCase()).not.toContain(MARK);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('names nobody whom it is about', async () => {
    const [first] = markedHistory([sundayOpened]);
    if (first?.type !== 'round_opened') throw new Error('It opens');
    const concerns = { member: eli, isRemoval: true };
    const asked = [ana, ben, cai, dee];
    const events = [{ ...first, asked, terms: { ...first.terms, concerns } }];
    expect(JSON.stringify(await channelOf(events))).not.toContain(eli);
  });

  test('is still a card to answer on, with whose turn it is and [Read all]', async () => {
    const parts = { store: { roundEvents: async () => markedHistory([sundayOpened]) }, words };
    const round = await inChannel(replayRound(markedHistory([sundayOpened])), parts);
    const card = roundCard({ round, circle: bakery, now: tuesday, words });
    expect(problemsOfMessage(card)).toEqual([]);
    expect(card.text).toContain('P-31');
    expect(card.text).toContain(`Confidential: ${CONFIDENTIAL}`);
    expect(card.text).toContain('Heard from 0 of 5');
    expect(actionsIn(card.blocks)).toEqual(
      expect.arrayContaining([actionIds.consent, actionIds.readAll, actionIds.resolve]),
    );
  });

  test('says nothing of which words changed, and offers the comparison', async () => {
    const history = markedHistory(WRITTEN.version_published ?? []);
    const parts = { store: { roundEvents: async () => history }, words };
    const event = history.at(-1);
    if (!event) throw new Error('Nothing happened');
    const told = await toldInChannel({ round: replayRound(history), event }, parts);
    const post = threadLine({ ...told, circle: bakery, words });
    expect(post?.text).toContain('What changed is not shown here.');
    expect(actionsIn(post?.blocks)).toHaveLength(1);
    const card = roundCard({ round: told.round, circle: bakery, now: thursday, words });
    for (const said of [card.text, shownIn(card.blocks)]) {
      expect(said).toContain('What changed is not shown here.');
      expect(said).not.toContain(words.version.formatted().plain);
    }
  });
});

describe('every other round', () => {
  test('is shown as it is', async () => {
    const round: Round = replayRound([sundayOpened, ...settled()]);
    const never = { store: { roundEvents: () => Promise.reject(new Error('Not read')) }, words };
    expect(await inChannel(round, never)).toBe(round);
  });
});

describe('whoever may read', () => {
  test('reads all of it in the modal, and that it is confidential', () => {
    const round = replayRound(markedHistory([sundayOpened, { ...objects(eli), ...texts }]));
    const seen = { round, circle: bakery, now: wednesday };
    const shown = JSON.stringify(readModal({ seen, by: ana, from: 0 }, words));
    expect(shown.split(MARK).length).toBeGreaterThan(5);
    expect(shown).toContain('Please keep it to yourself.');
    expect(currentVersion(round).document).not.toEqual(documentOfText(''));
  });
});

function settled(): RoundEvent[] {
  return [objects(eli), settles(eli, wednesday)];
}
