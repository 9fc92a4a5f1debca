import { proposeEmployer, type EmployerProposal } from '../../../lib/employer/employment';
import type { Employment } from '../../../lib/storage/schema';
import { TextField } from '../../ui/TextField';
import { EmployerNameField } from '../../employer/EmployerNameField';
import { EmploymentChoice } from '../../employer/EmploymentChoice';

export interface FirstAnswers {
  fullName: string;
  school: string;
  employment: Employment | '';
  organisation: string;
}

interface FirstQuestionsProps {
  answers: FirstAnswers;
  onChange: (patch: Partial<FirstAnswers>) => void;
  onDone: () => void;
}

/** The four details that a first letter needs. */
export function FirstQuestions({ answers, onChange, onDone }: FirstQuestionsProps) {
  const { employment, organisation } = answers;
  return (
    <div className="card">
      <div className="grid">
        <TextField
          id="fullName"
          label="Full name"
          value={answers.fullName}
          autoComplete="name"
          onChange={(fullName) => onChange({ fullName })}
        />
        <TextField
          id="school"
          label="School"
          value={answers.school}
          onChange={(school) => onChange({ school })}
        />
      </div>
      <EmploymentChoice value={employment} onChange={(chosen) => onChange({ employment: chosen })} />
      {employment !== '' && (
        <FirstEmployer
          proposal={proposeEmployer(employment, answers)}
          organisation={organisation}
          onChange={(typed) => onChange({ organisation: typed })}
        />
      )}
      <p className="card-end actions">
        <a href="practice.html" target="_blank">
          Try it without a mailbox
        </a>
        <button type="button" className="button button-main" onClick={onDone}>
          Continue
        </button>
      </p>
    </div>
  );
}

interface FirstEmployerProps {
  proposal: EmployerProposal;
  organisation: string;
  onChange: (organisation: string) => void;
}

function FirstEmployer({ proposal, organisation, onChange }: FirstEmployerProps) {
  const { kind, organisationHint, role, reason } = proposal;
  return (
    <div className="grid-after">
      <EmployerNameField kind={kind} hint={organisationHint} value={organisation} onChange={onChange} />
      <div className="notice grid-after">
        <p role="status">
          {role !== '' && <strong>The letter will be addressed to the {role}.</strong>} {reason}
        </p>
      </div>
    </div>
  );
}
