import { proposeEmployer } from '../../../lib/details/employment';
import type { Employment } from '../../../lib/details/schema';
import { TextField } from '../../ui/TextField';
import { EmployerNameField } from '../about/EmployerNameField';
import { EmploymentChoice } from '../about/EmploymentChoice';

export interface FirstAnswers {
  fullName: string;
  school: string;
  employment: Employment | '';
  organisation: string;
}

interface FirstQuestionsProps {
  answers: FirstAnswers;
  onChange: (answers: FirstAnswers) => void;
  onDone: () => void;
}

/** The four things a first letter needs. All else can wait. */
export function FirstQuestions({ answers, onChange, onDone }: FirstQuestionsProps) {
  const set = (patch: Partial<FirstAnswers>) => onChange({ ...answers, ...patch });
  return (
    <div className="card">
      <div className="grid">
        <TextField
          id="fullName"
          label="Full name"
          value={answers.fullName}
          autoComplete="name"
          onChange={(fullName) => set({ fullName })}
        />
        <TextField id="school" label="School" value={answers.school} onChange={(school) => set({ school })} />
      </div>
      <EmploymentChoice value={answers.employment} onChange={(employment) => set({ employment })} />
      {answers.employment !== '' && (
        <FirstEmployer
          employment={answers.employment}
          school={answers.school}
          organisation={answers.organisation}
          onChange={(organisation) => set({ organisation })}
        />
      )}
      <p className="card-end">
        <button type="button" className="button button-main" onClick={onDone}>
          Continue
        </button>
      </p>
    </div>
  );
}

interface FirstEmployerProps {
  employment: Employment;
  school: string;
  organisation: string;
  onChange: (organisation: string) => void;
}

function FirstEmployer({ employment, school, organisation, onChange }: FirstEmployerProps) {
  const { kind, organisationHint, role, reason } = proposeEmployer(employment, { school });
  return (
    <div className="grid-after">
      <EmployerNameField kind={kind} hint={organisationHint} value={organisation} onChange={onChange} />
      <p className="notice grid-after" role="status">
        {role !== '' && <strong>The letter will be addressed to the {role}.</strong>} {reason}
      </p>
    </div>
  );
}
