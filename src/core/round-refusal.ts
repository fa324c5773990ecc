import type { Day, Instant } from './calendar.ts';
import type { Closers } from './closing.ts';
import type { CorrectingRefusal } from './correcting.ts';
import type { DeadlineRefusal } from './deadline.ts';
import type { ChannelId, MemberId } from './ids.ts';
import type { HandedOnKind } from './pause-event.ts';
import type { FieldProblem } from './proposal.ts';
import type { QuestionStepRefusal } from './question-step-refusal.ts';
import type { AdoptProposalRefusal } from './adopting-proposal.ts';
import type { ConcernRefusal } from './concern.ts';
import type { AskingRefusal } from './asking.ts';
import type { RelayRefusal } from './relay-refusal.ts';
import type { ParkingCause } from './pause.ts';
import type { SupersededRefusal } from './replacing.ts';
import type { ShorteningRefusal } from './shortening.ts';
import type { Ending } from './round.ts';
import type { VoidRefusal } from './voiding.ts';
import type { TextRefusedAsOlder } from './text-answered.ts';
import type { WasAwayRefusal } from './was-away.ts';

/**
 * Why something cannot be done in a round: a state of affairs with the data that its sentence
 * needs. Every one reaches the member with the next step (docs/process.md §D12).
 */
export type RoundRefusal =
  | { readonly code: 'not_in_circle' }
  | { readonly code: 'member_not_asked'; readonly facilitators: readonly MemberId[] }
  /** A learning member who is asked, and decides nothing else (docs/process.md §2.7). */
  | { readonly code: 'only_deciders'; readonly facilitators: readonly MemberId[] }
  | { readonly code: 'round_ended'; readonly ending: Ending }
  | {
      readonly code: 'round_parked';
      readonly untilOn: Day;
      readonly nextStep: string | null;
      readonly cause: ParkingCause;
    }
  | { readonly code: 'round_not_paused' }
  | { readonly code: 'round_at_meeting' }
  | RelayRefusal
  | AskingRefusal
  | ConcernRefusal
  | AdoptProposalRefusal
  | TextRefusal
  | { readonly code: 'not_the_objector'; readonly objector: MemberId }
  | { readonly code: 'objection_not_open' }
  | { readonly code: 'objector_is_here'; readonly objector: MemberId }
  /** Only a deciding member takes an objection on: it becomes their answer (§2.6). */
  | { readonly code: 'adopters_decide'; readonly facilitators: readonly MemberId[] }
  | { readonly code: 'own_objection_open' }
  | { readonly code: 'adopter_away' }
  | { readonly code: 'proposer_adopts_not' }
  | { readonly code: 'suggestion_unknown' }
  | { readonly code: 'nothing_to_take_back' }
  | { readonly code: 'holds_used_up'; readonly facilitators: readonly MemberId[] }
  /** `proposer` where it is theirs to do too. */
  | {
      readonly code: 'not_facilitator';
      readonly facilitators: readonly MemberId[];
      readonly proposer?: MemberId;
    }
  | { readonly code: 'not_proposer'; readonly proposer: MemberId }
  | VersionRefusal
  | QuestionStepRefusal
  | WasAwayRefusal
  | ClosingRefusal
  | { readonly code: 'already_extended'; readonly facilitators: readonly MemberId[] }
  | { readonly code: 'extension_too_long'; readonly latestAt: Instant }
  | { readonly code: 'deadline_not_later'; readonly deadlineAt: Instant }
  | DeadlineRefusal
  | ShorteningRefusal
  | VoidRefusal
  | { readonly code: 'round_not_at_meeting' }
  | { readonly code: 'meeting_without_people' }
  | { readonly code: 'meeting_with_stranger'; readonly member: MemberId }
  | { readonly code: 'proposer_not_there'; readonly proposer: MemberId }
  | {
      readonly code: 'round_handed_on';
      readonly kind: HandedOnKind;
      readonly to: string;
      readonly channelId: ChannelId | null;
    }
  /** Nothing of it goes to another circle (docs/process.md §4.4). */
  | { readonly code: 'round_confidential' }
  | { readonly code: 'round_not_taken_back' }
  | { readonly code: 'take_over_late'; readonly untilAt: Instant }
  | { readonly code: 'round_not_decided' }
  | CorrectingRefusal
  | {
      readonly code: 'not_owner';
      readonly owner: MemberId;
      readonly facilitators: readonly MemberId[];
    }
  | { readonly code: 'late_objection_answered'; readonly member: MemberId }
  | { readonly code: 'decision_paused'; readonly member: MemberId; readonly at: Instant }
  | { readonly code: 'decision_not_paused' }
  | SupersededRefusal
  | { readonly code: 'park_date_not_ahead' }
  | { readonly code: 'park_who_not_in_circle' };

