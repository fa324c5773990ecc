import { indentOf, normalised } from './document.ts';
import type { Document, Paragraph } from './document.ts';
import { cleanedText } from './text.ts';

/**
 * Reads plain text: lines that begin with `• `, `- `, `* `, `1. ` or `> ` are of that kind, and two
 * spaces before a list item are one level of depth. It reads back what `plainTextOf` wrote, except
 * for styles and code.
 */
export function documentOfText(plain: string): Document {
  return normalised({ paragraphs: cleanedText(plain).split('\n').map(paragraphOfLine) });
}

const LINE =
  /^(?<spaces> *)(?:(?<bullet>[•*-]) +|(?<number>[1-9]\d{0,3})[.)] +|(?<quote>>) ?)(?<text>.*)$/u;

function paragraphOfLine(line: string): Paragraph {
  const { spaces = '', bullet, number, text = line } = LINE.exec(line)?.groups ?? {};
  const spans = [{ text }];
  if (text === line) return { kind: 'paragraph', indent: 0, spans };
  const indent = indentOf(spaces.length / 2);
  if (bullet !== undefined) return { kind: 'bullet', indent, spans };
  if (number !== undefined) return { kind: 'numbered', indent, number: Number(number), spans };
  return { kind: 'quote', indent: 0, spans };
}
