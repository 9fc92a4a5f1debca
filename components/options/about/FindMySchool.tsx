import { useState } from 'react';
import { proposeFromSchool, type SchoolProposal } from '../../../lib/employer/proposal';
import { prepareSearch, type School, type SchoolSearch } from '../../../lib/register/schools';
import { loadRegister, type Register } from '../../../lib/register/store';
import { focusAndSay } from '../../ui/focusAndSay';
import { Combobox } from '../../ui/Combobox';
import { detach } from '../../../lib/failure/failure';
import type { FileProblem } from '../../../lib/files/readText';
import { notSavedSentence } from '../../../lib/options/saving';
import { FilePicker, FileProblems } from '../../ui/FilePicker';
import { formatIfDate } from '../../../lib/letter/dates';
import { ReadingProgress, useReading } from '../reading';
import { useToday } from '../../ui/DateField';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

interface FindMySchoolProps {
  /** Called when the user has seen the register’s entry and pressed the button. */
  onUse: (proposal: SchoolProposal) => void;
}

/** Fills in school, address and employer from the government’s register, if the user has picked its file. */
export function FindMySchool({ onUse }: FindMySchoolProps) {
  const [found, setFound] = useState<{ register: Register; search: SchoolSearch } | null>(null);
  const load = () =>
    detach(
      loadRegister().then(async (register) =>
        setFound({ register, search: await prepareSearch(register.schools) }),
      ),
    );
  return (
    // Loaded when unfolded: the register has about 30,000 schools.
    <details className={ui.more} onToggle={(event) => event.currentTarget.open && load()}>
      <summary>Find my school in the government’s register</summary>
      {found && (
        <div className={ui.inset}>
          {found.register.schools.length > 0 && (
            <SchoolSearchField
              schools={found.register.schools}
              search={found.search}
              propose={(school) => proposeFromSchool(school, found.register.trusts)}
              onUse={onUse}
            />
          )}
          <RegisterFiles register={found.register} onSaved={load} />
        </div>
      )}
    </details>
  );
}

interface SchoolSearchFieldProps {
  schools: readonly School[];
  search: SchoolSearch;
  propose: (school: School) => SchoolProposal;
  onUse: (proposal: SchoolProposal) => void;
}

function SchoolSearchField({ schools, search, propose, onUse }: SchoolSearchFieldProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<School | null>(null);
  return (
    <>
      <Combobox
        id="find-school"
        label="Name, postcode or URN of your school"
        hint={`${schools.length.toLocaleString('en-GB')} schools in the file you picked. If several have the same name, add the town or postcode.`}
        value={typed}
        search={(text) => search.find(text).map(toOption)}
        settle={(text) => text}
        onChange={(text) => {
          setTyped(text);
          // The school chosen before does not match the new search.
          setChosen(null);
        }}
        onChoose={({ id }) => setChosen(schools.find(({ urn }) => urn === id) ?? null)}
      />
      {chosen && <FoundSchool proposal={propose(chosen)} onUse={onUse} />}
    </>
  );
}

function toOption({ urn, name, address, postcode }: School) {
  const town = address.split('\n').at(-1) ?? '';
  return { id: urn, value: name, note: [town, postcode, `URN ${urn}`].filter(Boolean).join(', ') };
}

/** Shows what would be filled in, with the button that does it. */
function FoundSchool({
  proposal,
  onUse,
}: {
  proposal: SchoolProposal;
  onUse: (proposal: SchoolProposal) => void;
}) {
  const { signer, employer, sentences } = proposal;
  const lines = [signer.school, ...signer.address.split('\n'), signer.postcode, signer.phone].filter(Boolean);
  return (
    <div className={`${ui.notice} ${page.after}`}>
      <p>
        <strong>{lines.join(', ')}</strong>
      </p>
      {employer && employer.organisation !== '' && (
        <p>
          Employer: {employer.organisation}
          {employer.role !== '' && `, addressed to the ${employer.role}`}.
        </p>
      )}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <button
        type="button"
        className={ui.buttonMain}
        onClick={() => {
          onUse(proposal);
          focusAndSay(null, 'Filled in. You can change every field.');
        }}
      >
        Fill this in
      </button>
    </div>
  );
}

type Reading =
  | { step: 'none' }
  | { step: 'refused'; name: string; problems: FileProblem[]; more: number | undefined }
  | { step: 'message'; sentence: string };

/** Lets the user pick the register’s two files. Their entries are saved, so each file is picked once. */
function RegisterFiles({ register, onSaved }: { register: Register; onSaved: () => void }) {
  const today = useToday();
  const [reading, setReading] = useState<Reading>({ step: 'none' });
  const { running, read, cancel } = useReading();
  /** Reads the register’s file of schools or of trusts, and saves its entries if the file is the right one. */
  const readAndSave = async (file: File, kind: 'schools' | 'trusts') => {
    setReading({ step: 'none' });
    const entries = await read(kind, file.name, { file, today });
    if (!entries) return;
    if (!entries.ok)
      return setReading({ step: 'refused', name: file.name, problems: entries.problems, more: entries.more });
    const { count, saved } = entries.value;
    if (!saved.ok) return setReading({ step: 'message', sentence: notSavedSentence[saved.why] });
    setReading({ step: 'message', sentence: `${count.toLocaleString('en-GB')} ${kind} read.` });
    onSaved();
  };
  return (
    <>
      <p className={page.after}>
        Download the register’s file from{' '}
        <a href="https://get-information-schools.service.gov.uk/Downloads" target="_blank" rel="noreferrer">
          Get Information about Schools
        </a>
        , open the zip, and pick the file here once. It is read in this browser and stays on this computer;
        heads’ names are left out.
      </p>
      <FilePicker
        id="register-schools"
        label="File of schools"
        hint={fileHint('edubasealldata….csv, about 60 MB', register.schoolsPickedOn)}
        accept=".csv,text/csv"
        onFile={(file) => detach(readAndSave(file, 'schools'))}
      />
      <FilePicker
        id="register-trusts"
        label="File of trusts, for their addresses (optional)"
        hint={fileHint('allgroupsdata….csv', register.trustsPickedOn)}
        accept=".csv,text/csv"
        onFile={(file) => detach(readAndSave(file, 'trusts'))}
      />
      <ReadingProgress running={running} cancel={cancel} />
      <ReadingState reading={reading} />
      <p className={page.quiet}>
        Contains public sector information licensed under the Open Government Licence v3.0.
      </p>
    </>
  );
}

function fileHint(what: string, pickedOn: string): string {
  return pickedOn === '' ? what : `${what}. Picked on ${formatIfDate(pickedOn)}.`;
}

function ReadingState({ reading }: { reading: Reading }) {
  switch (reading.step) {
    case 'none':
      return null;
    case 'refused':
      return <FileProblems {...reading} />;
    case 'message':
      return <p role="status">{reading.sentence}</p>;
  }
}
