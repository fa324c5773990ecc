import type { Button } from '@slack/types';
import { whyNotAdoptProposal } from '../../core/adopting-proposal.ts';
import { proposerIsGone } from '../../core/proposer-clock.ts';
import type { ProposerEvent } from '../../core/proposer-event.ts';
import type { RoundEvent } from '../../core/round-event.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day, member, moment } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import type { DirectlyTold } from './direct-message.ts';
import { button } from './elements.ts';
import type { RoundSeen } from './round-line.ts';
import { line, memberOr, quiet, type Post, type Told } from './thread-post.ts';

/** On the card while the proposer is gone: what holds meanwhile, and what is next (§2.4). */
export function proposerSaid({ round, circle }: RoundSeen, words: Words): Saying[] {
  if (!round.proposerGone) return [];
  const until = moment(round.proposerGone.untilAt, circle.settings.calendar.timeZone);
  return [words.proposerLeft.card({ until })];
}

/** For any deciding member, while the proposer is gone (docs/process.md §2.4). */
export function adoptButton({ round, circle, now }: RoundSeen, words: Words): Button[] {
  if (round.ending || !proposerIsGone(round, circle, now)) return [];
  const { adopt, confirm } = words.proposerLeft;
  return [
    button({
      actionId: actionIds.adoptProposal,
      label: adopt(),
      value: round.id,
      confirm: {
        title: confirm.title(),
        text: confirm.text(),
        confirm: adopt(),
        deny: words.everyday.cancel(),
      },
    }),
  ];
}

/** The post under the card (docs/process.md §D13, §2.4). */
export function proposerPost({ event, circle, words }: Told<ProposerEvent['type']>): Post {
  const { thread } = words.proposerLeft;
  switch (event.type) {
    case 'proposer_left': {
      const until = moment(event.untilAt, circle.settings.calendar.timeZone);
      return [line(thread.left()), quiet(thread.leftNext({ until }))];
    }
    case 'proposer_returned':
      return [line(thread.returned())];
    case 'proposal_adopted': {
      const who = memberOr(event.by, words);
      return [line(thread.adopted({ member: who })), quiet(thread.adoptedNext())];
    }
    case 'proposal_unadopted': {
      const { who, untilOn } = event;
      const parked = thread.unadopted({ until: day(untilOn) });
      return [line(parked), quiet(thread.unadoptedNext({ who: member(who) }))];
    }
  }
}

/** What a facilitator hears of it (docs/process.md §D13, §2.4). */
export function proposerDirect(
  told: DirectlyTold & { readonly event: RoundEvent & { readonly type: ProposerEvent['type'] } },
): Saying[] {
  const { event, circle, words } = told;
  const { direct } = words.proposerLeft;
  switch (event.type) {
    case 'proposer_left': {
      const until = moment(event.untilAt, circle.settings.calendar.timeZone);
      return [direct.left(), direct.leftNext({ until })];
    }
    case 'proposer_returned':
      return [words.direct.changed()];
    case 'proposal_adopted': {
      const who = memberOr(event.by, words);
      return [direct.adopted({ member: who }), direct.adoptedNext()];
    }
    case 'proposal_unadopted': {
      const { who, untilOn } = event;
      const parked = direct.unadopted({ until: day(untilOn) });
      return [parked, direct.unadoptedNext({ who: member(who) })];
    }
  }
}

/** Below it, for whoever may look after the proposal (docs/process.md §2.4). */
export function proposerButtons({ event, round, circle, words, to }: DirectlyTold): Button[] {
  const isAboutIt = event.type === 'proposer_left' || event.type === 'proposal_unadopted';
  if (!isAboutIt || whyNotAdoptProposal(round, { at: event.at, by: to, circle })) return [];
  return adoptButton({ round, circle, now: event.at }, words);
}
