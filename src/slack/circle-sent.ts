import type { ModalView } from '@slack/types';
import { isMember, type Circle } from '../core/circle.ts';
import { whyNotPropose } from '../core/proposal.ts';
import type { CircleForm } from '../core/circle-form.ts';
import { channelId, circleId, type ChannelId, type CircleId } from '../core/ids.ts';
import { explainCircleUnderField } from '../words/explain-circle.ts';
import { facilitatorsNamed } from '../words/members.ts';
import type { Saying } from '../words/message.ts';
import type { Begun } from './blocks/begun-fields.ts';
import { circleFields, circleFormMetadata } from './blocks/circle-fields.ts';
import { circleShowModal } from './blocks/circle-show.ts';
import { noticeModal } from './blocks/skeleton.ts';
import { changeCircle } from './circle-changed.ts';
import { calendarChosen } from './circle-calendar.ts';
import { circleFormOf, firstSettings, peopleProblems } from './circle-form.ts';
import { fieldsOf } from './form-state.ts';
import type { Submission } from './interaction.ts';
import { begunIn, draftOf, proposalFormOf } from './proposal-draft.ts';
import type { SubmissionReply } from './reply-to-person.ts';
import type { Services } from './services.ts';
import type { CircleResult } from '../shell/perform.ts';

/** The circle's form is sent: it sets the circle up, or changes it. Source: docs/process.md §6. */
export async function onCircleForm(
  submission: Submission,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const about = circleFormMetadata.open(submission.view.metadata);
  if (!about) {
    return reply.errors({ [circleFields.name]: services.words.circle.where.oldForm().plain });
  }
  if (about.circle) return changeCircle(submission, about.circle, reply, services);
  const channel = channelId(about.channel);
  await setUpCircle(submission, { channel, next: about.next }, reply, services);
}

type SetUp = { readonly channel: ChannelId; readonly next: 'propose' | null };

async function setUpCircle(
  submission: Submission,
  { channel, next }: SetUp,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const { words, people, store, teamId } = services;
  const id = circleId(`c_${submission.view.id}`);
  const there = await store.circleOfChannel(teamId, channel);
  if (there) return showFirst(there, submission, reply, services);

  const fields = fieldsOf(submission.view.values);
  const [setter] = await people.persons([submission.by]);
  if (setter?.kind !== 'person') {
    return reply.errors({ [circleFields.name]: words.circle.where.notAPerson().plain });
  }
  const problems = await peopleProblems(fields, null, services);
  if (problems) return reply.errors(problems);

  const chosen = calendarChosen(fields, firstSettings('UTC').calendar, services);
  if ('problem' in chosen) return reply.errors({ [circleFields.closedDays]: chosen.problem.plain });
  const form = circleFormOf(fields, null, chosen.calendar);
  const result = await createCircle(submission, { id, channel, form }, services);
  if (!result) return showFirstIn(channel, submission, reply, services);
  if ('refused' in result) {
    const { refused } = result;
    const field = 'field' in refused ? refused.field : circleFields.name;
    return reply.errors({ [field]: explainCircleUnderField(refused, words).plain });
  }
  const begun = next && begunIn(fields);
  await reply.show(await viewAfter(result.circle, submission, begun, services));
}

type FirstCircle = {
  readonly id: CircleId;
  readonly channel: ChannelId;
  readonly form: CircleForm;
};

/** Null where another form was first: a channel has one circle (docs/process.md §10 case 7). */
async function createCircle(
  { by }: Submission,
  { id, channel, form }: FirstCircle,
  services: Services,
): Promise<CircleResult | null> {
  const { performer, store, teamId } = services;
  const at = services.now();
  try {
    return await performer.onCircle(id, {
      type: 'create_circle',
      id,
      teamId,
      channelId: channel,
      form,
      at,
      by,
    });
  } catch (error) {
    if ((await store.circleOfChannel(teamId, channel)) === null) throw error;
    return null;
  }
}

async function showFirstIn(
  channel: ChannelId,
  submission: Submission,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const first = await services.store.circleOfChannel(services.teamId, channel);
  if (!first) throw new Error(`No circle was first in ${channel}`);
  await showFirst(first, submission, reply, services);
}

/** Shows the circle that is there: somebody else's, or the one that this form set up before. */
async function showFirst(
  id: CircleId,
  { by, view }: Submission,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const { performer, words } = services;
  const circle = await performer.circle(id);
  if (!circle) throw new Error(`There is no circle ${id}`);
  const { name } = circle.settings;
  const { setUp, alreadyThere } = words.circle.done;
  const news = id === `c_${view.id}` ? setUp({ name }) : alreadyThere({ name });
  await reply.show(circleFor(circle, by, news, services));
}

function circleFor(
  circle: Circle,
  viewer: Submission['by'],
  news: Saying,
  services: Services,
): ModalView {
  const { words } = services;
  if (isMember(circle, viewer))
    return circleShowModal({ circle, viewer, now: services.now(), news }, words);
  const facilitators = facilitatorsNamed(circle.facilitators, words);
  const sayings = [news, words.circle.where.outsider({ facilitators })];
  return noticeModal({ title: words.circle.show.title(), sayings }, words);
}

/** Who came to propose goes on to their proposal; others see the circle. */
async function viewAfter(
  circle: Circle,
  { by }: Submission,
  begun: Begun | null,
  services: Services,
): Promise<ModalView> {
  const { words } = services;
  if (begun && !whyNotPropose(circle, by, services.now())) {
    return proposalFormOf(circle, by, draftOf(begun, circle, services.now()), services);
  }
  const news = words.circle.done.setUp({ name: circle.settings.name });
  return circleFor(circle, by, news, services);
}
