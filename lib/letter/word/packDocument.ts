import { Document, Footer, Packer, type ISectionOptions } from 'docx';
import { renderCoreProperties, type DocumentProperties } from './coreProperties';
import type { Numbering } from './numbering';
import { setZipDates } from './zipDates';

export interface WordParts {
  properties: DocumentProperties;
  /** The whole of `word/styles.xml`. */
  styles: string;
  numbering: Numbering['config'];
  /** The whole of `word/footer1.xml`. */
  footer: string;
  section: Pick<ISectionOptions, 'properties' | 'children'>;
}

/** The same parts always give the same bytes: nothing in the file tells when or where it was made. */
export async function packDocument({
  properties,
  styles,
  numbering,
  footer,
  section,
}: WordParts): Promise<Uint8Array> {
  const document = new Document({
    numbering: { config: numbering },
    sections: [{ ...section, footers: { default: new Footer() } }],
  });
  const parts = [
    { path: 'word/styles.xml', data: styles },
    { path: 'word/footer1.xml', data: footer },
    // docx writes the time of packing and "Un-named" into the properties and has no option for either.
    { path: 'docProps/core.xml', data: renderCoreProperties(properties) },
  ];
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document, undefined, parts));
  setZipDates(bytes, properties.date);
  return bytes;
}
