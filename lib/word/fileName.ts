import type { LetterDocument } from '../letter/model';

/** What each letter is called on disk; one of the user's own goes by its title. */
const NAMES: Record<string, string> = {
  request: 'Risk assessment request',
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
/** Leaves room for a long folder within the 260 characters of a Windows path, and for 255 bytes of a Linux name. */
const MAX_BYTES = 150;
const MAX_ADDED_BYTES = 60;

/** E.g. `2026-11-23 Risk assessment request – Oakfield Primary.docx`. */
export function wordFileName(
  doc: Pick<LetterDocument, 'letterId' | 'title' | 'date'>,
  school: string,
): string {
  const place = toSafeName(school);
  return toFileName(
    [`${doc.date} ${NAMES[doc.letterId] ?? doc.title}`, ...(place ? [place] : [])].join(' – '),
  );
}

export function toFileName(text: string): string {
  return (toSafeName(text) || 'Letter') + EXTENSION;
}

/** Adds to the name in front of `.docx`, to tell files of one name apart. */
export function addToFileName(fileName: string, more: string): string {
  return `${fileName.slice(0, -EXTENSION.length)} ${toSafeName(more, MAX_ADDED_BYTES)}${EXTENSION}`;
}

/** Tells the files of one school apart; a name of which no file name can be made adds nothing. */
export function addSigner(fileName: string, signer: string): string {
  return toSafeName(signer) === '' ? fileName : addToFileName(fileName, `– ${signer}`);
}

const FORBIDDEN_ON_WINDOWS = /[<>:"/\\|?*]+/g;
/** Control characters and the invisible ones that turn a name round, so that "xcod.exe" cannot read as "exe.docx". */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]+/gu;
/** Windows keeps these names for devices, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])(?=$|[ .])/i;

function toSafeName(text: string, maxBytes = MAX_BYTES): string {
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

/** Cuts between what people see as characters, never through one. */
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
