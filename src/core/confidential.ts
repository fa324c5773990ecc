import { isFullMember, type Circle } from './circle.ts';
import type { MemberId } from './ids.ts';
import type { FieldProblem } from './proposal.ts';
import type { ProposalChoices } from './proposal-terms.ts';
import type { Round } from './round.ts';
import type { RoundRefusal } from './round-refusal.ts';
import type { ProposalTopic } from './silence.ts';

/** Characters of the reason: everybody in the channel reads it on the card. */
export const CONFIDENTIAL_REASON_MAX = 80;

/** What can be confidential: only what is about one person (docs/process.md §4.4). */
export function mayBeConfidential(topic: ProposalTopic): boolean {
  return topic === 'membership' || topic === 'one_member' || topic === 'support';
}

/** Ticked beforehand for one member's pay, role or conduct (docs/process.md §10 case 25). */
export function isUsuallyConfidential(topic: ProposalTopic): boolean {
  return topic === 'one_member';
}

/** Why these choices are confidential, as the round keeps it; null where they are not (§4.4). */
export function confidentialReason(form: ProposalChoices): string | null {
  const { topic = 'our_work', confidential } = form;
  return mayBeConfidential(topic) ? (confidential?.trim() ?? null) : null;
}

/**
 * What stands against a confidential mark: it needs a reason, and a short one.
 * Source: docs/process.md §4.4.
 */
export function checkConfidential(form: ProposalChoices): FieldProblem[] {
  const reason = confidentialReason(form);
  const field = 'confidential';
  const max = CONFIDENTIAL_REASON_MAX;
  if (reason === null) return [];
  if (reason === '') return [{ field, code: 'field_missing' }];
  return reason.length > max ? [{ field, code: 'field_too_long', max }] : [];
}

/** True where only some of the circle may read what it says (docs/process.md §4.4). */
export function isConfidential({ terms }: Pick<Round, 'terms'>): boolean {
  return terms.confidential !== undefined;
}

/**
 * Whether the confidential mark lets this person read: the circle's deciding members, whoever is or
 * was asked, who looks after it, and the person whom it names. That they belong to the circle at
 * all is asked elsewhere. To everybody else the round is one that there is not.
 *
 * Source: docs/process.md §3, §4.4, §10 case 25.
 */
export function mayRead(round: Round, circle: Circle, by: MemberId): boolean {
  if (!isConfidential(round) || isFullMember(circle, by)) return true;
  return round.everAsked.has(by) || round.owner === by || round.terms.concerns?.member === by;
}

/** Nothing of a confidential round goes to another circle (docs/process.md §3, §4.4). */
export function whyNotElsewhere(round: Round): RoundRefusal | null {
  return isConfidential(round) ? { code: 'round_confidential' } : null;
}
