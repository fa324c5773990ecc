import { channelId } from '../core/ids.ts';
import type { Circle } from '../core/circle.ts';
import type { RoundRefusal } from '../core/round-refusal.ts';
import { explainRound } from '../words/explain.ts';
import { placeNamed } from '../words/terms.ts';
import { aboutRound, roundFor, tell, tellRefusal, type RoundClick } from './about-round.ts';
import { HAND_ON_FIELDS, handOnMetadata } from './blocks/hand-on-modal.ts';
import { notRecordedModal } from './blocks/not-recorded.ts';
import { noticeModal } from './blocks/resolve-modal.ts';
import { takenOverReceipt } from './blocks/taken-over-receipt.ts';
import { fieldsOf } from './form-state.ts';
import { actionIds, callbackIds } from './ids.ts';
import type { Submission } from './interaction.ts';
import type { Listeners } from './listener.ts';
import type { SubmissionReply } from './reply-to-person.ts';
import { circlesOf } from './open-rounds.ts';
import { openWay } from './open-way.ts';
import type { Services } from './services.ts';
import { unknownRound } from './unknown-round.ts';

/** Parked rounds that come back, handing on and taking over (docs/process.md §2.1). */
export const pausingListeners: Listeners = {
  clicks: {
    [actionIds.meetFirst]: aboutRound((about, services) => openWay('to_meeting', about, services)),
    [actionIds.takeUp]: aboutRound((about, services) => openWay('resume', about, services)),
    [actionIds.takeBack]: aboutRound((about, services) => openWay('withdraw', about, services)),
    [actionIds.takeOver]: aboutRound(takeOver),
  },
  submissions: {
    [callbackIds.handOnForm]: onHandOn,
  },
};

async function takeOver(about: RoundClick, services: Services): Promise<void> {
  const { click, known, reply } = about;
  const { words } = services;
  const command = { type: 'take_over', at: services.now(), by: click.by } as const;
  const result = await services.performer.onRound(known.round.id, command);
  const { refused, round, circle } = result;
  const isMine = round.proposedBy === click.by && !round.ending;
  if (refused && !isMine) return tellRefusal(about, refused, services);
  await reply.ack();
  await tell(about, takenOverReceipt({ round, circle, by: click.by }, words), services);
}

async function onHandOn(
  { view, by }: Submission,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const { words, performer, now } = services;
  const about = handOnMetadata.open(view.metadata);
  const known = about && (await roundFor(by, about.round, services));
  const fields = fieldsOf(view.values);
  const wrote = [...HAND_ON_FIELD_OF.values()].map((field) => fields.text(field));
  if (!about || !known) return reply.show(unknownRound(wrote, services));
  const circle = await circleChosen(fields.chosen(HAND_ON_FIELDS.circle), by, services);
  const to = (fields.text(HAND_ON_FIELDS.place) ?? circle?.settings.name ?? '').trim();
  const channel = fields.conversation(HAND_ON_FIELDS.channel);
  const reason = fields.text(HAND_ON_FIELDS.reason) ?? '';
  const summary = fields.text(HAND_ON_FIELDS.summary) ?? '';
  const where = channel ? channelId(channel) : (circle?.channelId ?? null);
  const said = { to, channelId: where, reason, summary, at: now(), by };
  const { refused, round } = await performer.onRound(about.round, { type: about.way, ...said });
  const { handOn } = words.pausing;
  const { pause } = round;
  const isDone = pause?.by === by && 'to' in pause && pause.to === to && pause.channelId === where;
  if (!refused || isDone) {
    return reply.show(
      noticeModal(
        handOn.title[about.way](),
        [handOn.done({ to: placeNamed({ to, channelId: where }) })],
        words,
      ),
    );
  }
  const field = 'field' in refused ? HAND_ON_FIELD_OF.get(refused.field) : undefined;
  if (field) {
    const isPlace = field === HAND_ON_FIELDS.place && to === '';
    const why = isPlace ? handOn.choosePlace[about.way]().plain : null;
    return reply.errors({ [field]: why ?? explained(refused, known.circle, services) });
  }
  const why = explainRound(words, refused, known.circle.settings.calendar.timeZone);
  await reply.show(notRecordedModal({ why, wrote }, words));
}

/** The fields that one types into, by the text that a refusal is about. */
const HAND_ON_FIELD_OF = new Map<string, string>([
  ['place', HAND_ON_FIELDS.place],
  ['reason', HAND_ON_FIELDS.reason],
  ['summary', HAND_ON_FIELDS.summary],
]);

/** One of the circles that the person belongs to; a forged id chooses nothing. */
async function circleChosen(
  id: string | null,
  by: Submission['by'],
  services: Services,
): Promise<Circle | null> {
  const circles = id === null ? [] : await circlesOf(by, services);
  return circles.find((circle) => circle.id === id) ?? null;
}

function explained(refused: RoundRefusal, { settings }: Circle, { words }: Services): string {
  return explainRound(words, refused, settings.calendar.timeZone).plain;
}
