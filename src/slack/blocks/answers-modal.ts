import type { ModalView } from '@slack/types';
import { withMeeting } from './at-meeting.ts';
import { relayOf } from '../../core/relayed-answer.ts';
import type { Answer } from '../../core/round.ts';
import { answersCount, excusedMembers, openObjections } from '../../core/standing.ts';
import { silentMembers } from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { member, moment } from '../../words/terms.ts';
import { actionIds, callbackIds } from '../ids.ts';
import { notAskedLine } from './concern-part.ts';
import { context, section } from './kit.ts';
import { objectionBlocks } from './objection-part.ts';
import { pageOf, type PageItem } from './pages.ts';
import { withRelay } from './relay-line.ts';
import type { RoundSeen } from './round-line.ts';
import { modal } from './view.ts';

/**
 * Who answered what, person by person and with their notes; nothing is added up. Those who are
 * silent are named only where the circle chose that.
 *
 * Source: docs/process.md §D2.
 */
export function answersModal(
  { seen, from }: { readonly seen: RoundSeen; readonly from: number },
  words: Words,
): ModalView {
  const { round } = seen;
  const { list } = words.answer;
  const answers = [...round.answers.values()];
  const objections = openObjections(round);
  const items: PageItem[] = [
    [section(round.ending ? list.introEnded() : list.intro())],
    ...answers.map((answer) => [section(answerLine(answer, seen, words))]),
    ...(answers.length === 0 ? [[section(list.nobody())]] : []),
    ...restLines(seen, words).map((line) => [context([line])]),
    ...(objections.length > 0 ? [[section(list.objections())]] : []),
    ...objections.map((one) => objectionBlocks(one, words)),
  ];
  return modal({
    callbackId: callbackIds.message,
    title: list.title(),
    close: words.everyday.close(),
    blocks: pageOf({ items, from, actionId: actionIds.seeAnswers, round: round.id }, words),
  });
}

function answerLine(answer: Answer, seen: RoundSeen, words: Words): Saying {
  const given = withMeeting(answerGiven(answer, seen, words), answer.atMeetingBy, words);
  return withRelay(given, relayOf(seen.round, answer), words);
}

function answerGiven(answer: Answer, { round, circle }: RoundSeen, words: Words): Saying {
  const { list, labels } = words.answer;
  const label = labels[answer.kind]();
  const stale = words.version.staleAnswer({ answer: label, n: answer.versionNumber });
  const said = answersCount(round, answer) ? label : stale;
  const who = { member: member(answer.member), answer: said };
  if (answer.kind === 'consent') {
    return answer.note ? list.withNote({ ...who, note: answer.note }) : list.line(who);
  }
  if (answer.kind === 'objection') return list.line(who);
  const until = moment(answer.untilAt, circle.settings.calendar.timeZone);
  const { needs } = answer;
  return needs ? list.withNeeds({ ...who, until, needs }) : list.until({ ...who, until });
}

/** Who is away, and who has not answered. */
function restLines({ round, circle }: RoundSeen, words: Words): Saying[] {
  const { list } = words.answer;
  const leftOut = [...round.asked.values()]
    .filter(({ excused }) => excused?.reason === 'own_wish')
    .map(({ member: id }) => id);
  const away = excusedMembers(round).filter((id) => !leftOut.includes(id));
  const silent = silentMembers(round);
  const n = silent.length;
  const isNamed = circle.settings.namesWaiting;
  return [
    ...(away.length > 0 ? [list.away({ members: membersNamed(away, words) })] : []),
    ...(leftOut.length > 0 ? [words.asking.shown({ members: membersNamed(leftOut, words) })] : []),
    ...notAskedLine(round.terms.concerns, words),
    ...(n > 0 ? [round.ending ? list.silent({ n }) : list.waiting({ n })] : []),
    ...(n > 0 && isNamed
      ? [words.card.notHeardFrom({ members: membersNamed(silent, words) })]
      : []),
  ];
}
