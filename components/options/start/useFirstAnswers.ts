import { useRef, useState } from 'react';
import { addRecord, editFields, saveChoices } from '../../../lib/options/actions';
import { proposeEmployer } from '../../../lib/employer/employment';
import type { FieldsOf } from '../../../lib/storage/schema';
import { proposedFields } from '../../../lib/employer/proposal';
import type { FirstAnswers } from './FirstQuestions';

const nothing: FirstAnswers = { fullName: '', school: '', employment: '', organisation: '' };

/**
 * The first answers, saved as typed. Signer and employer are added with the first letter typed for them, never before:
 * somebody who only looks leaves no empty records behind.
 */
export function useFirstAnswers() {
  const [answers, setAnswers] = useState(nothing);
  const latest = useRef(nothing);
  const known = useRef<Ids>({ signer: '', employer: '' });
  const isKeeping = useRef(false);

  const keepAll = async () => {
    isKeeping.current = true;
    for (let kept: FirstAnswers | null = null; kept !== latest.current;) {
      kept = latest.current;
      known.current = await keep(kept, known.current);
    }
    isKeeping.current = false;
  };
  return {
    answers,
    change: (changed: FirstAnswers) => {
      setAnswers(changed);
      latest.current = changed;
      if (!isKeeping.current) void keepAll();
    },
  };
}

interface Ids {
  signer: string;
  employer: string;
}

async function keep(answers: FirstAnswers, known: Ids): Promise<Ids> {
  const employer = await keepEmployer(answers, known.employer);
  const { organisation: _organisation, ...person } = answers;
  const signer = await keepRecord('signer', known.signer, { ...person, employerId: employer });
  if (signer !== known.signer || employer !== known.employer) {
    await saveChoices({ signerId: signer, employerId: employer });
  }
  return { signer, employer };
}

/** Nothing of an employer has been typed by hand yet, so each new choice replaces the former proposal. */
async function keepEmployer(answers: FirstAnswers, id: string): Promise<string> {
  const { employment, organisation } = answers;
  if (employment === '' || (organisation === '' && id === '')) return id;
  return keepRecord('employer', id, proposedFields(proposeEmployer(employment, answers), organisation));
}

/** Adds the record or changes it; its id, or an empty text while it could not be added. */
async function keepRecord<K extends 'signer' | 'employer'>(
  kind: K,
  id: string,
  fields: Partial<FieldsOf<K>>,
): Promise<string> {
  if (id === '') return (await addRecord(kind, fields)) ?? '';
  editFields(kind, id, fields);
  return id;
}
