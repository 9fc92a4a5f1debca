import type { IsoDate } from '../model';
import { escapeXml } from './escapeXml';

/** What Word shows under "Properties". Only what the page itself says: the file goes to other people. */
export interface DocumentProperties {
  title: string;
  /** Left out when empty. */
  author: string;
  date: IsoDate;
}

const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

export function renderCoreProperties({ title, author, date }: DocumentProperties): string {
  // The day of the letter, not the minute it was saved.
  const day = `${date}T00:00:00Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${NAMESPACES}>`,
    `<dc:title>${escapeXml(title)}</dc:title>`,
    author === '' ? '' : `<dc:creator>${escapeXml(author)}</dc:creator>`,
    `<dc:language>en-GB</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}
