import { repository } from '../details/repository';
import { proposeEmployer } from '../details/employment';
import { employments, type Employer, type Employment, type Signer } from '../details/schema';
import { usePopup } from './popupStore';
import { showOutcome } from './showOutcome';

export type FirstField = 'fullName' | 'school' | 'employment' | 'organisation';

/** A list of 153 names, needed once by some. */
const loadCouncils = () => import('../register/councils');

/** The councils’ formal names, to choose from. */
export async function listCouncils(): Promise<string[]> {
  return (await loadCouncils()).councils.map(({ formalName }) => formalName);
}

/** One keystroke at a time: the first creates the two records, the others find them. */
let queue: Promise<void> = Promise.resolve();

/** Shows what was typed at once and saves it behind; what cannot be saved stays on screen. */
export function typeFirstDetail(field: FirstField, value: string): Promise<void> {
  usePopup.setState(({ first }) => ({ first: { ...first, [field]: value } }));
  queue = queue.then(() => saveFirstDetail(field, value));
  return queue;
}

async function saveFirstDetail(field: FirstField, value: string): Promise<void> {
  const records = await findOrAddRecords();
  if (!records) return;
  const { signer, employer } = records;
  if (field === 'organisation') await saveOrganisation(employer, value);
  else if (field === 'employment') await saveEmployment(signer, employer, value);
  else await keepSigner(repository.saveField('signer', signer.id, field, value));
  await refreshNames();
}

/** The lists above show the name as it is typed. */
async function refreshNames(): Promise<void> {
  const index = await repository.readIndex();
  if (index.ok) usePopup.setState({ index: index.value });
}

async function saveOrganisation(employer: Employer, organisation: string): Promise<void> {
  const { findCouncilByName } = await loadCouncils();
  const councilCode = findCouncilByName(organisation)?.code ?? '';
  await keepEmployer(repository.saveFields('employer', employer.id, { organisation, councilCode }));
}

async function saveEmployment(signer: Signer, employer: Employer, value: string): Promise<void> {
  const employment = employments.find((candidate) => candidate === value);
  if (!employment) return;
  const { reason, hint, ...proposal } = proposeFor(employment, signer);
  usePopup.setState(({ first }) => ({ first: { ...first, reason, hint } }));
  await keepSigner(repository.saveField('signer', signer.id, 'employment', employment));
  await keepEmployer(repository.saveFields('employer', employer.id, proposal));
}

function proposeFor(employment: Employment, writer: Signer) {
  const proposal = proposeEmployer(employment, writer);
  const { kind, role, copies, nextPersonUp, reason, organisationHint: hint } = proposal;
  return {
    hint,
    kind,
    role,
    nextPersonUp,
    reason,
    copies: copies.map((name) => ({ id: crypto.randomUUID(), name, email: '' })),
  };
}

async function findOrAddRecords(): Promise<{ signer: Signer; employer: Employer } | null> {
  const { signer, employer } = usePopup.getState();
  if (signer && employer) return { signer, employer };
  const addedEmployer = await repository.addEmployer();
  if (!addedEmployer.ok) return tellNotSaved(addedEmployer.why);
  const addedSigner = await repository.addSigner({ employerId: addedEmployer.value.id });
  if (!addedSigner.ok) return tellNotSaved(addedSigner.why);
  const records = { signer: addedSigner.value, employer: addedEmployer.value };
  usePopup.setState(({ choices }) => ({
    ...records,
    choices: { ...choices, signerId: records.signer.id, employerId: records.employer.id },
  }));
  return records;
}

async function keepSigner(saving: ReturnType<typeof repository.readSigner>): Promise<void> {
  const saved = await saving;
  if (saved.ok) usePopup.setState({ signer: saved.value });
  else tellNotSaved(saved.why);
}

async function keepEmployer(saving: ReturnType<typeof repository.readEmployer>): Promise<void> {
  const saved = await saving;
  if (saved.ok) usePopup.setState({ employer: saved.value });
  else tellNotSaved(saved.why);
}

function tellNotSaved(why: 'full' | 'refused' | 'gone'): null {
  showOutcome({ kind: 'not saved', why });
  return null;
}
