import { decideCircle } from '../../src/core/circle-change.ts';
import { evolveCircle } from '../../src/core/circle-history.ts';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { draftOf } from '../../src/core/draft.ts';
import { channelId, objectionId, relayId, roundId } from '../../src/core/ids.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { decideProposal } from '../../src/core/proposal.ts';
import { currentVersion } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import * as world from './bakery.ts';
import * as people from './permission-people.ts';
import type { Try } from './permission-people.ts';

const { ana, ben, dee, eli, monday, tuesday, objectionText, objectionOf, bakeryTime } = world;
const { after, hal, may, onRound, open, tried, withoutBen } = people;
type Who = { readonly at: number; readonly by: MemberId };

/** What is tried for a row: it may be done where each of them is allowed, and not where none is. */
export type Played = {
  readonly tries: readonly Try[];
  /** A second time, where once is all that members may. */
  readonly twice?: Try;
  /** The same where they have words of their own in it. */
  readonly own?: Try;
  /** The same while they object; `tries` are then those of somebody who has settled. */
  readonly objecting?: Try;
  /** Of a relayed answer: by its witness, and by whoever it is nothing to. */
  readonly witness?: readonly Try[];
  readonly uninvolved?: readonly Try[];
};

const objection = (who: Who): RoundCommand => {
  return { type: 'object', objectionId: objectionId('o'), ...objectionText, ...who };
};
/** Their answer stands, whether they were asked or not; it is not for them to change then. */
const answered = (deed: (who: Who) => RoundCommand): Try => {
  return (by, where, when) =>
    may(after(world.consents(by, tuesday)), deed({ at: when, by }), where);
};

export const publish = ({ at, by }: Who, proposerAgrees: boolean): RoundCommand => {
  const { title, need, document, owner, reviewOn, link } = currentVersion(open);
  return {
    ...{ type: 'publish_next_version', basedOn: 1, change: 'substance', answersObjections: [] },
    wording: { title, need: `${need} Or so.`, document, owner, reviewOn, link },
    ...{ linkedDocumentChanged: false, proposerAgrees, at, by },
  };
};
/** The proposer has left; unless it is they who try. */
const publishesForThem: Try = (by, where, when) =>
  may(open, publish({ at: when, by }, false), by === ben ? where : withoutBen(where));

export const changesDraft: Try = onRound(people.asking, (who) => ({
  ...{ type: 'change_draft', draft: { ...draftOf(people.asking), title: 'Sundays' }, ...who },
}));

/** Hal, who was here on Monday, objected and left; whoever tries may object too. */
const orphaned = (...more: readonly RoundEvent[]): Try => {
  const round = after(world.objects(hal, tuesday), ...more);
  return onRound(round, (who) => {
    return { type: 'adopt_objection', objectionId: objectionOf(hal), ...who };
  });
};
const adoptsProposal: Try = (by, where, when) =>
  may(people.contested, { type: 'adopt_proposal', at: when, by }, withoutBen(where));

const extend = (who: Who, deadlineAt = people.extendedAt): RoundCommand => {
  return { type: 'extend', deadlineAt, reason: null, ...who };
};
const extendsTwice: Try = (by, where, when) => {
  const { round } = tried(open, extend({ at: when, by }), where);
  return may(round, extend({ at: when, by }, bakeryTime('2026-06-29 17:00')), where);
};

const shorterAt = bakeryTime('2026-06-12 17:00');
const shortenedByAna = after({
  ...{ type: 'deadline_shortened', deadlineAt: shorterAt, reason: 'The oven', at: tuesday },
  by: ana,
});
const decide = (who: Who): RoundCommand => ({ type: 'decide', decisionNumber: 12, ...who });
/** The objector has settled; for everybody else nobody ever objected. */
const closes: Try = (by, where, when) =>
  may(by === dee ? people.settled : people.ready, decide({ at: when, by }), where);

/** The other party's wish: the proposer agrees to the facilitator's, and the other way round. */
const agreesToMistake: Try = (by, where, when) => {
  const asker = by === ben ? ana : ben;
  const round = after({ type: 'void_asked', reason: 'Twice', at: tuesday, by: asker });
  return may(round, { type: 'confirm_void', at: when, by }, where);
};

const handOn = (type: 'pass_on' | 'escalate') =>
  onRound(open, (who) => ({
    ...{ type, to: 'Mill circle', channelId: channelId('C0MILL') },
    ...{ reason: 'It is theirs', summary: 'Opening on Sundays', ...who },
  }));

