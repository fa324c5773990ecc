import { shownThoughts } from '../../core/question-step.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import { member } from '../../words/terms.ts';
import { divider, section, sections } from './kit.ts';
import type { PageItem } from './pages.ts';

/**
 * Every question with its answer, and the first thoughts once all are shown: for whoever reads all.
 * Source: docs/process.md §2.1.
 */
export function talkItems(round: Round, words: Words): PageItem[] {
  const { read } = words.step;
  const questions = round.questions.map(({ by, text, reply }): PageItem => [
    ...sections(read.asked({ member: member(by), said: text })),
    ...(reply
      ? sections(read.replied({ member: member(reply.by), said: reply.text }))
      : [section(read.open())]),
  ]);
  const thoughts = shownThoughts(round).map(({ by, text }): PageItem =>
    sections(read.thought({ member: member(by), said: text })),
  );
  return [
    ...(questions.length > 0 ? [[divider(), section(read.questions())], ...questions] : []),
    ...(thoughts.length > 0 ? [[divider(), section(read.thoughts())], ...thoughts] : []),
  ];
}
