import { composeLetter } from '../letter/compose/compose';
import {
  defaultRequests,
  type Enclosure,
  enclosures,
  type IsoDate,
  type LetterContext,
  type LetterDocument,
  type Voice,
} from '../letter/model';
import { renderHtml } from '../letter/render/html';
import { renderText } from '../letter/render/text';
import { addWorkingDays, DEFAULT_WORKING_DAYS } from '../letter/dates';
import { lookUp } from '../letter/text';
import type { BodyContent, Insertion } from '../mail/protocol';
import { type Employer, emptyFields, type Signer } from '../storage/schema';
import type { FirstLetter, LetterIngredients } from './inputs';
import type { LetterFacts } from './outcome';
import { tickedCopies, validRecipients } from './recipients';

/** Composes the letter with the current choices. Details that are not saved appear in brackets. */
export function composeFrom(ingredients: LetterIngredients): LetterDocument {
  return composeLetter(ingredients.letter, toContext(ingredients));
}

/** The values that the letter’s fields, conditions and requests are filled in from. */
export function toContext(ingredients: LetterIngredients): LetterContext {
  const { letter, signer, employer, choices, words, today } = ingredients;
  const ticked = tickedCopies(employer, choices);
  return {
    signer: signer ?? emptyFields.signer,
    employer: employer ?? emptyFields.employer,
    today,
    choices: {
      ...choices,
      requests: lookUp(choices.requests, letter.id) ?? null,
      ownParagraph: words.ownParagraph,
      replyBy: words.replyBy,
      copies: ticked.map((copy) => copy.name || copy.email),
      enclosures: listEnclosures(ingredients),
      answers: words.answers,
    },
  };
}

/** What is attached to the email, if the page accepts it. */
export function listEnclosures(ingredients: LetterIngredients): Enclosure[] {
  return ingredients.attachesNothing ? [] : enclosures.filter((one) => isEnclosed[one](ingredients));
}

const isEnclosed = {
  'first letter': (ingredients) =>
    ingredients.choices.attachFirstLetter && findFirstLetter(ingredients) !== null,
  'word copy': ({ choices }) => choices.attachWord,
} satisfies Record<Enclosure, (ingredients: LetterIngredients) => boolean>;

/**
 * The kept text of the writer's first letter, for a letter that goes on from it; null if its text was not kept, or if the
 * date in this letter is that of another one.
 */
export function findFirstLetter({ letter, words, firstLetter }: LetterIngredients): FirstLetter | null {
  const isNamed = firstLetter?.sentOn === words.answers['first letter date'];
  return firstLetter && isNamed && JSON.stringify(letter).includes('"first-letter"') ? firstLetter : null;
}

/** The content to insert in the mail page for a whole letter. */
export function toInsertion(
  document: LetterDocument,
  ingredients: LetterIngredients,
  files: Insertion['files'],
): Insertion {
  return {
    ...toBody(document),
    subject: ingredients.choices.fillSubject ? renderSubject(document) : '',
    ...validRecipients(ingredients),
    files,
  };
}

export function toBody(document: LetterDocument): BodyContent {
  return { html: renderHtml(document), text: renderText(document) };
}

/** The subject as one line of text, with missing details in brackets. */
function renderSubject(document: LetterDocument): string {
  return document.subject.map((inline) => inline.text).join('');
}

export function toFacts(
  document: LetterDocument,
  ingredients: LetterIngredients,
  part: string | null = null,
): LetterFacts {
  const { letter, signer, employer, choices, words } = ingredients;
  return {
    letterId: letter.id,
    standsFor: letter.replacesId ?? '',
    title: letter.title,
    text: renderText(document),
    wordingVersion: letter.checkedOn,
    signerId: signer?.id ?? '',
    signerName: signer?.fullName ?? '',
    employerId: employer?.id ?? '',
    employerName: employer?.organisation ?? '',
    requests: lookUp(choices.requests, letter.id) ?? defaultRequests(letter),
    replyBy: namesReplyDate(ingredients) ? words.replyBy : '',
    missingCount: document.missing.length,
    ...(part === null ? validRecipients(ingredients) : { to: [], cc: [] }),
    ...(letter.supplier !== undefined ? { supplier: letter.supplier } : {}),
    part,
  };
}

/**
 * Whether the letter contains the reply-by date. Some letters never do, and some only with a certain request ticked, so
 * compare the letter composed with two different dates.
 */
function namesReplyDate(ingredients: LetterIngredients): boolean {
  const composeWith = (replyBy: IsoDate) => {
    const { subject, sections } = composeFrom({ ...ingredients, words: { ...ingredients.words, replyBy } });
    return JSON.stringify([subject, sections]);
  };
  return composeWith('2000-01-03') !== composeWith('2000-01-04');
}

/** Attaches nothing, so that a letter without an attachment does not mention one. */
export function withoutAttachments<Ingredients extends LetterIngredients>(
  ingredients: Ingredients,
): Ingredients {
  return { ...ingredients, attachesNothing: true };
}

/** The context for a preview: the letter’s default requests, no typed words and no copies. */
export function previewContext(
  signer: Signer | undefined,
  employer: Employer | undefined,
  today: IsoDate,
  voice: Voice = 'full',
): LetterContext {
  return {
    signer: signer ?? emptyFields.signer,
    employer: employer ?? emptyFields.employer,
    today,
    choices: {
      requests: null,
      ownParagraph: '',
      replyBy: addWorkingDays(today, DEFAULT_WORKING_DAYS).date,
      mentionUnion: false,
      voice,
      copies: [],
      enclosures: [],
      answers: {},
    },
  };
}
