import { describe, expect, test } from 'vitest';
import { decisionOf, notesToWatch } from '../../src/core/decision.ts';
import { objectionId } from '../../src/core/ids.ts';
import { openObjections, silentMembers, standingOf } from '../../src/core/standing.ts';
import * as world from '../support/bakery.ts';
import { given } from '../support/given.ts';

const { ana, ben, cai, dee, eli, fay, olu, wednesday, tuesday, sundayOpening } = world;
const about = { objectionId: world.objectionOf(dee) };
const objected = given(sundayOpening, world.objects(dee));
const wording = { harm: 'Monday has no baker.', effect: 'No bread on Monday.', remedy: null };
const said = (by: typeof ana) => ({ ...about, at: wednesday, by });

describe('facilitators help an objection on', () => {
  test('by asking for clarity, which is kept with what they asked', () => {
    const command = { type: 'ask_clarity', text: '  Which Monday?  ', ...said(ana) } as const;
    const { round } = objected.when(command);
    objected.when(command).happens({ type: 'clarity_asked', text: 'Which Monday?', by: ana });
    expect(openObjections(round)[0]?.steps.map(({ type }) => type)).toEqual([
      'objection_raised',
      'clarity_asked',
    ]);
  });

  test('by asking how it links to the aim, and by a way from the checklist', () => {
    objected.when({ type: 'ask_aim_link', ...said(cai) }).happens({ type: 'aim_link_asked' });
    objected
      .when({ type: 'suggest_way', way: 'pilot', text: ' One shop first. ', ...said(ana) })
      .happens({ type: 'way_suggested', way: 'pilot', text: 'One shop first.' });
    objected
      .when({ type: 'suggest_way', way: 'trip_wire', text: null, ...said(ana) })
      .happens({ type: 'way_suggested', text: null });
  });

  test('once, though the form is sent twice; a new question is a new one', () => {
    const asks = { type: 'clarity_asked', text: 'Which Monday?', ...said(ana) } as const;
    const asked = given(sundayOpening, world.objects(dee), asks);
    const again = { type: 'ask_clarity', text: 'Which Monday?', ...said(ana) } as const;
    asked.when(again).happens();
    asked.when({ ...again, text: 'And whom?' }).happens({ type: 'clarity_asked' });
  });

  test.each([
    ['a question without words', { type: 'ask_clarity', text: ' ' }, 'text_missing'],
    ['one too long', { type: 'ask_clarity', text: 'x'.repeat(1501) }, 'text_too_long'],
    ['a wording too short', { type: 'suggest_wording', ...wording, harm: 'No' }, 'text_too_short'],
    [
      'a way with too long a note',
      { type: 'suggest_way', way: 'pilot', text: 'x'.repeat(501) },
      'text_too_long',
    ],
  ] as const)('%s is refused', (_, command, code) => {
    objected.when({ ...command, ...said(ana) }).refused(code);
  });

  test('and nobody else does, while one of them is here', () => {
    for (const by of [ben, dee, eli, fay, olu]) {
      for (const command of [
        { type: 'ask_clarity', text: 'Why?' },
        { type: 'ask_aim_link' },
        { type: 'suggest_wording', ...wording },
        { type: 'suggest_way', way: 'pilot', text: null },
      ] as const) {
        objected.when({ ...command, ...said(by) }).refused('not_facilitator');
      }
    }
  });

  test('a member does in their place while none of them is here', () => {
    const leave = { fromOn: '2026-06-01', untilOn: null };
    const away = world.bakeryAfter(world.goesOnLeave(ana, leave), world.goesOnLeave(cai, leave));
    const { in: inCircle } = objected;
    const asks = { type: 'ask_clarity', text: 'Which Monday?' } as const;
    expect(inCircle(away).when({ ...asks, ...said(eli) }).refusal).toBeNull();
    expect(inCircle(away).when({ ...asks, ...said(fay) }).refusal?.code).toBe('not_facilitator');
  });

  test('not where it is closed, and not where the round takes no answers', () => {
    const asks = { type: 'ask_aim_link', ...said(ana) } as const;
    const settled = given(sundayOpening, world.objects(dee), world.settles(dee, tuesday));
    settled.when(asks).refused('objection_not_open');
    objected.when({ ...asks, objectionId: objectionId('none') }).refused('objection_not_open');
    const parked = given(sundayOpening, world.objects(dee), world.parks(tuesday));
    parked.when(asks).refused('round_parked');
    const text = 'Which Monday?';
    parked.when({ type: 'ask_clarity', text, ...said(ana) }).refused('round_parked');
  });
});

describe('a suggested wording', () => {
  const suggests = { type: 'wording_suggested', ...wording, ...said(ana) } as const;
  const suggested = given(sundayOpening, world.objects(dee), suggests);

  test('changes nothing by itself', () => {
    objected.when({ type: 'suggest_wording', ...wording, ...said(ana) }).happens(suggests);
    expect(openObjections(suggested.round)).toMatchObject([world.objectionText]);
  });

  test('becomes the owner’s own words with one tap, in their name', () => {
    const takes = { type: 'accept_wording', suggestion: 1, ...said(dee) } as const;
    suggested.when(takes).happens({ type: 'objection_reworded', ...wording, by: dee });
    const taken = suggested.when(takes).round;
    given(taken).when(takes).happens();
    expect(openObjections(taken)).toMatchObject([wording]);
  });

  test.each([
    ['the facilitator who suggested it', ana],
    ['the proposer', ben],
    ['another member', eli],
  ])('%s cannot take it', (_, by) => {
    suggested
      .when({ type: 'accept_wording', suggestion: 1, ...said(by) })
      .refused('not_the_objector', { objector: dee });
  });

  test('that was never made is refused', () => {
    for (const suggestion of [0, 2, -1]) {
      suggested
        .when({ type: 'accept_wording', suggestion, ...said(dee) })
        .refused('suggestion_unknown');
    }
  });
});

