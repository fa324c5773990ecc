import { type Rule, refusalRule, rulesOf } from './rule.ts';
import type { JournalEntry } from './slack/journal.ts';
import type { PretendSlack } from './slack/pretend-slack.ts';
import type { Stored, StoredLog } from './stored.ts';

/** One thing that somebody did in the page, or a move of the clock. */
export type Act = {
  /** Whose act it was; null for the clock, which is everybody's. */
  readonly who: string | null;
  /** In words: `pressed “Object”`. */
  readonly what: string;
  /** The last entry of the journal before it. */
  readonly afterSeq: number;
  /** How many things had been written down before it. */
  readonly storedBefore: number;
};

/** What an act set off, until somebody did the next thing. */
export type Happening = {
  readonly act: Act;
  readonly deliveries: readonly (JournalEntry & { kind: 'delivery' })[];
  readonly receipts: readonly (JournalEntry & { kind: 'receipt' })[];
  readonly rules: readonly Rule[];
  readonly stored: readonly Stored[];
  readonly calls: readonly (JournalEntry & { kind: 'call' | 'response_url' })[];
};

export type ActLog = {
  /** Notes that somebody is about to do something. */
  begin(who: string | null, what: string): Promise<void>;
  /** What came of the last act of this person or of the clock; undefined before the first. */
  last(who: string): Promise<Happening | undefined>;
};

/** Acts that are remembered; older ones are nobody's last any more. */
const MOST_ACTS = 200;

/** Opens the log of what people do in the page. */
export function openActLog(slack: PretendSlack, stored: StoredLog): ActLog {
  const acts: Act[] = [];
  return {
    async begin(who, what) {
      await stored.look();
      const afterSeq = slack.journal.entries.at(-1)?.seq ?? 0;
      acts.push({ who, what, afterSeq, storedBefore: stored.found.length });
      if (acts.length > MOST_ACTS) acts.shift();
    },
    async last(who) {
      await stored.look();
      const place = acts.findLastIndex((act) => act.who === who || act.who === null);
      const act = acts[place];
      return act && happeningOf(act, acts[place + 1], { slack, stored });
    },
  };
}

function happeningOf(
  act: Act,
  next: Act | undefined,
  { slack, stored }: { readonly slack: PretendSlack; readonly stored: StoredLog },
): Happening {
  const untilSeq = next?.afterSeq ?? Number.POSITIVE_INFINITY;
  const entries = slack.journal.entries.filter(({ seq }) => seq > act.afterSeq && seq <= untilSeq);
  const written = stored.found.slice(act.storedBefore, next?.storedBefore);
  const receipts = entries.filter((entry) => entry.kind === 'receipt');
  return {
    act,
    deliveries: entries.filter((entry) => entry.kind === 'delivery'),
    receipts,
    rules: written.length > 0 ? rulesOf(written) : refusals(receipts),
    stored: written,
    calls: entries.filter((entry) => entry.kind === 'call' || entry.kind === 'response_url'),
  };
}

/** Errors under a form are a refusal; other answers may be one, and only their words tell. */
function refusals(receipts: Happening['receipts']): Rule[] {
  const isRefused = receipts.some(({ body }) => body?.['response_action'] === 'errors');
  const rule = isRefused ? refusalRule() : undefined;
  return rule === undefined ? [] : [rule];
}
