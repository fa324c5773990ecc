import { openObjections } from '../../core/standing.ts';
import type { Objection } from '../../core/objection.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment } from '../../words/terms.ts';
import { line, memberOr, quiet, type Post, type Told } from './thread-post.ts';

/** Its owner made an objection something to watch (docs/process.md §2.6). */
export function notedPost(told: Told<'objection_became_note'>): Post {
  const { event, words } = told;
  const who = memberOr(event.by, words);
  return [
    line(words.objectionWork.under.noted({ member: who, note: event.note })),
    quiet(left(told)),
  ];
}

/** A member took an objection on (docs/process.md §2.6). */
export function adoptedPost(told: Told<'objection_adopted'>): Post {
  const { event, words } = told;
  const who = memberOr(event.by, words);
  const first = member(objectionOf(told).raisedBy);
  return [line(words.objectionWork.under.adopted({ member: who, first })), quiet(left(told))];
}

/** Nobody took it on: it is something to watch, and whoever answers is asked again (§2.6, §2.1). */
export function lapsedPost(told: Told<'objection_lapsed_to_note'>): Post {
  const { event, circle, words } = told;
  const { under } = words.objectionWork;
  const { asking } = event;
  const deadline = asking && moment(asking.deadlineAt, circle.settings.calendar.timeZone);
  const next = deadline ? under.askedAgain({ deadline }) : words.stepObjection.under.lapsed();
  const lapsed = under.lapsed({ member: member(objectionOf(told).by) });
  return [line(lapsed), quiet(joined([left(told), next]))];
}

type About = Told<'objection_became_note' | 'objection_adopted' | 'objection_lapsed_to_note'>;

function objectionOf({ event, round }: About): Objection {
  const objection = round.objections.find(({ id }) => id === event.objectionId);
  if (!objection) throw new Error(`Round ${round.id} has no objection ${event.objectionId}`);
  return objection;
}

function left({ round, words }: About): Saying {
  const n = openObjections(round).length;
  return n > 0 ? words.thread.openLeft({ n }) : words.thread.noneLeft();
}
