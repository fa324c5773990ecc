import { describe, expect, test } from 'vitest';
import { choice, lines, msg, num, term, text } from '../../src/words/message.ts';
import { wordsOf } from '../../src/words/catalogue.ts';
import { member } from '../../src/words/terms.ts';

const words = wordsOf({
  sees: msg('*{who} sees a problem:* {what}', { who: term, what: text }),
  kept: msg('They wrote:\n{what}', { what: lines }),
  waiting: msg('{n, plural, one {# day} other {_# days_}} left', { n: num }),
  literal: msg('Research & development <is> `fine`, it’s “here”'),
  state: msg('{state, select, open {Open until {day}} other {Closed}}', {
    state: choice('open', 'closed'),
    day: text,
  }),
});

describe('a message', () => {
  test('puts terms in as they are and users’ words escaped', () => {
    const said = words.sees({ who: member('U024BE7LH'), what: '<!channel> & more' });
    expect(said.mrkdwn).toBe('*<@U024BE7LH> sees a problem:* &lt;!channel&gt; &amp; more');
  });

  test('leaves its own formatting out of plain text, and the users’ in', () => {
    const said = words.sees({ who: member('U024BE7LH'), what: '2 * 3 _x_ `y` & <z>' });
    expect(said.plain).toBe('@U024BE7LH sees a problem: 2 * 3 _x_ `y` & <z>');
  });

  test('escapes its own words in mrkdwn', () => {
    expect(words.literal()).toEqual({
      mrkdwn: 'Research &amp; development &lt;is&gt; `fine`, it’s “here”',
      plain: 'Research & development <is> fine, it’s “here”',
    });
  });

  test('says a user’s lines on one line, unless it asks for lines', () => {
    const what = 'first\r\nsecond\u2028third';
    expect(words.sees({ who: member('U1'), what }).plain).toContain('first second third');
    expect(words.kept({ what }).mrkdwn).toBe('They wrote:\nfirst\nsecond\nthird');
  });

  test('counts', () => {
    expect(words.waiting({ n: 1 }).mrkdwn).toBe('1 day left');
    expect(words.waiting({ n: 1200 })).toEqual({
      mrkdwn: '_1,200 days_ left',
      plain: '1,200 days left',
    });
  });

  test('chooses, and takes what a user typed for no more than text', () => {
    expect(words.state({ state: 'open', day: '{state} {x' }).plain).toBe('Open until {state} {x');
    expect(words.state({ state: 'closed', day: '' }).plain).toBe('Closed');
  });
});

test('arguments of another kind, missing or unknown do not compile', () => {
  const neverCalled = () => {
    // @ts-expect-error a string is no saying
    words.sees({ who: 'U1', what: '' });
    // @ts-expect-error an argument is missing
    words.sees({ who: member('U1') });
    // @ts-expect-error a number is wanted
    words.waiting({ n: '1' });
    // @ts-expect-error no such choice
    words.state({ state: 'lost', day: '' });
    // @ts-expect-error nothing to give
    words.literal({ n: 1 });
  };
  expect(neverCalled).toBeTypeOf('function');
});
