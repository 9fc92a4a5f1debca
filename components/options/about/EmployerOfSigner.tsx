import { addEmployer, editField, editFields, saveChoices } from '../../../lib/details/actions';
import { proposeEmployer } from '../../../lib/details/employment';
import type { Employer, FieldsOf, Signer } from '../../../lib/details/schema';
import { useDetails } from '../../../lib/details/store';
import { councilCodeOf } from '../employer/councilSearch';
import { gapsFilled, placeFor, proposedFields } from './applyProposal';
import { EmployerProposalNotice } from './EmployerProposalNotice';
import { EmploymentChoice } from './EmploymentChoice';

/** "Who employs you?" and the employer it proposes, kept with the person. */
export function EmployerOfSigner({ signer }: { signer: Signer }) {
  const employers = useDetails((details) => details.records.employer);
  const choices = useDetails((details) => details.choices);
  const usual = choices.signerId === signer.id || choices.signerId === '' ? choices.employerId : '';
  const linked = employers.find(({ id }) => id === (signer.employerId || usual));

  const choose = (employerId: string) => {
    editField('signer', signer.id, 'employerId', employerId);
    if (choices.signerId === signer.id || choices.signerId === '')
      void saveChoices({ signerId: signer.id, employerId });
  };
  const add = async (fields: Partial<FieldsOf<'employer'>>): Promise<string | null> => {
    const id = await addEmployer(fields);
    if (id !== null) choose(id);
    return id;
  };
  return (
    <div className="employment">
      <EmploymentChoice
        value={signer.employment}
        onChange={(employment) => editField('signer', signer.id, 'employment', employment)}
      />
      {signer.employment !== '' && (
        <SignerProposal
          key={signer.employment}
          signer={signer}
          linked={linked}
          employers={employers}
          onChoose={choose}
          onAdd={add}
        />
      )}
    </div>
  );
}

interface SignerProposalProps {
  signer: Signer;
  linked: Employer | undefined;
  employers: Employer[];
  onChoose: (employerId: string) => void;
  onAdd: (fields: Partial<FieldsOf<'employer'>>) => Promise<string | null>;
}

function SignerProposal({ signer, linked, employers, onChoose, onAdd }: SignerProposalProps) {
  if (signer.employment === '') return null;
  const proposal = proposeEmployer(signer.employment, signer);
  const use = (organisation: string) => {
    const named = { organisation, councilCode: councilCodeOf(organisation) };
    const fields = proposedFields(proposal, named);
    const place = placeFor(linked, employers, named, proposal.kind);
    if (!place) return void onAdd(fields);
    editFields('employer', place.id, gapsFilled(place, fields));
    onChoose(place.id);
  };
  const addAnother = async () => {
    const id = await onAdd({ kind: proposal.kind });
    if (id !== null) window.location.hash = `#your-employer/organisation/${id}`;
  };
  return (
    <EmployerProposalNotice
      proposal={proposal}
      school={signer.school}
      linked={linked}
      employers={employers}
      onUse={use}
      onChoose={onChoose}
      onAdd={() => void addAnother()}
    />
  );
}
