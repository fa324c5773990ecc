import { describe, expect, test } from 'vitest';
import type { RoundRefusal } from '../../../src/core/round-refusal.ts';
import { insteadOf } from '../../../src/slack/blocks/instead.ts';
import { wordsFor } from '../../../src/words/index.ts';
import {
  allConsent,
  ana,
  bakery,
  bakeryAfter,
  ben,
  DAY,
  decides,
  eli,
  fay,
  goesToMeeting,
  joinsCircle,
  olu,
  parks,
  sundayOpening,
  tuesday,
  wednesday,
} from '../../support/bakery.ts';
import { given } from '../../support/given.ts';
import { actionsIn } from '../../support/shown.ts';

const words = wordsFor('en');
const seen = { round: sundayOpening, circle: bakery, now: wednesday };
const instead = (refusal: RoundRefusal, more: Partial<Parameters<typeof insteadOf>[1]> = {}) =>
  actionsIn(insteadOf(refusal, { ...seen, by: eli, place: 'message', ...more }, words));

const NEARER: readonly RoundRefusal[] = [
  { code: 'round_at_meeting' },
  { code: 'round_not_at_meeting' },
  { code: 'round_not_paused' },
  { code: 'holds_used_up', facilitators: [ana] },
  { code: 'already_extended', facilitators: [ana] },
  { code: 'proposer_adopts_not' },
  { code: 'no_time_to_give_back', givenBackBy: null },
  { code: 'void_not_asked' },
];

describe('below a refusal', () => {
  test.each(NEARER)('that another way on helps there is a button to them: $code', (refusal) => {
    expect(instead(refusal)).toEqual(['round.resolve']);
    expect(instead(refusal, { place: 'modal' })).toEqual(['resolve.open']);
  });

  test('there is none for whoever has no way on', () => {
    expect(instead({ code: 'round_at_meeting' }, { by: fay })).toEqual([]);
  });

  test('there is none where the sentence says all there is to do', () => {
    expect(instead({ code: 'not_facilitator', facilitators: [ana] })).toEqual([]);
  });

  test('whoever is not asked may ask a question, and wish to be where they decide', () => {
    const refusal = { code: 'member_not_asked', facilitators: [ana] } as const;
    const circle = bakeryAfter(joinsCircle(olu, tuesday));
    expect(instead(refusal, { circle, by: olu })).toEqual(['round.asked.wish', 'round.question']);
    expect(instead(refusal, { by: fay })).toEqual(['round.question']);
    const { round } = given(sundayOpening, parks(tuesday));
    expect(instead(refusal, { round, by: fay })).toEqual([]);
    const ended = given(sundayOpening, ...allConsent(), decides(wednesday)).round;
    expect(instead(refusal, { round: ended, circle, by: olu })).toEqual([]);
  });

  test('of a parked round whoever may takes it up again, nobody else', () => {
    const { round } = given(sundayOpening, parks(tuesday));
    const parked = {
      code: 'round_parked',
      untilOn: '2026-07-01',
      nextStep: 'Ask',
      cause: 'people',
    } as const;
    expect(instead(parked, { round, by: ben })).toEqual(['pause.take_up']);
    expect(instead(parked, { round })).toEqual([]);
  });

  test('of a round that was handed on likewise', () => {
    const pass = {
      type: 'round_handed_on',
      kind: 'passed_on',
      to: 'Garden',
      channelId: null,
    } as const;
    const said = { channelId: null, reason: 'Theirs', summary: 'Sundays' };
    const { round } = given(sundayOpening, { ...pass, ...said, at: tuesday, by: ana });
    const handedOn = {
      code: 'round_handed_on',
      kind: 'passed_on',
      to: 'Garden',
      channelId: null,
    } as const;
    expect(instead(handedOn, { round, by: ana })).toEqual(['pause.take_up']);
    expect(instead(handedOn, { round, by: ben })).toEqual(['pause.take_up']);
    expect(instead(handedOn, { round })).toEqual([]);
  });

  test('of what was taken back whoever decides takes it over, for seven days', () => {
    const end = { at: tuesday, by: ben };
    const { round } = given(sundayOpening, { type: 'round_withdrawn', reason: null, ...end });
    const ending = { kind: 'withdrawn', reason: null, ...end } as const;
    const late = (more: Parameters<typeof instead>[1]) =>
      instead({ code: 'round_ended', ending }, { round, ...more });
    expect(late({})).toEqual(['round.take_over']);
    expect(late({ now: tuesday + 7 * DAY })).toEqual(['round.take_over']);
    expect(late({ now: tuesday + 7 * DAY + 1 })).toEqual([]);
    expect(late({ by: fay })).toEqual([]);
  });

  test('of a decision something is raised, of a round that ended otherwise nothing', () => {
    const end = { at: tuesday, by: ana };
    const decided = {
      code: 'round_ended',
      ending: { kind: 'decided', decisionNumber: 12, ...end },
    } as const;
    const mistake = {
      code: 'round_ended',
      ending: { kind: 'void', reason: 'T', askedBy: ben, ...end },
    } as const;
    expect(instead(decided)).toEqual(['decision.raise']);
    expect(instead(mistake)).toEqual([]);
  });

  test('after three versions the next steps are offered, as far as they are possible now', () => {
    const stuck = { code: 'too_many_versions', max: 3 } as const;
    expect(instead(stuck, { by: ana })).toContain('ladder.meeting');
    const { round } = given(sundayOpening, goesToMeeting(tuesday));
    expect(instead(stuck, { round, by: ana })).not.toContain('ladder.meeting');
  });
});
