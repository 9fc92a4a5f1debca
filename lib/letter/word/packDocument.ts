import { Document, Packer, type ISectionOptions } from 'docx';
import type { IsoDate } from '../model';
import { renderCoreProperties, type DocumentProperties } from './coreProperties';
import type { Numbering } from './numbering';
import { letterStyles } from './styles';
import { setZipDates } from './zipDates';

export interface WordParts {
  properties: DocumentProperties;
  numbering: Numbering['config'];
  section: ISectionOptions;
}

/** The same parts always give the same bytes: nothing in the file tells when or where it was made. */
export async function packDocument({ properties, numbering, section }: WordParts): Promise<Uint8Array> {
  const document = new Document({
    styles: letterStyles,
    numbering: { config: numbering },
    sections: [section],
  });
  // docx writes the time of packing and "Un-named" into the properties and has no option for either.
  const core = { path: 'docProps/core.xml', data: renderCoreProperties(properties) };
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document, undefined, [core]));
  setZipDates(bytes, properties.date satisfies IsoDate);
  return bytes;
}
