import { describe, expect, test } from 'vitest';
import { confidentialReason, isUsuallyConfidential, mayRead } from '../../src/core/confidential.ts';
import { relayId } from '../../src/core/ids.ts';
import { publicFace } from '../../src/core/public-face.ts';
import { replayRound } from '../../src/core/round-history.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { whyNot } from '../../src/core/ways-on.ts';
import { given, givenProposer } from '../support/given.ts';
import {
  ana,
  bakery,
  bakeryAfter,
  ben,
  cai,
  dee,
  eli,
  fay,
  gus,
  joinsCircle,
  monday,
  objects,
  olu,
  sundayForm,
  sundayOpened,
  tuesday,
  wednesday,
} from '../support/bakery.ts';

const REASON = 'about one member’s pay';
const proposes = (changes: object) => ({
  form: { ...sundayForm, topic: 'one_member' as const, concerns: eli, ...changes },
  by: ben,
  at: monday,
  id: sundayOpened.id,
  number: 31,
});
const marked: RoundEvent & { type: 'round_opened' } = {
  ...sundayOpened,
  terms: { ...sundayOpened.terms, topic: 'one_member', confidential: REASON },
};
const round = replayRound([marked]);

describe('the mark', () => {
  test('is frozen in the terms with its reason, trimmed', () => {
    const then = givenProposer(bakery).when(proposes({ confidential: `  ${REASON} ` }));
    then.happens({ type: 'round_opened', terms: { topic: 'one_member', confidential: REASON } });
    expect(then.events[0]).not.toHaveProperty('confidential');
  });

  test.each(['our_work', 'roles', 'aim_or_domain'] as const)(
    'is not there for what is about no one person: %s',
    (topic) => {
      expect(confidentialReason({ topic, confidential: REASON })).toBeNull();
    },
  );

  test.each(['membership', 'one_member', 'support'] as const)('can be chosen for %s', (topic) => {
    expect(confidentialReason({ topic, confidential: REASON })).toBe(REASON);
    expect(isUsuallyConfidential(topic)).toBe(topic === 'one_member');
  });

  test('needs a reason, and a short one', () => {
    const field = 'confidential';
    givenProposer(bakery).lacks(proposes({ confidential: '  ' }), {
      field,
      code: 'field_missing',
    });
    givenProposer(bakery).lacks(proposes({ confidential: 'x'.repeat(81) }), {
      field,
      code: 'field_too_long',
      max: 80,
    });
  });

  test('is absent where nobody chose it, and in every round of before', () => {
    const then = givenProposer(bakery).when(proposes({ confidential: null }));
    expect(then.events[0]).not.toHaveProperty('terms.confidential');
    expect(mayRead(replayRound([sundayOpened]), bakery, gus)).toBe(true);
  });
});

describe('who may read', () => {
  test('are deciding members, not guests and not learning members who are not asked', () => {
    for (const who of [ana, ben, cai]) expect(mayRead(round, bakery, who)).toBe(true);
    for (const who of [fay, gus, olu]) expect(mayRead(round, bakery, who)).toBe(false);
  });

  test('are also who is asked, who was asked, and who decides since', () => {
    const asked = replayRound([{ ...marked, asked: [...marked.asked, fay] }]);
    expect(mayRead(asked, bakery, fay)).toBe(true);
    const anew = replayRound([
      { ...marked, asked: [...marked.asked, fay] },
      {
        type: 'wording_challenged',
        number: 1,
        asking: { asked: marked.asked, away: [], deadlineAt: marked.deadlineAt },
        at: tuesday,
        by: ana,
      },
    ]);
    expect(anew.asked.has(fay)).toBe(false);
    expect(mayRead(anew, bakery, fay)).toBe(true);
    const joined = bakeryAfter(joinsCircle(gus, tuesday));
    expect(mayRead(round, joined, gus)).toBe(true);
  });

  test('are also the person whom it names, and who looks after it', () => {
    const terms = { ...marked.terms, concerns: { member: gus, isRemoval: false } };
    expect(mayRead(replayRound([{ ...marked, terms }]), bakery, gus)).toBe(true);
    expect(mayRead(replayRound([{ ...marked, owner: gus }]), bakery, gus)).toBe(true);
  });
});

describe('a relayed answer', () => {
  test('has no witness who may not read it', () => {
    const relayed = {
      type: 'answer_relayed',
      relayId: relayId('y-1'),
      member: eli,
      said: { kind: 'consent', note: null },
      wording: 'their_own',
      channel: 'phone',
      supporter: null,
      saidOn: '2026-06-01',
    } as const;
    const { type: _type, ...form } = relayed;
    const relay = { ...form, type: 'relay_answer', at: wednesday, by: ana } as const;
    given(round)
      .when({ ...relay, witness: gus })
      .refused('witness_not_possible');
    given(round)
      .when({ ...relay, witness: dee })
      .happens(relayed);
  });
});

describe('to another circle', () => {
  const handing = {
    at: wednesday,
    by: ana,
    to: 'Finance',
    channelId: null,
    reason: 'It is theirs.',
    summary: 'Pay of one member.',
  } as const;

  test.each(['pass_on', 'escalate'] as const)('nothing goes: %s', (type) => {
    given(round)
      .when({ type, ...handing })
      .refused('round_confidential');
    const actor = { by: ana, at: wednesday, circle: bakery };
    expect(whyNot(type, round, actor)).toEqual({ code: 'round_confidential' });
    expect(whyNot(type, replayRound([sundayOpened]), actor)).toBeNull();
  });
});

describe('the public face', () => {
  test('keeps who, when and how it stands, and no text', () => {
    const instead = { title: 'Confidential', text: 'Not shown.' };
    const events = [marked, objects(eli)];
    const face = publicFace(events, instead);
    const whole = replayRound(events);
    expect(face.title).toBe('Confidential');
    expect(face.objections).toMatchObject([{ by: eli, harm: 'Not shown.', remedy: null }]);
    expect(face.seq).toBe(whole.seq);
    expect(face.asked).toEqual(whole.asked);
    expect(face.deadlineAt).toBe(whole.deadlineAt);
    expect(face.answers).toEqual(whole.answers);
    expect(face.terms.confidential).toBe(REASON);
    expect(face.terms).not.toHaveProperty('concerns');
  });
});
