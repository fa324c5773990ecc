import { dayOf } from '../core/calendar.ts';
import { isMember, type Circle, type Leave } from '../core/circle.ts';
import { circleId, memberId } from '../core/ids.ts';
import { explainCircle, explainCircleUnderField } from '../words/explain-circle.ts';
import { member } from '../words/terms.ts';
import { circleShowModal, circleViewMetadata } from './blocks/circle-show.ts';
import { IS_BACK, leaveFields, leaveModal } from './blocks/leave-modal.ts';
import { redrawBelow } from './circle-changed.ts';
import { fieldsOf } from './form-state.ts';
import { callbackIds } from './ids.ts';
import type { Click, Submission } from './interaction.ts';
import { openOrSay } from './opening.ts';
import type { ClickReply, SubmissionReply } from './reply-to-person.ts';
import { sentence } from './sentence.ts';
import type { Services } from './services.ts';

/** [I am away]: asks from when until when (docs/process.md §2.7). */
export async function onLeave(click: Click, reply: ClickReply, services: Services): Promise<void> {
  const { words } = services;
  const circle = await circleOf(click, services);
  if (!circle) return reply.say(sentence(words.circle.where.notHere()));
  const state = { circle, viewer: click.by, now: services.now() };
  await openOrSay(leaveModal(state, words), reply, services);
}

/** [I am back]: recorded at once. */
export async function onBackFromLeave(
  click: Click,
  reply: ClickReply,
  services: Services,
): Promise<void> {
  const { words, performer } = services;
  const { by } = click;
  const circle = await circleOf(click, services);
  if (!circle) return reply.say(sentence(words.circle.where.notHere()));
  const result = await performer.onCircle(circle.id, {
    type: 'change_leave',
    member: by,
    leave: null,
    at: services.now(),
    by,
  });
  if ('refused' in result) return reply.say(sentence(explainCircle(result.refused, words)));
  await reply.ack();
  const news = words.circleNews.back({ person: member(by) });
  if (click.view?.callbackId !== callbackIds.circleShow) return reply.say(sentence(news));
  const state = { circle: result.circle, viewer: by, now: services.now(), news };
  await reply.update(click.view.id, circleShowModal(state, words));
}

/** The form of time away is sent: for oneself, or by a facilitator for anybody. */
export async function onLeaveForm(
  submission: Submission,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const { words, performer } = services;
  const { by, view } = submission;
  const fields = fieldsOf(view.values);
  const asksWho = leaveFields.member in view.values;
  const id = circleViewMetadata.open(view.metadata)?.circle;
  const circle = id ? await performer.circle(circleId(id)) : null;
  if (!circle || !isMember(circle, by)) {
    return reply.errors({ [leaveFields.fromOn]: words.circle.where.notHere().plain });
  }
  const at = services.now();
  const away: Leave = {
    fromOn: fields.day(leaveFields.fromOn) ?? dayOf(at, circle.settings.calendar.timeZone),
    untilOn: fields.day(leaveFields.untilOn),
  };
  const leave = fields.ticked(leaveFields.back).includes(IS_BACK) ? null : away;
  const whom = memberId(fields.user(leaveFields.member) ?? by);
  const result = await performer.onCircle(circle.id, {
    type: 'change_leave',
    member: whom,
    leave,
    at,
    by,
  });
  if ('refused' in result) {
    const { refused } = result;
    const field = asksWho ? leaveFields.member : leaveFields.fromOn;
    const sentenceUnder = explainCircleUnderField(refused, words).plain;
    return reply.errors({ ['field' in refused ? refused.field : field]: sentenceUnder });
  }
  await reply.close();
  await redrawBelow(submission, result.circle, reply, services);
}

/** The circle that a button is about, for somebody who belongs to it. */
async function circleOf(click: Click, { performer }: Services): Promise<Circle | null> {
  const circle = await performer.circle(circleId(click.value));
  return circle && isMember(circle, click.by) ? circle : null;
}
