import { detach } from '../../../lib/failure/failure';
import { useRef, useState } from 'react';
import {
  changeAnswers,
  employerWith,
  type FirstAnswers,
  startAnswers,
  signerFields,
  tellsEmployer,
} from '../../../lib/firstQuestions/answers';
import { addRecord, editFields, saveChoices } from '../../../lib/options/actions';
import { findRecord } from '../../../lib/options/store';
import { type FieldsOf, newRecord } from '../../../lib/storage/schema';

/**
 * Saves the first answers while they are typed. The signer and the employer are added at the first answer about them, so
 * that opening the page leaves no empty records.
 */
export function useFirstAnswers() {
  const [answers, setAnswers] = useState(() => startAnswers(null));
  const latest = useRef(answers);
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
    /** Without a change, tries again to save. */
    change: (patch: Partial<FirstAnswers>) => {
      latest.current = changeAnswers(latest.current, patch);
      setAnswers(latest.current);
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
  const signer = await saveRecord('signer', savedIds.signer, {
    ...signerFields(answers),
    employerId: employer,
  });
  if (signer !== savedIds.signer || employer !== savedIds.employer) {
    await saveChoices({ signerId: signer, employerId: employer });
  }
  return { signer, employer };
}

async function saveEmployer(answers: FirstAnswers, id: string): Promise<string> {
  if (id === '' && !tellsEmployer(answers)) return '';
  const stored = findRecord('employer', id) ?? newRecord('employer', '');
  const { id: _id, v: _v, ...fields } = employerWith(stored, answers);
  return saveRecord('employer', id, fields);
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
