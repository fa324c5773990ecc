import type { KnownBlock, ModalView } from '@slack/types';
import type { MemberId } from '../../core/ids.ts';
import type { Round } from '../../core/round.ts';
import { saidAway, silentAtClose, WAS_AWAY_NOTE_MAX, wasAwayUntil } from '../../core/was-away.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { member, moment } from '../../words/terms.ts';
import { actionIds, callbackIds } from '../ids.ts';
import { button } from './elements.ts';
import { input, plainTextInput } from './input.ts';
import { actions, context, section } from './kit.ts';
import { roundMetadata } from './round-metadata.ts';
import type { RoundSeen } from './round-line.ts';
import { noticeModal } from './skeleton.ts';
import { modal } from './view.ts';

/** The way back for whoever was silent, while it is open; the deeds of those who took it. */
export function wasAwaySayings({ round, circle, now }: RoundSeen, words: Words): Saying[] {
  const { away } = words.silence;
  const said = saidAway(round).map(({ by }) => by);
  const untilAt = wasAwayUntil(round);
  const isOpen = untilAt !== null && now <= untilAt && said.length < silentAtClose(round).length;
  const until = moment(untilAt ?? now, circle.settings.calendar.timeZone);
  const members = membersNamed(said, words);
  return [
    ...(said.length > 0 ? [away.said({ members, owner: member(round.owner) })] : []),
    ...(isOpen ? [away.onCard({ until })] : []),
  ];
}

/** The same as blocks, with the button. Source: docs/process.md §2.5. */
export function wasAwayBlocks(seen: RoundSeen, words: Words): KnownBlock[] {
  const sayings = wasAwaySayings(seen, words);
  const untilAt = wasAwayUntil(seen.round);
  const isOpen = untilAt !== null && seen.now <= untilAt;
  return [
    ...sayings.map((said) => context([said])),
    ...(isOpen ? [actions([wasAwayButton(seen.round, words)])] : []),
  ];
}

/** "I was away". */
export function wasAwayButton(round: Round, words: Words) {
  const label = words.silence.away.button();
  return button({ actionId: actionIds.wasAway, label, value: round.id });
}

/** What the silent person may add: nobody owes a reason. Source: docs/process.md §2.5. */
export function wasAwayForm(round: Round, words: Words): ModalView {
  const { away } = words.silence;
  return modal({
    callbackId: callbackIds.wasAwayForm,
    title: away.title(),
    close: words.everyday.cancel(),
    submit: words.everyday.send(),
    metadata: roundMetadata.seal({ round: round.id }),
    blocks: [
      section(away.intro({ title: round.title })),
      input({
        field: 'note',
        label: away.label(),
        hint: away.hint(),
        optional: true,
        element: plainTextInput({ multiline: true, max: WAS_AWAY_NOTE_MAX }),
      }),
    ],
  });
}

export function wasAwayThanks(round: Round, words: Words): ModalView {
  const { away } = words.silence;
  const said = away.thanks({ owner: member(round.owner) });
  return noticeModal({ title: words.step.thanks.title(), sayings: [said] }, words);
}

/** For whoever was silent, below the decision that they are told of; null for everybody else. */
export function silentDirect(
  { round, circle }: Pick<RoundSeen, 'round' | 'circle'>,
  to: MemberId,
  words: Words,
): { readonly said: Saying; readonly next: Saying } | null {
  const untilAt = wasAwayUntil(round);
  if (untilAt === null || !silentAtClose(round).includes(to)) return null;
  const until = moment(untilAt, circle.settings.calendar.timeZone);
  const { away } = words.silence;
  return { said: away.direct(), next: away.directNext({ until }) };
}
