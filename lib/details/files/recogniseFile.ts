/** Files that are picked by mistake, by how they begin. */
const beginnings = [
  { start: 'PK\u0003\u0004', what: 'a zip file or a Word or Excel file' },
  { start: '%PDF', what: 'a PDF file' },
  { start: '\u00D0\u00CF\u0011\u00E0', what: 'an old Word or Excel file' },
  { start: '\u0089PNG', what: 'a picture' },
  { start: '\u00FF\u00D8\u00FF', what: 'a picture' },
  { start: '\u001F\u008B', what: 'a compressed file' },
  { start: '\u00FF\u00FE', what: 'text in an encoding (UTF-16) that cannot be read here' },
  { start: '\u00FE\u00FF', what: 'text in an encoding (UTF-16) that cannot be read here' },
] as const;

/** What kind of file this is, when it is surely no text of ours. */
export function recogniseFile(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 512));
  const known = beginnings.find((one) => start.startsWith(one.start));
  if (known) return known.what;
  const firstText = start
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
    .toLowerCase();
  return /^<(!doctype|html|head|body|!--|\?xml|script|meta)/.test(firstText) ? 'a web page' : null;
}

/** "2 GB", "14 MB", "3 kB". */
export function formatSize(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const at = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${Number((bytes / 1000 ** at).toPrecision(2))} ${units[at]}`;
}
