import { expect, test } from 'vitest';
import { objectionId } from '../../src/core/ids.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { saidAway } from '../../src/core/was-away.ts';
import {
  allConsentBut,
  DAY,
  decides,
  dee,
  eli,
  HOUR,
  MINUTE,
  objectionText,
  settles,
  sundayOpened,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

test('“I was away” is said anew where the round was opened again and closed again (§10 case 8)', () => {
  const terms = { ...sundayOpened.terms, silencePolicy: 'lazy' } as const;
  const say = (at: number) => ({ type: 'say_i_was_away', note: null, at, by: eli }) as const;
  const lazy = replayRound([{ ...sundayOpened, terms }]);
  const closed = given(lazy, ...allConsentBut([dee, eli]), decides(wednesday));
  const away = closed.when(say(wednesday + MINUTE)).round;
  expect(saidAway(away)).toMatchObject([{ by: eli, at: wednesday + MINUTE }]);

  const objected = { type: 'object_late', objectionId: objectionId('late'), ...objectionText };
  const reopened = given(away).when({
    ...({ ...objected, type: 'object_late' } as const),
    ...{ at: wednesday + 2 * MINUTE, by: dee },
  }).round;
  expect(saidAway(reopened)).toEqual([]);
  const settled = { ...settles(dee, wednesday + HOUR), objectionId: objectionId('late') };
  const again = given(reopened, settled, decides(wednesday + DAY));
  expect(saidAway(again.round)).toEqual([]);
  again.when(say(wednesday + 2 * DAY)).happens({ type: 'was_away', by: eli });
});
