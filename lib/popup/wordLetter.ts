import { WORD_TYPE } from '../browser/clipboardAndDownloads';
import { toBase64 } from '../letter/text';
import type { PopupStore } from './store';
import { listMissingOnPaper } from '../letter/compose/compose';
import type { Enclosure, LetterDocument } from '../letter/model';
import { layOutKeptLetter, renderDocx } from '../word/letter';
import { wordFileName } from '../word/fileName';
import type { Insertion } from '../mail/protocol';
import type { FirstLetter } from '../writing/inputs';
import type { Outcome } from '../writing/outcome';

/** Saves a letter as a Word file. This module is loaded only when needed: most letters are inserted without one. */
export async function saveWordLetter(
  popup: PopupStore,
  document: LetterDocument,
  school: string,
): Promise<Outcome> {
  const fileName = wordFileName(document, school);
  popup.deps.saveFile(fileName, new Uint8Array(await renderDocx(document)), WORD_TYPE);
  // The Word letter also has the address blocks, so more details can be missing than in an email.
  return { kind: 'saved as Word', fileName, missingCount: listMissingOnPaper(document).length };
}

/** The Word files that go with the letter, in the order in which the letter names them. */
export async function renderAttachments(
  { document, firstLetter, enclosures }: Attached,
  school: string,
): Promise<Attachments> {
  const documents = {
    'first letter': firstLetter && layOutKeptLetter(firstLetter),
    'word copy': document,
  } satisfies Record<Enclosure, LetterDocument | null>;
  const files = await Promise.all(
    enclosures
      .flatMap((enclosure) => documents[enclosure] ?? [])
      .map(async (one) => ({
        name: wordFileName(one, school),
        type: WORD_TYPE,
        base64: toBase64(new Uint8Array(await renderDocx(one))),
      })),
  );
  return { files, missingOnPaper: listMissingOnPaper(document).length };
}

export interface Attachments {
  files: NonNullable<Insertion['files']>;
  /** Number of details missing in the Word letter. */
  missingOnPaper: number;
}

interface Attached {
  document: LetterDocument;
  firstLetter: FirstLetter | null;
  enclosures: readonly Enclosure[];
}

/** For a page that does not accept the attachment: the user attaches the file. */
export async function saveFirstLetter(
  popup: PopupStore,
  firstLetter: FirstLetter,
  school: string,
): Promise<Outcome> {
  return saveWordLetter(popup, layOutKeptLetter(firstLetter), school);
}
