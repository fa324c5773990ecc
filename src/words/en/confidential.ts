import { msg, text } from '../message.ts';

/** Proposals that only some may read, about one person. */
export const confidential = {
  form: {
    mark: msg('Confidential'),
    isConfidential: msg('Show nothing of it in the channel'),
    markHint: msg(
      'Only those who decide in this circle, who are asked, who look after it, ' +
        'and the person it is about read it.',
    ),
    reason: msg('Why it is confidential'),
    reasonHint: msg(
      'Everyone in the channel sees this reason, for example “about one member’s pay”. ' +
        'Please name nobody.',
    ),
  },
  stored: msg(
    'It is confidential: the card shows the reason, and none of its texts. ' +
      'What people write under the card themselves is seen by everyone in the channel.',
  ),
  /** In the channel, in the place of its title. */
  title: msg('Confidential: {reason}', { reason: text }),
  /** In the channel, in the place of everything that people wrote. */
  text: msg('Not shown here: this is confidential.'),
  /** In the thread of a new version. */
  changed: msg('What changed is not shown here. Those who may read it can compare the texts.'),
  /** Where somebody reads it who may. */
  reading: msg(
    'Confidential: {reason}. Nothing of it is shown in the channel. Please keep it to yourself.',
    { reason: text },
  ),
  refusal: msg(
    'This proposal is confidential, so nothing of it goes to another circle. ' +
      'Work on it here, or take it to a meeting.',
  ),
} as const;