/** Why a version is not published, or not taken for more than wording (docs/process.md §2.6). */
export type VersionRefusal =
  | {
      readonly code: 'not_publisher';
      readonly proposer: MemberId;
      readonly facilitators: readonly MemberId[];
    }
  | { readonly code: 'too_many_versions'; readonly max: number }
  | { readonly code: 'version_newer'; readonly number: number; readonly by: MemberId }
  | TextRefusedAsOlder
  | { readonly code: 'proposer_agreement_missing'; readonly proposer: MemberId }
  | { readonly code: 'version_incomplete'; readonly problems: readonly FieldProblem[] }
  | { readonly code: 'nothing_changed' }
  | { readonly code: 'change_is_substance' }
  | { readonly code: 'nothing_to_challenge' }
  | { readonly code: 'challenge_over'; readonly untilAt: Instant };

/** What stands in the way of closing as decided (docs/process.md §0, §2.2, §2.4). */
export type ClosingRefusal =
  | { readonly code: 'objection_open'; readonly members: readonly MemberId[] }
  | { readonly code: 'hold_open'; readonly members: readonly MemberId[] }
  | { readonly code: 'too_few_able' }
  | { readonly code: 'members_silent'; readonly members: readonly MemberId[] }
  | { readonly code: 'too_early'; readonly fromAt: Instant; readonly isForWording: boolean }
  | { readonly code: 'round_in_questions'; readonly untilAt: Instant }
  | { readonly code: 'round_waits_for_opening' }
  | ({ readonly code: 'own_contested_round' } & Closers)
  | { readonly code: 'proposer_missing'; readonly untilAt: Instant };

/** What people wrote is missing, too short or too long; `field` is the input it belongs to. */
export type TextRefusal =
  | { readonly code: 'text_missing'; readonly field: TextField }
  | { readonly code: 'text_too_short'; readonly field: TextField; readonly least: number }
  | { readonly code: 'text_too_long'; readonly field: TextField; readonly max: number };

/** The inputs in which people write while a round goes on (docs/process.md §2.3, §2.6). */
export type TextField =
  | 'harm'
  | 'effect'
  | 'remedy'
  | 'note'
  | 'needs'
  | 'question'
  | 'reply'
  | 'thought'
  | 'next_step'
  | 'reason'
  | 'late_answer'
  | 'correction'
  | 'place'
  | 'summary'
  | 'supporter'
  | 'why';

/** Checks one text that a person wrote; null where it is fine. Lengths in UTF-16 units. */
export function checkText(
  field: TextField,
  text: string | null,
  limits: { readonly least?: number; readonly max: number },
): TextRefusal | null {
  const length = text?.trim().length ?? 0;
  const { least = 0, max } = limits;
  if (least > 0 && length === 0) return { code: 'text_missing', field };
  if (length < least) return { code: 'text_too_short', field, least };
  if (length > max) return { code: 'text_too_long', field, max };
  return null;
}

/** What was written, trimmed; null where nothing was. */
export function textOrNull(text: string | null): string | null {
  return text?.trim() || null;
}
