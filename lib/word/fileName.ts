import type { LetterDocument } from '../letter/model';
import { lookUp } from '../letter/text';

/** File names of the built-in letters. The user's own letters are named by their title. */
const NAMES: Record<string, string> = {
  request: 'Risk assessment request',
  'review-due': 'Risk assessment yearly review',
  reminder: 'Risk assessment reminder',
  'second-reminder': 'Risk assessment second reminder',
  acknowledge: 'Thanks for acknowledging',
  'reply-holding': 'Answer to holding reply',
  'reply-inadequate': 'Answer to partial reply',
  'reply-passed-back': 'Answer about who assesses',
  'reply-refusal': 'Answer to refusal',
  'date-passed': 'Promised date has passed',
  meeting: 'Meeting',
  thanks: 'Thanks and what was agreed',
  'inspection-notified': 'Inspection notified',
  'after-inspection': 'Review after inspection',
};

const EXTENSION = '.docx';
/** Leaves room for a long folder within the 260 characters of a Windows path and the 255 bytes of a Linux file name. */
const MAX_BYTES = 150;
const MAX_ADDED_BYTES = 60;

/** E.g. `2026-11-23 Risk assessment request – Oakfield Primary.docx`. */
export function wordFileName(
  doc: Pick<LetterDocument, 'letterId' | 'title' | 'date'>,
  school: string,
): string {
  const place = toSafeName(school);
  return toFileName(
    [`${doc.date} ${lookUp(NAMES, doc.letterId) ?? doc.title}`, ...(place ? [place] : [])].join(' – '),
  );
}

export function toFileName(text: string): string {
  return (toSafeName(text) || 'Letter') + EXTENSION;
}

/** Inserts `more` before `.docx`, to distinguish files of the same name. */
export function addToFileName(fileName: string, more: string): string {
  return `${fileName.slice(0, -EXTENSION.length)} ${toSafeName(more, MAX_ADDED_BYTES)}${EXTENSION}`;
}

/** Adds the signer, to distinguish files of one school. A name without a usable character adds nothing. */
export function addSigner(fileName: string, signer: string): string {
  return toSafeName(signer) === '' ? fileName : addToFileName(fileName, `– ${signer}`);
}

const FORBIDDEN_ON_WINDOWS = /[<>:"/\\|?*]+/g;
/** Control and direction characters: a direction mark could make "xcod.exe" look like "exe.docx". */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]+/gu;
/** Windows reserves these names for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])(?=$|[ .])/i;

/** The text as part of a file’s name that Windows, macOS and Linux accept; empty if nothing of it can be used. */
export function toSafeName(text: string, maxBytes = MAX_BYTES): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, ' ')
    .replace(FORBIDDEN_ON_WINDOWS, '-')
    .replace(/\s+/g, ' ');
  const trimmed = cutToBytes(plain.replace(/^[\s.~-]+/, ''), maxBytes).replace(/[\s.-]+$/, '');
  return trimmed.replace(RESERVED, '$&_');
}

const characters = new Intl.Segmenter('en-GB');

/** Cuts to at most `max` bytes, without splitting a character that a reader sees as one. */
function cutToBytes(text: string, max: number): string {
  const encoder = new TextEncoder();
  let kept = '';
  let bytes = 0;
  for (const { segment } of characters.segment(text)) {
    bytes += encoder.encode(segment).length;
    if (bytes > max) break;
    kept += segment;
  }
  return kept;
}
