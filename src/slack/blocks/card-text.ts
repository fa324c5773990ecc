import { plainTextOf } from '../../core/document.ts';
import type { Objection } from '../../core/objection.ts';
import { currentVersion } from '../../core/round.ts';
import { openObjections } from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day, joined, link, member, moment } from '../../words/terms.ts';
import { frameLine } from './card-facts.ts';
import { clockLines, heardLine } from './card-listening.ts';
import { cardNext } from './card-next.ts';
import { versionSpoken } from './card-version.ts';
import { stuckSaying } from './ladder-part.ts';
import { objectionSpoken } from './objection-part.ts';
import { replacedSaid } from './replaced-part.ts';
import { proposalNumber, type RoundSeen } from './round-line.ts';

/**
 * The card of a round that takes answers as plain text, complete for a screen reader. What a
 * person needs in order to answer comes first, since Slack keeps only the first 4,000 characters.
 */
export function openCardText(seen: RoundSeen, words: Words): Saying {
  const { round, circle } = seen;
  const { spoken } = words.card;
  const zone = circle.settings.calendar.timeZone;
  const { consent, objection, more_time: moreTime } = words.answer.labels;
  const labels = { consent: consent(), objection: objection(), moreTime: moreTime() };
  return joined(
    [
      spoken.title({ title: round.title, number: proposalNumber(round, words) }),
      frameLine(seen, words),
      ...(round.pause ? [] : [spoken.answerBy({ at: moment(round.deadlineAt, zone) })]),
      ...versionSpoken(seen, words),
      cardNext(seen, words),
      ...stuckSaying(round, words),
      words.card.question(),
      words.card.questionHelp(),
      spoken.howTo(labels),
      words.card.onlyButtons(),
      heardLine(seen, words),
      ...clockLines(seen, words),
      ...openObjections(round).map((one) => withTalk(one, seen, words)),
      ...textsOf(seen, words),
    ],
    '\n',
  );
}

/** An objection with a link to the thread in which it is worked on. */
function withTalk(objection: Objection, { talks }: RoundSeen, words: Words): Saying {
  const url = talks?.get(objection.id);
  const talk = url ? [link(url, words.objectionCard.talkAbout())] : [];
  return joined([objectionSpoken(objection, words), ...talk]);
}

/** The need, who looks after it, what it replaces and the proposal itself. */
export function textsOf({ round }: RoundSeen, words: Words): Saying[] {
  const { spoken } = words.card;
  const { need, owner, reviewOn, link } = round;
  const replaces = replacedSaid(round, round.ending?.kind === 'decided', words);
  return [
    spoken.why({ need }),
    spoken.owner({ owner: member(owner), on: day(reviewOn) }),
    ...(replaces ? [spoken.replaces({ what: replaces })] : []),
    ...(link ? [spoken.link({ link })] : []),
    spoken.what({ proposal: plainTextOf(currentVersion(round).document) }),
  ];
}