const RELAYED = relayId('y-1');
const relay = (member: MemberId, witness: MemberId | null = null) => ({
  ...{ relayId: RELAYED, member, said: { kind: 'consent', note: null } as const },
  ...({ wording: 'their_own', channel: 'phone', supporter: null } as const),
  ...{ saidOn: '2026-06-02', witness },
});
const relays: Try = (by, where, when) => {
  const command = { type: 'relay_answer', ...relay(another(by)), at: when, by } as const;
  return may(open, command, where);
};
type Relayed = ReturnType<typeof relay>;
type Response = 'confirm_relay' | 'deny_relay';
const recorderFor = (by: MemberId) => (by === ana ? world.cai : ana);
/** Somebody else writes it down first, where that is possible for this person. */
const responds = (type: Response, formOf: (by: MemberId) => Relayed): Try => {
  return (by, where, when) => {
    const form = { ...formOf(by), at: tuesday, by: recorderFor(by) };
    const { round, refused } = tried(open, { type: 'relay_answer', ...form }, where);
    return !refused && may(round, { type, relayId: RELAYED, at: when, by }, where);
  };
};
/** Somebody who is not the person that tries, and was asked. */
const another = (by: MemberId) => (by === eli ? dee : eli);
const heardBy = (by: MemberId) => relay(another(by), by);
/** It is somebody else's, and another one heard it. */
const respondsForOthers = (type: Response): Try => {
  return (by, where, when) => {
    const form = { ...relay(another(by), hal), at: tuesday, by: recorderFor(by) };
    const round = after({ type: 'answer_relayed', ...form });
    return may(round, { type, relayId: RELAYED, at: when, by }, where);
  };
};

const corrects = (who: Who): RoundCommand => {
  return { type: 'correct_record', text: 'Four, not three.', ...who };
};
const asksToo: Try = (by, where, when) => {
  const joined = evolveCircle(where, world.joinsCircle(hal, tuesday));
  return may(open, { type: 'ask_member_too', member: hal, at: when, by }, joined);
};

const changesCircle = (what: 'aim' | 'people' | 'facilitators'): Try => {
  return (by, where, when) => {
    const roster = [...where.members.values()].map(({ id, status }) => ({ id, status }));
    const { settings, facilitators } = where;
    const form = {
      settings: what === 'aim' ? { ...settings, aim: 'More bread' } : settings,
      roster: what === 'people' ? [...roster, { id: hal, status: 'full' as const }] : roster,
      facilitators: what === 'facilitators' ? [...facilitators, eli] : facilitators,
    };
    return 'events' in decideCircle(where, { type: 'change_circle', form, at: when, by });
  };
};
const proposes: Try = (by, where, when) => {
  const form = { ...world.sundayForm, deadlineAt: people.deadlineAt };
  const ruling = decideProposal(where, { id: roundId('r-2'), number: 32, form, at: when, by });
  return 'events' in ruling;
};

