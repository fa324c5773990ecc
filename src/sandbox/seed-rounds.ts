import type { AnsweringCommand } from '../core/answering.ts';
import { documentOfText } from '../core/document-of-text.ts';
import { memberId, objectionId, roundId, type CircleId } from '../core/ids.ts';
import type { ProposalForm } from '../core/proposal.ts';
import type { RoundCommand } from '../core/decide-round.ts';
import type { Running } from './running.ts';
import { circles } from './seed-circles.ts';
import { type Scene, willowTime } from './story.ts';
import { people } from './world.ts';

const { ana, ben, cai, dee, hana, eli } = people;

/** The rounds of the story, by the ids that they have in it. */
export const rounds = {
  handover: roundId('handover'),
  training: roundId('training'),
  menu: roundId('menu'),
  quiet: roundId('quiet'),
  phone: roundId('phone'),
  minibus: roundId('minibus'),
} as const;

type RoundName = keyof typeof rounds;

type Written = Omit<ProposalForm, 'document' | 'owner' | 'deadlineAt'> & {
  readonly text: string;
  readonly owner: string;
  readonly deadline: string;
};

const handover: Written = {
  title: 'Write the handover before the shift ends',
  need: 'Twice last month the next person did not know what had been promised.',
  text:
    'Everybody writes the handover in the last ten minutes of the shift.\n' +
    '- What was promised, to whom, by when\n- What is different from usual\n' +
    '- What can wait until tomorrow\nNothing about anybody’s health goes into Slack.',
  owner: ben,
  reviewOn: '2026-06-01',
  deadline: '2026-03-10 17:00',
  replaces: null,
};

const training: Written = {
  title: 'One training day each quarter',
  need: 'Each team trains alone, and small teams hardly at all.',
  text: 'All teams train together on one day a quarter. The teams take turns to prepare it.',
  owner: hana,
  reviewOn: '2026-09-01',
  deadline: '2026-03-11 17:00',
  replaces: null,
};

const menu: Written = {
  title: 'Shop together on Mondays',
  need: 'We go to the shop four times a week and still run out of milk.',
  text:
    'On Mondays two of us do one big shop for the week.\n' +
    'The list hangs in the kitchen until then.',
  owner: dee,
  reviewOn: '2026-06-08',
  deadline: '2026-03-16 17:00',
  replaces: 'Everybody shops when something is missing',
};

const quiet: Written = {
  title: 'Quiet hours after lunch',
  need: 'People who live here want to rest after lunch, and the house is at its loudest then.',
  text:
    'From 13:00 to 14:30 we keep the house quiet.\n' +
    '- Deliveries and repairs come before or after\n- We use the garden door\n' +
    '- Phones are on silent\nWe try it for three months.',
  owner: ben,
  reviewOn: '2026-06-15',
  deadline: '2026-03-24 17:00',
  replaces: null,
};

const phone: Written = {
  title: 'One shared phone for late shifts',
  need: 'After 20:00 nobody knows whose private number to call.',
  text: 'The late shift carries one shared phone. The number hangs by the door and in the office.',
  owner: cai,
  reviewOn: '2026-06-16',
  deadline: '2026-03-23 17:00',
  replaces: 'Calling whoever is on the rota',
};

const minibus: Written = {
  title: 'Share the minibus between teams',
  need: 'The bus stands still most afternoons, while two teams pay for taxis.',
  text: 'Every team may book the bus for an afternoon. Bookings are in the shared calendar.',
  owner: hana,
  reviewOn: '2026-06-17',
  deadline: '2026-03-25 17:00',
  replaces: null,
};

