import { asksLearning } from '../../core/askable.ts';
import type { Circle, CircleEvent, CircleSettings } from '../../core/circle.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member } from '../../words/terms.ts';
import { questionStepRule } from '../../core/proposal-terms.ts';
import { silenceInNews } from './circle-agreement-fields.ts';
import { calendarChanged } from './circle-news-calendar.ts';
import { openingShown } from './opening-part.ts';

type EventOf<Type extends CircleEvent['type']> = CircleEvent & { readonly type: Type };

/** What the channel hears of changed agreements: each from what to what (docs/process.md §6). */
export function settingsChanged(
  { changes, at, by }: EventOf<'settings_changed'>,
  circle: Circle,
  before: Circle | null,
  words: Words,
): Saying[] {
  const keys = Object.keys(changes) as (keyof CircleSettings)[];
  if (keys.length === 0) return [];
  const { circleNews: news } = words;
  const lines = keys.flatMap((key) => {
    if (key === 'calendar') {
      return calendarChanged(
        circle.settings.calendar,
        before?.settings.calendar ?? null,
        at,
        words,
      );
    }
    const label = news.label[key]();
    const to = settingSaying(key, circle.settings, words);
    if (!before) return news.now({ label, to });
    return news.fromTo({ label, from: settingSaying(key, before.settings, words), to });
  });
  return [
    news.settings({ by: member(by ?? ''), name: circle.settings.name }),
    joined(lines, '\n'),
    news.openRounds(),
    ...(changes.calendar ? [words.calendar.news.deadlines()] : []),
  ];
}

function settingSaying(
  key: Exclude<keyof CircleSettings, 'calendar'>,
  settings: CircleSettings,
  words: Words,
): Saying {
  const { value } = words.circleNews;
  switch (key) {
    case 'name':
    case 'aim':
      return value.quoted({ said: settings[key] });
    case 'windowDays':
      return value.days({ n: settings.windowDays });
    case 'minimumHours':
    case 'graceHours':
      return value.hours({ n: settings[key] });
    case 'closing':
      return settings.closing === 'automatic' ? value.automatic() : value.facilitator();
    case 'namesWaiting':
      return settings.namesWaiting ? value.named() : value.unnamed();
    case 'questionStep':
      return words.step.circle[questionStepRule(settings)]();
    case 'asksLearning':
      return asksLearning(settings) ? value.learningAsked() : value.learningNotAsked();
    case 'opening':
      return openingShown(settings, words);
    case 'silence':
      return silenceInNews(settings, words);
    case 'standIn':
      return settings.standIn ? member(settings.standIn) : value.nobody();
  }
}
