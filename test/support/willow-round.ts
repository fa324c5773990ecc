import type { CircleForm } from '../../src/core/circle-form.ts';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { channelId, circleId, memberId, objectionId, roundId, teamId } from '../../src/core/ids.ts';
import type { CircleId, MemberId, RoundId } from '../../src/core/ids.ts';
import type { Round } from '../../src/core/round.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { DAY, HOUR, MONDAY, startWillowBank, type Running } from './program.ts';
import { shownIn } from './shown.ts';

export const willow = circleId('c_willow');
export const sundays = roundId('r_sundays');
export const deciders = [people.ana, people.ben, people.cai, people.dee];
/** Wednesday 11 March 2026, 17:00 in London: two days after the round's deadline. */
export const LATER = MONDAY + 9 * DAY + 8 * HOUR;

/** Dee sees a problem. */
export const object = {
  type: 'object',
  objectionId: objectionId('o_1'),
  harm: 'Nobody is left on Monday.',
  effect: 'Late mornings.',
  remedy: null,
} as const;

type WithoutWhen<Command> = Command extends { readonly by: MemberId }
  ? Omit<Command, 'at' | 'by'>
  : never;
/** A command before it is known who gives it, and when. */
export type Deed = WithoutWhen<RoundCommand>;

export type WillowRound = Awaited<ReturnType<typeof startWillowRound>>;

/**
 * The whole program with the Willow Team, in which Ana, Ben, Cai and Dee decide, Fay is learning,
 * and Ana and Cai facilitate. Ben has just proposed to open on Sundays: P-1.
 */
export async function startWillowRound() {
  const running = await startWillowBank();
  const { slack, program } = running;
  const deeds = deedsOf(running);
  await deeds.setUpCircle(willow, channels.willow, 'Willow Team', deciders);
  await deeds.propose(sundays, willow, people.ben, 'Open on Sundays');
  return {
    running,
    slack,
    program,
    ...deeds,
    ...screensOf(slack),
    /** All four consent, and a day goes by. */
    async becomesReady() {
      for (const who of deciders) await deeds.perform(who, { type: 'consent' });
      await running.advance(DAY);
    },
    /** A minute goes by, so that the pace of posting holds nothing back. */
    delivered: () => running.advance(60_000),
    resolve: (who: string, text = '', channel: string = channels.willow) =>
      slack.command(who, channel, '/resolve', text),
    /** Opens the ways of the one open round, and chooses one. */
    async choose(who: string, way: string) {
      await slack.command(who, channels.willow, '/resolve');
      return slack.submit(who, { 'resolve.way': way });
    },
  };
}

/** What is done without a screen, so that each story begins where it matters. */
function deedsOf(running: Running) {
  const { slack, program } = running;
  const { performer } = program;
  const now = () => slack.clock.now();
  return {
    now,
    async setUpCircle(id: CircleId, channel: string, name: string, full: readonly string[]) {
      await performer.onCircle(id, {
        type: 'create_circle',
        id,
        teamId: teamId('TWILLOW'),
        channelId: channelId(channel),
        form: formOf(name, full),
        at: now(),
        by: memberId(people.ana),
      });
    },
    async propose(id: RoundId, circle: CircleId, by: string, title: string) {
      const deadlineAt = now() + 7 * DAY + 8 * HOUR;
      const form = { ...proposal, title, owner: memberId(by), deadlineAt };
      const result = await performer.propose(circle, { id, at: now(), by: memberId(by), form });
      if ('refused' in result) throw new Error(`Refused: ${result.refused.code}`);
      await running.settle();
    },
    async perform(who: string, deed: Deed, id = sundays) {
      const command: RoundCommand = { ...deed, at: now(), by: memberId(who) };
      const { refused } = await performer.onRound(id, command);
      if (refused) throw new Error(`Refused: ${refused.code}`);
    },
    async roundNow(id = sundays): Promise<Round> {
      const found = await performer.round(id);
      if (!found) throw new Error('There is no such round');
      return found.round;
    },
  };
}

function formOf(name: string, full: readonly string[]): CircleForm {
  return {
    settings: { ...settings, name },
    roster: [
      ...full.map((one) => ({ id: memberId(one), status: 'full' as const })),
      { id: memberId(people.fay), status: 'learning' },
    ],
    facilitators: [memberId(people.ana), memberId(people.cai)],
  };
}

const settings = {
  aim: 'Good days at home',
  calendar: { timeZone: 'Europe/London', workingWeekdays: [1, 2, 3, 4, 5], closedDays: [] },
  windowDays: 7,
  minimumHours: 72,
  closing: 'facilitator',
  graceHours: 2,
  namesWaiting: false,
} as const;

const proposal = {
  need: 'Thirty people a week find us closed.',
  document: documentOfText('Open from 8 to 12 for three months.'),
  reviewOn: '2026-06-02',
  replaces: null,
};

/** What people have before them, as the words that they read. */
function screensOf(slack: Awaited<ReturnType<typeof startWillowBank>>['slack']) {
  const modalOf = (who: string) => {
    const { modal } = slack.screenOf(who);
    if (!modal) throw new Error(`${who} has no modal open`);
    return { ...modal, shown: `${modal.title}\n${shownIn(modal.blocks)}` };
  };
  return {
    modalOf,
    /** Waits for the modal that a click opens or changes: Slack's ack comes first. */
    shownTo: (who: string, words: string) =>
      slack.until(() => slack.screenOf(who).modal && modalOf(who).shown.includes(words)),
    threadOf(who: string): string {
      const screen = slack.screenOf(who);
      const [card] = screen.messages(channels.willow).filter(({ replyCount }) => replyCount > 0);
      if (!card) return '';
      return shownIn(screen.thread(channels.willow, card.ts).map(({ blocks }) => blocks));
    },
    dmsOf(who: string): string {
      const screen = slack.screenOf(who);
      const messages = screen.dms.flatMap(({ id }) => screen.messages(id));
      return shownIn(messages.map(({ blocks }) => blocks));
    },
    whispered: (who: string) =>
      shownIn(
        slack
          .screenOf(who)
          .ephemerals()
          .map(({ blocks }) => blocks),
      ),
  };
}