/** Each row of the table that is built, by how it begins: what is tried for it. */
export const ROWS: Readonly<Record<string, Played>> = {
  '`/propose`': { tries: [proposes] },
  'Ask, comment': {
    tries: [
      onRound(open, (who) => ({ type: 'ask_question', text: 'How?', ...who })),
      onRound(people.asking, (who) => ({ type: 'ask_question', text: 'How?', ...who })),
      // Whoever proposes gives no first thought: they answer.
      onRound(people.asking, (who) =>
        who.by === ben
          ? { type: 'answer_question', question: 0, text: 'So.', ...who }
          : { type: 'give_thought', text: 'Fine', ...who },
      ),
    ],
  },
  'Consent, object, more time': {
    tries: [
      onRound(open, (who) => ({ type: 'consent', ...who })),
      onRound(open, (who) => ({ type: 'ask_more_time', needs: null, ...who })),
      onRound(open, objection),
    ],
  },
  'Change an answer before the end': {
    tries: [
      answered((who) => ({ type: 'take_back_answer', ...who })),
      answered((who) => ({ type: 'ask_more_time', needs: null, ...who })),
      answered(objection),
    ],
  },
  'Edit a draft': { tries: [changesDraft] },
  'Publish a version': {
    tries: [onRound(open, (who) => publish(who, true)), publishesForThem],
  },
  'Open the consent step': {
    tries: [onRound(people.waiting, (who) => ({ type: 'open_answers', ...who }))],
  },
  'Say an objection is settled, taken back': {
    tries: (['settle_objection', 'take_back_objection'] as const).map((type) =>
      onRound(people.contested, (who) => ({ type, objectionId: objectionOf(dee), ...who })),
    ),
  },
  'Turn an objection into something to watch': {
    tries: [
      onRound(people.contested, (who) => ({
        ...{ type: 'make_note', objectionId: objectionOf(dee), note: 'Watch tiredness', ...who },
      })),
    ],
  },
  'Adopt an orphaned objection': {
    tries: [orphaned(world.objects(dee, monday), world.settles(dee, monday))],
    objecting: orphaned(world.objects(dee, tuesday)),
  },
  'Adopt an orphaned proposal': { tries: [adoptsProposal] },
  Extend: { tries: [onRound(open, (who) => extend(who))], twice: extendsTwice },
  'Shorten for urgency': {
    tries: [
      onRound(open, (who) => ({
        ...{ type: 'shorten', deadlineAt: shorterAt, reason: 'The oven', ...who },
      })),
    ],
  },
  'Give back time': {
    tries: [onRound(shortenedByAna, (who) => ({ type: 'give_time_back', ...who }))],
  },
  'Take to a meeting': {
    tries: [onRound(open, (who) => ({ type: 'to_meeting', note: null, ...who }))],
  },
  'Close as decided': { tries: [closes], objecting: onRound(people.objected, decide) },
  'Take the proposal back': {
    tries: [onRound(open, (who) => ({ type: 'withdraw', reason: null, ...who }))],
  },
  'Say it was opened by mistake': {
    tries: [onRound(open, (who) => ({ type: 'void', reason: 'Twice', ...who }))],
  },
  'Agree that it was': { tries: [agreesToMistake] },
  Park: {
    tries: [
      onRound(open, (who) => ({
        ...{ type: 'park', nextStep: 'Ask', who: dee, untilOn: '2026-07-01', ...who },
      })),
    ],
  },
  Resume: {
    tries: [
      onRound(after(world.parks(tuesday)), (who) => ({
        ...{ type: 'resume', deadlineAt: people.extendedAt, ...who },
      })),
    ],
  },
  'Escalate, pass on': { tries: [handOn('pass_on'), handOn('escalate')] },
  'Record what a meeting came to': {
    tries: [
      onRound(after(world.goesToMeeting(tuesday)), (who) => ({
        ...{ type: 'record_meeting', present: [eli, dee], note: null, outcome: 'consented' },
        ...{ deadlineAt: people.extendedAt, ...who },
      })),
    ],
  },
  'Take over what was taken back': {
    tries: [
      onRound(after({ type: 'round_withdrawn', reason: null, at: tuesday, by: ben }), (who) => ({
        ...{ type: 'take_over', ...who },
      })),
    ],
  },
  'Raise something about a decision': {
    tries: [
      onRound(people.closed, (who) => ({
        ...{ type: 'object_late', objectionId: objectionId('more'), ...objectionText, ...who },
      })),
    ],
  },
  'Answer what was raised; pause a decision': {
    tries: [
      onRound(people.closed, (who) => ({
        ...{ type: 'answer_late_objection', objectionId: people.lateId, text: 'So.', ...who },
      })),
      onRound(people.closed, (who) => ({ type: 'pause_decision', reason: 'Gas', ...who })),
      onRound(people.pausedDecision, (who) => ({ type: 'unpause_decision', ...who })),
    ],
  },
  'Correct a record': {
    tries: [onRound(people.closed, corrects)],
    own: (by, where, at) => may(people.withOwnWords(by), corrects({ at, by }), where),
  },
  'Record a relayed answer': { tries: [relays] },
  'Say that a relayed answer is right': {
    tries: [
      responds('confirm_relay', (by) => relay(by)),
      responds('deny_relay', (by) => relay(by)),
    ],
    witness: (['confirm_relay', 'deny_relay'] as const).map((type) => responds(type, heardBy)),
    uninvolved: [respondsForOthers('confirm_relay'), respondsForOthers('deny_relay')],
  },
  'Ask somebody too': { tries: [asksToo] },
  'Be left out of a round': {
    tries: [onRound(open, (who) => ({ type: 'leave_me_out', why: 'Kin', ...who }))],
  },
  'Change the circle': {
    tries: [changesCircle('aim'), changesCircle('people'), changesCircle('facilitators')],
  },
};
