import { useState } from 'react';
import { proposeFromSchool, type SchoolProposal } from '../../../lib/employer/proposal';
import { loadRegister, type Register } from '../../../lib/register/store';
import { RegisterFiles } from './RegisterFiles';
import { SchoolSearchField } from './SchoolSearchField';

interface FindMySchoolProps {
  /** Fills in what the register says; the user has seen it and pressed the button. */
  onUse: (proposal: SchoolProposal) => void;
}

/** Optional: the government’s register, once picked, fills in school, address and employer. */
export function FindMySchool({ onUse }: FindMySchoolProps) {
  const [register, setRegister] = useState<Register | null>(null);
  const load = () => void loadRegister().then(setRegister);
  return (
    // Thirty thousand schools are read only for those who ask.
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
