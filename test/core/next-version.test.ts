import { describe, expect, test } from 'vitest';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { objectionId } from '../../src/core/ids.ts';
import { isLadderFor, ladderOffer } from '../../src/core/ladder.ts';
import { reconsentDeadline, versionsInOneGo } from '../../src/core/next-version.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { replayRound } from '../../src/core/round-history.ts';
import {
  closableFrom,
  heardFrom,
  membersToConfirm,
  openHolds,
  openObjections,
  silentMembers,
  standingOf,
} from '../../src/core/standing.ts';
import { changesBetween, versionWithBefore } from '../../src/core/version-changes.ts';
import { objectorsAsked } from '../../src/core/version-answer.ts';
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
  deciders,
  dee,
  eli,
  fay,
  friday,
  goesOnLeave,
  goesToMeeting,
  gus,
  HOUR,
  joinsCircle,
  leavesCircle,
  objectionOf,
  objects,
  olu,
  parks,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';
import { betterWording, published, publishes, reworded } from '../support/versions.ts';
import { sundayWording } from '../support/versions.ts';

const contested = given(sundayOpening, ...allConsentBut([dee]), objects(dee));

describe('S13: an amendment after four consents', () => {
  const after = contested.when(publishes({ answersObjections: [objectionOf(dee)] }));

  test('opens a version and a window of its own, for everybody who is in the circle now', () => {
    after.happens({
      type: 'version_published',
      number: 2,
      change: 'substance',
      answersObjections: [objectionOf(dee)],
      onBehalf: null,
      asking: { asked: deciders, away: [], deadlineAt: bakeryTime('2026-06-08 17:00') },
    });
  });

  test('leaves version 1 readable, and the difference can be told', () => {
    const { round } = after;
    expect(round.versions[0]).toEqual(sundayOpening.versions[0]);
    const pair = versionWithBefore(round, 2);
    expect(pair && changesBetween(pair.before, pair.after)).toMatchObject([
      { field: 'proposal', parts: expect.arrayContaining([{ kind: 'old', text: 'Two' }]) },
    ]);
  });

  test('shows the four as to confirm: none counts, and none is deleted', () => {
    const { round } = after;
    expect(membersToConfirm(round)).toEqual(deciders);
    expect(silentMembers(round)).toEqual(deciders);
    expect(heardFrom(round)).toEqual({ heard: 0, asked: 5 });
    expect([...round.answers.keys()].toSorted()).toEqual(deciders.toSorted());
  });

  test('counts each consent again as soon as it is given again, even word for word', () => {
    const again = given(after.round).when({ type: 'consent', at: thursday, by: ana });
    again.happens({ type: 'consented', by: ana });
    expect(heardFrom(again.round)).toEqual({ heard: 1, asked: 5 });
  });

  test('leaves the objection open until its owner says that it is settled', () => {
    expect(openObjections(after.round)).toHaveLength(1);
    expect(objectorsAsked(after.round)).toEqual([dee]);
    const everyone = given(after.round, ...allConsentBut([dee], thursday));
    everyone
      .when({ type: 'decide', decisionNumber: 12, at: friday, by: ana })
      .refused('objection_open');
    const settled = everyone.when({
      type: 'settle_objection',
      objectionId: objectionOf(dee),
      at: friday,
      by: dee,
    });
    expect(standingOf(settled.round)).toBe('consented');
    expect(settled.round.objections[0]?.settled).toEqual({ at: friday, versionNumber: 2 });
  });

  test('asks whoever objects in a message of their own, and the others by a reminder', () => {
    const notices = noticesOf(published(2), after.round, bakery);
    expect(notices.filter(({ kind }) => kind === 'direct')).toMatchObject([{ to: dee }]);
    expect(notices.filter(({ kind }) => kind === 'nudge')).toMatchObject([
      { to: ana },
      { to: cai },
      { to: eli },
    ]);
    expect(notices.some(({ kind }) => kind === 'thread')).toBe(true);
  });
});

