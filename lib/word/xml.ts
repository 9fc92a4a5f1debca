const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Words as the text of an XML element. */
export function escapeXml(text: string): string {
  // XML 1.0 has no way to write these characters at all.
  const writable = text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF]+/gu, ' ');
  return writable.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
