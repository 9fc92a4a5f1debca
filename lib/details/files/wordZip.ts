import { strFromU8, unzipSync, zipSync } from 'fflate';
import { refuse, type FileResult } from './fileProblem';
import { formatSize } from './recogniseFile';
import { checksumOf, readZipChecksums } from './zipChecksums';

/** A letter of twenty pages unpacks to a twentieth of this. */
const MOST_UNPACKED = 20_000_000;
/** Nor does it take a hundredth of this packed; a file that states its size wrongly is not unpacked for minutes. */
const MOST_PACKED = 2_000_000;
const DAMAGED = 'This file is damaged or was cut off. Save it again in Word, or ask for it once more.';
const CONTENT_TYPES = '[Content_Types].xml';

export interface WordZip {
  /** A Word file with the words alone: no picture, no embedded file. */
  bytes: Uint8Array<ArrayBuffer>;
  leftOut: string[];
}

/** Unpacks no more than the words, and only so much of them: what is said of a packed size may be a trap. */
export function readWordZip(bytes: Uint8Array, expected: string): FileResult<WordZip> {
  const names: string[] = [];
  let unpacked = 0;
  let packed = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        names.push(name);
        const isWanted = name === 'mimetype' || /\.(xml|rels)$/i.test(name);
        unpacked += isWanted ? originalSize : 0;
        packed += isWanted ? size : 0;
        return isWanted && unpacked <= MOST_UNPACKED && packed <= MOST_PACKED;
      },
    });
  } catch {
    return refuse(DAMAGED);
  }
  if (unpacked > MOST_UNPACKED) {
    return refuse(`This file unpacks to ${formatSize(unpacked)}, far more than a letter.`);
  }
  if (packed > MOST_PACKED) {
    return refuse(`The words of this file take ${formatSize(packed)}, far more than a letter.`);
  }
  // The unpacker does not ask whether what it unpacked is what was packed.
  const checksums = readZipChecksums(bytes);
  const isDamaged = Object.entries(files).some(
    ([name, content]) => checksums.has(name) && checksums.get(name) !== checksumOf(content),
  );
  if (isDamaged) return refuse(DAMAGED);
  const other = recogniseZip(names, files);
  if (other) return refuse(`This is ${other}; ${expected} is expected.`);
  const headers = names.filter(
    (name) => /^word\/(header|footer)\d*\.xml$/.test(name) && hasWords(files[name]),
  );
  return {
    ok: true,
    value: {
      bytes: new Uint8Array(zipSync(files, { level: 0 })),
      leftOut: headers.length > 0 ? ['headers and footers'] : [],
    },
  };
}

function recogniseZip(names: readonly string[], files: Record<string, Uint8Array>): string | null {
  const mimeType = files['mimetype'] ? strFromU8(files['mimetype']) : '';
  if (mimeType.includes('opendocument')) return 'an OpenDocument file';
  if (names.some((name) => name.startsWith('xl/'))) return 'an Excel file';
  if (names.some((name) => name.startsWith('ppt/'))) return 'a PowerPoint file';
  const isWord = files[CONTENT_TYPES] && names.some((name) => /^word\/.*\.xml$/.test(name));
  return isWord ? null : 'a zip file without a Word document in it';
}

function hasWords(xml: Uint8Array | undefined): boolean {
  return xml !== undefined && /<w:t(?: [^>]*)?>[^<]*\S/.test(strFromU8(xml));
}
