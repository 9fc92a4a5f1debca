/** Wording from elsewhere (a Word file, pasted text) as plain data: words, and how they stood. Never markup. */
export interface WordingParagraph {
  /** Word’s name for its style; empty for none. */
  style: string;
  /** Line breaks inside a paragraph are `\n`. */
  spans: Span[];
  list: { ordered: boolean; /** 0 for the outermost. */ level: number } | null;
}

export interface Span {
  text: string;
  bold: boolean;
}

/** What wording was found to be: the parts of a letter. */
export interface FoundLetter {
  title: string;
  subject: string;
  sections: FoundSection[];
}

export interface FoundSection {
  title: string;
  blocks: FoundBlock[];
}

/** A heading is a section’s title and stays in the letter as its own bold paragraph: no word is lost. */
export interface FoundBlock {
  is: 'paragraph' | 'bullet' | 'request';
  spans: Span[];
}

export function wordsOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}
