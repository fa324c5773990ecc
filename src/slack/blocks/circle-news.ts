import { asksLearning } from '../../core/askable.ts';
import type { Circle, CircleEvent, MemberStatus, RosterEntry } from '../../core/circle.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { day, joined, member } from '../../words/terms.ts';
import { settingsChanged } from './circle-news-settings.ts';
import { section } from './kit.ts';
import { message, type MessageContent } from './message.ts';

/** A message about some people. */
type SayPeople = (values: { readonly people: Saying }) => Saying;

type EventOf<Type extends CircleEvent['type']> = CircleEvent & { readonly type: Type };

type NewsParts = {
  readonly event: CircleEvent;
  /** The circle after the event. */
  readonly circle: Circle;
  /** The circle before it, where known: then a change says from what it changed. */
  readonly before?: Circle | null;
  readonly words: Words;
};

/**
 * A change of a circle, as its channel hears of it; null where there is nothing to tell. Every
 * change is posted (docs/process.md §6).
 */
export function circleNews(parts: NewsParts): MessageContent | null {
  const sayings = sayingsOf(parts);
  if (sayings.length === 0) return null;
  const text = joined(sayings, '\n');
  return message({ text, blocks: sayings.map((saying) => section(saying)) });
}

function sayingsOf({ event, circle, before = null, words }: NewsParts): Saying[] {
  switch (event.type) {
    case 'circle_created':
      return setUp(event, words);
    case 'settings_changed':
      return settingsChanged(event, circle, before, words);
    case 'roster_changed':
      return rosterChanged(event, circle, words);
    case 'facilitators_changed':
      return facilitatorsChanged(event, circle, words);
    case 'secretaries_changed':
      return secretariesChanged(event, circle, words);
    case 'leave_changed':
      return leaveChanged(event, words);
    case 'account_closed':
      return accountClosed(event, circle, words);
    case 'account_reopened':
      return [words.circleNews.accountReopened({ person: member(event.member) })];
    // These are between the person and whoever keeps the circle (docs/process.md §10 cases 4, 5).
    case 'return_expected':
    case 'channel_left':
    case 'channel_rejoined':
      return [];
  }
}

function setUp(event: EventOf<'circle_created'>, words: Words): Saying[] {
  const { circleNews: news } = words;
  const { settings, roster, facilitators, by } = event;
  const { secretaries = [] } = event;
  const learning = idsWith(roster, 'learning');
  return [
    news.setUp({ by: member(by ?? ''), name: settings.name }),
    joined(
      [
        news.aim({ aim: settings.aim }),
        news.deciders({ people: all(idsWith(roster, 'full'), words) }),
        ...(learning.length > 0 ? [news.learning({ people: all(learning, words) })] : []),
        ...(asksLearning(settings) ? [news.learningAsked()] : []),
        news.facilitators({ people: all(facilitators, words) }),
        ...(secretaries.length > 0 ? [news.secretaries({ people: all(secretaries, words) })] : []),
      ],
      '\n',
    ),
    news.next(),
  ];
}

function rosterChanged(
  { joined: fresh, changed, left, by }: EventOf<'roster_changed'>,
  { settings }: Circle,
  words: Words,
): Saying[] {
  const { circleNews: news } = words;
  const line = (people: readonly MemberId[], say: SayPeople) =>
    people.length > 0 ? [say({ people: all(people, words) })] : [];
  const lines = [
    line(idsWith(fresh, 'full'), news.nowDecide),
    line(idsWith(fresh, 'learning'), news.nowLearn),
    line(idsWith(fresh, 'guest'), news.nowGuests),
    line(idsWith(changed, 'full'), news.becameDeciders),
    line(idsWith(changed, 'learning'), news.becameLearning),
    line(idsWith(changed, 'guest'), news.becameGuests),
    line(left, news.left),
  ].flat();
  if (lines.length === 0) return [];
  const isNewDecider = idsWith([...fresh, ...changed], 'full').length > 0;
  return [
    news.roster({ by: member(by ?? ''), name: settings.name }),
    joined(lines, '\n'),
    ...(isNewDecider ? [news.nextRound()] : []),
  ];
}

function facilitatorsChanged(
  { facilitators, by }: EventOf<'facilitators_changed'>,
  { settings }: Circle,
  words: Words,
): Saying[] {
  const { circleNews: news } = words;
  const people = all(facilitators, words);
  return [news.facilitatorsNow({ by: member(by ?? ''), name: settings.name, people })];
}

function secretariesChanged(
  { secretaries, by }: EventOf<'secretaries_changed'>,
  { settings: { name } }: Circle,
  words: Words,
): Saying[] {
  const { circleNews: news } = words;
  const said = { by: member(by ?? ''), name };
  if (secretaries.length === 0) return [news.noSecretaries(said)];
  return [news.secretariesNow({ ...said, people: all(secretaries, words) })];
}

function leaveChanged({ member: id, leave, by }: EventOf<'leave_changed'>, words: Words): Saying[] {
  const { circleNews: news } = words;
  const person = member(id);
  const noted = by !== null && by !== id ? [news.notedBy({ by: member(by) })] : [];
  if (!leave) return [news.back({ person }), ...noted];
  const from = day(leave.fromOn);
  const away =
    leave.untilOn === null
      ? news.awayOpen({ person, from })
      : news.away({ person, from, until: day(leave.untilOn) });
  return [away, ...noted];
}

function accountClosed(
  { member: id }: EventOf<'account_closed'>,
  { facilitators }: Circle,
  words: Words,
): Saying[] {
  const { circleNews: news } = words;
  const others = facilitators.filter((facilitator) => facilitator !== id);
  return [
    news.accountClosed({ person: member(id) }),
    ...(others.length > 0 ? [news.accountClosedNext({ facilitators: all(others, words) })] : []),
  ];
}

function idsWith(entries: readonly RosterEntry[], status: MemberStatus): MemberId[] {
  return entries.filter((entry) => entry.status === status).map(({ id }) => id);
}

/** Everybody by name: who belongs to a circle is said in full. */
function all(people: readonly MemberId[], words: Words): Saying {
  return membersNamed(people, words, { max: Infinity });
}
