import { isDay } from '../core/calendar.ts';
import type { Circle } from '../core/circle.ts';
import { memberId, type MemberId } from '../core/ids.ts';
import { checkPresent, MEETING_OUTCOMES, textWanted } from '../core/meeting.ts';
import type { RecordMeetingCommand } from '../core/meeting.ts';
import type { RoundRefusal } from '../core/round-refusal.ts';
import { whyNot } from '../core/ways-on.ts';
import { explainRound } from '../words/explain.ts';
import { member } from '../words/terms.ts';
import { aboutRound, roundFor, seenNow } from './about-round.ts';
import { MEETING_FIELDS, meetingMetadata, meetingOutcomeModal } from './blocks/meeting-modal.ts';
import { nextVersionModal } from './blocks/next-version-modal.ts';
import { notRecordedModal } from './blocks/not-recorded.ts';
import { noticeModal } from './blocks/resolve-modal.ts';
import type { RoundSeen } from './blocks/round-line.ts';
import { roundMetadata } from './blocks/round-metadata.ts';
import { WAY_FIELDS } from './blocks/way-fields.ts';
import { fieldsOf } from './form-state.ts';
import { actionIds, callbackIds } from './ids.ts';
import type { Submission } from './interaction.ts';
import type { Listeners } from './listener.ts';
import { openWay } from './open-way.ts';
import type { SubmissionReply } from './reply-to-person.ts';
import type { Services } from './services.ts';
import { unknownRound } from './unknown-round.ts';

/** What a meeting about a round came to, in two steps (docs/process.md §2.1, `to_meeting`). */
export const meetingListeners: Listeners = {
  clicks: {
    [actionIds.recordMeeting]: aboutRound((about, services) =>
      openWay('record_meeting', about, services),
    ),
  },
  submissions: {
    [callbackIds.meetingForm]: onMeeting,
    [callbackIds.meetingOutcomeForm]: onMeetingOutcome,
  },
};

/** Who was there and what came of it: what that still needs is asked next. */
async function onMeeting(
  { view, by }: Submission,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const { words } = services;
  const about = roundMetadata.open(view.metadata);
  const known = about && (await roundFor(by, about.round, services));
  if (!known) return reply.show(unknownRound([], services));
  const seen = seenNow(known, services);
  const fields = fieldsOf(view.values);
  const present = fields.users(MEETING_FIELDS.present).map(memberId);
  const chosen = fields.chosen(MEETING_FIELDS.outcome);
  const outcome = MEETING_OUTCOMES.find((each) => each === chosen);
  const refused = checkPresent(present, seen.circle);
  const errors = {
    ...(refused && { [MEETING_FIELDS.present]: explained(refused, seen.circle, services) }),
    ...(!outcome && { [MEETING_FIELDS.outcome]: words.pausing.meetingForm.chooseOne().plain }),
  };
  if (!outcome || refused) return reply.errors(errors);
  await reply.show(meetingOutcomeModal({ ...seen, by, present, outcome }, words));
}

async function onMeetingOutcome(
  submission: Submission,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const { view, by } = submission;
  const { words } = services;
  const about = meetingMetadata.open(view.metadata);
  const known = about && (await roundFor(by, about.round, services));
  const fields = fieldsOf(view.values);
  const wrote = [fields.text(WAY_FIELDS.nextStep), fields.text(MEETING_FIELDS.note)];
  if (!about || !known) return reply.show(unknownRound(wrote, services));
  const command = meetingCommandOf(submission, about, services);
  if ('missing' in command) return reply.errors(command.missing);
  const result = await services.performer.onRound(about.round, command);
  const { refused, circle } = result;
  if (!refused || isRecorded(known.round, command)) {
    return reply.show(recordedView(seenNow(result, services), by, services));
  }
  const field = fieldOf(refused);
  if (field) return reply.errors({ [field]: explained(refused, circle, services) });
  const why = explainRound(words, refused, circle.settings.calendar.timeZone);
  await reply.show(notRecordedModal({ why, wrote }, words));
}

/**
 * The meeting is on disk. Where it wants a new text, its form comes next for whoever may publish;
 * whoever may not hears that the proposer is asked for it.
 */
function recordedView(seen: RoundSeen, by: MemberId, { words }: Services) {
  const { round, circle, now } = seen;
  const { meetingForm: done } = words.pausing;
  if (!textWanted(round)) return noticeModal(done.title(), [done.done()], words);
  if (whyNot('publish_next_version', round, { by, at: now, circle })) {
    const proposer = member(round.proposedBy);
    return noticeModal(done.title(), [done.done(), done.textNext({ proposer })], words);
  }
  return nextVersionModal({ ...seen, by, notice: words.version.form.afterMeeting() }, words);
}

type Missing = { readonly missing: Readonly<Record<string, string>> };
type Outcome = Pick<RecordMeetingCommand, 'present' | 'outcome'>;

function meetingCommandOf(
  { view, by }: Submission,
  { present, outcome }: Outcome,
  { words, now }: Services,
): RecordMeetingCommand | Missing {
  const fields = fieldsOf(view.values);
  const { missing } = words.resolve;
  const note = fields.text(MEETING_FIELDS.note);
  const said = { type: 'record_meeting', present, note, at: now(), by } as const;
  if (outcome === 'withdrawn') return { ...said, outcome };
  if (outcome === 'parked') {
    const who = fields.user(WAY_FIELDS.who);
    const untilOn = fields.day(WAY_FIELDS.untilOn);
    if (who === null) return { missing: { [WAY_FIELDS.who]: missing.who().plain } };
    if (untilOn === null || !isDay(untilOn)) {
      return { missing: { [WAY_FIELDS.untilOn]: missing.untilOn().plain } };
    }
    const nextStep = fields.text(WAY_FIELDS.nextStep) ?? '';
    return { ...said, outcome, nextStep, who: memberId(who), untilOn };
  }
  const deadlineAt = fields.instant(WAY_FIELDS.deadline);
  if (deadlineAt === null) return { missing: { [WAY_FIELDS.deadline]: missing.deadline().plain } };
  return { ...said, outcome, deadlineAt };
}

/** The same form sent twice is one meeting. */
function isRecorded(
  round: { readonly meetings: readonly { by: string; outcome: string; note: string | null }[] },
  { by, outcome, note }: RecordMeetingCommand,
): boolean {
  const last = round.meetings.at(-1);
  return last?.by === by && last.outcome === outcome && last.note === note;
}

function fieldOf(refused: RoundRefusal): string | null {
  const { code } = refused;
  if (code.startsWith('deadline_')) return WAY_FIELDS.deadline;
  if (code === 'park_who_not_in_circle') return WAY_FIELDS.who;
  if (code === 'park_date_not_ahead') return WAY_FIELDS.untilOn;
  if (!('field' in refused)) return null;
  return refused.field === 'next_step' ? WAY_FIELDS.nextStep : MEETING_FIELDS.note;
}

function explained(refused: RoundRefusal, { settings }: Circle, { words }: Services): string {
  return explainRound(words, refused, settings.calendar.timeZone).plain;
}
