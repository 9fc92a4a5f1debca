import type { MailClient } from '../mail/sites/site';
import { gmail } from '../mail/sites/gmail';
import { outlook } from '../mail/sites/outlook';
import { insert } from '../mail/insert';
import { look } from '../mail/recognise';
import { createMemory } from '../mail/memory';
import { createRareCases } from '../mail/rareCases';
import { takeOut } from '../mail/takeOut';
import { textsToRecognise } from '../letter/render/text';
import { composeFrom, toFacts, toInsertion, withoutAttachments } from '../writing/insertion';
import { findUnreachable } from '../writing/recipients';
import { gatherIngredients } from '../writing/gather';
import { lettersOnDemand } from '../writing/letters';
import type { Outcome } from '../writing/outcome';
import { describeBlockedLetter } from '../writing/questions';

export type PracticeEmail = 'gmail' | 'outlook';

const clients = { gmail, outlook } satisfies Record<PracticeEmail, MailClient>;

export interface Practice {
  insertLetter(email: PracticeEmail, now: Date): Promise<Outcome>;
  takeLetterOut(): Promise<Outcome>;
}

/**
 * Runs the page side on the practice page. Browsers do not allow injection into an extension’s own pages, so its functions
 * are called directly. The page’s address does not tell the mail site, so the caller chooses one. Nothing is saved.
 */
export function startPractice(doc: Document): Practice {
  const memory = createMemory();
  memory.rare = createRareCases(memory);
  return {
    insertLetter: async (email, now) => {
      const client = { ...clients[email], shapes: memory.rare?.shapes };
      // The practice emails have no attachments.
      const ingredients = withoutAttachments(await gatherIngredients(null, now, lettersOnDemand));
      const { letterProblem } = ingredients;
      if (letterProblem) {
        const sentence = describeBlockedLetter(letterProblem, 'insert');
        return { kind: 'letter blocked', sentence };
      }
      const [draft] = look(client, doc, memory, []).drafts;
      if (!draft) return { kind: 'no draft' };
      const document = composeFrom(ingredients);
      const report = await insert(
        {
          do: 'insert',
          target: { by: 'id', id: draft.id },
          content: toInsertion(document, ingredients, null),
          allowSecondCopy: false,
          sections: textsToRecognise(document, ingredients.letter),
        },
        client,
        doc,
        memory,
      );
      const facts = { ...toFacts(document, ingredients), unreachable: findUnreachable(ingredients) };
      return { kind: 'reported', frameId: 0, report, facts };
    },
    takeLetterOut: async () => ({
      kind: 'taken out',
      frameId: 0,
      report: await takeOut(memory),
      facts: null,
    }),
  };
}