describe('S14: a change of wording after everybody consented', () => {
  const fixed = given(sundayOpening, ...allConsent()).when(
    publishes({
      change: 'wording',
      wording: { ...sundayWording, document: documentOfText('We open each Sunday, 8:00–11:00.') },
    }),
  );

  test('leaves consents and deadline as they are, with both texts in the history', () => {
    const happened = { type: 'version_published', change: 'wording', asking: null };
    fixed.happens({ type: 'became_ready' }, happened);
    const { round } = fixed;
    expect(standingOf(round)).toBe('consented');
    expect(round.deadlineAt).toBe(sundayOpening.deadlineAt);
    expect(round.versions.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('tells everybody who answered, but for who did it', () => {
    const direct = noticesOf(reworded(2), fixed.round, bakery).filter(
      ({ kind }) => kind === 'direct',
    );
    expect(direct).toMatchObject([ana, cai, dee, eli].map((to) => ({ to })));
  });

  test('keeps the round open for the 48 hours in which it can be said to be more', () => {
    expect(closableFrom(fixed.round)).toBe(wednesday + 48 * HOUR);
    given(fixed.round)
      .when({ type: 'decide', decisionNumber: 12, at: thursday, by: ana })
      .refused('too_early', { fromAt: wednesday + 48 * HOUR, isForWording: true });
  });

  test('cannot change who, when or which document', () => {
    for (const changes of [{ owner: ana }, { reviewOn: '2026-10-01' }, { link: 'https://a.b/c' }]) {
      const wording = { ...betterWording, ...changes };
      contested.when(publishes({ change: 'wording', wording })).refused('change_is_substance');
    }
  });
});

describe('S15: three versions in one go', () => {
  const third = [published(2), objects(dee), published(3, { at: thursday }), objects(eli, friday)];
  const round = given(sundayOpening, ...third);

  test('end with the stuck ladder, and a fourth is refused to everyone', () => {
    expect(ladderOffer(round.round)).toBe('everybody');
    for (const by of [ben, ana]) {
      round
        .when(publishes({ basedOn: 3, at: friday, by, proposerAgrees: true }))
        .refused('too_many_versions', { max: 3 });
    }
  });

  test('are not stuck while nobody objects to the third', () => {
    expect(ladderOffer(given(sundayOpening, published(2), published(3)).round)).toBe('nobody');
  });

  test('offer the ladder to everybody, after two to facilitators alone, and not while it pauses', () => {
    const at = friday;
    const two = given(sundayOpening, published(2), objects(dee)).round;
    expect(ladderOffer(two)).toBe('facilitators');
    expect(isLadderFor(two, { by: ana, at, circle: bakery })).toBe(true);
    expect(isLadderFor(two, { by: dee, at, circle: bakery })).toBe(false);
    expect(isLadderFor(round.round, { by: dee, at, circle: bakery })).toBe(true);
    expect(ladderOffer(given(sundayOpening, objects(dee)).round)).toBe('nobody');
    expect(ladderOffer(given(round.round, goesToMeeting(friday)).round)).toBe('nobody');
    expect(ladderOffer(given(round.round, parks(friday)).round)).toBe('nobody');
  });

  test('may go on after a meeting, and the clock then runs again', () => {
    const met = given(round.round, goesToMeeting(friday));
    expect(versionsInOneGo(met.round)).toBe(0);
    const later = bakeryTime('2026-06-09 10:00');
    const after = met.when(publishes({ basedOn: 3, at: later }));
    after.happens({ type: 'version_published', number: 4 });
    expect(after.round.pause).toBeNull();
  });

  test('do not count changes of wording', () => {
    expect(versionsInOneGo(given(sundayOpening, reworded(2), reworded(3)).round)).toBe(1);
  });
});

describe('who publishes', () => {
  test('is the proposer, at any time', () => {
    expect(given(sundayOpening).when(publishes()).events).toHaveLength(1);
  });

  test('is a facilitator with the proposer’s agreement, which is recorded', () => {
    contested.when(publishes({ by: ana })).refused('proposer_agreement_missing', { proposer: ben });
    contested
      .when(publishes({ by: ana, proposerAgrees: true }))
      .happens({ type: 'version_published', onBehalf: 'agreed', by: ana });
  });

  test.each([
    ['is on leave', goesOnLeave(ben, { fromOn: '2026-06-01', untilOn: null })],
    ['has left', leavesCircle(ben, tuesday)],
    ['has no account', closesAccount(ben, tuesday)],
  ])('is a facilitator alone while the proposer %s', (_, event) => {
    const { events } = contested.in(bakeryAfter(event)).when(publishes({ by: ana }));
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'version_published', onBehalf: 'away' }),
    );
  });

  test('is nobody else, whatever they tick', () => {
    const others = { proposer: ben, facilitators: bakery.facilitators };
    for (const by of [dee, eli]) {
      contested.when(publishes({ by, proposerAgrees: true })).refused('not_publisher', others);
    }
    const own = given({ ...sundayOpening, proposedBy: ana }).when(publishes({ by: dee }));
    expect(own.refusal).toEqual({ code: 'not_publisher', proposer: ana, facilitators: [cai] });
    for (const by of [fay, gus]) contested.when(publishes({ by })).refused('member_not_asked');
    contested.when(publishes({ by: olu })).refused('not_in_circle');
  });

  test('is the first of two who send at once; the second is told which version came', () => {
    const first = contested.when(publishes());
    given(first.round)
      .when(publishes({ by: ana, proposerAgrees: true, at: wednesday + 1 }))
      .refused('version_newer', { number: 2, by: ben });
  });
});

