import { useRef } from 'react';
import { councilCodeOf } from '../../../lib/employer/councils';
import type { EmployerProposal } from '../../../lib/employer/employment';
import { fillGaps, findEmployerFor, proposedFields } from '../../../lib/employer/proposal';
import { sameName } from '../../../lib/letter/text';
import { addEmployer, discardRecord, editField, editFields, saveChoices } from '../../../lib/options/actions';
import { findRecord, useDetails } from '../../../lib/options/store';
import type { Employer, FieldsOf, Signer } from '../../../lib/storage/schema';
import { employerOf } from '../usePair';

type EmployerFields = Partial<FieldsOf<'employer'>>;

export interface EmployersOfSigner {
  employers: readonly Employer[];
  /** The employer this person writes to now. */
  linked: Employer | undefined;
  /** The same, read anew: for what goes on after a write. */
  linkedNow: () => Employer | undefined;
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
  const isUsual = choices.signerId === signer.id || choices.signerId === '';
  const signers = useDetails((details) => details.records.signer);
  const linked = employerOf(signer, { signers, employers, lastUsed: choices });
  const linkedNow = () => {
    const { records, choices: lastUsed } = useDetails.getState();
    const saved = { signers: records.signer, employers: records.employer, lastUsed };
    return employerOf(findRecord('signer', signer.id), saved);
  };

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
    const place = findEmployerFor(linkedNow(), useDetails.getState().records.employer, fields);
    if (!place) return void add(fields);
    editFields('employer', place.id, fillGaps(place, fields));
    choose(place.id);
  };
  const follow = (fields: EmployerFields) => {
    if (linked) editFields('employer', linked.id, fields);
  };
  return { employers, linked, linkedNow, choose, add, take, follow };
}

/** The employer record that the name is typed into. */
interface Target {
  id: string;
  /** Added here, so it is ours to remove when the name turns out to be that of a saved employer. */
  isAdded: boolean;
}

const noTarget: Target = { id: '', isAdded: false };

/**
 * Saves the name of a new employer as it is typed, and makes it the signer's employer. Without this the page says "Saved"
 * while the next letter still goes to the former employer.
 */
export function useTypedEmployer(employers: EmployersOfSigner, proposal: EmployerProposal) {
  const target = useRef(noTarget);
  const wanted = useRef('');
  const queue = useRef(Promise.resolve());
  const inTurn = (work: () => Promise<void>) => void (queue.current = queue.current.then(work));

  const save = async () => {
    const name = wanted.current;
    const known = findSaved(proposal, name, target.current.id);
    const former = target.current;
    target.current = known ? noTarget : await writeName(former, proposal, name, employers.linkedNow());
    const id = known?.id ?? target.current.id;
    if (id !== '' && employers.linkedNow()?.id !== id) employers.choose(id);
    if (known && former.isAdded) await discardRecord('employer', former.id);
  };
  return {
    type: (name: string) => {
      wanted.current = name;
      inTurn(save);
    },
    /** Takes the whole proposal, once what was typed is saved. */
    use: (name: string) => inTurn(async () => employers.take(proposedFields(proposal, name))),
  };
}

/** A saved employer of that name and kind, other than the one the name is typed into. */
function findSaved({ kind }: EmployerProposal, name: string, targetId: string) {
  const wanted = sameName(name);
  return useDetails
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
  target: Target,
  proposal: EmployerProposal,
  organisation: string,
  linked: ReturnType<EmployersOfSigner['linkedNow']>,
): Promise<Target> {
  if (findRecord('employer', target.id)) {
    const councilCode = proposal.kind === 'council' ? councilCodeOf(organisation) : '';
    editFields('employer', target.id, { organisation, councilCode });
    return target;
  }
  if (organisation.trim() === '') return noTarget;
  const proposed = proposedFields(proposal, organisation);
  if (linked?.organisation === '') {
    editFields('employer', linked.id, fillGaps(linked, proposed));
    return { id: linked.id, isAdded: false };
  }
  const id = await addEmployer(proposed);
  return id === null ? noTarget : { id, isAdded: true };
}
