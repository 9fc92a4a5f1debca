import type { LetterContext, LetterDocument, LetterTemplate } from './model';

/** Fills in a template for one signer, one employer and one set of choices. */
export function composeLetter(template: LetterTemplate, context: LetterContext): LetterDocument {
  throw new Error(`not written yet: ${template.id} ${context.today}`);
}
