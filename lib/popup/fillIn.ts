/** Fills in what the letter in the email still has in brackets. It loads after the popup’s first paint. */

import { type FieldName, fields, isFieldName } from '../letter/compose/fields';
import { employerWith, startAnswers } from '../firstQuestions/answers';
import type { LetterDocument, MissingDetail } from '../letter/model';
import { repository } from '../storage/repository';
import { type Employer, newRecord, type Signer } from '../storage/schema';
import { insertLetter } from './actions';
import { choose, writeWords } from './choices';
import { changeWords, type PopupState, showOutcome, type PopupStore } from './store';

/** The field that is asked for in place of one that is worked out from it. */
const ASKED_INSTEAD: Partial<Record<FieldName, FieldName>> = {
  addressee: 'contact role',
  signatures: 'full name',
  'own school': 'school',
  'next person name': 'next person up',
};

/** What is still in brackets: the fields to ask for right there, and the details that have to be filled in elsewhere. */
export function listGaps(
  document: LetterDocument,
  first: PopupState['first'],
): { asked: FieldName[]; others: MissingDetail[] } {
  const missing = document.missing.map((detail) => ({ detail, name: fieldToAsk(detail.field, first) }));
  return {
    asked: [...new Set(missing.flatMap(({ name }) => name ?? []))],
    others: missing.flatMap(({ detail, name }) => (name ? [] : [detail])),
  };
}

function fieldToAsk(field: string, first: PopupState['first']): FieldName | null {
  if (!isFieldName(field)) return null;
  const name = ASKED_INSTEAD[field] ?? field;
  const { place } = fields[name];
  if (place.page === 'popup') return name;
  if (place.page === 'none' || place.field === 'coSigners') return null;
  return first && !Object.hasOwn(first, place.field) ? null : name;
}

/** Saves the values, and puts the letter with them in place of the one in the email. */
export async function fillGaps(popup: PopupStore, values: Partial<Record<FieldName, string>>): Promise<void> {
  const { first, letterIn } = popup.getState();
  const filled = Object.entries(values).filter(([, value]) => value.trim() !== '');
  const of = (page: string, section = '') =>
    Object.fromEntries(
      filled.flatMap(([name, value]) => {
        const { place } = fields[name as FieldName];
        if (place.page !== page) return [];
        if (place.page !== 'options') return [[name, value]];
        return place.section === section ? [[place.field, value.trim()]] : [];
      }),
    ) as Record<string, string>;
  const ofSigner = of('options', 'about-you');
  const ofEmployer = of('options', 'your-employer');
  await writeWords(popup, { answers: of('popup') });
  if (first) await (await import('./firstAnswers')).answerFirst(popup, { ...ofSigner, ...ofEmployer });
  else if (!(await saveDetails(popup, ofSigner, ofEmployer))) return;
  await insertLetter(popup, { instead: letterIn });
}

/** False if the browser refused, which is then said. */
async function saveDetails(
  popup: PopupStore,
  ofSigner: Partial<Signer>,
  ofEmployer: Partial<Employer>,
): Promise<boolean> {
  let { signer, employer } = popup.getState();
  const isNewEmployer = !employer?.id;
  if (Object.keys(ofEmployer).length > 0) {
    const saved = await (employer?.id
      ? repository.saveFields('employer', employer.id, ofEmployer)
      : repository.addEmployer({ ...proposeFields(signer), ...ofEmployer }));
    if (!saved.ok) return refuse(popup, saved.why);
    employer = saved.value;
  }
  const changes = employer && isNewEmployer ? { ...ofSigner, employerId: employer.id } : ofSigner;
  if (Object.keys(changes).length > 0) {
    const saved = await (signer?.id
      ? repository.saveFields('signer', signer.id, changes)
      : repository.addSigner(changes));
    if (!saved.ok) return refuse(popup, saved.why);
    signer = saved.value;
  }
  const index = await repository.readIndex();
  changeWords(popup, (state) => ({ signer, employer, index: index.ok ? index.value : state.index }));
  await choose(popup, { signerId: signer?.id ?? '', employerId: employer?.id ?? '' });
  return true;
}

/** What the signer’s answer to “Who employs you?” says of an employer that is not saved yet. */
function proposeFields(signer: Signer | null): Partial<Employer> {
  const {
    id: _id,
    v: _v,
    ...proposed
  } = employerWith(newRecord('employer', ''), {
    ...startAnswers(null),
    school: signer?.school ?? '',
    employment: signer?.employment ?? '',
  });
  return proposed;
}

function refuse(popup: PopupStore, why: 'full' | 'refused' | 'gone'): false {
  showOutcome(popup, { kind: 'not saved', why });
  return false;
}
