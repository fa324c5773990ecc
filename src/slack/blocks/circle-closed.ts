import type { Button } from '@slack/types';
import type { Circle } from '../../core/circle.ts';
import { adoptionEndsAt } from '../../core/objection-clock.ts';
import type { MemberId } from '../../core/ids.ts';
import { openObjections } from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment } from '../../words/terms.ts';
import { actionIds, closingValue } from '../ids.ts';
import { button } from './elements.ts';
import { fixedPart, textPart } from './fit.ts';
import { actions, section } from './kit.ts';
import { fitMessage, type MessageContent } from './message.ts';
import { roundName, type RoundSeen } from './round-line.ts';

type ClosedParts = {
  readonly circle: Circle;
  /** Whose account was closed. */
  readonly member: MemberId;
  /** Number of the event that closed it. */
  readonly seq: number;
  /** Open rounds in which they object. */
  readonly objected: readonly RoundSeen[];
  readonly words: Words;
};

/**
 * Asks whoever keeps the circle whether a person whose account was closed has left it. An open
 * objection of theirs is named here, and not in a second message. Source: §10 case 5.
 */
export function accountClosedMessage(parts: ClosedParts): MessageContent {
  const { circle, seq, words } = parts;
  const { people } = words;
  const person = member(parts.member);
  const said = people.closed({ person, name: circle.settings.name });
  const objections = parts.objected.map((seen) => objectionLine(seen, parts));
  const { memberLeft, memberBack } = actionIds;
  const value = closingValue.seal(circle.id, seq);
  return fitMessage({
    text: joined([said, ...objections, people.closedNext()], '\n'),
    parts: [
      fixedPart(section(said)),
      ...objections.map((line) => textPart(1, line)),
      fixedPart(
        section(people.closedNext()),
        actions([
          button({ actionId: memberLeft, label: people.haveLeft(), value }),
          button({ actionId: memberBack, label: people.willBeBack(), value }),
        ]),
      ),
    ],
  });
}

function objectionLine(seen: RoundSeen, { member: owner, words }: ClosedParts): Saying {
  const { circle, round } = seen;
  const objection = openObjections(round).find(({ by }) => by === owner);
  const endsAt = objection ? adoptionEndsAt(objection, circle) : null;
  const named = words.people.closedObjection({ round: roundName(seen, words) });
  if (endsAt === null) return named;
  const until = moment(endsAt, circle.settings.calendar.timeZone);
  return joined([named, words.objectionWork.direct.awayNext({ until })]);
}

/** [Change the circle], for whoever keeps it (docs/process.md §3). */
export function changeCircleButton(circle: Circle, words: Words): Button {
  const label = words.people.changeCircle();
  return button({ actionId: actionIds.changeCircle, label, value: circle.id });
}
