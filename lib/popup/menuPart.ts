import type { MenuPart } from '../browser/menuItems';
import { composeLetter } from '../letter/compose';
import type { LetterDocument, LetterTemplate, TemplateInline } from '../letter/model';
import { pickRequest, pickRequests, pickSection, pickSignature } from '../letter/pick';
import { inlineText } from '../letter/plainText';
import { renderInlines } from '../letter/renderHtml';
import { composeFrom, toBody, toContext, toFacts, type LetterIngredients } from './composing';
import type { LetterFacts } from './outcome';

export interface ComposedPart {
  /** The whole letter with the same choices, to recognise it in the draft. */
  letter: LetterDocument;
  body: { html: string; text: string };
  facts: LetterFacts;
}

/** What one item of the right-click menu inserts; null when that part is empty, such as a paragraph not written. */
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
      return composeLine(ingredients.letter.subject);
    case 'detail':
      return composeLine([{ type: 'field', name: part.field }]);
  }

  /** A detail or the subject stands inside the user’s own line, so it brings no paragraph of its own. */
  function composeLine(line: TemplateInline[]): ComposedPart | null {
    const document = composeLetter(oneLine(ingredients.letter, line), toContext(ingredients));
    const [block] = document.sections[0]?.blocks ?? [];
    if (!block || block.type === 'list') return null;
    // An address keeps its lines.
    const lines = block.type === 'lines' ? block.lines : [block.content];
    return compose(document, {
      html: lines.map(renderInlines).join('<br>'),
      text: lines.map(inlineText).join('\n'),
    });
  }
}

/** The same letter with one request ticked, so that a request can be inserted that the letter leaves out. */
function composeWithOnly(requestId: string, ingredients: LetterIngredients): LetterDocument {
  const requests = { ...ingredients.choices.requests, [ingredients.letter.id]: [requestId] };
  return composeFrom({ ...ingredients, choices: { ...ingredients.choices, requests } });
}

function oneLine(letter: LetterTemplate, content: TemplateInline[]): LetterTemplate {
  const blocks = [{ type: 'paragraph' as const, content }];
  return { ...letter, subject: [], sections: [{ id: 'line', title: '', sources: [], blocks }] };
}