describe('a version', () => {
  test('says what its form still lacks, field by field', () => {
    const wording = { ...betterWording, title: ' ', reviewOn: '2026-06-01', link: 'plan.pdf' };
    contested.when(publishes({ wording })).refused('version_incomplete', {
      problems: [
        { field: 'title', code: 'field_missing' },
        { field: 'review_on', code: 'review_past' },
        { field: 'link', code: 'link_not_web_address' },
      ],
    });
  });

  test('changes something, if only its form', () => {
    contested.when(publishes({ wording: sundayWording })).refused('nothing_changed');
    const bold = sundayWording.document.paragraphs.map((paragraph) => ({
      ...paragraph,
      spans: paragraph.spans.map((span) => ({ ...span, bold: true as const })),
    }));
    const wording = { ...sundayWording, document: { paragraphs: bold } };
    expect(contested.when(publishes({ wording })).events).toHaveLength(1);
  });

  test('§10 case 12: is of substance where the linked document changed, with the same text', () => {
    const wording = { ...sundayWording, link: 'https://example.org/plan' };
    const linked = given(replayRound([{ ...sundayOpened, link: wording.link }]), ...allConsent());
    const said = { wording, change: 'wording', linkedDocumentChanged: true } as const;
    const after = linked.when(publishes(said));
    after.happens({ type: 'became_ready' }, { type: 'version_published', change: 'substance' });
    expect(silentMembers(after.round)).toEqual(deciders);
    contested.when(publishes({ ...said, wording: sundayWording })).refused('version_incomplete', {
      problems: [{ field: 'link', code: 'field_missing' }],
    });
  });

  test('answers only objections that are open; one taken back meanwhile is no obstacle', () => {
    contested
      .when(publishes({ answersObjections: [objectionOf(dee), objectionId('gone')] }))
      .happens({ answersObjections: [objectionOf(dee)] });
  });

  test('asks whoever is in the circle now: joiners too, and those away are shown', () => {
    const circle = bakeryAfter(
      joinsCircle(olu, tuesday),
      goesOnLeave(eli, { fromOn: '2026-06-03', untilOn: '2026-06-20' }),
    );
    const { round } = contested.in(circle).when(publishes());
    expect([...round.asked.keys()].toSorted()).toEqual([...deciders, olu].toSorted());
    expect(round.asked.get(eli)?.excused?.reason).toBe('on_leave');
    expect(silentMembers(round)).toContain(olu);
  });

  test('does not open where fewer than two could answer it', () => {
    const away = [ana, cai, dee, eli].map((one) =>
      goesOnLeave(one, { fromOn: '2026-06-03', untilOn: null }),
    );
    const { refusal } = contested.in(bakeryAfter(...away)).when(publishes());
    expect(refusal).toMatchObject({ code: 'too_few_able' });
  });

  test('ends holds: whoever asked for more time is asked anew, twice again if need be', () => {
    const held = given(sundayOpening, asksTime(eli), asksTime(eli));
    const { round } = held.when(publishes());
    expect(openHolds(round)).toEqual([]);
    const again = given(round).when({
      type: 'ask_more_time',
      needs: null,
      at: thursday,
      by: eli,
    });
    again.happens({ type: 'more_time_asked' }, { type: 'deadline_extended', cause: 'hold' });
    expect(again.round.holdsTaken.get(eli)).toBe(1);
  });

  test('changes need, owner, review date, title and link with it', () => {
    const wording = {
      ...betterWording,
      title: 'Open on some Sundays',
      need: 'Thirty people ask.',
      owner: eli,
      reviewOn: '2026-07-01',
      link: 'https://example.org/plan',
    };
    const { round } = contested.when(publishes({ wording }));
    const { document: _document, ...said } = wording;
    expect(round).toMatchObject(said);
    expect(round.versions[0]).toMatchObject({ title: 'Open on Sundays', owner: dee, link: null });
  });

  test('is not published while the round is parked, or after it has ended', () => {
    const parked = given(sundayOpening, parks(tuesday));
    parked.when(publishes()).refused('round_parked');
    const withdrawn = { type: 'round_withdrawn', reason: null, at: tuesday, by: ben } as const;
    given(sundayOpening, withdrawn).when(publishes()).refused('round_ended');
  });
});

describe('the window of a new version', () => {
  test.each([
    ['2026-06-03 10:00', '2026-06-08 17:00'],
    ['2026-06-05 23:30', '2026-06-10 17:00'],
    ['2026-06-06 12:00', '2026-06-10 17:00'],
  ])('opened %s ends %s: three working days, at least 48 hours', (at, ends) => {
    const from = bakeryTime(at);
    const deadlineAt = reconsentDeadline(from, bakery.settings.calendar);
    expect(deadlineAt).toBe(bakeryTime(ends));
    expect(deadlineAt - from).toBeGreaterThanOrEqual(48 * HOUR);
  });

  test('is full length where the objection was settled in the last hour of the one before', () => {
    const late = bakeryTime('2026-06-08 16:30');
    const { round } = contested.when(publishes({ at: late }));
    expect(round.deadlineAt).toBe(bakeryTime('2026-06-11 17:00'));
  });

  test('has its own extension for silence', () => {
    const silence = {
      type: 'deadline_extended',
      deadlineAt: bakeryTime('2026-06-11 17:00'),
      cause: 'silence',
      reason: null,
      at: bakeryTime('2026-06-08 17:00'),
      by: null,
    } as const;
    const at = bakeryTime('2026-06-09 10:00');
    const round = given(sundayOpening, silence, published(2, { at }));
    const over = bakeryTime('2026-06-12 17:00');
    const after = round.when({ type: 'look_at_clock', at: over, by: null });
    expect(after.events).toContainEqual(
      expect.objectContaining({ type: 'deadline_extended', cause: 'silence' }),
    );
  });
});
