import { proposalsOfKind, proposeEmployer } from '../employer/employment';
import { type Employer, employments, emptyFields, type FieldsOf, type Signer } from '../storage/schema';
import { applyProposal } from '../employer/proposal';
import { repository } from '../storage/repository';
import type { EmployerKind } from '../letter/model';

import { changeWords, showOutcome, usePopup } from '../popup/store';
import { assignInputs } from '../writing/inputs';

export type FirstField = 'fullName' | 'school' | 'employment' | 'organisation';

export async function saveFirstDetail(field: FirstField, value: string): Promise<void> {
  if (field === 'organisation') await saveOrganisation(value);
  else if (field === 'employment') await saveEmployment(value);
  else await saveOfSigner({ [field]: value });
  await refreshNames();
  await linkSignerToEmployer();
}

/** Updates the lists of signers and employers in the popup with the name as it is typed. */
async function refreshNames(): Promise<void> {
  const index = await repository.readIndex();
  if (index.ok) usePopup.setState({ index: index.value });
}

async function saveOrganisation(organisation: string): Promise<void> {
  await changeEmployer((employer) => ({ ...employer, organisation }));
}

async function saveEmployment(value: string): Promise<void> {
  const employment = employments.find((candidate) => candidate === value);
  if (!employment) return;
  const { signer: formerSigner, employer } = usePopup.getState();
  const proposal = proposeEmployer(employment, formerSigner ?? {});
  const { reason, organisationHint: hint } = proposal;
  usePopup.setState(({ first }) => ({ first: { ...first, reason, hint } }));
  await saveOfSigner({ employment });
  const { findCouncilByName } = await import('../employer/councils');
  await changeEmployer((stored) => {
    // Before the first answer nothing was proposed, so any values are the user’s own and must not be replaced.
    const former = formerSigner?.employment ? proposalsOfKind(stored.kind) : [];
    const proposed = applyProposal(stored, proposal, former, newId);
    const organisation = nameFor(proposal.kind, stored, findCouncilByName);
    return { ...stored, ...proposed, kind: proposal.kind, organisation };
  });
  showOrganisation(employer?.organisation ?? '');
}

const newId = () => crypto.randomUUID();

/** The council’s name while another answer is chosen, so that choosing the council again restores it. */
let formerCouncil = '';

/** The organisation’s name after a change of kind: a council’s name must not become the name of a trust. */
function nameFor(
  kind: EmployerKind,
  { kind: former, organisation }: Employer,
  findCouncilByName: (name: string) => { formalName: string } | undefined,
): string {
  if (kind === 'council') return organisation || formerCouncil;
  const council = findCouncilByName(organisation);
  const isCouncils =
    /\bcouncil$/i.test(organisation.trim()) ||
    (former === 'council' ? council !== undefined : council?.formalName === organisation);
  if (kind === former || !isCouncils) return organisation;
  formerCouncil = organisation;
  return '';
}

/** Shows the name as changed by the new answer, unless the user has typed another name meanwhile. */
function showOrganisation(before: string): void {
  usePopup.setState(({ first, employer }) =>
    first.organisation === before
      ? { first: { ...first, organisation: employer?.organisation ?? before } }
      : {},
  );
}

async function saveOfSigner(fields: Partial<FieldsOf<'signer'>>): Promise<void> {
  const signer = usePopup.getState().signer ?? (await addSigner());
  if (!signer) return;
  const saved = await repository.saveFields('signer', signer.id, fields);
  if (saved.ok) usePopup.setState({ signer: saved.value });
  else tellNotSaved(saved.why);
}

async function changeEmployer(change: (stored: Employer) => Employer): Promise<void> {
  const employer = usePopup.getState().employer ?? (await addEmployer());
  if (!employer) return;
  const saved = await repository.changeRecord('employer', employer.id, change);
  if (saved.ok) usePopup.setState({ employer: saved.value });
  else tellNotSaved(saved.why);
}

async function addSigner(): Promise<Signer | null> {
  const added = await repository.addSigner();
  if (!added.ok) return tellNotSaved(added.why);
  chooseAdded({ signer: added.value });
  return added.value;
}

/** Adds an employer, with the proposed kind, role and copies if the signer has answered “Who employs you?”. */
async function addEmployer(): Promise<Employer | null> {
  const { signer } = usePopup.getState();
  const proposal = signer?.employment ? proposeEmployer(signer.employment, signer) : null;
  const added = await repository.addEmployer(
    proposal ? { kind: proposal.kind, ...applyProposal(emptyFields.employer, proposal, [], newId) } : {},
  );
  if (!added.ok) return tellNotSaved(added.why);
  chooseAdded({ employer: added.value });
  return added.value;
}

/** Chooses the added record, and assigns the words typed before it was saved to it. */
function chooseAdded(added: { signer: Signer } | { employer: Employer }): void {
  const ids = 'signer' in added ? { signerId: added.signer.id } : { employerId: added.employer.id };
  changeWords(({ choices, own }) => {
    const chosen = { ...choices, ...ids };
    return { ...added, choices: chosen, own: assignInputs(own, chosen) };
  });
}

/** Saves the employer typed here as the signer’s own, if the signer has none. */
async function linkSignerToEmployer(): Promise<void> {
  const { signer, employer, index } = usePopup.getState();
  if (!signer || !employer || index.employers.some(({ id }) => id === signer.employerId)) return;
  await saveOfSigner({ employerId: employer.id });
}

function tellNotSaved(why: 'full' | 'refused' | 'gone'): null {
  showOutcome({ kind: 'not saved', why });
  return null;
}
