import { addEmployer, editField, editFields, saveChoices } from '../../../lib/details/actions';
import type { Employer, FieldsOf, Signer } from '../../../lib/storage/schema';
import { useDetails } from '../../../lib/details/store';
import { gapsFilled, placeFor } from '../../../lib/employer/proposal';

type EmployerFields = Partial<FieldsOf<'employer'>>;

export interface EmployersOfSigner {
  employers: readonly Employer[];
  /** The employer this person writes to now. */
  linked: Employer | undefined;
  choose: (employerId: string) => void;
  /** Adds an employer and chooses it; its id, or `null` when it could not be stored. */
  add: (fields: EmployerFields) => Promise<string | null>;
  /** Takes a proposal: into the employer it is about, if that is saved, else as a new one. */
  take: (fields: EmployerFields) => void;
  /** Takes a proposal into the employer this person writes to now. */
  follow: (fields: EmployerFields) => void;
}

export function useEmployerOf(signer: Signer): EmployersOfSigner {
  const employers = useDetails((details) => details.records.employer);
  const choices = useDetails((details) => details.choices);
  // A person not tied to an employer yet writes to the one used last, if the last letter was theirs.
  const isUsual = choices.signerId === signer.id || choices.signerId === '';
  const linkedId = signer.employerId || (isUsual ? choices.employerId : '');
  const linked = employers.find(({ id }) => id === linkedId);

  const choose = (employerId: string) => {
    editField('signer', signer.id, 'employerId', employerId);
    if (isUsual) void saveChoices({ signerId: signer.id, employerId });
  };
  const add = async (fields: EmployerFields) => {
    const id = await addEmployer(fields);
    if (id !== null) choose(id);
    return id;
  };
  const take = (fields: EmployerFields) => {
    const place = placeFor(linked, employers, fields);
    if (!place) return void add(fields);
    editFields('employer', place.id, gapsFilled(place, fields));
    choose(place.id);
  };
  const follow = (fields: EmployerFields) => {
    if (linked) editFields('employer', linked.id, fields);
  };
  return { employers, linked, choose, add, take, follow };
}