describe('let’s talk', () => {
  test('anyone in the circle may propose a call, and once a day is enough', () => {
    const talks = { type: 'ask_talk', ...said(fay) } as const;
    objected.when(talks).happens({ type: 'talk_asked', by: fay });
    const { round } = objected.when(talks);
    given(round).when(talks).happens();
    given(round)
      .when({ ...talks, by: ben })
      .happens({ type: 'talk_asked', by: ben });
    given(round)
      .when({ ...talks, at: wednesday + world.DAY })
      .happens({ type: 'talk_asked', by: fay });
  });

  test('somebody from outside may not', () => {
    objected.when({ type: 'ask_talk', ...said(olu) }).refused('not_in_circle');
  });
});

describe('help me say it', () => {
  const helps = { type: 'ask_help', at: wednesday } as const;
  const nothing = given(sundayOpening);

  test('is asked without any words, and once a day is enough', () => {
    nothing.when({ ...helps, by: eli }).happens({ type: 'help_asked', by: eli });
    const { round } = nothing.when({ ...helps, by: eli });
    given(round)
      .when({ ...helps, by: eli })
      .happens();
    expect(openObjections(round)).toEqual([]);
  });

  test('is for whoever may object', () => {
    nothing.when({ ...helps, by: fay }).refused('member_not_asked');
    nothing.when({ ...helps, by: olu }).refused('not_in_circle');
    const ended = given(sundayOpening, ...world.allConsent(), world.decides(wednesday));
    ended.when({ ...helps, by: eli }).refused('round_ended');
  });
});

describe('now something to watch', () => {
  const notes = { type: 'make_note', note: ' Watch our sleep. ', ...said(dee) } as const;

  test('closes the objection, and is a consent with that note', () => {
    objected.when(notes).happens({ type: 'objection_became_note', note: 'Watch our sleep.' });
    const { round } = objected.when(notes);
    expect(openObjections(round)).toEqual([]);
    expect(round.answers.get(dee)).toMatchObject({ kind: 'consent', note: 'Watch our sleep.' });
  });

  test('is in the record under what to watch, once, and stays when the answer changes', () => {
    const noted = objected.when(notes).round;
    const all = [...world.allConsentBut([dee])];
    const decided = given(noted, ...all, world.decides(world.friday)).round;
    const record = decisionOf(decided);
    expect(record && notesToWatch(record)).toEqual([{ member: dee, note: 'Watch our sleep.' }]);
    const without = { type: 'consented', note: null, at: world.thursday, by: dee } as const;
    const later = decisionOf(given(noted, ...all, without, world.decides(world.friday)).round);
    expect(later && notesToWatch(later)).toEqual([{ member: dee, note: 'Watch our sleep.' }]);
  });

  test.each([
    ['a facilitator', ana],
    ['the proposer', ben],
    ['another member', eli],
    ['somebody from outside', olu],
  ])('%s cannot say it', (_, by) => {
    objected.when({ ...notes, by }).refused('not_the_objector', { objector: dee });
  });

  test('needs the words to watch', () => {
    objected.when({ ...notes, note: ' ' }).refused('text_missing', { field: 'note' });
    objected.when({ ...notes, note: 'x'.repeat(501) }).refused('text_too_long');
  });
});

describe('S12: nobody marks another’s objection as settled (docs/process.md §0, invariant 4)', () => {
  test.each([
    ['the proposer', ben],
    ['a facilitator', ana],
    ['another member', eli],
  ])('%s is refused', (_, by) => {
    for (const type of ['settle_objection', 'take_back_objection'] as const) {
      objected.when({ type, ...said(by) }).refused('not_the_objector');
    }
    expect(standingOf(objected.round)).toBe('objected');
  });

  test('its owner does, or it is taken to a meeting with a note and stays open', () => {
    objected.when({ type: 'settle_objection', ...said(dee) }).happens({ by: dee });
    const meeting = objected.when({
      type: 'to_meeting',
      note: 'Who bakes?',
      at: wednesday,
      by: ana,
    });
    meeting.happens({ type: 'taken_to_meeting', note: 'Who bakes?' });
    expect(openObjections(meeting.round)).toHaveLength(1);
  });
});

describe('S10: an objection while the grace period runs', () => {
  test('calls the automatic closing off, and the round shows one open objection', () => {
    const opened = { ...sundayOpening.terms, closing: 'automatic' as const };
    const round = given({ ...sundayOpening, terms: opened }, ...world.allConsent()).round;
    const at = round.lastChangeAt + world.HOUR;
    const raised = given(round).when({
      type: 'object',
      ...about,
      ...world.objectionText,
      at,
      by: dee,
    });
    expect(openObjections(raised.round)).toHaveLength(1);
    const later = given(raised.round).when({
      type: 'look_at_clock',
      at: round.lastChangeAt + 2 * world.DAY,
      by: null,
    });
    expect(later.round.ending).toBeNull();
    expect(silentMembers(later.round)).toEqual([]);
  });
});
