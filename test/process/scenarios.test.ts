import { describe, expect, test } from 'vitest';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { decisionOf } from '../../src/core/decision.ts';
import { memberId } from '../../src/core/ids.ts';
import { currentVersion } from '../../src/core/round.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { countedAnswer, heardFrom, membersToConfirm } from '../../src/core/standing.ts';
import { openObjections, requiredMembers, silentMembers } from '../../src/core/standing.ts';
import { changesBetween, versionWithBefore } from '../../src/core/version-changes.ts';
import {
  allConsent,
  allConsentBut,
  ana,
  bakeryAfter,
  ben,
  cai,
  closesAccount,
  consents,
  DAY,
  deadline,
  deciders,
  decides,
  dee,
  eli,
  extendedDeadline,
  fay,
  HOUR,
  joinsCircle,
  monday,
  objectionOf,
  objects,
  olu,
  sundayAutomatic,
  sundayOpened,
  sundayOpening,
  sundayWithout,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { cardOf } from '../support/card.ts';
import { given } from '../support/given.ts';
import { heardOf, toldBy } from './told.ts';

const at = wednesday;
const look = (when: number): RoundCommand => ({ type: 'look_at_clock', at: when, by: null });
const decide = (when = deadline): RoundCommand => ({
  type: 'decide',
  decisionNumber: 12,
  at: when,
  by: ana,
});
const publish = (change: 'substance' | 'wording'): RoundCommand => {
  const { title, need, document, owner, reviewOn, link } = currentVersion(sundayOpening);
  const wording = { title, need: `${need} Really.`, document, owner, reviewOn, link };
  return {
    ...{ type: 'publish_next_version', basedOn: 1, change, wording, answersObjections: [] },
    ...{ linkedDocumentChanged: false, proposerAgrees: true, at, by: ben },
  };
};

describe('what people expect', () => {
  test('S1: a round that was due while the program was away closes once, later', () => {
    const [outageFrom, outageTo] = [tuesday + HOUR, tuesday + 2 * DAY];
    const back = given(sundayAutomatic, ...allConsent(tuesday)).when({
      ...{ type: 'add_back_outage', outageFrom, outageTo, at: outageTo, by: null },
    });
    expect(back.round.ending).toBeNull();
    const closed = given(back.round).when(look(outageTo + DAY));
    expect(closed.events.filter(({ type }) => type === 'round_decided')).toHaveLength(1);
    const posts = heardOf(back.round, closed.events, { of: 'round_decided' });
    expect(posts.filter(({ kind }) => kind === 'thread')).toHaveLength(1);
    given(closed.round)
      .when(look(outageTo + 9 * DAY))
      .happens();
  });

  test('S2: after the end nothing is recorded, and the person hears when it ended', () => {
    given(sundayOpening, ...allConsent(), decides(thursday))
      .when({ type: 'consent', at: thursday + 1000, by: eli })
      .refused('round_ended', { ending: { kind: 'decided', at: thursday } });
  });

  test('S3: the clock of a round that has ended brings nothing', () => {
    const ended = given(sundayOpening, ...allConsent(), decides(thursday));
    ended.when(look(deadline + 30 * DAY)).happens();
  });

  test('S4: an objection without a reason is refused, and the earlier answer stands', () => {
    const { type: _type, at: _at, by: _by, ...text } = objects(ben);
    for (const changes of [{ harm: '' }, { harm: 'bad' }, { harm: '   ' }, { effect: 'bad' }]) {
      const tried = given(sundayOpening, consents(ben)).when({
        ...{ type: 'object', ...text, ...changes, at, by: ben },
      });
      expect(tried.refusal?.code).toMatch(/^text_/u);
      expect(tried.events).toEqual([]);
      expect(countedAnswer(tried.round, ben)?.kind).toBe('consent');
      expect(openObjections(tried.round)).toEqual([]);
    }
  });

  test('S6: an answer is taken back by its owner, until the end', () => {
    const answered = given(sundayOpening, consents(ana));
    const takeBack = (by = ana, when = at): RoundCommand => ({
      type: 'take_back_answer',
      at: when,
      by,
    });
    expect(silentMembers(answered.when(takeBack()).round)).toContain(ana);
    answered.when(takeBack(cai)).refused('nothing_to_take_back');
    given(sundayOpening, ...allConsent(), decides(thursday))
      .when(takeBack(ana, thursday + 1))
      .refused('round_ended');
  });

  test('S7: a click that arrives twice is one answer', () => {
    const consent = { type: 'consent', at, by: ana } as const;
    const { round } = given(sundayOpening).when(consent);
    given(round).when(consent).happens();
  });

  test('S8: everyone who clicks in one second is heard', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => memberId(`UTEN${number}`));
    const circle = bakeryAfter(...ten.map((one) => joinsCircle(one, monday)));
    let round = replayRound([{ ...sundayOpened, asked: ten }]);
    for (const [after, by] of ten.entries()) {
      ({ round } = given(round)
        .in(circle)
        .when({ type: 'consent', at: at + after * 100, by }));
    }
    expect(heardFrom(round)).toEqual({ heard: 10, asked: 10 });
    expect([...round.answers.keys()]).toEqual(ten);
    expect(cardOf(round, at + 1000, circle).shown).toContain('Heard from 10 of 10');
  });

  test('S10: an objection calls off a closing that was near', () => {
    const { type: _type, at: _at, by: _by, ...text } = objects(dee);
    const when = tuesday + HOUR;
    const { round } = given(sundayAutomatic, ...allConsent()).when({
      ...{ type: 'object', ...text, at: when, by: dee },
    });
    const later = given(round).when(look(deadline + DAY)).round;
    expect(later.ending).toBeNull();
    expect(openObjections(later)).toHaveLength(1);
  });

  test('S12: only its owner settles an objection; a meeting leaves it open', () => {
    const objected = given(sundayOpening, objects(dee));
    const settle = { type: 'settle_objection', objectionId: objectionOf(dee), at } as const;
    objected.when({ ...settle, by: ben }).refused('not_the_objector', { objector: dee });
    const meeting = objected.when({ type: 'to_meeting', note: 'Let us talk', at, by: ana });
    expect(openObjections(meeting.round)).toHaveLength(1);
  });

  test('S13: a change of substance asks again; answers are to confirm, and none is gone', () => {
    const four = allConsentBut([ben]);
    const { round } = given(sundayOpening, ...four).when(publish('substance'));
    expect(round.versions[0]).toMatchObject(sundayOpening.versions[0] ?? {});
    const pair = versionWithBefore(round, 2);
    expect(pair && changesBetween(pair.before, pair.after)).toMatchObject([
      { field: 'need', parts: [{ kind: 'same' }, { kind: 'new', text: ' Really.' }] },
    ]);
    expect(membersToConfirm(round)).toEqual([ana, cai, dee, eli]);
    for (const member of deciders) expect(countedAnswer(round, member)).toBeNull();
    expect(round.answers.size).toBe(4);
    const again = given(round).when({ type: 'consent', at: thursday, by: ana });
    expect(countedAnswer(again.round, ana)?.kind).toBe('consent');
  });

  test('S14: a change of wording carries answers over, and both texts are kept', () => {
    const before = given(sundayOpening, ...allConsentBut([ben]));
    const { round, events } = before.when(publish('wording'));
    expect(countedAnswer(round, ana)?.kind).toBe('consent');
    expect(heardFrom(round)).toEqual({ heard: 4, asked: 5 });
    expect(round.versions.map(({ need }) => need)).toEqual([
      sundayOpening.need,
      `${sundayOpening.need} Really.`,
    ]);
    const heard = heardOf(before.round, events, { of: 'version_published' });
    expect(toldBy('direct', heard)).toEqual([ana, cai, dee, eli]);
    expect(heard.map(({ kind }) => kind)).toContain('thread');
  });

  test('S18: who is away is not waited for, and is back in by answering', () => {
    const away = sundayWithout({ member: eli, reason: 'on_leave' });
    expect(heardFrom(away)).toEqual({ heard: 0, asked: 4 });
    expect(heardFrom(given(away, consents(eli)).round)).toEqual({ heard: 1, asked: 5 });
  });

  test('S19: a closed account leaves four; when all are gone nothing is decided', () => {
    const one = bakeryAfter(closesAccount(dee, tuesday));
    const left = given(sundayOpening, ...allConsentBut([dee]))
      .in(one)
      .when(look(at)).round;
    expect(requiredMembers(left)).toEqual([ana, ben, cai, eli]);
    const closed = given(left).in(one).when(decide());
    expect(decisionOf(closed.round)?.answers).toContainEqual({
      ...{ member: dee, kind: 'excused', reason: 'deactivated' },
    });
    const all = bakeryAfter(...deciders.map((who) => closesAccount(who, tuesday)));
    const gone = given(sundayAutomatic, ...allConsent(monday)).in(all);
    expect(gone.when(look(deadline + 30 * DAY)).round.ending).toBeNull();
    expect(gone.when(decide()).refusal?.code).toBe('too_few_able');
  });

  test('S20: who joined since is refused with the reason, and may be asked too', () => {
    const joined = bakeryAfter(joinsCircle(olu, tuesday));
    const later = given(sundayOpening).in(joined);
    later.when({ type: 'consent', at, by: olu }).refused('member_not_asked');
    const added = later.when({ type: 'ask_member_too', member: olu, at, by: ana });
    added.happens({ type: 'member_added_to_round', member: olu, by: ana });
    const heard = given(added.round).in(joined).when({ type: 'consent', at, by: olu });
    expect(countedAnswer(heard.round, olu)?.kind).toBe('consent');
    expect(toldBy('direct', heardOf(sundayOpening, added.events, { circle: joined }))).toEqual([
      olu,
    ]);
  });

  test('S20: a learning member who is in the channel reads, and is refused with the reason', () => {
    const consent = { type: 'consent', at, by: fay } as const;
    given(sundayOpening)
      .when(consent)
      .refused('member_not_asked', { facilitators: [ana, cai] });
    expect(given(sundayOpening).when(consent).round).toEqual(sundayOpening);
    // That somebody came to the channel makes nobody a member of the circle.
    given(sundayOpening)
      .when({ ...consent, by: olu })
      .refused('not_in_circle');
    const asks = { type: 'ask_question', text: 'How?', at, by: fay } as const;
    given(sundayOpening).when(asks).happens({ type: 'question_asked', by: fay });
  });

  test('S23: silence is not consent: the round waits, and is not decided', () => {
    const silent = given(sundayOpening, ...allConsentBut([dee]));
    const past = silent.when(look(deadline)).round;
    const tried = given(past).when(decide(extendedDeadline - HOUR));
    expect(tried.refusal?.code).toBe('members_silent');
    const waited = given(past).when(look(extendedDeadline + 60 * DAY)).round;
    expect(waited.ending).toBeNull();
  });
});
