import { msg, term, text } from '../message.ts';

/** What the bot says where something did not go as it should. */
export const system = {
  unknownCommand: msg('This command is not known here yet. Type `/propose help` to see what is.'),
  unknownButton: msg(
    'This button is from an earlier release and does nothing any more. ' +
      'Type `/propose help` or `/resolve help` for what you can do now.',
  ),
  notChanged: msg(
    'Something went wrong on our side, and nothing was changed. Please try again in a moment.',
  ),
  stillWorking: msg(
    'This takes longer than usual. It may still be recorded: look again in a minute.',
  ),
  afterRecorded: msg(
    'What you did is recorded, but showing it went wrong on our side. Nothing is lost.',
  ),
  thisCard: msg('this card'),
  cardMoved: msg('This copy of the card is out of date. The round goes on with {card}.', {
    card: term,
  }),
  tooSlow: msg('Slack waited too long and closed the way to the form. Please try once more.'),
  proposalNumber: msg('P-{number}', { number: text }),
  decisionNumber: msg('D-{number}', { number: text }),
} as const;
