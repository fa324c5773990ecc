import { describe, expect, test } from 'vitest';
import { nextDueAt } from '../../src/core/clock.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { currentVersion } from '../../src/core/round.ts';
import { countedAnswer, openObjections, silentMembers } from '../../src/core/standing.ts';
import { objectorsAsked } from '../../src/core/version-answer.ts';
import { answeringVersion } from '../../src/core/version-changes.ts';
import {
  allConsent,
  allConsentBut,
  ana,
  bakery,
  bakeryTime,
  ben,
  cai,
  consents,
  deciders,
  dee,
  eli,
  fay,
  friday,
  HOUR,
  objectionOf,
  objectionText,
  objects,
  parks,
  settles,
  sundayOpening,
  thursday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';
import { published, reworded } from '../support/versions.ts';

const challenge = (by: typeof ana, at: number = thursday, versionNumber = 2) =>
  ({ type: 'challenge_wording', versionNumber, at, by }) as const;

describe('“This changes it for me”', () => {
  const fixed = given(sundayOpening, ...allConsent(), reworded(2));

  test('by anyone who answered makes it substance: a new window, and everyone asked again', () => {
    const after = fixed.when(challenge(eli));
    const deadlineAt = bakeryTime('2026-06-09 17:00');
    expect(after.events).toContainEqual(
      expect.objectContaining({
        type: 'wording_challenged',
        number: 2,
        asking: { asked: deciders, away: [], deadlineAt },
      }),
    );
    const { round } = after;
    expect(currentVersion(round)).toMatchObject({
      change: 'substance',
      challenged: { by: eli, at: thursday },
    });
    expect(silentMembers(round)).toEqual(deciders);
    expect(round.deadlineAt).toBe(deadlineAt);
    expect(round.answers.size).toBe(5);
  });

  test('is one challenge, however often it is pressed and by how many', () => {
    const { round } = fixed.when(challenge(eli));
    given(round).when(challenge(ana)).happens();
  });

  test('tells the proposer and the facilitators, and reminds everyone', () => {
    const { round, events } = fixed.when(challenge(eli));
    const event = events.find(({ type }) => type === 'wording_challenged');
    const notices = event ? noticesOf(event, round, bakery) : [];
    const direct = notices.filter(({ kind }) => kind === 'direct');
    expect(direct).toMatchObject([{ to: ana }, { to: cai }, { to: ben }]);
    expect(notices.filter(({ kind }) => kind === 'nudge')).toHaveLength(deciders.length);
  });

  test('can be said for 48 hours', () => {
    const untilAt = wednesday + 48 * HOUR;
    const late = fixed.when(challenge(eli, untilAt));
    expect(late.refusal).toMatchObject({ code: 'challenge_over', untilAt });
    expect(fixed.when(challenge(eli, untilAt - 1)).refusal).toBeNull();
  });

  test('is over after 48 hours, also while an objection is open: the card is drawn anew', () => {
    const open = given(sundayOpening, ...allConsentBut([dee]), objects(dee), reworded(2));
    const endsAt = wednesday + 48 * HOUR;
    const look = (at: number) => ({ type: 'look_at_clock', at, by: null }) as const;
    expect(nextDueAt(open.round, bakery, wednesday)).toBeLessThanOrEqual(endsAt);
    const types = (at: number) => open.when(look(at)).events.map(({ type }) => type);
    expect(types(endsAt - 1)).not.toContain('wording_stood');
    expect(types(endsAt)).toContain('wording_stood');
    const { round, events } = open.when(look(endsAt));
    expect(currentVersion(round)).toMatchObject({ number: 2, stoodAt: endsAt });
    const stood = events.find(({ type }) => type === 'wording_stood');
    expect(stood && noticesOf(stood, round, bakery)).toEqual([{ kind: 'card', roundId: round.id }]);
    expect(given(round).when(look(endsAt)).events).toEqual([]);
    given(round).when(challenge(eli, endsAt)).refused('challenge_over');
  });

  test('does not end what is of substance already', () => {
    const { round } = fixed.when(challenge(eli));
    const { events } = given(round).when({ type: 'look_at_clock', at: friday + HOUR, by: null });
    expect(events.map(({ type }) => type)).not.toContain('wording_stood');
  });

  test('is for those whose earlier answer stands, and for a change of wording alone', () => {
    const some = given(sundayOpening, ...allConsentBut([dee]), reworded(2));
    some.when(challenge(dee)).refused('nothing_to_challenge');
    some.when(challenge(fay)).refused('not_in_circle');
    const answered = given(some.round, consents(dee, wednesday + HOUR));
    const { refusal } = answered.when(challenge(dee));
    expect(refusal).toMatchObject({ code: 'nothing_to_challenge' });
    given(sundayOpening, ...allConsent(), published(2))
      .when(challenge(ana))
      .refused('nothing_to_challenge');
  });

  test('is about the version that was read: a newer one is named', () => {
    const { refusal } = given(fixed.round, reworded(3, thursday)).when(challenge(eli, friday));
    expect(refusal).toEqual({ code: 'text_is_newer', ofVersion: 2, number: 3 });
  });

  test('is not said of a round that is parked or has ended', () => {
    given(fixed.round, parks(thursday)).when(challenge(eli, friday)).refused('round_parked');
    const withdrawn = { type: 'round_withdrawn', reason: null, at: thursday, by: ben } as const;
    given(fixed.round, withdrawn).when(challenge(eli, friday)).refused('round_ended');
  });
});

describe('an objector who is asked first', () => {
  const contested = given(sundayOpening, ...allConsentBut([dee]), objects(dee), published(2));
  const keep = { type: 'keep_objection', objectionId: objectionOf(dee), at: thursday } as const;

  test('says “not yet”: it is recorded with the version, and is their answer to it', () => {
    const after = contested.when({ ...keep, by: dee });
    after.happens({ type: 'objection_stands', versionNumber: 2, by: dee });
    expect(after.round.objections[0]?.standsOnVersion).toBe(2);
    expect(countedAnswer(after.round, dee)).toMatchObject({ kind: 'objection', versionNumber: 2 });
    expect(objectorsAsked(after.round)).toEqual([]);
    expect(openObjections(after.round)).toHaveLength(1);
    given(after.round)
      .when({ ...keep, at: friday - HOUR, by: dee })
      .happens();
  });

  test('says it again on another day, and is heard from again', () => {
    const after = contested.when({ ...keep, by: dee });
    const again = given(after.round).when({ ...keep, at: friday, by: dee });
    again.happens({ type: 'objection_stands', versionNumber: 2 });
    expect(again.round.objections).toMatchObject([{ standsOnVersion: 2, quietSinceAt: friday }]);
  });

  test('is the only one who can say it', () => {
    contested.when({ ...keep, by: ben }).refused('not_the_objector', { objector: dee });
    given(contested.round, settles(dee, thursday))
      .when({ ...keep, by: dee })
      .refused('objection_not_open');
  });

  test('settles it by consenting to the new version, and the record knows which one it was', () => {
    const after = contested.when({ type: 'consent', at: thursday, by: dee });
    after.happens({ type: 'objection_settled' }, { type: 'consented' });
    const [objection] = after.round.objections;
    expect(objection && answeringVersion(after.round, objection)?.number).toBe(2);
  });

  test('is not taken at a word that was about an earlier version', () => {
    const raced = given(contested.round, published(3, { at: thursday }));
    const of = { ofVersion: 2, at: friday, by: dee } as const;
    const newer = { ofVersion: 2, number: 3 };
    raced
      .when({ type: 'settle_objection', objectionId: objectionOf(dee), ...of })
      .refused('text_is_newer', newer);
    raced.when({ ...keep, ...of }).refused('text_is_newer', newer);
    raced.when({ type: 'consent', ...of }).refused('text_is_newer', newer);
    raced.when({ ...keep, ...of, ofVersion: 3 }).happens({ type: 'objection_stands' });
  });

  test('may object again: the same words stand, and other words take their place', () => {
    const again = {
      type: 'object',
      objectionId: objectionOf(eli),
      ...objectionText,
      at: thursday,
      by: dee,
    } as const;
    contested.when(again).happens({ type: 'objection_stands' });
    contested
      .when({ ...again, harm: 'Two is still too few.' })
      .happens({ type: 'objection_reworded' }, { type: 'objection_stands' });
  });

  test('has nothing left to take back of an answer that was to version 1', () => {
    given(sundayOpening, ...allConsent(), published(2))
      .when({ type: 'take_back_answer', at: thursday, by: ana })
      .refused('nothing_to_take_back');
  });
});

describe('“It still stands”, on the version that was objected to', () => {
  const objection = objects(dee);
  const keep = { type: 'keep_objection', objectionId: objectionOf(dee), by: dee } as const;
  const soon = objection.at + HOUR;
  const asked = {
    type: 'clarity_asked',
    text: 'Which Monday?',
    objectionId: objectionOf(dee),
    at: soon,
    by: ana,
  } as const;
  const contacted = {
    type: 'objector_contacted',
    objectionId: objectionOf(dee),
    at: soon,
    by: null,
  } as const;

  test('is nothing new on the day on which it was raised', () => {
    given(sundayOpening, objection)
      .when({ ...keep, at: soon })
      .happens();
  });

  test.each([
    ['a question', asked],
    ['a message to its owner', contacted],
  ])('is heard at once after %s, and once', (_, event) => {
    const said = given(sundayOpening, objection, event).when({ ...keep, at: soon + 1 });
    said.happens({ type: 'objection_stands', versionNumber: 1, by: dee });
    expect(said.round.objections).toMatchObject([{ quietSinceAt: soon + 1, contactedAt: [] }]);
    expect(openObjections(said.round)).toHaveLength(1);
    given(said.round)
      .when({ ...keep, at: soon + 2 })
      .happens();
  });

  test('is what sending the form unchanged says too', () => {
    const same = { type: 'object', objectionId: objectionOf(eli), ...objectionText } as const;
    given(sundayOpening, objection)
      .when({ ...same, at: soon, by: dee })
      .happens();
    given(sundayOpening, objection, contacted)
      .when({ ...same, at: soon + 1, by: dee })
      .happens({ type: 'objection_stands', versionNumber: 1 });
    given(sundayOpening, objection, contacted)
      .when({ ...same, harm: 'Bakers never rest.', at: soon + 1, by: dee })
      .happens({ type: 'objection_reworded' });
  });

  test('is its owner’s to say, and not of what is closed or parked', () => {
    given(sundayOpening, objection)
      .when({ ...keep, at: soon, by: ana })
      .refused('not_the_objector', { objector: dee });
    given(sundayOpening, objection, settles(dee, soon))
      .when({ ...keep, at: soon + 1 })
      .refused('objection_not_open');
    given(sundayOpening, objection, parks(soon))
      .when({ ...keep, at: soon + 1 })
      .refused('round_parked');
    given(sundayOpening)
      .when({ ...keep, at: soon })
      .refused('objection_not_open');
  });
});

describe('an answer to an earlier text', () => {
  test('that objects is open at once, of the version that it was written about', () => {
    const object = { type: 'object', objectionId: objectionOf(dee), ...objectionText } as const;
    const said = { ...object, ofVersion: 1, at: thursday, by: dee };
    const raised = given(sundayOpening, ...allConsentBut([dee]), published(2)).when(said);
    raised.happens({ type: 'objection_raised', versionNumber: 1 });
    expect(openObjections(raised.round)).toMatchObject([{ versionNumber: 1 }]);
    expect(objectorsAsked(raised.round)).toEqual([dee]);
    expect(countedAnswer(raised.round, dee)).toBeNull();
    given(raised.round)
      .when({ ...said, harm: 'Bakers never rest.' })
      .happens({ type: 'objection_reworded' });
    given(raised.round).when(said).happens();
    given(sundayOpening)
      .when({ ...said, ofVersion: 0 })
      .happens({ type: 'objection_raised' });
  });

  test('stands where only the wording changed since, or where nobody knows which it was', () => {
    const consent = { type: 'consent', at: thursday, by: dee } as const;
    const worded = given(sundayOpening, ...allConsentBut([dee]), reworded(2));
    worded.when({ ...consent, ofVersion: 1 }).happens({ type: 'consented' });
    const anew = given(sundayOpening, ...allConsentBut([dee]), published(2));
    anew.when(consent).happens({ type: 'consented' });
    anew.when({ ...consent, ofVersion: 1 }).refused('text_is_newer', { ofVersion: 1, number: 2 });
    const challenged = worded.when(challenge(ana));
    given(challenged.round)
      .when({ ...consent, ofVersion: 1 })
      .refused('text_is_newer', { ofVersion: 1, number: 2 });
  });
});

describe('the version that answered an objection', () => {
  const objected = [objects(dee), published(2, { answersObjections: [objectionOf(dee)] })];

  test('is the last one that meant to, up to where its owner confirmed it', () => {
    const { round } = given(
      sundayOpening,
      ...objected,
      published(3, { at: thursday }),
      settles(dee, friday),
    );
    const [objection] = round.objections;
    expect(objection && answeringVersion(round, objection)?.number).toBe(2);
  });

  test('is none where it was settled without a new text, or taken back', () => {
    const { round } = given(sundayOpening, objects(dee), settles(dee, wednesday), published(2));
    const [objection] = round.objections;
    expect(objection && answeringVersion(round, objection)).toBeNull();
  });
});
