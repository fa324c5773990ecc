import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { dayOf, type Instant } from '../../core/calendar.ts';
import { asksLearning } from '../../core/askable.ts';
import type { Circle, Leave, Member, MemberStatus } from '../../core/circle.ts';
import { mayKeepCircle } from '../../core/circle-change.ts';
import type { MemberId } from '../../core/ids.ts';
import { questionStepRule } from '../../core/proposal-terms.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { day, joined, member, verbatim } from '../../words/terms.ts';
import { actionIds, callbackIds } from '../ids.ts';
import { calendarShown } from './circle-calendar-fields.ts';
import { openingShown } from './opening-part.ts';
import { silenceShown } from './circle-agreement-fields.ts';
import { button } from './elements.ts';
import { actions, context, divider, header, section, someOf } from './kit.ts';
import { metadata } from './metadata.ts';
import { modal } from './view.ts';

/** Which circle a view is about. */
export const circleViewMetadata = metadata(z.object({ circle: z.string() }));

export type CircleShowState = {
  readonly circle: Circle;
  readonly viewer: MemberId;
  readonly now: Instant;
  /** What happened just now, where the view tells of it. */
  readonly news?: Saying | undefined;
};

/** The circle as its members see it: who it is, what it agreed, and what they can do. */
export function circleShowModal(state: CircleShowState, words: Words): ModalView {
  const { circle, news } = state;
  return modal({
    callbackId: callbackIds.circleShow,
    title: words.circle.show.title(),
    close: words.everyday.close(),
    metadata: circleViewMetadata.seal({ circle: circle.id }),
    blocks: [
      ...(news ? [section(news), divider()] : []),
      header(verbatim(circle.settings.name)),
      section(words.circle.show.aim({ aim: circle.settings.aim })),
      ...peopleBlocks(state, words),
      divider(),
      ...agreementBlocks(state, words),
      actions(buttons(state, words)),
      context([words.circle.show.proposeNext()]),
    ],
  });
}

function peopleBlocks({ circle, now }: CircleShowState, words: Words): KnownBlock[] {
  const { show } = words.circle;
  const deciders = withStatus(circle, 'full');
  const learning = withStatus(circle, 'learning');
  const guests = withStatus(circle, 'guest');
  const { secretaries } = circle;
  const { standIn } = circle.settings;
  return [
    section(show.deciders({ n: deciders.length, people: all(deciders, words) })),
    section(show.facilitators({ people: all(circle.facilitators, words) })),
    ...(secretaries.length > 0
      ? [section(show.secretaries({ people: all(secretaries, words) }))]
      : []),
    ...(standIn ? [section(show.standIn({ person: member(standIn) }))] : []),
    ...(learning.length > 0 ? [section(show.learning({ people: all(learning, words) }))] : []),
    ...(guests.length > 0 ? [section(show.guests({ people: all(guests, words) }))] : []),
    section(absences(circle, now, words)),
  ];
}

/** Who is away now, and who will be. */
function absences(circle: Circle, now: Instant, words: Words): Saying {
  const sayings = [...circle.members.values()]
    .map((each) => absenceSaying(each, circle, now, words))
    .filter((saying) => saying !== null);
  const { away, nobodyAway } = words.circle.show;
  return sayings.length > 0 ? joined([away(), ...sayings], '\n') : nobodyAway();
}

function absenceSaying(
  { id, leave, deactivatedAt }: Member,
  circle: Circle,
  now: Instant,
  { circle: { leave: said } }: Words,
): Saying | null {
  const person = member(id);
  if (deactivatedAt !== null) return said.accountClosed({ person });
  if (!leave || isOver(leave, circle, now)) return null;
  const from = day(leave.fromOn);
  if (leave.untilOn === null) return said.onLeaveOpen({ person, from });
  return said.onLeave({ person, from, until: day(leave.untilOn) });
}

function agreementBlocks({ circle, now }: CircleShowState, words: Words): KnownBlock[] {
  const { show } = words.circle;
  const { windowDays, closing, graceHours, namesWaiting, calendar } = circle.settings;
  const agreements = [
    show.agreements(),
    silenceShown(circle.settings, words),
    ...(asksLearning(circle.settings) ? [show.learningAsked()] : []),
    words.step.circle.rule[questionStepRule(circle.settings)](),
    openingShown(circle.settings, words),
    show.windowDays({ n: windowDays }),
    show.closing({ who: closing, hours: graceHours }),
    show.waiting({ shown: namesWaiting ? 'named' : 'unnamed' }),
    ...calendarShown(circle.settings, now, words),
    words.everyday.zone({ zone: calendar.timeZone }),
  ];
  return [section(joined(agreements, '\n'))];
}

function buttons({ circle, viewer, now }: CircleShowState, words: Words) {
  const { show } = words.circle;
  const keeps = mayKeepCircle(circle, viewer, now);
  const isAway = hasLeave(circle, viewer, now);
  const value = circle.id;
  const away = button({
    actionId: actionIds.leave,
    label: keeps ? show.awayForAnybody() : show.awayButton(),
    value,
  });
  const back = button({ actionId: actionIds.backFromLeave, label: show.backButton(), value });
  const change = button({
    actionId: actionIds.changeCircle,
    label: words.everyday.change(),
    value,
  });
  return someOf([...(isAway ? [back] : []), away, ...(keeps ? [change] : [])]) ?? ([away] as const);
}

/** True where the person is away now or will be. */
function hasLeave(circle: Circle, id: MemberId, now: Instant): boolean {
  const leave = circle.members.get(id)?.leave;
  return leave ? !isOver(leave, circle, now) : false;
}

function isOver({ untilOn }: Leave, { settings }: Circle, now: Instant): boolean {
  return untilOn !== null && untilOn < dayOf(now, settings.calendar.timeZone);
}

function withStatus(circle: Circle, status: MemberStatus): MemberId[] {
  return [...circle.members.values()].filter((each) => each.status === status).map(({ id }) => id);
}

/** Everybody by name: who belongs to a circle is said in full. */
function all(people: readonly MemberId[], words: Words): Saying {
  return membersNamed(people, words, { max: Infinity });
}
