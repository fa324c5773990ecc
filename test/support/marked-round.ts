import type { RoundEvent } from '../../src/core/round-event.ts';

/** Stands in every text that a person wrote: where it is seen, a text is seen. */
export const MARK = 'zqxmark';
/** Why it is confidential: the one text that the channel may see. */
export const CONFIDENTIAL = 'about one member’s pay';

/**
 * What is no person's text: ids, days and words of the program. Everything else is marked, so that
 * a new text of a new event is too, until somebody says here that it is none.
 */
const OF_THE_PROGRAM = new Set([
  ...['type', 'id', 'teamId', 'circleId', 'roundId', 'objectionId', 'lateId', 'relayId'],
  ...[
    'by',
    'saidBy',
    'askedBy',
    'member',
    'members',
    'asked',
    'owner',
    'who',
    'witness',
    'present',
  ],
  ...['reviewOn', 'untilOn', 'saidOn', 'silenceAdoptedOn', 'channelId', 'answersObjections'],
  ...['silencePolicy', 'topic', 'closing', 'aim', 'opensBy', 'how', 'kind', 'cause', 'occasion'],
  ...['change', 'onBehalf', 'way', 'place', 'outcome', 'wording', 'channel'],
]);

/** These have a reason that is one of a few; elsewhere it is what somebody wrote. */
const REASON_OF_THE_PROGRAM = /^(?:left|on_leave|deactivated|own_wish)$/u;

/** The event with the mark in the place of every text, and of every one that could be there. */
export function marked<Event extends RoundEvent>(event: Event): Event {
  const said = JSON.stringify(event, (key, value: unknown) => {
    if (typeof value !== 'string' || OF_THE_PROGRAM.has(key) || /^\d+$/u.test(key)) return value;
    if (key === 'reason' && REASON_OF_THE_PROGRAM.test(value)) return value;
    return key === 'link' ? `https://${MARK}.example` : `A ${MARK} b`;
  });
  // The same event: only texts changed, and each stays a text.
  return JSON.parse(said);
}

/** The history of a confidential round, in which every text is marked. */
export function markedHistory(history: readonly RoundEvent[]): RoundEvent[] {
  return history.map((event) => {
    const one = marked(event);
    if (one.type !== 'round_opened') return one;
    const terms = { ...one.terms, topic: 'one_member' as const, confidential: CONFIDENTIAL };
    return { ...one, link: `https://${MARK}.example`, terms };
  });
}
