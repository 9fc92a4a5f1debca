import { useRef, useState } from 'react';
import { addRecord, editFields, saveChoices } from '../../../lib/options/actions';
import { proposeEmployer } from '../../../lib/employer/employment';
import type { FieldsOf } from '../../../lib/storage/schema';
import { proposedFields } from '../../../lib/employer/proposal';
import type { FirstAnswers } from './FirstQuestions';
import { detach } from '../../../lib/failure/failure';

const emptyAnswers: FirstAnswers = { fullName: '', school: '', employment: '', organisation: '' };

/**
 * Saves the first answers while they are typed. The signer and the employer are added at the first character typed for them,
 * so that opening the page leaves no empty records.
 */
export function useFirstAnswers() {
  const [answers, setAnswers] = useState(emptyAnswers);
  const latest = useRef(emptyAnswers);
  const savedIds = useRef<Ids>({ signer: '', employer: '' });
  const isSaving = useRef(false);

  const saveLatest = async () => {
    isSaving.current = true;
    for (let saved: FirstAnswers | null = null; saved !== latest.current;) {
      saved = latest.current;
      savedIds.current = await saveAnswers(saved, savedIds.current);
    }
    isSaving.current = false;
  };
  return {
    answers,
    change: (changed: FirstAnswers) => {
      setAnswers(changed);
      latest.current = changed;
      if (!isSaving.current) detach(saveLatest());
    },
  };
}

interface Ids {
  signer: string;
  employer: string;
}

async function saveAnswers(answers: FirstAnswers, savedIds: Ids): Promise<Ids> {
  const employer = await saveEmployer(answers, savedIds.employer);
  const { organisation: _organisation, ...person } = answers;
  const signer = await saveRecord('signer', savedIds.signer, { ...person, employerId: employer });
  if (signer !== savedIds.signer || employer !== savedIds.employer) {
    await saveChoices({ signerId: signer, employerId: employer });
  }
  return { signer, employer };
}

/** Overwrites the former proposal: in the four questions, only the employer’s name is typed by the user. */
async function saveEmployer(answers: FirstAnswers, id: string): Promise<string> {
  const { employment, organisation } = answers;
  if (employment === '' || (organisation === '' && id === '')) return id;
  return saveRecord('employer', id, proposedFields(proposeEmployer(employment, answers), organisation));
}

/** Adds or changes the record. Returns its id, or an empty string if it could not be added. */
async function saveRecord<K extends 'signer' | 'employer'>(
  kind: K,
  id: string,
  fields: Partial<FieldsOf<K>>,
): Promise<string> {
  if (id === '') return (await addRecord(kind, fields)) ?? '';
  editFields(kind, id, fields);
  return id;
}
