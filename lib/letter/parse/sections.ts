/** Splits a letter’s Markdown before each section heading. The parts joined are exactly the original text. */
export function splitLetter(markdown: string): string[] {
  return markdown.split(/^(?=## )/m);
}

/** The name of a part on screen: its heading without the id, or a fixed name for the front matter. */
export function partTitle(part: string): string {
  const heading = /^## (.*)$/m.exec(part)?.[1];
  if (!part.startsWith('## ') || heading === undefined) return 'Title, subject and sources';
  // Not one expression from `\s*` on: it would begin again at each of a long run of spaces.
  return (
    heading
      .trimEnd()
      .replace(/\{#[^{}]*\}$/, '')
      .trim() || 'A section without a title'
  );
}
