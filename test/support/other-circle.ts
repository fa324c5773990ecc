import { documentOfText } from '../../src/core/document-of-text.ts';
import { channelId, memberId, teamId } from '../../src/core/ids.ts';
import type { CircleId, RoundId } from '../../src/core/ids.ts';
import { people } from '../../src/sandbox/world.ts';
import { firstSettings } from '../../src/slack/circle-form.ts';
import { DAY, HOUR, type Running } from './program.ts';

type Stage = Pick<Running, 'slack' | 'program' | 'settle'>;

/** A circle in whatever channel, with these people deciding; the first one set it up. */
export async function setUpIn(
  { slack, program }: Stage,
  id: CircleId,
  channel: string,
  full: readonly string[],
  facilitators: readonly string[] = full.slice(0, 1),
): Promise<void> {
  const name = 'Another Team';
  const settings = { ...firstSettings('Europe/London'), name, aim: 'Good days at home' };
  const result = await program.performer.onCircle(id, {
    type: 'create_circle',
    id,
    teamId: teamId('TWILLOW'),
    channelId: channelId(channel),
    form: {
      settings,
      roster: full.map((one) => ({ id: memberId(one), status: 'full' })),
      facilitators: facilitators.map(memberId),
    },
    at: slack.clock.now(),
    by: memberId(full[0] ?? people.ana),
  });
  if ('refused' in result) throw new Error(`Refused: ${result.refused.code}`);
}

/** Ben proposes in a circle, for a week. */
export async function proposeIn(
  { slack, program, settle }: Stage,
  circle: CircleId,
  id: RoundId,
  title: string,
  by: string = people.ben,
): Promise<void> {
  const at = slack.clock.now();
  const result = await program.performer.propose(circle, {
    id,
    at,
    by: memberId(by),
    form: {
      title,
      need: 'It has been asked for.',
      document: documentOfText('We try it for three months.'),
      owner: memberId(by),
      reviewOn: '2026-07-01',
      deadlineAt: deadlineAfter(at),
      replaces: null,
    },
  });
  if ('refused' in result) throw new Error(`Refused: ${result.refused.code}`);
  await settle();
}

/** 17:00 in London on the Monday after next Monday's story begins. */
function deadlineAfter(at: number): number {
  return Math.floor(at / DAY) * DAY + 7 * DAY + 17 * HOUR;
}
