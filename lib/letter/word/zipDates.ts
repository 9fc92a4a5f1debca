import type { IsoDate } from '../model';

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_LENGTH = 22;
const DIRECTORY_ENTRY_LENGTH = 46;
const FIRST_YEAR = 1980;
const LAST_YEAR = 2107;

/**
 * Gives every file in a zip the same day, midnight, in place. docx dates them by the clock and has no option for it.
 * Offsets as in PKWARE's APPNOTE 4.3.
 */
export function setZipDates(zip: Uint8Array, date: IsoDate): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEndOfDirectory(view);
  const dosDate = toDosDate(date);
  const count = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    const file = view.getUint32(entry + 42, true);
    setDate(view, entry + 12, dosDate);
    setDate(view, file + 10, dosDate);
    entry += DIRECTORY_ENTRY_LENGTH + sumOf(view, entry + 28, entry + 30, entry + 32);
  }
}

function findEndOfDirectory(view: DataView): number {
  let offset = view.byteLength - END_OF_DIRECTORY_LENGTH;
  while (view.getUint32(offset, true) !== END_OF_DIRECTORY) offset--;
  return offset;
}

/** Time first, then day. */
function setDate(view: DataView, offset: number, dosDate: number): void {
  view.setUint16(offset, 0, true);
  view.setUint16(offset + 2, dosDate, true);
}

const sumOf = (view: DataView, ...offsets: number[]) =>
  offsets.reduce((sum, offset) => sum + view.getUint16(offset, true), 0);

function toDosDate(date: IsoDate): number {
  const [year = FIRST_YEAR, month = 1, day = 1] = date.split('-').map(Number);
  const clamped = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
  return ((clamped - FIRST_YEAR) << 9) | (month << 5) | day;
}
