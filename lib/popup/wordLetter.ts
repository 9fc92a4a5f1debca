import { saveFile, toBase64, WORD_TYPE } from '../browser/clipboardAndDownloads';
import { listMissingOnPaper } from '../letter/compose/missing';
import { renderDocx } from '../word/letter';
import { wordFileName } from '../word/fileName';
import type { Insertion } from '../mail/protocol';
import { currentDocument, currentIngredients } from './store';
import { toFacts } from '../writing/compose';
import type { Outcome } from '../writing/outcome';

/** Saves the chosen letter as a Word file. This module is loaded only when needed: most letters are inserted without one. */
export async function saveWordLetter(): Promise<Outcome> {
  const { name, bytes } = await renderWord();
  saveFile(name, bytes, WORD_TYPE);
  const document = currentDocument();
  // The Word letter also has the address blocks, so more details can be missing than in an email.
  return {
    kind: 'saved as Word',
    fileName: name,
    missingCount: listMissingOnPaper(document).length,
    facts: toFacts(document, currentIngredients()),
  };
}

export async function renderAttachment(): Promise<NonNullable<Insertion['file']>> {
  const { name, bytes } = await renderWord();
  return { name, type: WORD_TYPE, base64: toBase64(bytes) };
}

async function renderWord(): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const document = currentDocument();
  const bytes = await renderDocx(document);
  return {
    name: wordFileName(document, currentIngredients().signer?.school ?? ''),
    bytes: new Uint8Array(bytes),
  };
}
