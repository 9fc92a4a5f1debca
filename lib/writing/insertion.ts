import { composeLetter } from '../letter/compose/compose';
import { defaultRequests } from '../letter/compose/requests';
import type { IsoDate, LetterContext, LetterDocument, Voice } from '../letter/model';
import { renderHtml } from '../letter/render/html';
import { renderText, sectionTexts } from '../letter/render/text';
import { addWorkingDays, DEFAULT_WORKING_DAYS } from '../letter/workingDays';
import { lookUp } from '../letter/text';
import type { Insertion, SectionText } from '../mail/protocol';
import { type Employer, emptyFields, type Signer } from '../storage/schema';
import type { LetterIngredients } from './inputs';
import type { LetterFacts } from './outcome';
import { tickedCopies, validRecipients } from './recipients';

/** Composes the letter with the current choices. Details that are not saved appear in brackets. */
export function composeFrom(ingredients: LetterIngredients): LetterDocument {
  return composeLetter(ingredients.letter, toContext(ingredients));
}

/** The values that the letter’s fields, conditions and requests are filled in from. */
export function toContext({
  letter,
  signer,
  employer,
  choices,
  words,
  today,
}: LetterIngredients): LetterContext {
  const ticked = tickedCopies(employer, choices);
  return {
    signer: signer ?? emptyFields.signer,
    employer: employer ?? emptyFields.employer,
    today,
    choices: {
      requests: lookUp(choices.requests, letter.id) ?? null,
      ownParagraph: words.ownParagraph,
      replyBy: words.replyBy,
      mentionUnion: choices.mentionUnion,
      voice: choices.voice,
      copies: ticked.map((copy) => copy.name || copy.email),
      enclosure: choices.attachWord,
      answers: words.answers,
    },
  };
}

/** The content to insert in the mail page for a whole letter. */
export function toInsertion(
  document: LetterDocument,
  ingredients: LetterIngredients,
  file: Insertion['file'],
): Insertion {
  return {
    ...toBody(document),
    subject: ingredients.choices.fillSubject ? renderSubject(document) : '',
    ...validRecipients(ingredients),
    file,
  };
}

export function toBody(document: LetterDocument): Pick<Insertion, 'html' | 'text'> {
  return { html: renderHtml(document), text: renderText(document) };
}

export function toSections(document: LetterDocument): SectionText[] {
  return sectionTexts(document);
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

/** Turns off the Word copy, so that a letter without an attachment does not mention an enclosure. */
export function withoutWordCopy<Ingredients extends LetterIngredients>(
  ingredients: Ingredients,
): Ingredients {
  return { ...ingredients, choices: { ...ingredients.choices, attachWord: false } };
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
      enclosure: false,
      answers: {},
    },
  };
}
