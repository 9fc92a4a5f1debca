import {
  employerWith,
  type FirstAnswers,
  savedEmployerWith,
  signerFields,
  tellsEmployer,
} from '../../../lib/firstQuestions/answers';
import { addRecord, discardRecord, editFields, saveChoices } from '../../../lib/options/actions';
import { type DetailsStore, findRecord } from '../../../lib/options/store';
import { type Employer, type FieldsOf, newRecord } from '../../../lib/storage/schema';

/** What is saved when someone has answered. */
export interface Answered {
  answers: FirstAnswers;
  /** The saved employer that the user picked, e.g. from a branch file; empty for one that is typed. */
  pickedId: string;
}

/** The records that were added for the typed answers. */
export interface Ids {
  signer: string;
  employer: string;
}

export async function saveAnswers(
  details: DetailsStore,
  { answers, pickedId }: Answered,
  savedIds: Ids,
): Promise<Ids> {
  const employer = pickedId === '' ? await saveEmployer(details, answers, savedIds.employer) : '';
  if (pickedId !== '') await takeEmployer(details, pickedId, answers, savedIds.employer);
  const employerId = pickedId || employer;
  const signer = await saveRecord(details, 'signer', savedIds.signer, {
    ...signerFields(answers),
    employerId,
  });
  const { signerId: chosenSigner, employerId: chosenEmployer } = details.getState().choices;
  if (signer !== chosenSigner || employerId !== chosenEmployer) {
    await saveChoices(details, { signerId: signer, employerId });
  }
  return { signer, employer };
}

/** A picked employer keeps its name. One typed before it was picked is not needed any more. */
async function takeEmployer(
  details: DetailsStore,
  id: string,
  answers: FirstAnswers,
  typedId: string,
): Promise<void> {
  if (typedId !== '') await discardRecord(details, 'employer', typedId);
  const stored = findRecord(details, 'employer', id);
  if (!stored) return;
  const changed = Object.entries(
    savedEmployerWith(stored, { ...answers, organisation: stored.organisation }),
  );
  const isNew = ([field, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(stored[field as keyof Employer]);
  editFields(details, 'employer', id, Object.fromEntries(changed.filter(isNew)));
}

async function saveEmployer(details: DetailsStore, answers: FirstAnswers, id: string): Promise<string> {
  if (id === '' && !tellsEmployer(answers)) return '';
  const stored = findRecord(details, 'employer', id) ?? newRecord('employer', '');
  const { id: _id, v: _v, ...fields } = employerWith(stored, answers);
  return saveRecord(details, 'employer', id, fields);
}

/** Adds or changes the record. Returns its id, or an empty string if it could not be added. */
async function saveRecord<K extends 'signer' | 'employer'>(
  details: DetailsStore,
  kind: K,
  id: string,
  fields: Partial<FieldsOf<K>>,
): Promise<string> {
  if (id === '') return (await addRecord(details, kind, fields)) ?? '';
  editFields(details, kind, id, fields);
  return id;
}
