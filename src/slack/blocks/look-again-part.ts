import type { KnownBlock } from '@slack/types';
import type { Circle } from '../../core/circle.ts';
import { plainTextOf, type Document } from '../../core/document.ts';
import { documentOfText } from '../../core/document-of-text.ts';
import { TITLE_MAX } from '../../core/proposal.ts';
import { REPLACING, type ReplacingHow } from '../../core/replacing.ts';
import { currentVersion, type Round } from '../../core/round.ts';
import { cutText } from '../../core/text.ts';
import { saidAway } from '../../core/was-away.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { member, shortened } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { decidedNumber } from './aftermath-forms.ts';
import { option, radioButtons } from './elements.ts';
import { input } from './input.ts';
import { context, divider, section, someOf } from './kit.ts';
import { proposalNumber } from './round-line.ts';

/** Things that were raised, in the form; the record has all of them. */
const RAISED_MAX = 5;
/** Characters of each. */
const RAISED_SHOWN_MAX = 300;

/** A decision that a proposal looks at again. */
export type LookAgain = {
  readonly old: Round;
  readonly circle: Circle;
  readonly how: ReplacingHow;
  /** Open rounds about the same decision. */
  readonly openAbout: readonly Round[];
};

/** The title and text with which a proposal of this kind begins (docs/process.md §10 case 16). */
export function begunWith(how: ReplacingHow, old: Round, words: Words) {
  const { form } = words.lookAgain;
  const { document } = currentVersion(old);
  const { title } = old;
  if (how === 'change') return { title, document };
  if (how === 'keep')
    return { title: cutText(form.keepTitle({ title }).plain, TITLE_MAX), document };
  const number = decidedNumber(old, words);
  return {
    title: cutText(form.endTitle({ title }).plain, TITLE_MAX),
    document: documentOfText(form.endText({ number, title }).plain),
  };
}

/**
 * The same, where another kind is chosen while the form is open: what people wrote themselves is
 * never replaced. Source: docs/process.md §D12.
 */
export function begunAnew(
  typed: { readonly title: string; readonly document: Document },
  { how, old }: Pick<LookAgain, 'how' | 'old'>,
  words: Words,
) {
  const all = REPLACING.map((each) => begunWith(each, old, words));
  const now = begunWith(how, old, words);
  const isTitle = all.some(({ title }) => title === typed.title);
  const isText = all.some(({ document }) => isSame(document, typed.document));
  return {
    title: isTitle ? now.title : typed.title,
    document: isText ? now.document : typed.document,
  };
}

/** Which decision it is, what was raised since, and what is proposed: above the form's fields. */
export function lookAgainBlocks(again: LookAgain, words: Words): KnownBlock[] {
  const { old, how, openAbout } = again;
  const { form } = words.lookAgain;
  const number = decidedNumber(old, words);
  const said = raised(old, words);
  const more = said.length - RAISED_MAX;
  const options = someOf(
    REPLACING.map((value) =>
      option({ value, label: form.hows[value](), description: form.meanings[value]() }),
    ),
  );
  return [
    section(form.about({ number, title: old.title })),
    ...openAbout.map((round) => section(openAlready(round, words))),
    ...said.slice(0, RAISED_MAX).map((saying) => section(saying)),
    ...(more > 0 ? [context([form.more({ n: more })])] : []),
    ...(options
      ? [
          input({
            field: actionIds.proposeHow,
            label: form.how(),
            hint: form.howHint(),
            dispatch: true,
            element: radioButtons({ options, initial: how }),
          }),
        ]
      : []),
    divider(),
  ];
}

function openAlready(round: Round, words: Words): Saying {
  const number = proposalNumber(round, words);
  return words.lookAgain.form.openAlready({ number, title: round.title });
}

/** What the proposer can take up: what was raised later, and who was away. */
function raised(old: Round, words: Words): Saying[] {
  const { form } = words.lookAgain;
  const short = (said: string) => shortened(said, RAISED_SHOWN_MAX).plain;
  return [
    ...old.aftermath.lateObjections.map(({ by, harm }) =>
      form.raised({ member: member(by), said: short(harm) }),
    ),
    ...saidAway(old).map(({ by, note }) =>
      form.wasAway({ member: member(by), note: short(note ?? '') }),
    ),
  ];
}

function isSame(one: Document, other: Document): boolean {
  return plainTextOf(one).trim() === plainTextOf(other).trim();
}
