import { type Scene, willowTime } from './story.ts';
import { channels, people } from './world.ts';

const { ana, ben, cai, dee, eli, fay, hana, otto } = people;
const { general, willow, coop, rota } = channels;

/** What people write to each other besides: a place that is lived in. */
export const seedConversations: readonly Scene[] = [
  said(
    '2026-03-02 09:02',
    otto,
    general,
    'Good morning, Willow Bank. The new kettle is in the office.',
  ),
  said(
    '2026-03-02 09:05',
    ana,
    willow,
    'From today we decide here, by consent. Cai and I look after the rounds.',
  ),
  said(
    '2026-03-06 08:40',
    dee,
    rota,
    'Can anyone take my late on Thursday? I can do Saturday morning.',
  ),
  said('2026-03-06 08:52', ben, rota, 'Yes, happy to swap.'),
  said(
    '2026-03-10 12:15',
    hana,
    coop,
    'Thank you all for the training day idea. It is good to have it settled.',
  ),
  said('2026-03-13 09:02', ana, willow, 'Welcome to the team, Fay!'),
  said('2026-03-13 09:20', fay, willow, 'Thank you. I am reading what you decided so far.'),
  said('2026-03-13 16:05', eli, willow, 'I am away from tomorrow until the 29th. See you after.'),
  said(
    '2026-03-16 08:40',
    dee,
    willow,
    'Could we try a weekly menu on the fridge door? I am asked every day.',
  ),
  said(
    '2026-03-16 16:20',
    cai,
    ana,
    'Could you look at Dee’s objection with us? Tomorrow after lunch suits me.',
  ),
  said(
    '2026-03-16 16:24',
    ana,
    cai,
    'Yes. Let us talk in the thread first, so that Ben can read along.',
  ),
  said('2026-03-18 08:55', ben, general, 'There is cake in the kitchen.'),
];

/** `where` may be a person: a direct message. */
function said(at: string, who: string, where: string, text: string): Scene {
  return { at: willowTime(at), play: ({ slack }) => slack.say(who, where, text) };
}
