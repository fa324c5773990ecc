import type { Objection, ObjectionStep } from '../../core/objection.ts';
import { wasDraft, type Drafted } from '../../core/question-step.ts';
import { isOfNewVersion } from '../../core/still-stands.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { moment } from '../../words/terms.ts';
import { cutText } from '../../core/text.ts';
import { memberOr } from './thread-post.ts';

/** Characters of what somebody said that a line of the ledger shows. */
const SAID_MAX = 300;

/** In which round it was, and the zone in which plain moments are said. */
type Within = { readonly round: Drafted; readonly zone: string };

/**
 * Everything that happened to an objection, a line each: who did what, when, and what came of it.
 * Source: docs/process.md §4.1.
 */
export function ledgerOf(objection: Objection, within: Within, words: Words): Saying[] {
  return objection.steps.map((step) => ledgerLine(step, objection, within, words));
}

function ledgerLine(
  step: ObjectionStep,
  objection: Objection,
  { round, zone }: Within,
  words: Words,
): Saying {
  const { ledger } = words.objectionWork;
  const at = moment(step.at, zone);
  const who = memberOr(step.by, words);
  switch (step.type) {
    case 'objection_raised':
      return ledger.raised({ at, member: who });
    case 'objection_reworded':
      return ledger.reworded({ at, member: who });
    case 'objection_settled': {
      if (wasDraft(round, step.at)) return words.stepObjection.ledger.settled({ at, member: who });
      const version = objection.settled?.versionNumber ?? objection.versionNumber;
      return ledger.settled({ at, member: who, version });
    }
    case 'objection_stands':
      if (!isOfNewVersion(objection, step)) return ledger.standsAgain({ at, member: who });
      return ledger.stands({ at, member: who, version: step.versionNumber });
    case 'objection_taken_back':
      return ledger.takenBack({ at, member: who });
    case 'objection_became_note':
      return ledger.noted({ at, member: who, said: cutText(step.note, SAID_MAX) });
    default:
      return workLine(step, at, words);
  }
}

type WorkStep = Exclude<
  ObjectionStep,
  {
    readonly type:
      | 'objection_raised'
      | 'objection_reworded'
      | 'objection_settled'
      | 'objection_stands'
      | 'objection_taken_back'
      | 'objection_became_note';
  }
>;

function workLine(step: WorkStep, at: Saying, words: Words): Saying {
  const { ledger } = words.objectionWork;
  const who = memberOr(step.by, words);
  switch (step.type) {
    case 'clarity_asked':
      return ledger.clarity({ at, member: who, said: cutText(step.text, SAID_MAX) });
    case 'aim_link_asked':
      return ledger.aimLink({ at, member: who });
    case 'wording_suggested':
      return ledger.wording({ at, member: who, said: cutText(step.harm, SAID_MAX) });
    case 'way_suggested': {
      const way = words.objectionHelp.ways[step.way]();
      if (!step.text) return ledger.way({ at, member: who, way });
      return ledger.wayWith({ at, member: who, way, said: cutText(step.text, SAID_MAX) });
    }
    case 'talk_asked':
      return ledger.talk({ at, member: who });
    case 'objector_contacted':
      return ledger.contacted({ at });
    case 'owner_asked_for_idea':
      return words.integration.ledger.ownerAsked({ at });
    case 'circle_asked_for_ideas':
      return words.integration.ledger.circleAsked({ at });
    case 'objector_away':
      return ledger.away({ at });
    case 'objector_back':
      return ledger.back({ at });
    case 'objection_adopted':
      return ledger.adopted({ at, member: who });
    case 'objection_lapsed_to_note':
      return (step.asking ? ledger : words.stepObjection.ledger).lapsed({ at });
  }
}
