import { useRef } from 'react';
import type { EmployerProposal } from '../../../lib/employer/employment';
import { fillGaps, findEmployerFor, proposedFields } from '../../../lib/employer/proposal';
import { sameName } from '../../../lib/letter/text';
import { addEmployer, discardRecord, editField, editFields, saveChoices } from '../../../lib/options/actions';
import { type DetailsStore, findRecord, useDetails, useDetailsStore } from '../../../lib/options/store';
import type { Employer, FieldsOf, Signer } from '../../../lib/storage/schema';
import { detach } from '../../../lib/failure/failure';
import { employerIdFor } from '../../../lib/employer/pairing';
import type { Choices } from '../../../lib/storage/choices';

type EmployerFields = Partial<FieldsOf<'employer'>>;

export interface EmployersOfSigner {
  employers: readonly Employer[];
  /** The employer that this signer’s letters go to now. */
  linked: Employer | undefined;
  /** The linked employer, read from the store again: `linked` is out of date after a write. */
  readLinked: () => Employer | undefined;
  choose: (employerId: string) => void;
  /** Adds an employer and chooses it. Returns its id, or `null` if it could not be stored. */
  add: (fields: EmployerFields) => Promise<string | null>;
  /** Writes a proposal to the saved employer that it is about, or adds that employer. */
  applyProposal: (fields: EmployerFields) => void;
  /** Writes fields of a proposal to the linked employer. */
  updateLinked: (fields: EmployerFields) => void;
}

export function useEmployerOf(signer: Signer): EmployersOfSigner {
  const details = useDetailsStore();
  const employers = useDetails((state) => state.records.employer);
  const choices = useDetails((state) => state.choices);
  const isDefaultSigner = choices.signerId === signer.id || choices.signerId === '';
  const signers = useDetails((state) => state.records.signer);
  const linked = employerOf(signer, { signers, employers, lastUsed: choices });
  const readLinked = () => {
    const { records, choices: lastUsed } = details.getState();
    const saved = { signers: records.signer, employers: records.employer, lastUsed };
    return employerOf(findRecord(details, 'signer', signer.id), saved);
  };

  const choose = (employerId: string) => {
    editField(details, 'signer', signer.id, 'employerId', employerId);
    if (isDefaultSigner) detach(saveChoices(details, { signerId: signer.id, employerId }));
  };
  const add = async (fields: EmployerFields) => {
    const id = await addEmployer(details, fields);
    if (id !== null) choose(id);
    return id;
  };
  const applyProposal = (fields: EmployerFields) => {
    const place = findEmployerFor(readLinked(), details.getState().records.employer, fields);
    if (!place) return detach(add(fields));
    editFields(details, 'employer', place.id, fillGaps(place, fields));
    choose(place.id);
  };
  const updateLinked = (fields: EmployerFields) => {
    if (linked) editFields(details, 'employer', linked.id, fields);
  };
  return { employers, linked, readLinked, choose, add, applyProposal, updateLinked };
}

/** The employer record that the name is typed into. */
interface Target {
  id: string;
  /** True if this field added the record, so it is removed when the name turns out to be that of a saved employer. */
  isAdded: boolean;
}

const noTarget: Target = { id: '', isAdded: false };

/**
 * Saves the name of a new employer while it is being typed, and links the signer to that employer. Otherwise the page would
 * say "Saved" while the next letter still goes to the former employer.
 */
export function useTypedEmployer(employers: EmployersOfSigner, proposal: EmployerProposal) {
  const details = useDetailsStore();
  const target = useRef(noTarget);
  const latestName = useRef('');
  const queue = useRef(Promise.resolve());
  const enqueue = (work: () => Promise<void>) => detach((queue.current = queue.current.then(work, work)));

  const save = async () => {
    const name = latestName.current;
    const known = findSaved(details, proposal, name, target.current.id);
    const former = target.current;
    target.current = known
      ? noTarget
      : await writeName(details, former, proposal, name, employers.readLinked());
    const id = known?.id ?? target.current.id;
    if (id !== '' && employers.readLinked()?.id !== id) employers.choose(id);
    if (known && former.isAdded) await discardRecord(details, 'employer', former.id);
  };
  return {
    saveName: (name: string) => {
      latestName.current = name;
      enqueue(save);
    },
    /** Applies the whole proposal after the pending names are saved. */
    applyProposal: (name: string) =>
      enqueue(async () => employers.applyProposal(proposedFields(proposal, name))),
  };
}

/** A saved employer with this name and kind, other than the record that the name is typed into. */
function findSaved(details: DetailsStore, { kind }: EmployerProposal, name: string, targetId: string) {
  const wanted = sameName(name);
  return details
    .getState()
    .records.employer.find(
      (saved) =>
        wanted !== '' &&
        saved.id !== targetId &&
        saved.kind === kind &&
        sameName(saved.organisation) === wanted,
    );
}

async function writeName(
  details: DetailsStore,
  target: Target,
  proposal: EmployerProposal,
  organisation: string,
  linked: ReturnType<EmployersOfSigner['readLinked']>,
): Promise<Target> {
  if (findRecord(details, 'employer', target.id)) {
    editFields(details, 'employer', target.id, { organisation });
    return target;
  }
  if (organisation.trim() === '') return noTarget;
  const proposed = proposedFields(proposal, organisation);
  if (linked?.organisation === '') {
    editFields(details, 'employer', linked.id, fillGaps(linked, proposed));
    return { id: linked.id, isAdded: false };
  }
  const id = await addEmployer(details, proposed);
  return id === null ? noTarget : { id, isAdded: true };
}

/** The signer and the employer that the popup would start with. */
export function usePair(): { signer: Signer | undefined; employer: Employer | undefined } {
  const { signer: signers, employer: employers } = useDetails((state) => state.records);
  const lastUsed = useDetails((state) => state.choices);
  const signer = signers.find(({ id }) => id === lastUsed.signerId) ?? signers[0];
  return { signer, employer: employerOf(signer, { signers, employers, lastUsed }) };
}

/** The employer that the letters of this signer go to; never one that belongs to another signer. */
export function employerOf(
  signer: Signer | undefined,
  saved: { signers: readonly Signer[]; employers: readonly Employer[]; lastUsed: Choices },
): Employer | undefined {
  const employerId = signer && employerIdFor(signer, saved.signers, saved);
  return saved.employers.find(({ id }) => id === employerId);
}
