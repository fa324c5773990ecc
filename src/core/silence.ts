import { dayOf, type Day } from './calendar.ts';
import type { CircleSettings } from './circle.ts';
import { decisionOf } from './decision.ts';
import type { CircleId } from './ids.ts';
import type { Round, SilencePolicy } from './round.ts';

/** What a proposal can be about, in the order in which it is asked (docs/process.md §2.5). */
export const PROPOSAL_TOPICS = [
  'our_work',
  'membership',
  'one_member',
  'roles',
  'aim_or_domain',
  'support',
] as const;

/** What a proposal is about: silence is never enough for some of it (docs/process.md §2.5). */
export type ProposalTopic = (typeof PROPOSAL_TOPICS)[number];

/**
 * What silence means in a circle. Everything but `explicit` was adopted by a decision of the
 * circle, and carries its number, its day and the day on which the circle looks at it again.
 *
 * Source: docs/process.md §D3, §2.5.
 */
export type SilenceAgreement =
  | { readonly policy: 'explicit' }
  | {
      readonly policy: Exclude<SilencePolicy, 'explicit'>;
      readonly decisionNumber: number;
      readonly adoptedOn: Day;
      readonly reviewOn: Day;
    };

const EXPLICIT: SilenceAgreement = { policy: 'explicit' };

/** Why a decision does not make an agreement on silence (docs/process.md §2.5). */
export type AdoptionRefusal =
  | { readonly code: 'silence_decision_unknown' }
  /** Silence cannot agree to silence: everyone asked must have answered. */
  | { readonly code: 'silence_decision_silent' };

/** The circle's agreement; a circle that chose nothing has `explicit` (docs/process.md §2.5). */
export function agreementOf({ silence }: CircleSettings): SilenceAgreement {
  return silence ?? EXPLICIT;
}

/**
 * The agreement as it applies to one round. `lazy` only in quick rounds; and neither `lazy` nor
 * `floor` about who is a member, roles, aim, domain or how we decide, or one person's support.
 *
 * Source: docs/process.md §2.5.
 */
export function agreementFor(
  agreement: SilenceAgreement,
  about: { readonly isQuick: boolean; readonly topic: ProposalTopic },
): SilenceAgreement {
  if (about.topic !== 'our_work') return EXPLICIT;
  return agreement.policy === 'lazy' && !about.isQuick ? EXPLICIT : agreement;
}

/**
 * The agreement that a decision of this circle makes: in force from the day of the decision, to be
 * looked at again on its review day. Refused without a decision, with one that this circle did not
 * take (or that does not exist), and with one in which somebody was silent.
 *
 * Source: docs/process.md §2.5, §D3.
 */
export function agreementBy(
  policy: Exclude<SilencePolicy, 'explicit'>,
  round: Round | null,
  circle: { readonly id: CircleId; readonly timeZone: string },
): { readonly agreement: SilenceAgreement } | { readonly refused: AdoptionRefusal } {
  const record = round?.circleId === circle.id ? decisionOf(round) : null;
  if (!record) return { refused: { code: 'silence_decision_unknown' } };
  if (record.answers.some(({ kind }) => kind === 'silent')) {
    return { refused: { code: 'silence_decision_silent' } };
  }
  const { number: decisionNumber, decidedAt, reviewOn } = record;
  const adoptedOn = dayOf(decidedAt, circle.timeZone);
  return { agreement: { policy, decisionNumber, adoptedOn, reviewOn } };
}
