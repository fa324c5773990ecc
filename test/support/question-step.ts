import { channels, people } from '../../src/sandbox/world.ts';
import { richText, startForms, type Forms } from './forms.ts';
import { actionsIn, shownIn } from './shown.ts';

const { ana, ben, cai, dee } = people;

/** The Willow Team while Ben's proposal to open on Sundays is in its question step: P-1. */
export async function startQuestions() {
  const forms = await startForms();
  await forms.setUp(ana, channels.willow, { deciders: [ana, ben, cai, dee], facilitators: [ana] });
  await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays');
  await forms.slack.submit(ben, {
    need: 'Thirty people a week find us closed.',
    proposal: richText('Open from 8 to 12.'),
    begins_with: 'questions',
  });
  await forms.slack.closeView(ben, { all: true });
  await forms.posted(channels.willow, 'Open on Sundays');
  return { ...forms, ...eyes(forms), ...hands(forms) };
}

/** What people see. */
function eyes(forms: Forms) {
  const messages = () => forms.screen(ana).messages(channels.willow);
  const message = (words: string) => {
    const one = messages().find(({ blocks }) => shownIn(blocks).includes(words));
    return { ts: one?.ts ?? '', shown: shownIn(one?.blocks), actions: actionsIn(one?.blocks) };
  };
  const card = () => message('Why');
  const threadOf = (ts: string) => shownIn(forms.screen(ana).thread(channels.willow, ts));
  return {
    card,
    message,
    threadOf,
    thread: () => threadOf(card().ts),
    dms: (who: string) =>
      shownIn(forms.screen(who).dms.flatMap(({ id }) => forms.screen(who).messages(id))),
    whispers: (who: string) => shownIn(forms.screen(who).ephemerals()),
    round: async () => {
      const found = await forms.roundNumbered(1);
      if (!found) throw new Error('There is no such round');
      return found;
    },
  };
}

/** What people do. */
function hands(forms: Forms) {
  const click = (who: string, actionId: string) =>
    forms.slack.click(who, { actionId, channel: channels.willow, in: 'message' });
  return {
    click,
    async fillIn(who: string, actionId: string, values: Parameters<Forms['setUp']>[2]) {
      await click(who, actionId);
      await forms.slack.until(() => forms.screen(who).modal?.submit);
      const form = forms.shown(who);
      await forms.slack.submit(who, values ?? {});
      await forms.settle();
      return form;
    },
  };
}
