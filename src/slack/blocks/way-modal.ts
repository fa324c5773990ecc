import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Round } from '../../core/round.ts';
import { WAYS_ON } from '../../core/ways-on.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day, joined, member, moment } from '../../words/terms.ts';
import { actionIds, callbackIds } from '../ids.ts';
import { button } from './elements.ts';
import { actions, context, divider, section, sections } from './kit.ts';
import { metadata } from './metadata.ts';
import { noticeModal } from './resolve-modal.ts';
import { roundName, roundStanding, type RoundSeen } from './round-line.ts';
import { modal } from './view.ts';
import { voidLines } from './void-part.ts';
import { fieldsOfWay, LARGE_WAYS } from './way-fields.ts';
import type { SmallWay, SmallWayCommand, WayStep, WayTyped } from './way-fields.ts';

/** What the step of a way on remembers: its round and the way. */
export const wayMetadata = metadata(
  z.object({ round: z.string(), way: z.enum(WAYS_ON).exclude(LARGE_WAYS) }),
);

/**
 * One small step for the chosen way on, with a last line that says what will happen and who will
 * be told. What was typed stays where it could not be done.
 *
 * Source: docs/process.md §D5, §3.
 */
export function wayModal(step: WayStep, words: Words): ModalView {
  const { round, way, refused } = step;
  return modal({
    callbackId: callbackIds.wayForm,
    title: words.resolve.ways[way](),
    submit: words.resolve.ways[way](),
    close: words.everyday.cancel(),
    metadata: wayMetadata.seal({ round: round.id, way }),
    blocks: [
      ...(refused ? sections(words.resolve.notDone({ reason: refused })) : []),
      section(roundName(step, words)),
      context([roundStanding(step, words)]),
      ...fieldsOfWay(step, words),
      ...(way === 'decide' ? saidToBeMistake(step, words) : []),
      divider(),
      section(whatHappens(step, words)),
      actions([
        button({
          actionId: actionIds.resolveOpen,
          label: words.everyday.back(),
          value: round.id,
        }),
      ]),
    ],
  });
}

/** Whoever closes it knows that somebody says it was opened by mistake (docs/process.md §2.1). */
function saidToBeMistake(step: WayStep, words: Words): KnownBlock[] {
  const said = voidLines(step, words);
  return said.length > 0 ? [section(joined(said, '\n'))] : [];
}

function whatHappens({ way, round }: WayStep, words: Words): Saying {
  const { happens } = words.resolve;
  if (way !== 'decide') return happens[way]();
  return happens.decide({ n: new Set([round.proposedBy, ...round.answers.keys()]).size });
}

/** What was done, in one sentence, and when the card shows it. */
export function doneModal(
  seen: RoundSeen,
  { type: way }: SmallWayCommand,
  words: Words,
): ModalView {
  return noticeModal(
    words.resolve.doneTitle(),
    [roundName(seen, words), done(way, seen, words)],
    words,
  );
}

function done(way: SmallWay, { round, circle }: RoundSeen, words: Words): Saying {
  const { done: sayings } = words.resolve;
  const deadline = moment(round.deadlineAt, circle.settings.calendar.timeZone);
  switch (way) {
    case 'decide':
      return sayings.decide({ number: decisionNumber(round, words) });
    case 'extend':
      return sayings.extend({ deadline });
    case 'shorten':
      return sayings.shorten({ deadline });
    case 'to_meeting':
      return sayings.to_meeting();
    case 'park': {
      const { pause } = round;
      if (pause?.kind !== 'parked') throw new Error(`Round ${round.id} is not parked`);
      return sayings.park({ until: day(pause.untilOn), who: member(pause.who) });
    }
    case 'resume':
      return sayings.resume({ deadline });
    case 'void':
      return round.ending ? sayings.void() : sayings.voidAsked();
    case 'withdraw':
      return sayings.withdraw();
  }
}

function decisionNumber({ id, ending }: Round, words: Words): Saying {
  if (ending?.kind !== 'decided') throw new Error(`Round ${id} is not decided`);
  return words.system.decisionNumber({ number: String(ending.decisionNumber) });
}

/** The round ended meanwhile: how, and the words that were typed, for their writer to copy. */
export function endedModal(
  explained: Saying,
  typed: WayTyped | undefined,
  words: Words,
): ModalView {
  const written = [typed?.reason, typed?.note, typed?.nextStep].filter((said) => said != null);
  const yours = written.map((said) => words.resolve.yourWords({ said }));
  return noticeModal(words.resolve.endedTitle(), [explained, ...yours], words);
}
