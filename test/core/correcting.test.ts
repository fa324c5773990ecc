import { describe, test } from 'vitest';
import {
  allConsentBut,
  ana,
  bakery,
  bakeryAfter,
  cai,
  consents,
  DAY,
  decides,
  dee,
  eli,
  goesOnLeave,
  monday,
  objectionOf,
  objects,
  settles,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const correct = (by = ana) =>
  ({ type: 'correct_record', text: 'It was four months.', at: thursday, by }) as const;

describe('whose words are in the record (docs/process.md §3)', () => {
  /** Eli objected, Dee took it on and settled it. */
  const adopted = given(
    sundayOpening,
    ...allConsentBut([eli], monday),
    objects(eli, monday),
    { type: 'objection_adopted', objectionId: objectionOf(eli), at: tuesday, by: dee },
    { ...settles(dee, tuesday), objectionId: objectionOf(eli) },
    consents(eli, tuesday),
    decides(wednesday),
  );

  test.each([
    ['who raised an objection', eli],
    ['who took it on', dee],
  ])('they are of %s', (_, by) => {
    adopted.when(correct(by)).happens({ type: 'record_corrected', by });
  });
});

test('who stands in for the facilitators corrects the record, and nobody further back', () => {
  const away = { fromOn: '2026-06-01', untilOn: null };
  const circle = bakeryAfter(...bakery.facilitators.map((one) => goesOnLeave(one, away, monday)), {
    type: 'settings_changed',
    changes: { standIn: eli },
    at: monday,
    by: ana,
  });
  const closed = given(sundayOpening, ...allConsentBut([], monday), decides(wednesday));
  closed.in(circle).when(correct(eli)).happens({ type: 'record_corrected', by: eli });
  closed.in(circle).when(correct(dee)).refused('not_record_keeper');
});

test('the same words of two people are two corrections', () => {
  const closed = given(sundayOpening, ...allConsentBut([], monday), decides(wednesday));
  const { round } = closed.when(correct(ana));
  given(round)
    .when({ ...correct(cai), at: thursday + DAY })
    .happens({ type: 'record_corrected', by: cai });
});
