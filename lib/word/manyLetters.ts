import { zipSync, type Zippable } from 'fflate';
import type { Result } from '../failure/failure';
import type { LetterDocument } from '../letter/model';
import { renderDocx } from './letter';
import { renderRiskForm } from './riskForm';
import { addSigner, addToFileName, wordFileName } from './fileName';
import { setZipDates } from './document';

export interface LetterForOne {
  document: LetterDocument;
  signer: string;
  school: string;
  /** What is filled in at the head of the forms. */
  form: { employer: string; school: string };
}

/** The risk assessment forms that can go with each letter. */
export type FormWithLetter = 'one page' | 'annex';

export interface ManyLettersOptions {
  /** Called after each letter; `done` counts from 1. */
  onProgress?: (progress: { done: number; total: number; fileName: string }) => void;
  signal?: AbortSignal;
  /** For each letter, filled in with its employer and school. */
  forms?: readonly FormWithLetter[];
}

export type ManyLettersResult = Result<
  { zip: Uint8Array; fileNames: string[] },
  { why: 'cancelled' | 'nothing to write' }
>;

/** Writes one Word file for each letter, all in one zip. The page stays responsive between letters. */
export async function writeManyLetters(
  letters: readonly LetterForOne[],
  { onProgress, signal, forms = [] }: ManyLettersOptions = {},
): Promise<ManyLettersResult> {
  const [first] = letters;
  if (!first) return { ok: false, why: 'nothing to write' };
  const fileNames = nameFiles(letters);
  const files: Zippable = {};
  for (const [index, { document, form: head }] of letters.entries()) {
    await letPageAnswer();
    if (signal?.aborted) return { ok: false, why: 'cancelled' };
    const fileName = fileNames[index] ?? '';
    // A Word file is compressed already, so compressing it again would only take time.
    files[fileName] = [await renderDocx(document), { level: 0 }];
    for (const form of forms) {
      const bytes = await renderRiskForm({ date: document.date, ...head }, form);
      files[addToFileName(fileName, formNames[form])] = [bytes, { level: 0 }];
    }
    onProgress?.({ done: index + 1, total: letters.length, fileName });
  }
  await letPageAnswer();
  if (signal?.aborted) return { ok: false, why: 'cancelled' };
  const zip = zipSync(files);
  setZipDates(zip, first.document.date);
  return { ok: true, zip, fileNames };
}

const formNames = {
  'one page': '– risk assessment form',
  annex: '– annex to the form',
} as const satisfies Record<FormWithLetter, string>;

/** `2026-11-23 Risk assessment request – 30 letters.zip` */
export function zipFileName(letters: readonly LetterForOne[]): string {
  const [first] = letters;
  if (!first) return 'Letters.zip';
  const count = `${letters.length} ${letters.length === 1 ? 'letter' : 'letters'}`;
  return wordFileName(first.document, count).replace(/\.docx$/, '.zip');
}

/** Distinguishes two signers of one school by name, and two files of the same name by a number. */
export function nameFiles(letters: readonly LetterForOne[]): string[] {
  const bySchool = letters.map(({ document, school }) => wordFileName(document, school));
  const count = countBy(bySchool);
  const bySigner = bySchool.map((name, index) =>
    count(name) > 1 ? addSigner(name, letters[index]?.signer ?? '') : name,
  );
  const used = new Set<string>();
  return bySigner.map((name) => {
    let free = name;
    for (let copy = 2; used.has(fold(free)); copy++) free = addToFileName(name, `(${copy})`);
    used.add(fold(free));
    return free;
  });
}

/** On Windows and macOS, names that differ only in case are the same file. */
const fold = (name: string) => name.toLowerCase();

function countBy(names: string[]): (name: string) => number {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(fold(name), (counts.get(fold(name)) ?? 0) + 1);
  return (name) => counts.get(fold(name)) ?? 0;
}

/** Lets the page handle events. Uses a message, because browsers delay timers of background tabs by a second. */
function letPageAnswer(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const answer = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', answer, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
