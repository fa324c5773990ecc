import { isFacilitator } from '../../core/circle.ts';
import { adoptionEndsAt } from '../../core/objection-clock.ts';
import type { ObjectionWorkEvent } from '../../core/objection-event.ts';
import type { Objection } from '../../core/objection.ts';
import { inQuestions } from '../../core/question-step.ts';
import type { RoundEvent } from '../../core/round-event.ts';
import { membersToConfirm } from '../../core/standing.ts';
import { isOfNewVersion } from '../../core/still-stands.ts';
import type { Saying } from '../../words/message.ts';
import { member, moment, verbatim } from '../../words/terms.ts';
import type { DirectlyTold } from './direct-message.ts';
import { mayAnswerNow } from './direct-objection-buttons.ts';
import { standsLabel } from './objection-part.ts';
import { memberOr } from './thread-post.ts';

type ToldOf<Type extends ObjectionWorkEvent['type']> = DirectlyTold & {
  readonly event: RoundEvent & { readonly type: Type };
};

/** What one person hears of work on an objection, and what they can do (§D13, §2.6). */
export function objectionDirect(told: ToldOf<ObjectionWorkEvent['type']>): Saying[] {
  const { event, words } = told;
  const { direct } = words.objectionWork;
  const who = memberOr(event.by, words);
  switch (event.type) {
    case 'clarity_asked':
      return [
        direct.clarity({ member: who }),
        verbatim(event.text),
        direct.clarityNext({ stands: standsSaid(told, event) }),
      ];
    case 'aim_link_asked':
      return [
        direct.aimLink({ member: who }),
        direct.aimLinkNext({ stands: standsSaid(told, event) }),
      ];
    case 'wording_suggested':
      return [direct.wording({ member: who }), direct.wordingNext()];
    case 'talk_asked':
      return [talkSaid({ ...told, event }), direct.talkNext()];
    case 'help_asked':
      return [direct.help({ member: who }), direct.helpNext({ member: who })];
    case 'objector_contacted':
      return contacted({ ...told, event });
    case 'objector_away':
      return away({ ...told, event });
    case 'objection_adopted':
      return adopted({ ...told, event });
    case 'objection_lapsed_to_note':
      return lapsed({ ...told, event });
    default:
      return [words.direct.changed()];
  }
}

type About = { readonly objectionId: Objection['id'] };

function objectionOf({ round }: DirectlyTold, { objectionId }: About): Objection {
  const objection = round.objections.find(({ id }) => id === objectionId);
  if (!objection) throw new Error(`Round ${round.id} has no objection ${objectionId}`);
  return objection;
}

/** What the button says with which its owner is heard from. */
function standsSaid(told: DirectlyTold, about: About): Saying {
  return standsLabel({ round: told.round, objection: objectionOf(told, about) }, told.words);
}

/** Its owner has looked at a newer version, or says again that it stands (docs/process.md §2.6). */
export function standsDirect(
  told: DirectlyTold & { readonly event: RoundEvent & { readonly type: 'objection_stands' } },
): Saying[] {
  const { event, words } = told;
  const { direct } = words.version;
  const who = { member: memberOr(event.by, words) };
  const said = isOfNewVersion(objectionOf(told, event), event)
    ? direct.stands({ ...who, n: event.versionNumber })
    : words.objectionWork.direct.stands(who);
  return [said, direct.standsNext()];
}

function talkSaid(told: ToldOf<'talk_asked'>): Saying {
  const { event, to, words } = told;
  const { direct } = words.objectionWork;
  const { by: owner } = objectionOf(told, event);
  const who = { member: memberOr(event.by, words) };
  if (event.by === owner) return direct.talkTheirs(who);
  return to === owner ? direct.talkYours(who) : direct.talk({ ...who, owner: member(owner) });
}

/** The owner is asked how it stands; facilitators are asked to call (§10 case 6). */
function contacted(told: ToldOf<'objector_contacted'>): Saying[] {
  const { to, circle, words, event } = told;
  const { direct } = words.objectionWork;
  const objection = objectionOf(told, event);
  const isSecond = objection.contactedAt.length > 1;
  if (to === objection.by) {
    const stands = standsSaid(told, event);
    const again = isSecond ? [direct.contactedAgain()] : [];
    return [direct.contacted(), ...again, direct.contactedNext({ stands })];
  }
  if (!isFacilitator(circle, to)) return [words.direct.changed()];
  const owner = member(objection.by);
  const next = isSecond ? direct.callAgain : direct.callNext;
  return [direct.call({ owner }), next({ owner })];
}

function away(told: ToldOf<'objector_away'>): Saying[] {
  const { round, circle, words, event } = told;
  const { direct } = words.objectionWork;
  const { awayNext } = inQuestions(round) ? words.stepObjection.direct : direct;
  const objection = objectionOf(told, event);
  const endsAt = adoptionEndsAt(objection, circle);
  if (endsAt === null) return [words.direct.changed()];
  const until = moment(endsAt, circle.settings.calendar.timeZone);
  const { reason } = event;
  return [direct.away({ owner: member(objection.by), reason }), awayNext({ until })];
}

/** Whose it was hears at once who looks after it now, and what is theirs to do (§2.6). */
function adopted(told: ToldOf<'objection_adopted'>): Saying[] {
  const { event, round, to, words } = told;
  const { direct } = words.objectionWork;
  const who = { member: memberOr(event.by, words) };
  const asked = mayAnswerNow(round, to) ? [direct.adoptedAsked()] : [];
  return [direct.adopted(who), direct.adoptedNext(who), ...asked];
}

function lapsed(told: ToldOf<'objection_lapsed_to_note'>): Saying[] {
  const { circle, words, event, round, to } = told;
  const { direct } = words.objectionWork;
  const objection = objectionOf(told, event);
  // In the question step nobody is written to: nobody has answered yet.
  if (!event.asking) return [words.direct.changed()];
  const deadline = moment(event.asking.deadlineAt, circle.settings.calendar.timeZone);
  return [
    direct.lapsed({ owner: member(objection.by), note: objection.harm }),
    direct.lapsedNext({ deadline }),
    ...(membersToConfirm(round).includes(to) ? [direct.lapsedBefore()] : []),
  ];
}
