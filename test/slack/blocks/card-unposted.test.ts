import { expect, test } from 'vitest';
import { memberId } from '../../../src/core/ids.ts';
import { cardUnposted } from '../../../src/slack/blocks/card-unposted.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { bakery, sundayOpening } from '../../support/bakery.ts';
import { shownIn } from '../../support/shown.ts';
import { problemsOfMessage } from '../../support/slack-limits.ts';

const words = wordsFor(undefined);

function unposted(error: string) {
  const botUserId = memberId('U0BOT');
  const content = cardUnposted({ round: sundayOpening, circle: bakery, error, words, botUserId });
  expect(problemsOfMessage(content)).toEqual([]);
  return { shown: shownIn(content.blocks), content };
}

test.each(['not_in_channel', 'channel_not_found'])(
  '%s: the proposer gets the exact line that lets the bot in',
  (error) => {
    const { shown, content } = unposted(error);
    expect(shown.split('\n')).toContain('/invite <@U0BOT>');
    expect(content.text.split('\n')).toContain('/invite <@U0BOT>');
    expect(shown).toContain('I am not in <#C0BAKERY>.');
  },
);

test.each([
  ['is_archived', 'The channel <#C0BAKERY> is archived.'],
  ['restricted_action_read_only_channel', 'Only some people may post in <#C0BAKERY>.'],
  ['ekm_access_denied', 'Slack did not take the card in <#C0BAKERY> (ekm_access_denied).'],
])('%s: the proposer hears why, and what can be done', (error, sentence) => {
  const { shown } = unposted(error);
  expect(shown).toContain(sentence);
  expect(shown).not.toContain('/invite');
});

test('whatever the reason, the proposal is stored and goes up by itself', () => {
  for (const error of ['not_in_channel', 'is_archived', 'restricted_action', 'fatal_error']) {
    const { shown } = unposted(error);
    expect(shown).toContain('Open on Sundays');
    expect(shown).toContain('P-31');
    expect(shown).toContain('Nothing is lost. The card goes up by itself as soon as it can.');
  }
});
