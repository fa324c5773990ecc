import type { Objection } from '../../core/objection.ts';
import { inQuestions, wasDraft } from '../../core/question-step.ts';
import { currentVersion, type Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { member } from '../../words/terms.ts';
import { proposalNumber, roundName, type RoundSeen } from './round-line.ts';

/** Which text an objection is about, in its form: in the question step a draft (§2.1). */
export function aboutInForm(round: Round, { objection, stepObjection }: Words): Saying {
  const { title } = round;
  if (inQuestions(round)) return stepObjection.formAbout({ title });
  return objection.form.about({ title, version: currentVersion(round).number });
}

/** The same on its own message, for ever: also once that draft has become a version. */
export function aboutOnMessage(
  round: Round,
  { raisedAt, versionNumber: version }: Objection,
  words: Words,
): Saying {
  const { objectionCard, stepObjection } = words;
  const about = {
    number: proposalNumber(round, words),
    title: round.title,
    proposer: member(round.proposedBy),
  };
  return wasDraft(round, raisedAt)
    ? stepObjection.about(about)
    : objectionCard.about({ ...about, version });
}

/** The same on its owner's Home: the text that they look at now. */
export function aboutAtHome(seen: RoundSeen, words: Words): Saying {
  const round = roundName(seen, words);
  if (inQuestions(seen.round)) return words.stepObjection.home({ round });
  return words.home.objection({ round, n: seen.round.versions.length });
}
