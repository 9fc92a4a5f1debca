import { fields, isFieldName } from './fields';
import type { Block, Inline, LetterDocument, MissingDetail } from '../model';

type Parts = Pick<LetterDocument, 'subject' | 'sender' | 'recipient' | 'sections'>;

/** Details missing from the email (subject and body), each once, in the order of the letter. */
export function listMissing({ subject, sections }: Pick<Parts, 'subject' | 'sections'>): MissingDetail[] {
  return collect([subject, ...sections.flatMap((section) => section.blocks.flatMap(inlinesOf))]);
}

/** Details missing from the Word letter, which also prints the address blocks. */
export function listMissingOnPaper({ subject, sender, recipient, sections }: Parts): MissingDetail[] {
  const body = sections.flatMap((section) => section.blocks.flatMap(inlinesOf));
  return collect([...sender, ...recipient, subject, ...body]);
}

function inlinesOf(block: Block): Inline[][] {
  switch (block.type) {
    case 'paragraph':
      return [block.content];
    case 'lines':
      return block.lines;
    case 'list':
      return block.items.map((item) => item.content);
  }
}

function collect(runs: readonly Inline[][]): MissingDetail[] {
  const names = runs.flat().flatMap((inline) => (inline.type === 'missing' ? [inline.field] : []));
  return [...new Set(names)].map((field) => ({
    field,
    label: isFieldName(field) ? fields[field].label : field,
  }));
}
