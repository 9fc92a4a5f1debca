import { Document, Packer, type ISectionOptions } from 'docx';
import { renderCoreProperties, type DocumentProperties } from './coreProperties';
import type { Numbering } from './numbering';
import { setZipDates } from './zipDates';

export interface WordParts {
  properties: DocumentProperties;
  /** The whole of `word/styles.xml`. */
  styles: string;
  numbering: Numbering['config'];
  section: ISectionOptions;
}

/** The same parts always give the same bytes: nothing in the file tells when or where it was made. */
export async function packDocument({
  properties,
  styles,
  numbering,
  section,
}: WordParts): Promise<Uint8Array> {
  const document = new Document({
    numbering: { config: numbering },
    sections: [section],
  });
  const parts = [
    { path: 'word/styles.xml', data: styles },
    // docx writes the time of packing and "Un-named" into the properties and has no option for either.
    { path: 'docProps/core.xml', data: renderCoreProperties(properties) },
  ];
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document, undefined, parts));
  setZipDates(bytes, properties.date);
  return bytes;
}
