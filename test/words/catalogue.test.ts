import { describe, expect, test } from 'vitest';
import { CATALOGUE_LOCALE, messagesOf, wordsOf } from '../../src/words/catalogue.ts';
import { en } from '../../src/words/en.ts';
import { choice, msg, num, term, text } from '../../src/words/message.ts';
import { wordsFor } from '../../src/words/index.ts';
import { problemsOfMessage } from '../support/catalogue-problems.ts';

const catalogue = [...messagesOf(en)];

test('the catalogue has messages to look at', () => {
  expect(catalogue.length).toBeGreaterThan(20);
});

test.each(catalogue)('$path may be said', ({ message }) => {
  expect(problemsOfMessage(message, CATALOGUE_LOCALE)).toEqual([]);
});

describe('the check itself finds', () => {
  test.each([
    ['an argument that is never said', msg('Hello', { name: text }), 'never says {name}'],
    ['an argument that is not declared', msg('Hello {name}'), 'unknown {name}'],
    ['an avoided word', msg('Cast your Vote now'), 'says “Vote”'],
    [
      'an avoided word in one branch',
      msg('{n, plural, one {Hm} other {blocked}}', { n: num }),
      'says “blocked”',
    ],
    ['a decision that passed', msg('It passed'), 'says “passed”'],
    ['a sentence too long', msg('so '.repeat(26)), 'a sentence of 27 words'],
    ['a formatting mark that nothing closes', msg('*Hello'), 'an odd number of *'],
    [
      'a plural without its other numbers',
      msg('{n, plural, other {days}}', { n: num }),
      '{n} lacks “one”',
    ],
    [
      'a choice that is never made',
      msg('{how, select, fast {a} other {b}}', { how: choice('slow') }),
      '{how} is never “fast”',
    ],
  ])('%s', (_, message, problem) => {
    expect(problemsOfMessage(message, 'en')).toContain(problem);
  });

  test.each(
    (
      'vote ballot poll reject rejected denied veto block blocker approve approved majority ' +
      'abstain override overruled dismiss disagree winner fail failed quorum turnout passed lost'
    ).split(' '),
  )('the avoided word “%s”', (word) => {
    expect(problemsOfMessage(msg(`We ${word} it.`), 'en')).toEqual([`says “${word}”`]);
  });

  test('nothing where a proposal is passed on', () => {
    expect(problemsOfMessage(msg('Pass it on, or ask the broader circle'), 'en')).toEqual([]);
  });

  test('a pattern that is not ICU syntax, by throwing', () => {
    expect(() => problemsOfMessage(msg('{n, plural,'), 'en')).toThrow(SyntaxError);
  });
});

describe('words in another language', () => {
  const small = {
    card: {
      heard: msg('{n, plural, one {# day} other {# days}} {who}', { n: num, who: term }),
      hello: msg('Hello'),
    },
  };
  const words = wordsOf(small, {
    locale: 'pl',
    patterns: {
      'card.heard': '{who}: {n, plural, one {# dzień} few {# dni} many {# dni!} other {# dnia}}',
    },
  });
  const who = { mrkdwn: '<@U1>', plain: '@U1' };

  test('come from its patterns, counted by its rules', () => {
    expect(words.card.heard({ n: 5, who }).mrkdwn).toBe('<@U1>: 5 dni!');
    expect(words.card.heard({ n: 2, who }).plain).toBe('@U1: 2 dni');
  });

  test('are the catalogue’s own where a pattern is missing', () => {
    expect(words.card.hello()).toEqual({ mrkdwn: 'Hello', plain: 'Hello' });
  });
});

test('a locale that is not spoken gets English', () => {
  expect(wordsFor('tlh-KX').everyday.cancel().plain).toBe('Cancel');
  expect(wordsFor(undefined).everyday.cancel().plain).toBe('Cancel');
});
