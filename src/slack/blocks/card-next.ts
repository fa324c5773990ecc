import { activeFacilitators } from '../../core/circle.ts';
import { textWanted } from '../../core/meeting.ts';
import { circleFor } from '../../core/concern.ts';
import { adoptionEndsAt, ownerAbsence } from '../../core/objection-clock.ts';
import { closersOf, standInFrom, whyNotClosable } from '../../core/closing.ts';
import {
  closableFrom,
  openObjections,
  silentMembers,
  standingOf,
  stateOf,
} from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import { facilitatorsNamed, membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment, placeNamed } from '../../words/terms.ts';
import { proposerSaid } from './proposer-part.ts';
import type { RoundSeen } from './round-line.ts';
import { enoughSaid } from './silence-said.ts';

/** Objections of people who are away that the line names; each objection's message says it too. */
const LEFT_BEHIND_MAX = 3;

/**
 * How the round stands, what happens next and who takes that step: the line that is on every card
 * of a round that takes answers. It names nobody who is silent.
 *
 * Source: docs/process.md §D2, §2.1, §2.4.
 */
export function cardNext(seen: RoundSeen, words: Words): Saying {
  const gone = proposerSaid(seen, words);
  // Once everyone consents, nothing but a proposer is missing.
  const isOnly = gone.length > 0 && standingOf(seen.round) === 'consented';
  const wanted = textWanted(seen.round) ? [textNext(seen, words)] : [];
  return joined(isOnly ? gone : [...gone, ...wanted, stands(seen, words)], '\n');
}

function textNext({ round }: RoundSeen, words: Words): Saying {
  return words.pausing.cardTextWanted({ proposer: member(round.proposedBy) });
}

function stands(seen: RoundSeen, words: Words): Saying {
  switch (stateOf(seen.round, seen.now)) {
    case 'to_meeting':
      return atMeeting(seen, words);
    case 'passed_on':
    case 'escalated':
      return handedOn(seen, words);
    case 'objections_open':
      return joined([
        words.card.state.objections({ ...peopleAtIt(seen, words), deadline: deadlineOf(seen) }),
        ...leftBehind(seen, words),
      ]);
    case 'integrating':
      return integrating(seen, words);
    case 'ready_to_close':
      return ready(seen, words);
    default:
      return waiting(seen, words);
  }
}

function waiting(seen: RoundSeen, words: Words): Saying {
  const { round, circle, now } = seen;
  const { state } = words.card;
  const facilitators = facilitatorsNamed(activeFacilitators(circle, now), words);
  const standing = standingOf(round);
  if (standing === 'too_few') return state.tooFew({ facilitators });
  if (standing === 'consented') {
    const from = moment(closableFrom(round), circle.settings.calendar.timeZone);
    return state.heardEarly({ from });
  }
  if (now < round.deadlineAt) return state.open({ deadline: deadlineOf(seen) });
  if (standing === 'held') return state.held();
  const n = silentMembers(round).length;
  return state.waiting({ deadline: deadlineOf(seen), n, facilitators });
}

function integrating(seen: RoundSeen, words: Words): Saying {
  const { state } = words.card;
  const said = state.integrating(peopleAtIt(seen, words));
  const isSilent = silentMembers(seen.round).length > 0;
  const stillCount = isSilent ? [state.stillCount()] : [];
  return joined([said, ...stillCount, ...leftBehind(seen, words)]);
}

function ready(seen: RoundSeen, words: Words): Saying {
  const { round, circle, now } = seen;
  const { state } = words.card;
  const isEnough = standingOf(round) === 'enough';
  const heard = (isEnough ? enoughSaid(round, words) : null) ?? state.heard();
  if (round.terms.closing === 'automatic') return joined([heard, state.closesAlone()]);

  const closers = closersOf(round, circleFor(round, circle), now).closers.filter(
    (by) => whyNotClosable(round, { by, at: now, circle }) === null,
  );
  const proposer = member(round.proposedBy);
  const standInAt = standInFrom(round, circle, now);
  const from = moment(standInAt, circle.settings.calendar.timeZone);
  return joined([
    heard,
    ...(closers.length > 0 ? [state.ready({ closers: membersNamed(closers, words) })] : []),
    standInAt <= now ? state.standInNow({ proposer }) : state.standIn({ from, proposer }),
  ]);
}

function atMeeting({ round, circle, now }: RoundSeen, words: Words): Saying {
  if (round.pause?.kind !== 'to_meeting') throw new Error('This round is not at a meeting');
  const { by, note, isForFloor } = round.pause;
  const { state } = words.card;
  const facilitators = facilitatorsNamed(activeFacilitators(circle, now), words);
  if (isForFloor) return words.unheard.atMeeting({ facilitators });
  const said = state.meeting({ by: member(by), facilitators });
  return note ? joined([said, state.meetingNote({ note })], '\n') : said;
}

function handedOn({ round, circle, now }: RoundSeen, words: Words): Saying {
  const { pause } = round;
  if (!pause || !('to' in pause)) throw new Error('This round was not handed on');
  const facilitators = facilitatorsNamed(activeFacilitators(circle, now), words);
  const { kind, reason } = pause;
  const said = words.pausing.cardHandedOn({ kind, to: placeNamed(pause), facilitators });
  return joined([said, words.pausing.because({ reason })], '\n');
}

/**
 * Who looks at the objections: a facilitator who is here, and whoever sees a problem. Nobody waits
 * for an owner who is away, unless nobody else is there (docs/process.md §2.6).
 */
function peopleAtIt({ round, circle, now }: RoundSeen, words: Words) {
  const [facilitator] = activeFacilitators(circle, now);
  const open = openObjections(round);
  const here = open.filter((one) => ownerAbsence(one, circle, now) === null);
  const owners = (here.length > 0 || facilitator ? here : open).map(({ by }) => by);
  const people = new Set(facilitator ? [facilitator, ...owners] : owners);
  return { people: membersNamed([...people], words), n: people.size };
}

/** That members may take on an objection whose owner is away, and until when (§2.6). */
function leftBehind({ round, circle, now }: RoundSeen, words: Words): Saying[] {
  return openObjections(round)
    .flatMap((objection) => {
      const endsAt = adoptionEndsAt(objection, circle);
      const reason = ownerAbsence(objection, circle, now);
      if (endsAt === null || !reason) return [];
      const until = moment(endsAt, circle.settings.calendar.timeZone);
      return [words.card.state.leftBehind({ owner: member(objection.by), reason, until })];
    })
    .slice(0, LEFT_BEHIND_MAX);
}

function deadlineOf({ round, circle }: RoundSeen): Saying {
  return moment(round.deadlineAt, circle.settings.calendar.timeZone);
}
