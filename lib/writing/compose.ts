import { composeLetter } from '../letter/compose/compose';
import { defaultRequests } from '../letter/compose/requests';
import { readEmailAddress } from '../letter/emailAddress';
import type { IsoDate, LetterContext, LetterDocument, LetterTemplate } from '../letter/model';
import { renderHtml } from '../letter/render/html';
import { renderText, sectionTexts } from '../letter/render/text';
import { addWorkingDays, DEFAULT_WORKING_DAYS } from '../letter/workingDays';
import type { Insertion, SectionText } from '../mail/protocol';
import { type Choices, type Employer, emptyFields, type Signer } from '../storage/schema';
import type { TabWords } from './inputs';

import type { LetterFacts, RecipientField, Unreachable } from './outcome';

/** Everything a letter is made of, for the popup and for the right-click menu alike. */
export interface LetterIngredients {
  letter: LetterTemplate;
  signer: Signer | null;
  employer: Employer | null;
  choices: Choices;
  words: TabWords;
  today: IsoDate;
}

/** The letter with the present choices; what is not saved shows as missing. */
export function composeFrom(ingredients: LetterIngredients): LetterDocument {
  return composeLetter(ingredients.letter, toContext(ingredients));
}

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
      requests: choices.requests[letter.id] ?? null,
      ownParagraph: words.ownParagraph,
      replyBy: words.replyBy,
      mentionUnion: choices.mentionUnion,
      leaveOutStrongest: choices.leaveOutStrongest,
      copies: ticked.map((copy) => copy.name || copy.email),
      enclosure: choices.attachWord,
      answers: words.answers,
    },
  };
}

export function tickedCopies(employer: Employer | null, choices: Choices) {
  const ids = employer ? (choices.copies[employer.id] ?? []) : [];
  return (employer?.copies ?? []).filter((copy) => ids.includes(copy.id));
}

/** What crosses into the mail page for a whole letter. */
export function toInsertion(
  document: LetterDocument,
  ingredients: LetterIngredients,
  file: Insertion['file'],
): Insertion {
  return {
    ...toBody(document),
    subject: ingredients.choices.fillSubject ? renderSubject(document) : '',
    ...toPeople(ingredients),
    file,
  };
}

/** Nobody is addressed unless the tick is there, nobody is copied in unless ticked one by one. */
function listRecipients({ letter, employer, choices }: LetterIngredients) {
  // We keep the employer's address only: a letter to the next person up is addressed by its writer.
  const isToContact = choices.address && letter.to === 'contact';
  return {
    to: isToContact ? [employer?.email ?? ''].filter(isTyped) : [],
    cc: tickedCopies(employer, choices)
      .map(({ email }) => email)
      .filter(isTyped),
  };
}

function isTyped(text: string): boolean {
  return text.trim() !== '';
}

/** What is not one email address fills in nobody. */
function toPeople(ingredients: LetterIngredients): Pick<Insertion, 'to' | 'cc'> {
  const { to, cc } = listRecipients(ingredients);
  const addresses = (typed: string[]): string[] => typed.flatMap((one) => readEmailAddress(one) ?? []);
  return { to: addresses(to), cc: addresses(cc) };
}

/** Who was ticked and has no email address saved: they cannot be filled in, whatever the page offers. */
export function findUnreachable(ingredients: LetterIngredients): Unreachable {
  const { letter, employer, choices } = ingredients;
  const { to, cc } = listRecipients(ingredients);
  const silent = tickedCopies(employer, choices).filter(({ email }) => !isTyped(email));
  const notAddresses = (typed: string[], field: RecipientField) =>
    typed.filter((one) => readEmailAddress(one) === null).map((one) => ({ typed: one, field }));
  return {
    to: !choices.address || to.length > 0 ? null : letter.to === 'contact' ? 'no email saved' : letter.to,
    copies: silent.map(({ name }) => name.trim()).filter(Boolean),
    notAddresses: [...notAddresses(to, 'To'), ...notAddresses(cc, 'Cc')],
  };
}

export function toBody(document: LetterDocument): Pick<Insertion, 'html' | 'text'> {
  return { html: renderHtml(document), text: renderText(document) };
}

export function toSections(document: LetterDocument): SectionText[] {
  return sectionTexts(document);
}

/** The subject on one line; a missing detail stands there in its brackets. */
function renderSubject(document: LetterDocument): string {
  return document.subject.map((inline) => inline.text).join('');
}

export function toFacts(
  document: LetterDocument,
  ingredients: LetterIngredients,
  part: string | null = null,
): LetterFacts {
  const { letter, signer, employer, choices, words } = ingredients;
  const { to, cc } = toPeople(ingredients);
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
    requests: choices.requests[letter.id] ?? defaultRequests(letter),
    replyBy: namesReplyDate(ingredients) ? words.replyBy : '',
    missingCount: document.missing.length,
    addresses: part === null ? [...to, ...cc] : [],
    part,
  };
}

/** Not every letter asks for a reply by a day, and some do only with a request ticked: then it reads otherwise with another day. */
function namesReplyDate(ingredients: LetterIngredients): boolean {
  const read = (replyBy: IsoDate) => {
    const { subject, sections } = composeFrom({ ...ingredients, words: { ...ingredients.words, replyBy } });
    return JSON.stringify([subject, sections]);
  };
  return read('2000-01-03') !== read('2000-01-04');
}

/** Where no file goes with the letter, the letter must not speak of one. */
export function withoutWordCopy<Ingredients extends LetterIngredients>(
  ingredients: Ingredients,
): Ingredients {
  return { ...ingredients, choices: { ...ingredients.choices, attachWord: false } };
}

/** A letter as it comes: its own ticks, nothing written, nobody copied in. */
export function previewContext(
  signer: Signer | undefined,
  employer: Employer | undefined,
  today: IsoDate,
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
      leaveOutStrongest: false,
      copies: [],
      enclosure: false,
      answers: {},
    },
  };
}
