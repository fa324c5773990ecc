import { z } from 'zod';
import { normalised, type Document } from '../core/document.ts';
import { documentOfText } from '../core/document-of-text.ts';
import { documentOfRichText } from './blocks/document-of-rich-text.ts';
import type { ShortcutCall } from './interaction.ts';
import { plainTypedText } from './typed-text.ts';

const richTextSchema = z.looseObject({ type: z.literal('rich_text') });

/** What a message says: its formatted text where people wrote one, else its plain text. */
export function documentOfMessage(message: NonNullable<ShortcutCall['message']>): Document {
  const written = message.blocks.filter((block) => richTextSchema.safeParse(block).success);
  const paragraphs = written.flatMap((block) => documentOfRichText(block).paragraphs);
  return paragraphs.length > 0
    ? normalised({ paragraphs })
    : documentOfText(plainTypedText(message.text));
}
