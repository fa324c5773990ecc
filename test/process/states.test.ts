import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withDiagram } from '../../docs/write-states.ts';
import { evolveRound } from '../../src/core/round-history.ts';
import { isTransition, ROUND_STATES, TRANSITIONS } from '../../src/core/round-states.ts';
import type { RoundState } from '../../src/core/round-states.ts';
import type { Round } from '../../src/core/round.ts';
import { stateOf } from '../../src/core/standing.ts';
import { plays } from '../support/random-round.ts';
import { waysFound } from '../support/round-ways.ts';

describe('the states of a round', () => {
  test('are drawn in docs/process.md as the rules have them (npm run docs:states)', () => {
    const document = readFileSync(new URL('../../docs/process.md', import.meta.url), 'utf8');
    expect(withDiagram(document)).toBe(document);
    expect(document).toContain('consent_open --> objections_open: somebody objects');
  });

  test('need a place for the drawing', () => {
    expect(() => withDiagram('no marks')).toThrow('no place for the diagram');
  });

  test('are all reached, and every one but a mistake is left', () => {
    for (const state of ROUND_STATES) {
      const isBeginning = state === 'questions' || state === 'consent_open';
      expect(isBeginning || TRANSITIONS.some(({ to }) => to.includes(state))).toBe(true);
      expect(TRANSITIONS.some(({ from }) => from === state)).toBe(state !== 'void');
    }
    expect(isTransition('decided', 'withdrawn')).toBe(false);
    expect(isTransition('integrating', 'decided')).toBe(false);
    expect(isTransition('objections_open', 'decided')).toBe(false);
  });

  test('change in every way that the table names: the rules are asked for each of them', () => {
    const named = TRANSITIONS.flatMap(({ from, to }) => to.map((one) => `${from} to ${one}`));
    const found = waysFound();
    expect(named.filter((way) => !found.has(way))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  }, 120_000);

  test('change in random rounds only as the table says', () => {
    const property = fc.property(plays, ({ history }) => {
      let round: Round | null = null;
      let from: RoundState | null = null;
      for (const event of history) {
        round = evolveRound(round, event);
        const to = stateOf(round, event.at);
        const isKnown = from === null || from === to || isTransition(from, to);
        expect(isKnown ? null : `${from} to ${to}, by ${event.type}`).toBeNull();
        from = to;
      }
    });
    fc.assert(property, { numRuns: 300 });
  });
});
