import { useRef, useState } from 'react';
import { addEmployer, addSigner, editFields, saveChoices } from '../../../lib/details/actions';
import { proposeEmployer } from '../../../lib/details/employment';
import type { FieldsOf } from '../../../lib/details/schema';
import { proposedFields } from '../about/applyProposal';
import { councilCodeOf } from '../employer/councilSearch';
import type { FirstAnswers } from './FirstQuestions';

const nothing: FirstAnswers = { fullName: '', school: '', employment: '', organisation: '' };

/**
 * The first answers, saved as typed. Signer and employer are added with the first letter typed for them, never before:
 * somebody who only looks leaves no empty records behind.
 */
export function useFirstAnswers() {
  const [answers, setAnswers] = useState(nothing);
  const latest = useRef(nothing);
  const ids = useRef({ signer: '', employer: '' });
  const running = useRef<Promise<void> | null>(null);

  const keepAll = async () => {
    for (let kept: FirstAnswers | null = null; kept !== latest.current;) {
      kept = latest.current;
      ids.current = await keep(kept, ids.current);
    }
    running.current = null;
  };
  return {
    answers,
    change: (changed: FirstAnswers) => {
      setAnswers(changed);
      latest.current = changed;
      running.current ??= keepAll();
    },
  };
}

interface Ids {
  signer: string;
  employer: string;
}

async function keep(answers: FirstAnswers, known: Ids): Promise<Ids> {
  const { organisation, ...person } = answers;
  const employerFields = proposalFor(answers);
  const ids = { ...known };
  if (employerFields) {
    if (ids.employer === '') ids.employer = (await addEmployer(employerFields)) ?? '';
    else editFields('employer', ids.employer, employerFields);
  }
  const signerFields = { ...person, employerId: ids.employer };
  if (ids.signer === '') ids.signer = (await addSigner(signerFields)) ?? '';
  else editFields('signer', ids.signer, signerFields);
  if (ids.signer !== known.signer || ids.employer !== known.employer) {
    await saveChoices({ signerId: ids.signer, employerId: ids.employer });
  }
  return ids;
}

/** Nothing of an employer has been typed by hand yet, so each new choice replaces the former proposal. */
function proposalFor({
  employment,
  organisation,
  school,
}: FirstAnswers): Partial<FieldsOf<'employer'>> | null {
  if (employment === '' || organisation === '') return null;
  const named = { organisation, councilCode: councilCodeOf(organisation) };
  return proposedFields(proposeEmployer(employment, { school }), named);
}
