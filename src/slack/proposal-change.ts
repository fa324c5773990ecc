import type { Circle } from '../core/circle.ts';
import { isUsuallyConfidential, mayRead } from '../core/confidential.ts';
import { presetDeadlines, type DeadlinePreset } from '../core/deadline.ts';
import { EMPTY_DOCUMENT } from '../core/document.ts';
import { circleId } from '../core/ids.ts';
import { choiceFields } from './blocks/proposal-choice-fields.ts';
import { topicFields } from './blocks/proposal-topic-fields.ts';
import { begunAnew } from './blocks/look-again-part.ts';
import { presetActionId } from './blocks/proposal-deadline-fields.ts';
import { proposalFields, proposalFormMetadata } from './blocks/proposal-modal.ts';
import { fieldsOf } from './form-state.ts';
import type { Click } from './interaction.ts';
import type { ClickListener } from './listener.ts';
import { draftersIn, keptIn } from './draft-keep.ts';
import { againIn, draftOfFields, proposalFormOf, type Draft } from './proposal-draft.ts';
import type { ClickReply } from './reply-to-person.ts';
import { sentence } from './sentence.ts';
import type { Services } from './services.ts';

const PRESETS = [
  'three_working_days',
  'one_week',
  'two_weeks',
  'circle_window',
] as const satisfies readonly DeadlinePreset[];

/** What changes the form while it is open: its deadline, its topic, and how it is to go. */
export const proposalChanges: Readonly<Record<string, ClickListener>> = {
  [proposalFields.deadline]: onField,
  [choiceFields.quick]: onField,
  [choiceFields.begins]: onField,
  [topicFields.concerns]: onField,
  [topicFields.removal]: onField,
  [topicFields.topic]: onTopic,
  [proposalFields.how]: onHow,
  ...Object.fromEntries(PRESETS.map((preset) => [presetActionId(preset), onPreset(preset)])),
};

/** Another deadline, person or beginning was chosen: the form says what it means. */
function onField(click: Click, reply: ClickReply, services: Services): Promise<void> {
  return redraw(click, reply, services, ({ revision }) => ({ revision }));
}

/** Another topic: the form asks what it needs. A confidential mark is never lost by it (§4.4). */
function onTopic(click: Click, reply: ClickReply, services: Services): Promise<void> {
  return redraw(click, reply, services, ({ revision, typed }) => {
    const { topic = 'our_work', isConfidential = false } = typed;
    return { revision, isConfidential: isConfidential || isUsuallyConfidential(topic) };
  });
}

/** Another kind of proposal about a decision: its title and text, where nobody wrote their own. */
function onHow(click: Click, reply: ClickReply, services: Services): Promise<void> {
  return redraw(click, reply, services, async ({ circle, revision, typed }) => {
    const { again, title = '', document = EMPTY_DOCUMENT } = typed;
    const old = again && (await services.performer.decided(services.teamId, again.number));
    if (!old || !mayRead(old, circle, click.by)) return { revision };
    const begun = begunAnew({ title, document }, { how: again.how, old }, services.words);
    return { revision: revision + 1, ...begun };
  });
}

/** A preset sets the field, in a block of a new name: Slack keeps what the old one holds. */
function onPreset(preset: DeadlinePreset): ClickListener {
  return (click, reply, services) =>
    redraw(click, reply, services, ({ circle, revision }) => {
      const { calendar, windowDays, minimumHours } = circle.settings;
      const presets = presetDeadlines(services.now(), calendar, windowDays, { minimumHours });
      const chosen = presets.find((each) => each.preset === preset);
      return { revision: revision + 1, ...(chosen && { deadlineAt: chosen.at }) };
    });
}

type Opened = { readonly circle: Circle; readonly revision: number; readonly typed: Draft };

/** Draws the form anew with all that is typed in it. Nothing is recorded, so it acks first. */
async function redraw(
  { view, by }: Click,
  reply: ClickReply,
  services: Services,
  changeOf: (opened: Opened) => Draft | Promise<Draft>,
): Promise<void> {
  await reply.ack();
  const about = view && proposalFormMetadata.open(view.metadata);
  const circle = about && (await services.performer.circle(circleId(about.circle)));
  const kept = about && circle ? await keptIn(about, { by, circle }, services) : null;
  if (!view || !circle || !kept) {
    return reply.say(sentence(services.words.propose.refused.notADeciderAlone()));
  }
  const fields = fieldsOf(view.values);
  const inForm = { ...kept, drafters: draftersIn(fields) };
  const typed = { ...draftOfFields(fields), ...againIn(about, fields), kept: inForm };
  const change = await changeOf({ circle, revision: about.revision, typed });
  await reply.update(view.id, await proposalFormOf(circle, by, { ...typed, ...change }, services));
}
