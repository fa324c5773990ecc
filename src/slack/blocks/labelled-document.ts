import type { Document, Paragraph } from '../../core/document.ts';
import type { Saying } from '../../words/message.ts';

/** What a person typed into a plain field, line by line and exactly as it is. */
export function documentOfLines(text: string): Document {
  return { paragraphs: text.split('\n').map((line) => paragraphOf({ text: line })) };
}

/** A document under a label of ours in bold. */
export function labelled(label: Saying, document: Document): Document {
  const heading = paragraphOf({ text: label.plain, bold: true });
  return { paragraphs: [heading, ...document.paragraphs] };
}

/** Documents one after another. */
export function documentsJoined(...documents: readonly Document[]): Document {
  return { paragraphs: documents.flatMap(({ paragraphs }) => paragraphs) };
}

function paragraphOf(span: Paragraph['spans'][number]): Paragraph {
  return { kind: 'paragraph', indent: 0, spans: [span] };
}
