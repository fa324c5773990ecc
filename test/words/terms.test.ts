import { describe, expect, test } from 'vitest';
import {
  channel,
  day,
  joined,
  link,
  list,
  member,
  moment,
  shortened,
  verbatim,
} from '../../src/words/terms.ts';

describe('a moment', () => {
  const at = Date.UTC(2025, 5, 5, 15);

  test('is each reader’s own in mrkdwn, and names its zone in plain text', () => {
    expect(moment(at, 'Europe/Berlin')).toEqual({
      mrkdwn: '<!date^1749135600^{date_short_pretty} {time}|Thu 5 June, 17:00 CEST>',
      plain: 'Thu 5 June, 17:00 CEST',
    });
  });

  test.each([
    ['America/New_York', 'Thu 5 June, 11:00 EDT'],
    ['Asia/Kolkata', 'Thu 5 June, 20:30 IST'],
    ['Pacific/Auckland', 'Fri 6 June, 03:00 NZST'],
    ['Europe/London', 'Thu 5 June, 16:00 BST'],
    ['UTC', 'Thu 5 June, 15:00 UTC'],
    ['America/Sao_Paulo', 'Thu 5 June, 12:00 GMT-3'],
  ])('in %s reads %s', (zone, plain) => {
    expect(moment(at, zone).plain).toBe(plain);
  });

  test('in no zone at all is refused', () => {
    expect(() => moment(at, 'Mars/Olympus')).toThrow(RangeError);
  });
});

test('a calendar day is the same in every zone', () => {
  const said = 'Sat 5 September 2026';
  expect(day('2026-09-05')).toEqual({ mrkdwn: said, plain: said });
});

describe('a member', () => {
  test('is a mention in mrkdwn', () => {
    expect(member('U024BE7LH')).toEqual({ mrkdwn: '<@U024BE7LH>', plain: '@U024BE7LH' });
    expect(channel('C024BE7LR').mrkdwn).toBe('<#C024BE7LR>');
  });

  test('whose id is none of Slack’s is only text', () => {
    expect(member('U1> <!channel').mrkdwn).toBe('@U1&gt; &lt;!channel');
    expect(channel('x|y').mrkdwn).toBe('#x|y');
  });
});

describe('a link', () => {
  test('keeps its address whole and its label escaped', () => {
    expect(link('https://a.example/?b=1&c=x|y', verbatim('R&D <b>'))).toEqual({
      mrkdwn: '<https://a.example/?b=1&amp;c=x%7Cy|R&amp;D &lt;b&gt;>',
      plain: 'R&D <b> (https://a.example/?b=1&c=x|y)',
    });
  });

  test('says its address once where that is the label', () => {
    expect(link('https://a.example', verbatim('https://a.example')).plain).toBe(
      'https://a.example',
    );
  });

  test.each([
    'javascript:alert(1)',
    'https://a.example/ x',
    `https://a.example/${'x'.repeat(2000)}`,
    '',
  ])('to %j is only text', (url) => {
    expect(link(url, verbatim('label')).mrkdwn).not.toContain('<');
  });

  test('has no markup inside its label', () => {
    expect(link('https://a.example', member('U1')).mrkdwn).toBe(
      '<https://a.example|https://a.example>',
    );
  });
});

test('a list joins as people do', () => {
  const three = [verbatim('a'), member('U1'), verbatim('b*')];
  expect(list(three)).toEqual({ mrkdwn: 'a, <@U1> and b∗', plain: 'a, @U1 and b*' });
  expect(list([]).plain).toBe('');
  expect(joined(three, ' · ').plain).toBe('a · @U1 · b*');
});

describe('shortened words', () => {
  test('stay whole where they fit', () => {
    expect(shortened('Open on Sundays', 15).plain).toBe('Open on Sundays');
  });

  test('end after a word where one is near, else between graphemes', () => {
    expect(shortened('Open on Sundays', 12).plain).toBe('Open on Sun…');
    expect(shortened('Open on the Sunday', 13).plain).toBe('Open on the…');
    expect(shortened('👩‍👩‍👧‍👧👩‍👩‍👧‍👧', 12).plain).toBe('👩‍👩‍👧‍👧…');
    expect(shortened('🇩🇪🇫🇷', 5).plain).toBe('🇩🇪…');
  });

  test('are measured as they were typed, and escaped after', () => {
    expect(shortened('<<<<<<', 4).mrkdwn).toBe('&lt;&lt;&lt;…');
  });
});
