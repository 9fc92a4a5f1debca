import type { MenuPart } from './items';
import { composeLetter } from '../../letter/compose/compose';
import type { Block, Inline, LetterDocument, LetterTemplate, TemplateInline } from '../../letter/model';
import { pickRequest, pickRequests, pickSection, pickSignature } from '../../letter/compose/parts';
import { inlineText } from '../../letter/render/text';
import { renderInlines } from '../../letter/render/html';
import { composeFrom, toBody, toContext, toFacts } from '../../writing/insertion';
import type { LetterIngredients } from '../../writing/inputs';
import type { LetterFacts } from '../../writing/outcome';

export interface ComposedPart {
  /** The whole letter with the same choices, used to recognise the letter in the draft. */
  letter: LetterDocument;
  body: { html: string; text: string };
  facts: LetterFacts;
}

/** Composes the text of one menu item. Null if that part is empty, such as an own paragraph that was not written. */
export function composePart(
  part: MenuPart,
  title: string,
  ingredients: LetterIngredients,
): ComposedPart | null {
  const letter = composeFrom(ingredients);
  const name = part.part === 'letter' ? null : title;
  const compose = (document: LetterDocument | null, body = document && toBody(document)) =>
    document && body ? { letter, body, facts: toFacts(document, ingredients, name) } : null;
  switch (part.part) {
    case 'letter':
      return compose(letter);
    case 'section':
      return compose(pickSection(letter, part.id));
    case 'request':
      return compose(pickRequest(composeWithOnly(part.id, ingredients), part.id));
    case 'requests':
      return compose(pickRequests(letter));
    case 'signature':
      return compose(pickSignature(letter));
    case 'subject':
      return composeLines([ingredients.letter.subject]);
    case 'detail': {
      const found = part.anyOf.map((fields) =>
        composeLines(fields.map((field) => [{ type: 'field', name: field }])),
      );
      return found.find((one) => one?.facts.missingCount === 0) ?? found[0] ?? null;
    }
  }

  /** Details and the subject go into the user’s own line, so they are composed without paragraph tags. */
  function composeLines(lines: TemplateInline[][]): ComposedPart | null {
    const document = composeLetter(withOnly(ingredients.letter, lines), toContext(ingredients));
    const blocks = document.sections.flatMap((section) => section.blocks);
    const found = blocks.flatMap((block) => (block.type === 'lines' ? block.lines : inlinesOf(block)));
    if (found.length === 0) return null;
    return compose(document, {
      html: found.map(renderInlines).join('<br>'),
      text: found.map(inlineText).join('\n'),
    });
  }
}

function inlinesOf(block: Block): Inline[][] {
  return block.type === 'paragraph' ? [block.content] : [];
}

/** The same letter with only this request ticked, so that a request can be inserted even if it is not ticked. */
function composeWithOnly(requestId: string, ingredients: LetterIngredients): LetterDocument {
  const requests = { ...ingredients.choices.requests, [ingredients.letter.id]: [requestId] };
  return composeFrom({ ...ingredients, choices: { ...ingredients.choices, requests } });
}

function withOnly(letter: LetterTemplate, lines: TemplateInline[][]): LetterTemplate {
  const blocks = lines.map((content) => ({ type: 'paragraph' as const, content }));
  return { ...letter, subject: [], sections: [{ id: 'lines', title: '', sources: [], blocks }] };
}
