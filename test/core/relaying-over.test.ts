import { expect, test } from 'vitest';
import { relayId } from '../../src/core/ids.ts';
import { countedAnswer, openObjections } from '../../src/core/standing.ts';
import { ana, eli, objects, sundayOpening, thursday, tuesday } from '../support/bakery.ts';
import { given } from '../support/given.ts';
import { published } from '../support/versions.ts';

test('a consent is not relayed over a person’s own objection, also when the text is new', () => {
  const contested = given(sundayOpening, objects(eli, tuesday), published(2));
  expect(countedAnswer(contested.round, eli)).toBeNull();
  expect(openObjections(contested.round)).toHaveLength(1);
  const relayed = { channel: 'phone', supporter: null, saidOn: '2026-06-04', witness: null };
  contested
    .when({
      ...({ type: 'relay_answer', relayId: relayId('y-1'), member: eli } as const),
      ...({ ...relayed, channel: 'phone', wording: 'their_own' } as const),
      ...({ said: { kind: 'consent', note: null }, at: thursday, by: ana } as const),
    })
    .refused('answered_themselves', { field: 'member', member: eli });
});
