import { isDay } from '../core/calendar.ts';
import { hasWaysOn } from '../core/askable.ts';
import { memberId, roundId, type MemberId } from '../core/ids.ts';
import type { RoundRefusal } from '../core/round-refusal.ts';
import { WAYS_ON, whyNot } from '../core/ways-on.ts';
import type { RoundResult } from '../shell/perform.ts';
import { explainRound } from '../words/explain.ts';
import { resolveMetadata, WAY_FIELD, waysModal } from './blocks/resolve-modal.ts';
import { endedAlready, type RoundSeen } from './blocks/round-line.ts';
import { WAY_FIELDS } from './blocks/way-fields.ts';
import type { SmallWay, SmallWayCommand, WayStep, WayTyped } from './blocks/way-fields.ts';
import { doneModal, endedModal, wayMetadata, wayModal } from './blocks/way-modal.ts';
import { fieldsOf } from './form-state.ts';
import type { FormState, Submission } from './interaction.ts';
import { roundFor } from './open-rounds.ts';
import type { SubmissionReply } from './reply-to-person.ts';
import type { Services } from './services.ts';
import { unknownRound } from './unknown-round.ts';
import { wayStep } from './way-step.ts';

/** A way on was chosen: its own step comes in place of the list, where it is still possible. */
export async function onWayChosen(
  { view, by }: Submission,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const { words } = services;
  const seen = await seenBy(by, resolveMetadata.open(view.metadata)?.round, services);
  if (!seen) return reply.show(unknownRound([], services));
  const chosen = fieldsOf(view.values).chosen(WAY_FIELD);
  const way = WAYS_ON.find((each) => each === chosen);
  if (!way) return reply.errors({ [WAY_FIELD]: words.resolve.chooseOne().plain });
  const refused = whyNot(way, seen.round, { by, at: seen.now, circle: seen.circle });
  if (refused) return reply.show(whyNotNow({ ...seen, by }, refused, words));
  await reply.show(await wayStep(way, { ...seen, by }, services));
}

/** The step of a way on was sent: it is done, or everything typed stays with what is missing. */
export async function onWaySent(
  { view, by }: Submission,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const about = wayMetadata.open(view.metadata);
  const seen = await seenBy(by, about?.round, services);
  const typed = typedIn(view.values);
  const wrote = [typed.reason, typed.note, typed.nextStep];
  if (!about || !seen) return reply.show(unknownRound(wrote, services));
  const { way } = about;
  const missing = missingIn(way, typed, services);
  if (missing) return reply.errors(missing);

  const command = commandOf(way, typed, { at: services.now(), by });
  const result = await services.performer.onRound(seen.round.id, command);
  const { refused, circle } = result;
  if (!refused || isSameDeed(command, result)) {
    return reply.show(doneModal({ ...result, now: services.now() }, command, services.words));
  }
  const field = fieldOf(way, refused);
  const zone = circle.settings.calendar.timeZone;
  if (field) {
    return reply.errors({ [field]: explainRound(services.words, refused, zone).plain });
  }
  const step = { round: result.round, circle, now: services.now(), by, way, typed };
  await reply.show(afterRefusal(step, refused, services));
}

/** Why this way is closed: how the round ended, or the other ways on. */
function whyNotNow(
  seen: RoundSeen & { readonly by: MemberId },
  refused: RoundRefusal,
  words: Services['words'],
) {
  const { circle, now } = seen;
  if (refused.code === 'round_ended') {
    const { ending } = refused;
    return endedModal(endedAlready({ ending, circle, now }, words), undefined, words);
  }
  const reason = explainRound(words, refused, circle.settings.calendar.timeZone);
  return waysModal(seen, words, words.resolve.notDone({ reason }));
}

/** Why nothing was done, with the words that were typed, in place of the form. */
function afterRefusal(
  step: WayStep & { readonly typed: WayTyped },
  refused: RoundRefusal,
  { words }: Services,
) {
  const { typed, circle, now } = step;
  if (refused.code === 'round_ended') {
    const { ending } = refused;
    return endedModal(endedAlready({ ending, circle, now }, words), typed, words);
  }
  const reason = explainRound(words, refused, circle.settings.calendar.timeZone);
  return wayModal({ ...step, refused: reason }, words);
}

