import { describe, expect, test } from 'vitest';
import type { CircleEvent } from '../../src/core/circle.ts';
import { catchUp } from '../../src/core/clock.ts';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { objectionId } from '../../src/core/ids.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { decideProposal, type ProposalForm } from '../../src/core/proposal.ts';
import { evolveRound, replayRound } from '../../src/core/round-history.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { requiredMembers, stateOf } from '../../src/core/standing.ts';
import {
  ana,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  closesAccount,
  consents,
  DAY,
  dayAfterDeadline,
  deadline,
  dee,
  eli,
  extendedDeadline,
  fay,
  founded,
  friday,
  goesOnLeave,
  monday,
  objectionOf,
  objectionText,
  objects,
  sundayForm,
  sundayOpened,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

/**
 * Where one agreement of the circle meets another: learning members asked, a facilitator who opens,
 * a proposal about somebody's place, a shortened deadline, and a round that nobody answers.
 */
const chose = (changes: object): CircleEvent => ({
  ...{ type: 'settings_changed', changes, at: founded, by: ana },
});
const asking = bakeryAfter(chose({ asksLearning: true }));
const careful = bakeryAfter(chose({ opening: 'facilitator' }));
const both = bakeryAfter(chose({ asksLearning: true, opening: 'facilitator' }));

const about = (member: MemberId): Partial<ProposalForm> => ({
  ...{ topic: 'membership', concerns: member, isRemoval: true },
});
function opened(circle = asking, form: Partial<ProposalForm> = {}, by = ben): Round {
  const command = { id: sundayOpened.id, number: 32, at: monday, by };
  const ruling = decideProposal(circle, { ...command, form: { ...sundayForm, ...form } });
  if ('refused' in ruling) throw new Error(JSON.stringify(ruling.refused));
  return replayRound(ruling.events);
}
const look = (at: number): RoundCommand => ({ type: 'look_at_clock', at, by: null });
const consent = (by: MemberId, at = wednesday): RoundCommand => ({ type: 'consent', at, by });
const object = (by: MemberId, at = wednesday): RoundCommand => ({
  ...{ type: 'object', objectionId: objectionId(`o-${by}`), ...objectionText, at, by },
});
const typesOf = (events: readonly RoundEvent[]) => events.map(({ type }) => type);
const after = (round: Round, ...events: readonly RoundEvent[]) =>
  events.reduce<Round>(evolveRound, round);
function waited(round: Round, circle: typeof asking, ...moments: readonly number[]) {
  const events: RoundEvent[] = [];
  let current = round;
  for (const now of moments) {
    const news = catchUp(current, { circle, decisionNumber: 12, now });
    events.push(...news);
    current = after(current, ...news);
  }
  return { round: current, events };
}

describe('a proposal about a place, where learning members are asked', () => {
  test('does not ask the learning member whose place it is, and asks the others', () => {
    const round = opened(asking, about(fay));
    expect(requiredMembers(round)).toEqual([ana, ben, cai, dee, eli]);
    for (const command of [consent(fay), object(fay)]) {
      given(round).in(asking).when(command).refused('member_concerned');
    }
  });

  test('asks the learning member about anybody else', () => {
    const round = opened(asking, about(cai));
    expect(requiredMembers(round)).toEqual([ana, ben, dee, eli, fay]);
    given(round).in(asking).when(consent(fay)).happens({ type: 'consented', by: fay });
    given(round).in(asking).when(consent(cai)).refused('member_concerned');
  });

  test('never asks them later: not by their wish, nor by a facilitator', () => {
    const round = opened(asking, about(fay));
    const wish = { type: 'wish_to_be_asked', at: wednesday, by: fay } as const;
    given(round).in(asking).when(wish).refused('member_concerned');
    const add = { type: 'ask_member_too', member: fay, at: wednesday, by: ana } as const;
    expect(given(round).in(asking).when(add).refusal).not.toBeNull();
    expect(given(round).in(asking).when(add).events).toEqual([]);
  });
});

describe('a proposal about a place, where a facilitator opens', () => {
  const round = opened(careful, about(cai));

  test('is opened by another facilitator than the one whose place it is', () => {
    const open = (by: MemberId, at = tuesday) => ({ type: 'open_answers', at, by }) as const;
    given(round).in(careful).when(open(cai)).refused('member_concerned');
    given(round).in(careful).when(open(ana)).happens({ type: 'answers_begun', by: ana });
    const later = given(round).in(careful).when(open(cai, friday));
    later.refusedAfter([{ type: 'opening_idle' }], 'member_concerned');
  });

  test('does not ask them to open it, and asks nobody about their own place then', () => {
    const [event] = round.step.openingAskedAt === null ? [] : [asked()];
    if (!event) throw new Error('Nobody is asked to open it');
    const told = noticesOf(event, round, careful).flatMap((one) => {
      return one.kind === 'direct' ? [one.to] : [];
    });
    expect(told).toEqual([ana]);
    const open = { type: 'open_answers', at: tuesday, by: ana } as const;
    const { round: open5 } = given(round).in(careful).when(open);
    expect(requiredMembers(open5)).toEqual([ana, ben, dee, eli]);
  });

  function asked(): RoundEvent {
    return { type: 'opening_asked', at: monday, by: ben };
  }

  test('proposed by a facilitator about the other one opens at once', () => {
    expect(opened(careful, about(cai), ana).step.kind).toBe('answers');
  });
});

describe('a shortened deadline', () => {
  const shorten = (by: MemberId): RoundCommand => ({
    ...{ type: 'shorten', deadlineAt: bakeryTime('2026-06-04 17:00'), reason: 'The oven.' },
    ...{ at: tuesday, by },
  });
  const shortened: RoundEvent = {
    type: 'deadline_shortened',
    ...{ deadlineAt: bakeryTime('2026-06-04 17:00'), reason: 'The oven.', at: tuesday, by: ana },
  };

  test('is not the person’s to shorten or to give back whose place it is about', () => {
    const round = opened(asking, about(cai));
    given(round).in(asking).when(shorten(cai)).refused('member_concerned');
    given(round).in(asking).when(shorten(ana)).happens({ type: 'deadline_shortened' });
    const back = { type: 'give_time_back', at: tuesday, by: cai } as const;
    given(round, shortened).in(asking).when(back).refused('member_concerned');
  });

  test('is not given back by a learning member who is asked: it is deciding members’', () => {
    const back = { type: 'give_time_back', at: tuesday, by: fay } as const;
    given(opened(asking), shortened).in(asking).when(back).refused('only_deciders');
  });

  test('is not there while a round waits to be opened', () => {
    const { refusal, events } = given(opened(careful)).in(careful).when(shorten(ana));
    expect(refusal).not.toBeNull();
    expect(events).toEqual([]);
  });

  test('that nobody answered is extended first, and then parked like any other', () => {
    const end = bakeryTime('2026-06-04 17:00');
    const start = after(opened(asking), shortened);
    const first = waited(start, asking, end);
    expect(typesOf(first.events)).toContain('deadline_extended');
    expect(typesOf(first.events)).not.toContain('nobody_answered');
    const second = waited(first.round, asking, first.round.deadlineAt);
    expect(typesOf(second.events)).toContain('nobody_answered');
  });
});

describe('a round that nobody answers', () => {
  test('is not parked while it waits to be opened, however long', () => {
    const moments = [deadline, extendedDeadline, extendedDeadline + 60 * DAY];
    const { events, round } = waited(opened(careful), careful, ...moments);
    expect(typesOf(events)).not.toContain('nobody_answered');
    expect(stateOf(round, extendedDeadline + 60 * DAY)).toBe('questions');
  });

  test('is not parked for what was not yet asked: questions come first', () => {
    const asksFirst = bakeryAfter(chose({ questionStep: 'always' }));
    const round = opened(asksFirst);
    expect(stateOf(round, monday)).toBe('questions');
    const { events } = waited(round, asksFirst, tuesday, wednesday, thursday, friday);
    expect(typesOf(events)).not.toContain('nobody_answered');
    // Its deadline moves with the step: people are asked from then on, and have their own time.
    const begun = waited(round, asksFirst, friday + 3 * DAY).round;
    const begunAt = begun.step.kind === 'questions' ? Infinity : begun.deadlineAt;
    expect(waited(begun, asksFirst, begunAt - 1).round.pause).toBeNull();
  });

  test('about a place is looked after by somebody else, where nobody else facilitates', () => {
    const onlyCai = bakeryAfter({
      ...{ type: 'facilitators_changed', facilitators: [cai], at: founded, by: ana },
    });
    const round = opened(onlyCai, about(cai));
    const first = given(round).in(onlyCai).when(look(deadline)).round;
    const looked = given(first).in(onlyCai).when(look(extendedDeadline));
    const told = looked.events.find(({ type }) => type === 'nobody_answered');
    expect(told).toMatchObject({ who: ana });
  });

  test('names nobody whose place it is about, nor anybody whose account is closed', () => {
    const circle = bakeryAfter(closesAccount(ana, founded));
    const round = opened(circle, about(cai));
    const first = given(round).in(circle).when(look(deadline)).round;
    const { events } = given(first).in(circle).when(look(extendedDeadline));
    const parked = events.find(({ type }) => type === 'nobody_answered');
    expect(parked).toMatchObject({ who: ben });
  });

  test('that only a learning member answered was seen, where they are asked', () => {
    const round = after(opened(asking), consents(fay));
    const { events } = waited(round, asking, deadline, extendedDeadline, extendedDeadline + DAY);
    expect(typesOf(events)).not.toContain('nobody_answered');
  });
});

describe('the program’s first step on an objection that nobody works on', () => {
  const heard = (...by: readonly MemberId[]) => by.map((one) => consents(one));

  test('asks a learning member for an idea, where the circle asks them', () => {
    const round = after(opened(asking), ...heard(ana, ben, cai, dee, eli), objects(fay, tuesday));
    const { events } = waited(round, asking, thursday + DAY);
    const asked = events.find(({ type }) => type === 'owner_asked_for_idea');
    if (!asked) throw new Error('Nobody is asked');
    expect(asked).toMatchObject({ objectionId: objectionOf(fay), by: null });
    expect(noticesOf(asked, round, asking)).toContainEqual(
      expect.objectContaining({ kind: 'objection_thread', objectionId: objectionOf(fay) }),
    );
  });

  test('never asks the person whose place it is about: they have no objection there', () => {
    const round = after(opened(asking, about(cai)), ...heard(ana, ben, dee, eli, fay));
    const tried = given(round).in(asking).when(object(cai, tuesday));
    expect(tried.refusal).toMatchObject({ code: 'member_concerned' });
    const { events } = waited(round, asking, dayAfterDeadline, dayAfterDeadline + 9 * DAY);
    expect(typesOf(events)).not.toContain('owner_asked_for_idea');
  });

  test('asks no owner who is away: they are not asked, and others may take it on', () => {
    const away = bakeryAfter(goesOnLeave(dee, { fromOn: '2026-06-03', untilOn: null }));
    const round = after(opened(away), ...heard(ana, ben, cai, eli), objects(dee, tuesday));
    const { events } = waited(round, away, wednesday, thursday + DAY, thursday + 5 * DAY);
    expect(typesOf(events)).toContain('objector_away');
    expect(typesOf(events)).not.toContain('owner_asked_for_idea');
  });

  test('takes none while a round waits to be opened', () => {
    const { events } = waited(opened(both), both, friday, dayAfterDeadline);
    expect(typesOf(events).filter((type) => type.includes('_asked_for_'))).toEqual([]);
  });
});
