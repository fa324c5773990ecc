import { isMember, type Circle, type CircleEvent, type MemberStatus } from '../core/circle.ts';
import { mayKeepCircle } from '../core/circle-change.ts';
import { circleId, type MemberId } from '../core/ids.ts';
import { explainCircle, explainCircleUnderField } from '../words/explain-circle.ts';
import { circleFields } from './blocks/circle-fields.ts';
import { circleFormModal } from './blocks/circle-modal.ts';
import { circleShowModal } from './blocks/circle-show.ts';
import { calendarChosen, closedDaysShown } from './circle-calendar.ts';
import { circleFormOf, peopleProblems } from './circle-form.ts';
import { silenceChosen, withSilence } from './circle-silence.ts';
import { fieldsOf } from './form-state.ts';
import type { Click, Submission } from './interaction.ts';
import { openOrSay } from './opening.ts';
import type { ClickReply, SubmissionReply } from './reply-to-person.ts';
import { sentence } from './sentence.ts';
import type { Services } from './services.ts';

/** [Change]: the circle's form as it stands, for those who keep it (docs/process.md §3). */
export async function onChangeCircle(
  click: Click,
  reply: ClickReply,
  services: Services,
): Promise<void> {
  const { words, performer } = services;
  const circle = await performer.circle(circleId(click.value));
  if (!circle || !isMember(circle, click.by)) {
    return reply.say(sentence(words.circle.where.notHere()));
  }
  if (!mayKeepCircle(circle, click.by, services.now())) {
    const { facilitators } = circle;
    return reply.say(sentence(explainCircle({ code: 'not_circle_keeper', facilitators }, words)));
  }
  await openOrSay(circleFormModal(stateOf(circle, services), words), reply, services);
}

function stateOf(circle: Circle, { now }: Services) {
  return {
    circle,
    channel: circle.channelId,
    settings: circle.settings,
    closedDays: closedDaysShown(circle.settings.calendar, now()),
    deciders: idsWith(circle, 'full'),
    learning: idsWith(circle, 'learning'),
    facilitators: circle.facilitators,
    secretaries: circle.secretaries,
    unseen: 0,
    proposal: null,
  };
}

/** The changed form is sent. What somebody else changed meanwhile is never overwritten unseen. */
export async function changeCircle(
  submission: Submission,
  opened: { readonly id: string; readonly seq: number },
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const { by, view } = submission;
  const { words, performer } = services;
  const circle = await performer.circle(circleId(opened.id));
  const refuse = (plain: string) => reply.errors({ [circleFields.name]: plain });
  if (!circle || !isMember(circle, by)) return refuse(words.circle.where.notHere().plain);
  if (await isChangedSince(circle, opened.seq, services)) {
    return refuse(words.circle.where.changedMeanwhile().plain);
  }
  const fields = fieldsOf(view.values);
  const problems = await peopleProblems(fields, circle, services);
  if (problems) return reply.errors(problems);

  const silence = await silenceChosen(fields, circle, services);
  if ('problem' in silence) {
    return reply.errors({ [circleFields.silenceDecision]: silence.problem.plain });
  }
  const chosen = calendarChosen(fields, circle.settings.calendar, services);
  if ('problem' in chosen) return reply.errors({ [circleFields.closedDays]: chosen.problem.plain });
  const form = withSilence(circleFormOf(fields, circle, chosen.calendar), silence.agreement);
  const at = services.now();
  const result = await performer.onCircle(circle.id, { type: 'change_circle', form, at, by });
  if ('refused' in result) {
    const { refused } = result;
    const field = 'field' in refused ? refused.field : circleFields.name;
    return reply.errors({ [field]: explainCircleUnderField(refused, words).plain });
  }
  await reply.close();
  await redrawBelow(submission, result.circle, reply, services);
}

const FORM_EVENTS: ReadonlySet<CircleEvent['type']> = new Set([
  'settings_changed',
  'roster_changed',
  'facilitators_changed',
  'secretaries_changed',
]);

async function isChangedSince(circle: Circle, seq: number, { store }: Services): Promise<boolean> {
  if (circle.seq === seq) return false;
  const events = await store.circleEvents(circle.id);
  return events.slice(seq).some(({ type }) => FORM_EVENTS.has(type));
}

/** The view below a form that was sent shows the circle as it is now. */
export async function redrawBelow(
  { view, by }: Submission,
  circle: Circle,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const isOnTop = view.rootId !== null && view.rootId !== view.id;
  if (!isOnTop || !isMember(circle, by)) return;
  const state = { circle, viewer: by, now: services.now() };
  await reply.update(view.rootId, circleShowModal(state, services.words));
}

function idsWith(circle: Circle, status: MemberStatus): MemberId[] {
  return [...circle.members.values()].filter((each) => each.status === status).map(({ id }) => id);
}