async function seenBy(
  by: MemberId,
  id: string | undefined,
  services: Services,
): Promise<RoundSeen | null> {
  const seen = id === undefined ? null : await roundFor(by, roundId(id), services);
  return seen && hasWaysOn(seen.round, seen.circle, by) ? seen : null;
}

function typedIn(values: FormState): WayTyped {
  const fields = fieldsOf(values);
  const untilOn = fields.day(WAY_FIELDS.untilOn);
  return {
    deadlineAt: fields.instant(WAY_FIELDS.deadline),
    reason: fields.text(WAY_FIELDS.reason),
    note: fields.text(WAY_FIELDS.note),
    nextStep: fields.text(WAY_FIELDS.nextStep),
    who: fields.user(WAY_FIELDS.who),
    untilOn: untilOn !== null && isDay(untilOn) ? untilOn : null,
  };
}

/** What the form needs before there is anything to decide, by field; null where it has it. */
function missingIn(
  way: SmallWay,
  typed: WayTyped,
  { words }: Services,
): Readonly<Record<string, string>> | null {
  const { missing } = words.resolve;
  if (way === 'extend' || way === 'shorten' || way === 'resume') {
    return typed.deadlineAt === null ? { [WAY_FIELDS.deadline]: missing.deadline().plain } : null;
  }
  if (way !== 'park' || (typed.who !== null && typed.untilOn !== null)) return null;
  return {
    ...(typed.who === null && { [WAY_FIELDS.who]: missing.who().plain }),
    ...(typed.untilOn === null && { [WAY_FIELDS.untilOn]: missing.untilOn().plain }),
  };
}

function commandOf(
  way: SmallWay,
  typed: WayTyped,
  who: { readonly at: number; readonly by: MemberId },
): SmallWayCommand {
  const deadlineAt = typed.deadlineAt ?? 0;
  switch (way) {
    case 'decide':
      return { ...who, type: way, decisionNumber: 0 };
    case 'extend':
      return { ...who, type: way, deadlineAt, reason: typed.reason };
    case 'shorten':
      return { ...who, type: way, deadlineAt, reason: typed.reason ?? '' };
    case 'to_meeting':
      return { ...who, type: way, note: typed.note };
    case 'park': {
      const { nextStep, untilOn } = typed;
      const taker = memberId(typed.who ?? '');
      return { ...who, type: way, nextStep: nextStep ?? '', who: taker, untilOn: untilOn ?? '' };
    }
    case 'resume':
      return { ...who, type: way, deadlineAt, answer: typed.note };
    case 'void':
    case 'withdraw':
      return { ...who, type: way, reason: typed.reason };
  }
}

/** The field that an answer to this refusal goes into; null where it concerns none of them. */
function fieldOf(way: SmallWay, refused: RoundRefusal): string | null {
  const { code } = refused;
  if (code === 'extension_too_long' || code.startsWith('deadline_')) return WAY_FIELDS.deadline;
  if (code === 'park_who_not_in_circle') return WAY_FIELDS.who;
  if (code === 'park_date_not_ahead') return WAY_FIELDS.untilOn;
  if (!('field' in refused)) return null;
  if (way === 'park') return WAY_FIELDS.nextStep;
  return way === 'to_meeting' || way === 'resume' ? WAY_FIELDS.note : WAY_FIELDS.reason;
}

/** True where this person did this very thing a moment ago: a form that Slack sent twice. */
function isSameDeed(command: SmallWayCommand, { round }: RoundResult): boolean {
  const { by } = command;
  switch (command.type) {
    case 'decide':
      return round.ending?.kind === 'decided' && round.ending.by === by;
    case 'void':
      return (round.voidWish?.by ?? (round.ending?.kind === 'void' && round.ending.by)) === by;
    case 'withdraw':
      return round.ending?.kind === 'withdrawn';
    case 'extend':
    case 'shorten': {
      const last = round.extensions.at(-1);
      return last?.by === by && last.deadlineAt === command.deadlineAt;
    }
    case 'to_meeting':
      return round.pause?.kind === 'to_meeting' && round.pause.by === by;
    case 'park':
      return round.pause?.kind === 'parked' && round.pause.nextStep === command.nextStep;
    case 'resume':
      return !round.pause && !round.ending && round.deadlineAt === command.deadlineAt;
  }
}
