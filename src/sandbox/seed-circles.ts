import type { CircleSettings } from '../core/circle.ts';
import type { CircleCommand } from '../core/circle-change.ts';
import type { CircleForm } from '../core/circle-form.ts';
import { channelId, circleId, memberId, type CircleId } from '../core/ids.ts';
import type { Running } from './running.ts';
import { type Scene, WILLOW_BANK_ZONE, willowTime } from './story.ts';
import { channels, people } from './world.ts';

/** The circles of the story. Ana and Cai are in both: they link them. */
export const circles = {
  willow: circleId('willow'),
  coop: circleId('coop'),
} as const;

const agreements: Pick<
  CircleSettings,
  'calendar' | 'windowDays' | 'minimumHours' | 'closing' | 'graceHours' | 'namesWaiting'
> = {
  // Good Friday and Easter Monday are days off.
  calendar: {
    timeZone: WILLOW_BANK_ZONE,
    workingWeekdays: [1, 2, 3, 4, 5],
    closedDays: ['2026-04-03', '2026-04-06'],
  },
  windowDays: 7,
  minimumHours: 72,
  closing: 'facilitator',
  graceHours: 2,
  namesWaiting: false,
};

const willow: CircleForm = {
  settings: {
    name: 'Willow Team',
    aim: 'Good days at home for the people we support, and work that is good for us.',
    ...agreements,
  },
  roster: [
    ...[people.ana, people.ben, people.cai, people.dee, people.eli].map(asFull),
    { id: memberId(people.gus), status: 'guest' },
  ],
  facilitators: [memberId(people.ana), memberId(people.cai)],
  secretaries: [memberId(people.ben)],
};

const coop: CircleForm = {
  settings: {
    name: 'Co-op Circle',
    aim: 'What all teams of Willow Bank share: people, money, places and learning.',
    ...agreements,
  },
  roster: [people.hana, people.ana, people.cai].map(asFull),
  facilitators: [memberId(people.hana)],
};

/** The circles are set up; a new member comes; one goes on leave. */
export const seedCircles: readonly Scene[] = [
  {
    at: willowTime('2026-03-02 09:10'),
    play: (running) => create(running, circles.willow, { channel: channels.willow, form: willow }),
  },
  {
    at: willowTime('2026-03-02 09:20'),
    play: (running) => create(running, circles.coop, { channel: channels.coop, form: coop }),
  },
  {
    at: willowTime('2026-03-13 09:00'),
    play: ({ slack }) => slack.joinChannel(people.fay, channels.willow),
  },
  {
    at: willowTime('2026-03-13 09:05'),
    play: (running) =>
      change(running, circles.willow, {
        type: 'change_circle',
        form: { ...willow, roster: [...willow.roster, { id: fay, status: 'learning' }] },
        ...byAt(people.ana, willowTime('2026-03-13 09:05')),
      }),
  },
  {
    at: willowTime('2026-03-13 16:00'),
    play: (running) =>
      change(running, circles.willow, {
        type: 'change_leave',
        member: memberId(people.eli),
        leave: { fromOn: '2026-03-14', untilOn: '2026-03-29' },
        ...byAt(people.eli, willowTime('2026-03-13 16:00')),
      }),
  },
];

const fay = memberId(people.fay);

function asFull(id: string): CircleForm['roster'][number] {
  return { id: memberId(id), status: 'full' };
}

function byAt(by: string, at: number) {
  return { by: memberId(by), at };
}

function create(
  running: Running,
  id: CircleId,
  { channel, form }: { readonly channel: string; readonly form: CircleForm },
): Promise<void> {
  const [by] = form.facilitators;
  if (by === undefined) throw new Error('Somebody sets a circle up.');
  const { teamId } = running.program.identity;
  const at = running.slack.clock.now();
  const created = { id, teamId, channelId: channelId(channel), form, by, at };
  return change(running, id, { type: 'create_circle', ...created });
}

async function change(running: Running, id: CircleId, command: CircleCommand): Promise<void> {
  const result = await running.program.performer.onCircle(id, command);
  if ('refused' in result) throw new Error(`The story is refused: ${result.refused.code}`);
}
