import mammoth from 'mammoth';
import { formatDate } from '../../../lib/letter/dates';
import type { LetterDocument } from '../../../lib/letter/model';
import { blockTexts, inlineText } from '../../../lib/letter/render/text';

/** The expected paragraphs of a Word letter: addresses, date and subject, which the email leaves out, and the body. */
export function paperTexts(doc: LetterDocument): string[] {
  const [salutation, ...others] = blockTexts(doc);
  const address = [...doc.sender.map(inlineText), formatDate(doc.date), ...doc.recipient.map(inlineText)];
  return [...address, salutation!, inlineText(doc.subject), ...others];
}

/** Each paragraph of a Word file, as an independent program (mammoth) reads it. */
export async function readWord(bytes: Uint8Array): Promise<string[]> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value.split('\n\n').filter((paragraph) => paragraph !== '');
}
