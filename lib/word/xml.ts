const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Escapes text for an XML element. Control characters become spaces, because XML 1.0 cannot contain them. */
export function escapeXml(text: string): string {
  const writable = text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF]+/gu, ' ');
  return writable.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
