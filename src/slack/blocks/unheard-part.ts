import { isUnseen } from '../../core/unheard.ts';
import { silentMembers, takesAnswers } from '../../core/standing.ts';
import type { Round } from '../../core/round.ts';
import type { RoundEvent, RoundEventType } from '../../core/round-event.ts';
import type { Saying } from '../../words/message.ts';
import { day, member, moment } from '../../words/terms.ts';
import { answerButtons } from './answer-buttons.ts';
import { readAllButton } from './card-facts.ts';
import type { DirectlyTold } from './direct-message.ts';
import { line, quiet, type Post, type Told } from './thread-post.ts';

type Unheard = 'nobody_answered' | 'floor_missed';
type ToldOf<Type extends RoundEventType> = DirectlyTold & {
  readonly event: RoundEvent & { readonly type: Type };
};

/**
 * True where this post announces the round anew: it waits for longer because nobody answered, and
 * still nobody has. It is then shown in the channel too. Source: docs/process.md §2.4.
 */
export function announcesAnew(event: RoundEvent, round: Round): boolean {
  const isForSilence = event.type === 'deadline_extended' && event.cause === 'silence';
  return isForSilence && takesAnswers(round) && !round.pause && isUnseen(round);
}

/** The announcement, with the answers in it: whoever sees it need not look for the card (§2.4). */
export function announcement({ round, circle, words }: Told): Post {
  const { thread } = words.unheard;
  const readAll = readAllButton({ round }, words.everyday.readAll());
  const deadline = moment(round.deadlineAt, circle.settings.calendar.timeZone);
  const next = thread.announcedNext({ deadline });
  return [
    line(thread.announced()),
    { said: next, blocks: [answerButtons(round, words, readAll), ...quiet(next).blocks] },
  ];
}

/** Nobody answered, and it is parked (docs/process.md §2.4). */
export function unansweredPost({ event, words }: Told<'nobody_answered'>): Post {
  const { thread } = words.unheard;
  const { who, untilOn } = event;
  return [
    line(thread.unanswered({ until: day(untilOn) })),
    quiet(thread.unansweredNext({ who: member(who) })),
  ];
}

/** What the proposer and facilitators hear of it (docs/process.md §D13, §2.4). */
export function unheardDirect({ event, round, words }: ToldOf<Unheard>): Saying[] {
  const { direct } = words.unheard;
  if (event.type === 'nobody_answered') {
    const { who, untilOn } = event;
    const parked = direct.unanswered({ until: day(untilOn) });
    return [parked, direct.unansweredNext({ who: member(who) })];
  }
  const n = silentMembers(round).length;
  return [direct.floorMissed({ n }), direct.floorMissedNext()];
}
