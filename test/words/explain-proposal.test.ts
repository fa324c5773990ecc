import { expect, test } from 'vitest';
import type { FieldProblem } from '../../src/core/proposal.ts';
import { explainFieldProblem, explainProposal } from '../../src/words/explain-proposal.ts';
import { wordsFor } from '../../src/words/index.ts';
import { ana, bakeryTime } from '../support/bakery.ts';

const words = wordsFor('en');
const zone = 'Europe/Berlin';
const at = bakeryTime('2026-06-05 17:00');
const friday = 'Fri 5 June, 17:00';

const problems: readonly (readonly [FieldProblem, string])[] = [
  [{ field: 'title', code: 'field_missing' }, 'fill this in'],
  [{ field: 'title', code: 'field_too_long', max: 120 }, 'at most 120 characters'],
  [{ field: 'proposal', code: 'field_too_long', max: 12_000 }, '13,000 characters'],
  [{ field: 'owner', code: 'owner_not_in_circle' }, 'someone who is in the circle'],
  [{ field: 'deadline', code: 'deadline_past', earliestAt: at }, friday],
  [{ field: 'deadline', code: 'deadline_too_soon', earliestAt: at }, friday],
  [{ field: 'deadline', code: 'deadline_too_far', latestAt: at }, friday],
  [{ field: 'deadline', code: 'deadline_not_working_day', nextAt: at }, friday],
  [{ field: 'deadline', code: 'deadline_at_night', nextAt: at }, friday],
  [{ field: 'review_on', code: 'review_past', earliestOn: '2026-06-02' }, 'Tue 2 June 2026'],
  [{ field: 'quick', code: 'quick_review_too_late', latestOn: '2026-09-01' }, 'Tue 1 September'],
  [{ field: 'begins_with', code: 'questions_come_first' }, 'Only a quick round'],
  [{ field: 'review_on', code: 'review_too_far', latestOn: '2031-06-01' }, 'Sun 1 June 2031'],
];

test.each(problems)('$code says what is possible', (problem, sentence) => {
  const said = explainFieldProblem(problem, { zone, length: 13_000, words });
  expect(said.plain).toContain(sentence);
});

test('who does not decide learns whom to ask, where there is somebody', () => {
  const code = 'not_a_decider';
  expect(explainProposal({ code, facilitators: [ana] }, words).mrkdwn).toContain('ask <@U0ANA>');
  expect(explainProposal({ code, facilitators: [] }, words).plain).toContain('ask one of them');
});

test('a circle of too few says how it can go on', () => {
  expect(explainProposal({ code: 'too_few_to_ask' }, words).plain).toContain('/circle');
});