/** Three rounds that ended in decisions, and three that are in the middle of their lives. */
export const seedRounds: readonly Scene[] = [
  proposed('2026-03-03 09:30', ben, circles.willow, 'handover', handover),
  answered('2026-03-03 13:00', 'handover', [ana, ben, cai, dee, eli]),
  closed('2026-03-05 10:00', 'handover', ana),

  proposed('2026-03-04 11:00', cai, circles.coop, 'training', training),
  answered('2026-03-05 14:00', 'training', [ana, cai, hana]),
  closed('2026-03-10 12:00', 'training', hana),

  proposed('2026-03-09 10:00', dee, circles.willow, 'menu', menu),
  objected('2026-03-09 15:00', 'menu', eli, {
    harm: 'Fresh bread and salad do not last a week.',
    effect: 'People would eat worse at weekends, and good days at home begin with good food.',
    remedy: 'A small top-up shop on Thursdays.',
  }),
  answered('2026-03-10 09:00', 'menu', [ana, ben, dee]),
  answered('2026-03-10 11:00', 'menu', [cai], 'Does the big shop fit into the small fridge?'),
  settled('2026-03-11 09:30', 'menu', eli),
  answered('2026-03-11 09:40', 'menu', [eli]),
  closed('2026-03-12 10:00', 'menu', ana),

  proposed('2026-03-16 09:30', cai, circles.willow, 'phone', phone),
  answered('2026-03-16 12:30', 'phone', [ben]),
  objected('2026-03-16 15:00', 'phone', dee, {
    harm: 'If the phone is lost or its battery is empty, nobody can be reached at all.',
    effect: 'At night people must be able to reach us. That is part of feeling safe at home.',
    remedy: 'A second phone as a spare, charged in the office.',
  }),

  proposed('2026-03-17 10:00', ben, circles.willow, 'quiet', quiet),
  answered('2026-03-17 10:05', 'quiet', [ben]),
  answered('2026-03-17 13:30', 'quiet', [cai], 'Whether the laundry van can still come.'),

  proposed('2026-03-18 09:15', hana, circles.coop, 'minibus', minibus),
  answered('2026-03-18 09:45', 'minibus', [cai]),
];

function proposed(
  at: string,
  by: string,
  circle: CircleId,
  name: RoundName,
  { text, owner, deadline, ...written }: Written,
): Scene {
  const form = {
    ...written,
    document: documentOfText(text),
    owner: memberId(owner),
    deadlineAt: willowTime(deadline),
  };
  const draft = { id: rounds[name], by: memberId(by), at: willowTime(at), form };
  return {
    at: willowTime(at),
    async play({ program }) {
      const result = await program.performer.propose(circle, draft);
      if ('refused' in result) throw new Error(`The story is refused: ${JSON.stringify(result)}`);
    },
  };
}

function answered(at: string, name: RoundName, who: readonly string[], note?: string): Scene {
  const commands = who.map(
    (by) => ({ type: 'consent', ...(note && { note }), ...moment(at, by) }) as const,
  );
  return scene(at, name, commands);
}

function objected(
  at: string,
  name: RoundName,
  by: string,
  text: Pick<AnsweringCommand & { type: 'object' }, 'harm' | 'effect' | 'remedy'>,
): Scene {
  const id = objectionId(`${name}-${by}`);
  return scene(at, name, [{ type: 'object', objectionId: id, ...text, ...moment(at, by) }]);
}

function settled(at: string, name: RoundName, by: string): Scene {
  const id = objectionId(`${name}-${by}`);
  return scene(at, name, [{ type: 'settle_objection', objectionId: id, ...moment(at, by) }]);
}

function closed(at: string, name: RoundName, by: string): Scene {
  return scene(at, name, [{ type: 'decide', decisionNumber: 0, ...moment(at, by) }]);
}

function moment(at: string, by: string) {
  return { at: willowTime(at), by: memberId(by) };
}

function scene(at: string, name: RoundName, commands: readonly RoundCommand[]): Scene {
  return {
    at: willowTime(at),
    async play(running) {
      for (const command of commands) await perform(running, name, command);
    },
  };
}

async function perform(
  { program }: Running,
  name: RoundName,
  command: RoundCommand,
): Promise<void> {
  const { refused } = await program.performer.onRound(rounds[name], command);
  if (refused !== null) throw new Error(`The story of ${name} is refused: ${refused.code}`);
}
