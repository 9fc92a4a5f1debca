/** A letter’s Markdown cut before each section heading. Joined again it is the same text, to the character. */
export function splitLetter(markdown: string): string[] {
  return markdown.split(/^(?=## )/m);
}

/** What a part is called on screen: its heading without the id, or the front matter before the first one. */
export function partTitle(part: string): string {
  const heading = /^## (.*)$/m.exec(part)?.[1];
  if (!part.startsWith('## ') || heading === undefined) return 'Title, subject and sources';
  return heading.replace(/\s*\{#[^}]*\}\s*$/, '').trim() || 'A section without a title';
}
