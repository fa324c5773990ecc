import { describe, expect, test } from 'vitest';
import type { MemberId } from '../../../src/core/ids.ts';
import type { Round } from '../../../src/core/round.ts';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import { evolveRound, replayRound } from '../../../src/core/round-history.ts';
import { checkMessage } from '../../../src/sandbox/slack/blocks/check.ts';
import { directMessage } from '../../../src/slack/blocks/direct-message.ts';
import { roundCard } from '../../../src/slack/blocks/round-card.ts';
import { roundStanding, nextStep } from '../../../src/slack/blocks/round-line.ts';
import { threadLine } from '../../../src/slack/blocks/thread-line.ts';
import type { MessageContent } from '../../../src/slack/blocks/message.ts';
import { wordsFor } from '../../../src/words/index.ts';
import {
  ana,
  bakery,
  bakeryTime,
  ben,
  cai,
  consents,
  dee,
  deadline,
  eli,
  monday,
  objects,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
} from '../../support/bakery.ts';
import { shownIn } from '../../support/shown.ts';
import { problemsOfMessage } from '../../support/slack-limits.ts';

const words = wordsFor(undefined);
const step = { questionsUntilAt: null, isSkipped: false, opensBy: 'facilitator' } as const;
const asked: RoundEvent = { type: 'opening_asked', at: monday, by: ben };
const idle: RoundEvent = { type: 'opening_idle', at: thursday, by: null };
const waiting = replayRound([{ ...sundayOpened, step }, asked]);
const shortened: RoundEvent = {
  ...{ type: 'deadline_shortened', deadlineAt: bakeryTime('2026-06-04 17:00') },
  ...{ reason: 'The *oven* breaks', at: tuesday, by: ana },
};
const givenBack: RoundEvent = {
  ...{ type: 'deadline_given_back', deadlineAt: deadline, at: tuesday, by: eli },
};
const after = (round: Round, ...events: RoundEvent[]) => events.reduce<Round>(evolveRound, round);

function checked(content: MessageContent | null): string {
  if (!content) throw new Error('Nothing is said');
  expect(problemsOfMessage(content)).toEqual([]);
  expect(checkMessage(JSON.parse(JSON.stringify(content.blocks)))).toEqual([]);
  return `${shownIn(content.blocks)}\n${content.text}`;
}

const card = (round: Round, now = tuesday) =>
  checked(roundCard({ round, circle: bakery, now, words }));
const post = (round: Round, event: RoundEvent) =>
  threadLine({ event, round, circle: bakery, words });
const direct = (round: Round, event: RoundEvent, to: MemberId) =>
  checked(directMessage({ event, round, circle: bakery, words, to, permalink: null }));

describe('a proposal that waits to be opened', () => {
  test('says so on its card, in words and as plain text, and names who opens it', () => {
    const shown = card(waiting);
    expect(shown).toContain('Waiting to be opened');
    expect(shown).toContain('it waits for <@U0ANA> and <@U0CAI> to open it');
    expect(shown).toContain('You can ask a question or object.');
    for (const other of ['Give a first thought', 'I have nothing further', 'Questions until']) {
      expect(shown).not.toContain(other);
    }
    expect(
      JSON.stringify(roundCard({ round: waiting, circle: bakery, now: tuesday, words })),
    ).not.toContain('round.step.ready');
  });

  test('shows an objection in full, and after two working days that members may open it', () => {
    const shown = card(after(waiting, objects(dee)), thursday);
    expect(shown).toContain('Nobody would have a whole weekend any more.');
    expect(shown).toContain('or any deciding member except <@U0BEN>');
  });

  test('has its lines in lists', () => {
    const seen = { round: waiting, circle: bakery, now: tuesday };
    expect(roundStanding(seen, words).plain).toBe('Waiting to be opened');
    expect(nextStep(seen, words).plain).toContain('a facilitator opens it');
  });

  test('asks facilitators with a button, and says so when it was opened meanwhile', () => {
    expect(direct(waiting, asked, ana)).toContain('Open it');
    expect(direct(after(waiting, idle), idle, cai)).toContain('This still waits to be opened');
    const begun = { ...waiting, step: { ...waiting.step, kind: 'answers' as const } };
    expect(direct(begun, asked, ana)).not.toContain('press “Open it”');
  });

  test('is told of in the thread where the card does not say it already', () => {
    expect(post(waiting, asked)).toBeNull();
    const untilAt = bakeryTime('2026-06-03 17:00');
    const later = { ...waiting, step: { ...waiting.step, untilAt } };
    expect(checked(post(later, asked))).toContain('<@U0BEN> says that the text is ready');
    expect(checked(post(after(waiting, idle), idle))).toContain('except <@U0BEN> may open it now');
  });
});

describe('a shortened deadline', () => {
  test('is on the card with who and why, and with the way back', () => {
    const shown = card(after(sundayOpening, shortened, consents(eli)));
    expect(shown).toContain('<@U0ANA> shortened the deadline');
    expect(shown).toContain('Give it the time back');
    const back = card(after(sundayOpening, shortened, givenBack));
    expect(back).toContain('<@U0ELI> gave the time back');
    expect(back).not.toContain('Give it the time back');
  });

  test('is posted with the reason and the way back, while there is one', () => {
    const round = after(sundayOpening, shortened);
    const shown = checked(post(round, shortened));
    expect(shown).toContain('because it is urgent');
    expect(shown).toContain('Give it the time back');
    const both = after(round, givenBack);
    expect(checked(post(both, shortened))).not.toContain('Give it the time back');
    expect(checked(post(both, givenBack))).toContain('It is not shortened a second time');
  });
});
