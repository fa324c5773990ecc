import { adoptionEndsAt } from '../../core/objection-clock.ts';
import { partnersInTalk } from '../../core/objection-notice.ts';
import type { Objection, ObjectionStep } from '../../core/objection.ts';
import { wasDraft } from '../../core/question-step.ts';
import type { RoundEvent } from '../../core/round-event.ts';
import { isOfNewVersion } from '../../core/still-stands.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import type { Saying } from '../../words/message.ts';
import { member, moment } from '../../words/terms.ts';
import { actionIds, suggestionValue } from '../ids.ts';
import { button } from './elements.ts';
import { circleAskedPost, ownerAskedPost } from './integration-part.ts';
import { actions, context } from './kit.ts';
import type { MessageContent } from './message.ts';
import { line, memberOr, posted, quiet, titled, written } from './thread-post.ts';
import type { Post, Told } from './thread-post.ts';

type StepOf<Type extends ObjectionStep['type']> = ObjectionStep & { readonly type: Type };
type Work<Type extends ObjectionStep['type'] = ObjectionStep['type']> = Omit<Told, 'event'> & {
  readonly event: StepOf<Type>;
  readonly objection: Objection;
};

/**
 * What is said in an objection's own thread while it is worked on, or null where there is nothing
 * to say. A suggested wording carries a button that is of use to its owner alone.
 *
 * Source: docs/process.md §2.6, §D13.
 */
export function objectionThreadPost(told: Told): MessageContent | null {
  const { event, round } = told;
  if (!isStep(event)) return null;
  const objection = round.objections.find(({ id }) => id === event.objectionId);
  if (!objection) return null;
  const post = postOf({ ...told, event, objection });
  return post && posted(told, post);
}

function isStep(event: RoundEvent): event is ObjectionStep {
  return 'objectionId' in event;
}

function postOf(work: Work): Post | null {
  const { event, round, words } = work;
  const { thread } = words.objectionWork;
  const who = memberOr(event.by, words);
  switch (event.type) {
    case 'clarity_asked':
      return [line(thread.clarity({ owner: ownerOf(work), member: who })), written(event.text)];
    case 'aim_link_asked':
      return [
        line(thread.aimLink({ owner: ownerOf(work), member: who })),
        quiet(thread.aim({ aim: round.terms.aim })),
      ];
    case 'wording_suggested':
      return wordingPost({ ...work, event });
    case 'way_suggested':
      return wayPost({ ...work, event });
    case 'talk_asked':
      return [line(talkSaid(work)), quiet(thread.talkNext())];
    case 'owner_asked_for_idea':
      return ownerAskedPost(work);
    case 'circle_asked_for_ideas':
      return circleAskedPost(work);
    default:
      return stepPost(work);
  }
}

function talkSaid({ event, round, objection, words }: Work): Saying {
  const { thread } = words.objectionWork;
  const others = partnersInTalk(round, objection, event.by);
  const who = { member: memberOr(event.by, words) };
  if (others.length === 0) return thread.talkAlone(who);
  return thread.talk({ ...who, others: membersNamed(others, words) });
}

/** How it stands after its owner spoke, or after the clock did. */
function stepPost(work: Work): Post | null {
  const { event, round, objection, circle, words } = work;
  const { thread } = words.objectionWork;
  const who = memberOr(event.by, words);
  const zone = circle.settings.calendar.timeZone;
  switch (event.type) {
    case 'objection_reworded':
      return [line(thread.reworded({ member: who }))];
    case 'objection_settled': {
      if (wasDraft(round, event.at))
        return [line(words.stepObjection.thread.settled({ member: who }))];
      const version = objection.settled?.versionNumber ?? round.versions.length;
      return [line(thread.settled({ member: who, version }))];
    }
    case 'objection_stands':
      if (!isOfNewVersion(objection, event)) return [line(thread.standsAgain({ member: who }))];
      return [line(thread.stands({ member: who, version: event.versionNumber }))];
    case 'objection_taken_back':
      return [line(thread.takenBack({ member: who }))];
    case 'objection_became_note':
      return [line(thread.noted({ member: who, note: event.note }))];
    case 'objection_adopted':
      return [line(thread.adopted({ member: who, first: member(objection.raisedBy) }))];
    case 'objection_lapsed_to_note': {
      if (!event.asking) return [line(words.stepObjection.thread.lapsed())];
      return [line(thread.lapsed({ deadline: moment(event.asking.deadlineAt, zone) }))];
    }
    case 'objector_away': {
      const until = adoptionEndsAt(objection, circle);
      if (until === null) return null;
      const { reason } = event;
      return [line(thread.away({ member: ownerOf(work), reason, until: moment(until, zone) }))];
    }
    default:
      return null;
  }
}

function ownerOf({ objection }: Work): Saying {
  return member(objection.by);
}

function wordingPost({ event, round, objection, words }: Work<'wording_suggested'>): Post {
  const { thread } = words.objectionWork;
  const { harm, effect, remedy } = event;
  const owner = member(objection.by);
  return [
    line(thread.wording({ owner, member: memberOr(event.by, words) })),
    titled(words.thread.harmSaid({ said: harm }), words.thread.harm(), harm),
    titled(words.thread.effectSaid({ said: effect }), words.thread.effect(), effect),
    ...(remedy
      ? [titled(words.thread.remedySaid({ said: remedy }), words.thread.remedy(), remedy)]
      : []),
    {
      said: thread.wordingNext({ owner }),
      blocks: [
        acceptRow(round.id, objection, event, words),
        context([thread.wordingNext({ owner })]),
      ],
    },
  ];
}

function acceptRow(
  round: Told['round']['id'],
  objection: Objection,
  event: StepOf<'wording_suggested'>,
  words: Words,
) {
  const suggestion = objection.steps.findIndex(
    (step) => step.type === event.type && step.at === event.at && step.by === event.by,
  );
  return actions([
    button({
      actionId: actionIds.acceptWording,
      label: words.objectionWork.thread.accept(),
      value: suggestionValue.seal(round, objection.id, suggestion),
    }),
  ]);
}

function wayPost({ event, round, objection, words }: Work<'way_suggested'>): Post {
  const { thread } = words.objectionWork;
  const { way, text } = event;
  const owner = member(objection.by);
  const proposer = member(round.proposedBy);
  return [
    line(thread.way({ member: memberOr(event.by, words), way: words.objectionHelp.ways[way]() })),
    ...(text ? [written(text)] : []),
    quiet(thread.wayNext({ owner, proposer })),
  ];
}
