import type { Circle } from '../../core/circle.ts';
import type { MemberId } from '../../core/ids.ts';
import { waitsForOpening } from '../../core/opening.ts';
import { inQuestions } from '../../core/question-step.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import { moment } from '../../words/terms.ts';
import type { MessageContent } from './message.ts';
import { privately } from './receipt.ts';
import { stepRowFor } from './step-buttons.ts';

/** What whoever took a proposal over hears, and what is theirs to do (docs/process.md §2.1). */
export function takenOverReceipt(
  taken: { readonly round: Round; readonly circle: Circle; readonly by: MemberId },
  words: Words,
): MessageContent {
  const { round, circle, by } = taken;
  const { pausing } = words;
  if (!inQuestions(round)) {
    const deadline = moment(round.deadlineAt, circle.settings.calendar.timeZone);
    return privately(pausing.takenOverDone({ deadline }));
  }
  const opens = waitsForOpening(round) ? 'facilitator' : 'proposer';
  const said = pausing.takenOverDraft({ opens });
  return privately(said, [stepRowFor(by, { round }, words)]);
}
