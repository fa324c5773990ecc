import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { RoundId } from '../../core/ids.ts';
import type { Objection } from '../../core/objection.ts';
import { inQuestions } from '../../core/question-step.ts';
import type { Round } from '../../core/round.ts';
import { isAskedFirst } from '../../core/still-stands.ts';
import { textNow } from '../../core/text-answered.ts';
import { objectorsAsked } from '../../core/version-answer.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member } from '../../words/terms.ts';
import { ownerValue } from './answer-values.ts';
import { actionIds, objectionValue } from '../ids.ts';
import { button } from './elements.ts';
import { actions, section } from './kit.ts';
import { documentOfLines, documentsJoined, labelled } from './labelled-document.ts';
import { richTextOf } from './rich-text.ts';

/**
 * An objection in full, in its owner's own words: what could go wrong, what it means for people or
 * our work, and what would make it OK. `headline` says whose it is and how it stands.
 *
 * Source: docs/process.md §D2, §2.6.
 */
export function objectionBlocks(
  objection: Objection,
  words: Words,
  headline: Saying = objectionHeading(objection, words),
): KnownBlock[] {
  const { harm, effect, remedy } = objection;
  const said = documentsJoined(
    documentOfLines(harm),
    labelled(words.objection.effect(), documentOfLines(effect)),
    ...(remedy ? [labelled(words.objection.remedy(), documentOfLines(remedy))] : []),
  );
  return [section(headline), ...richTextOf(said)];
}

/** Who sees a problem; where somebody else took it on, who looks after it now (§2.6). */
export function objectionHeading({ by, raisedBy }: Objection, { objection }: Words): Saying {
  return by === raisedBy
    ? objection.seesProblem({ member: member(by) })
    : objection.looksAfter({ owner: member(by), member: member(raisedBy) });
}

/** The same as a sentence, for screen readers. */
export function objectionSpoken(objection: Objection, words: Words): Saying {
  const { by, raisedBy, harm, effect, remedy } = objection;
  const what = { member: member(raisedBy), harm, effect };
  const said =
    by === raisedBy
      ? words.objection.spoken(what)
      : words.objection.spokenTaken({ owner: member(by), ...what });
  return remedy ? joined([said, words.objection.spokenRemedy({ remedy })]) : said;
}

/**
 * The two buttons that are its owner's alone. What `This settles it for me` means is said before
 * it is done. `about` is one objection, or the round where each owner means their own; `more` are
 * other buttons behind them.
 *
 * Source: docs/process.md §0 invariant 4, §2.6.
 */
export function ownerButtons(about: About, words: Words, ...more: readonly Button[]): ActionsBlock {
  const { round, objection } = about;
  const isAsked = objectorsAsked(round).length > 0;
  const stands = objection ? [standsButton({ round, objection }, words)] : [];
  return actions([
    settleButton(about, words),
    ...(isAsked && !objection ? [notYetButton(about, words)] : stands),
    button({
      actionId: actionIds.takeBackObjection,
      label: words.objection.takeBack(),
      value: valueOf(about),
    }),
    ...more,
  ]);
}

/** One objection, or the round where each owner means their own. */
type About = { readonly round: Round; readonly objection?: Objection };

/** “This settles it for me”; what it means is said before it is done. */
export function settleButton(about: About, words: Words): Button {
  return button({
    actionId: actionIds.settleObjection,
    label: words.objection.settle(),
    value: ownersOf(about),
    confirm: {
      title: words.objection.settleTitle(),
      text: settleText(about.round, words),
      confirm: words.objection.settleYes(),
      deny: words.objection.settleNo(),
    },
  });
}

/** In the question step there is no version to consent to (docs/process.md §2.1). */
function settleText(round: Round, { objection, stepObjection }: Words): Saying {
  if (inQuestions(round)) return stepObjection.settleText();
  return objection.settleText({ version: round.versions.length });
}

/** “Not yet”: the objector has looked at the version, and their objection stands (§2.6). */
export function notYetButton(about: About, words: Words): Button {
  return button({
    actionId: actionIds.keepObjection,
    label: words.version.notYet(),
    value: ownersOf(about),
  });
}

type AboutOne = Required<About>;

/** That one objection stands, on any version: then its owner is heard from (§2.6). */
export function standsButton(about: AboutOne, words: Words): Button {
  return button({
    actionId: actionIds.keepObjection,
    label: standsLabel(about, words),
    value: ownersOf(about),
  });
}

/** What that button says: “Not yet” only where a newer version asks whether it is settled. */
export function standsLabel({ round, objection }: AboutOne, words: Words): Saying {
  return isAskedFirst(round, objection) ? words.version.notYet() : words.objection.stillStands();
}

/** Another button about one objection. */
export function objectionButton(about: AboutOne, actionId: string, label: Saying): Button {
  return button({ actionId, label, value: valueOf(about) });
}

function valueOf({ round, objection }: About): string {
  return objection ? objectionValue.seal(round.id, objection.id) : round.id;
}

/** What the owner says of a text: they say it of the one that the button stands under (§2.6). */
function ownersOf({ round, objection }: About): string {
  return ownerValue.seal(round.id, objection?.id ?? null, textNow(round));
}

/** The button with which an owner changes their words. */
export function rewordButton(round: RoundId, objection: Objection, words: Words): Button {
  return button({
    actionId: actionIds.rewordObjection,
    label: words.objection.reword(),
    value: objectionValue.seal(round, objection.id),
  });
}
