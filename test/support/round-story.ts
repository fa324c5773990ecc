import { channels, people } from '../../src/sandbox/world.ts';
import type { FormValues } from '../../src/sandbox/slack/person/form-value.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { diskFile } from './on-disk.ts';
import { optionsIn, shownIn } from './shown.ts';
import { startSundays } from './sundays.ts';

/**
 * The round of the Willow Team on a database file, told by what people do and see. `end` stops the
 * program and answers where tables and history disagree, which is nowhere.
 */
export async function startStory(options: Parameters<typeof startSundays>[0] = {}) {
  const disk = diskFile();
  const round = await startSundays({ ...options, database: disk.file });
  const { slack } = round;
  const openedWith = round.card().blocks;
  const messagesOf = (who: string) => {
    const screen = slack.screenOf(who);
    return screen.dms.flatMap(({ id }) => screen.messages(id));
  };
  return {
    ...round,
    file: disk.file,
    /** The direct messages of a person from the bot. */
    dmsOf: (who: string) => messagesOf(who).map(({ blocks }) => shownIn(blocks)),
    /** Clicks a button of the newest direct message that has it. */
    clickDm: (who: string, actionId: string) => {
      const dm = messagesOf(who).findLast(({ blocks }) =>
        JSON.stringify(blocks).includes(actionId),
      );
      if (!dm) throw new Error(`${who} has no direct message with ${actionId}`);
      return slack.click(who, { actionId, channel: dm.channel, ts: dm.ts });
    },
    /** Clicks on a copy of the card with its buttons, which was on the screen since it opened. */
    async clickOldCard(who: string, actionId: string) {
      const ts = await round.postAsBot('An old copy', openedWith);
      return slack.click(who, { actionId, channel: channels.willow, ts });
    },
    /** The lines under the card. */
    thread: () =>
      slack
        .screenOf(people.ana)
        .thread(channels.willow, round.card().ts)
        .slice(1)
        .map(({ blocks }) => shownIn(blocks)),
    /** All ways on of the one open round: what this person can choose, and what they read. */
    async waysOf(who: string): Promise<{ offered: string[]; shown: string }> {
      await slack.command(who, channels.willow, '/resolve');
      const modal = await slack.until(() => slack.screenOf(who).modal);
      await slack.closeView(who, { all: true });
      return { offered: optionsIn(modal.blocks), shown: shownIn(modal.blocks) };
    },
    /** Goes a way on by /resolve; answers the title of what came of it. */
    async resolve(who: string, way: string, values: FormValues = {}): Promise<string> {
      await slack.command(who, channels.willow, '/resolve');
      await slack.until(() => slack.screenOf(who).modal?.submit);
      await slack.submit(who, { 'resolve.way': way });
      await slack.submit(who, values);
      const title = slack.screenOf(who).modal?.title ?? '';
      await slack.closeView(who, { all: true });
      return title;
    },
    async object(who: string, values: FormValues): Promise<void> {
      await round.click(who, actionIds.object);
      await round.modalWith(who, 'I see a problem');
      await slack.submit(who, values);
      await round.modalWith(who, 'Thank you');
      await slack.closeView(who, { all: true });
    },
    /** Time goes by an hour at a time, as the clock's own timers would have it. */
    async hours(count: number): Promise<void> {
      for (let hour = 0; hour < count; hour += 1) await round.advance(3_600_000);
    },
    async end() {
      await round.stop();
      const differences = await disk.differences();
      disk.remove();
      return differences;
    },
  };
}

export type Story = Awaited<ReturnType<typeof startStory>>;
