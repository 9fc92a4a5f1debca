import { strFromU8 } from 'fflate';

/** Signatures and lengths in a zip's central directory (APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16, August 2022). */
const ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const NAMES_ARE_UTF8 = 0x0800;

/** The checksums in a zip's central directory, by file name. A file that the directory omits has none. */
export function readZipChecksums(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const checksums = new Map<string, number>();
  let at = findDirectory(view);
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const isUtf8 = (view.getUint16(at + 8, true) & NAMES_ARE_UTF8) !== 0;
    checksums.set(strFromU8(bytes.subarray(at + 46, nameEnd), !isUtf8), view.getUint32(at + 16, true));
    at = next;
  }
  return checksums;
}

/** The offset of the central directory; the end of the file when there is none. */
function findDirectory(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return view.getUint32(at + 16, true);
  }
  return view.byteLength;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as used in zip files. */
export function checksumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
