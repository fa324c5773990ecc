import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textAt } from '../../../src/sandbox/slack/json.ts';
import { MESSAGE_STEPS } from './contract-messages.ts';
import { PLACE_STEPS } from './contract-places.ts';
import type { Memory, Step } from './contract-step.ts';
import { type Known, type Side, startBothSlacks } from './emulate.ts';

let ours: Side;
let theirs: Side;
let known: Known;
beforeAll(async () => {
  ({ ours, theirs, known } = await startBothSlacks());
});
afterAll(async () => {
  await ours.close();
  await theirs.close();
});

const STEPS: readonly Step[] = [...MESSAGE_STEPS, ...PLACE_STEPS];

describe('the same calls to two pretend Slacks', () => {
  const memories: Record<'ours' | 'theirs', Memory> = { ours: {}, theirs: {} };
  beforeAll(() => {
    memories.ours['foreign'] = known.foreign.ours;
    memories.theirs['foreign'] = known.foreign.theirs;
  });

  it('are forty and more', () => {
    expect(STEPS.length).toBeGreaterThan(40);
  });

  it.each(STEPS)('$method: $says', async (step) => {
    expect(await outcomeOf(ours, step, memories.ours)).toBe(step.answer);
    const other = await outcomeOf(theirs, step, memories.theirs);
    expect(other).toBe(step.differs?.theirs ?? step.answer);
  });
});

/** '' where the call went well, else the error. */
async function outcomeOf(side: Side, step: Step, memory: Memory): Promise<string> {
  if (step.trigger !== undefined) {
    memory['trigger'] = await side.trigger(step.trigger === 'view' ? memory['view'] : undefined);
  }
  const trigger = step.trigger === undefined ? {} : { trigger_id: memory['trigger'] ?? '' };
  const args = { ...trigger, ...step.args?.(known, memory) };
  const answer = await side.call(step.method, args, step.token);
  Object.assign(memory, answer['ok'] === true ? step.keeps?.(answer) : {});
  if (answer.status !== 200) return `HTTP ${answer.status}`;
  return answer['ok'] === true ? '' : textAt(answer, 'error');
}
