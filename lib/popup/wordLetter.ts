import { saveFile, WORD_TYPE } from '../browser/clipboardAndDownloads';
import { toBase64 } from '../letter/base64';
import { listMissingOnPaper } from '../letter/compose/missing';
import type { LetterDocument } from '../letter/model';
import { renderDocx } from '../word/letter';
import { wordFileName } from '../word/fileName';
import type { Insertion } from '../mail/protocol';
import type { Outcome } from '../writing/outcome';

/** Saves a letter as a Word file. This module is loaded only when needed: most letters are inserted without one. */
export async function saveWordLetter(document: LetterDocument, school: string): Promise<Outcome> {
  const fileName = wordFileName(document, school);
  saveFile(fileName, new Uint8Array(await renderDocx(document)), WORD_TYPE);
  // The Word letter also has the address blocks, so more details can be missing than in an email.
  return { kind: 'saved as Word', fileName, missingCount: listMissingOnPaper(document).length };
}

export interface Attachment {
  file: NonNullable<Insertion['file']>;
  /** Number of details missing in the Word letter. */
  missingOnPaper: number;
}

export async function renderAttachment(document: LetterDocument, school: string): Promise<Attachment> {
  const bytes = new Uint8Array(await renderDocx(document));
  return {
    file: { name: wordFileName(document, school), type: WORD_TYPE, base64: toBase64(bytes) },
    missingOnPaper: listMissingOnPaper(document).length,
  };
}
