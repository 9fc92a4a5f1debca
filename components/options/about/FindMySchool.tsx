import { useMemo, useState } from 'react';
import { proposeFromSchool, type SchoolProposal } from '../../../lib/employer/proposal';
import { type School, SchoolSearch } from '../../../lib/register/schools';
import { loadRegister, type Register } from '../../../lib/register/store';
import { Combobox } from '../../ui/Combobox';
import { RegisterFiles } from './RegisterFiles';
import { detach } from '../../../lib/failure/failure';

interface FindMySchoolProps {
  /** Called when the user has seen the register’s entry and pressed the button. */
  onUse: (proposal: SchoolProposal) => void;
}

/** Fills in school, address and employer from the government’s register, if the user has picked its file. */
export function FindMySchool({ onUse }: FindMySchoolProps) {
  const [register, setRegister] = useState<Register | null>(null);
  const load = () => detach(loadRegister().then(setRegister));
  return (
    // Loaded when unfolded: the register has about 30,000 schools.
    <details className="fold" onToggle={(event) => event.currentTarget.open && load()}>
      <summary>Find my school in the government’s register</summary>
      {register && (
        <div className="not-sure">
          {register.schools.length > 0 && (
            <SchoolSearchField
              schools={register.schools}
              propose={(school) => proposeFromSchool(school, register.trusts)}
              onUse={onUse}
            />
          )}
          <RegisterFiles register={register} onSaved={load} />
        </div>
      )}
    </details>
  );
}

interface SchoolSearchFieldProps {
  schools: readonly School[];
  propose: (school: School) => SchoolProposal;
  onUse: (proposal: SchoolProposal) => void;
}

function SchoolSearchField({ schools, propose, onUse }: SchoolSearchFieldProps) {
  const search = useMemo(() => new SchoolSearch(schools), [schools]);
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
  const [used, setUsed] = useState<SchoolProposal | null>(null);
  const lines = [signer.school, ...signer.address.split('\n'), signer.postcode, signer.phone].filter(Boolean);
  return (
    <div className="notice grid-after">
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
        className="button button-main"
        onClick={() => {
          onUse(proposal);
          setUsed(proposal);
        }}
      >
        Fill this in
      </button>
      <p role="status">{used === proposal && 'Filled in. You can change every field.'}</p>
    </div>
  );
}
