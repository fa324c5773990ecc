import type { FormValues } from '../../src/sandbox/slack/person/form-value.ts';
import type { PretendSlack } from '../../src/sandbox/slack/pretend-slack.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { richText } from './forms.ts';

/** Ana sets up the Willow Team by its form, as people do; its channel's people decide in it. */
export async function setUpByForm(slack: PretendSlack, values: FormValues = {}): Promise<void> {
  const { ana } = people;
  await slack.command(ana, channels.willow, '/circle');
  await slack.until(() => slack.screenOf(ana).modal?.submit);
  const answer = await slack.submit(ana, {
    name: 'Willow Team',
    aim: 'Good days at home',
    facilitators: [ana, people.cai],
    ...values,
  });
  if (answer.kind !== 'acked') throw new Error(`Not set up: ${JSON.stringify(answer)}`);
  await slack.closeView(ana, { all: true });
  await slack.until(() =>
    slack
      .screenOf(ana)
      .messages(channels.willow)
      .some(({ text }) => text.includes('Willow Team')),
  );
}

/** Ben proposes by the form; resolves when the bot has stored it, posted or not. */
export async function proposeByForm(slack: PretendSlack, title: string): Promise<void> {
  const { ben } = people;
  await slack.command(ben, channels.willow, '/propose', title);
  await slack.until(() => slack.screenOf(ben).modal?.submit);
  const answer = await slack.submit(ben, {
    need: 'Thirty people a week find us closed.',
    proposal: richText('Open from 8 to 12 for three months.'),
  });
  if (answer.kind !== 'acked') throw new Error(`Not proposed: ${JSON.stringify(answer)}`);
  await slack.closeView(ben, { all: true });
}

/** Every message in the channel that names a round, the oldest first. */
export function messagesAbout(slack: PretendSlack, title: string) {
  return slack
    .screenOf(people.ana)
    .messages(channels.willow)
    .filter(({ blocks }) => JSON.stringify(blocks).includes(title));
}
