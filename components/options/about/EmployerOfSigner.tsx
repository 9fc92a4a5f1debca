import { editField } from '../../../lib/details/actions';
import { proposeEmployer } from '../../../lib/employer/employment';
import type { Employment, Signer } from '../../../lib/storage/schema';
import { proposedFields } from '../../../lib/employer/proposal';
import { EmployerProposalNotice } from './EmployerProposalNotice';
import { EmploymentChoice } from '../../employer/EmploymentChoice';
import type { EmployersOfSigner } from './useEmployerOf';

interface EmployerOfSignerProps {
  signer: Signer;
  employers: EmployersOfSigner;
}

/** "Who employs you?" and the employer it proposes, kept with the person. */
export function EmployerOfSigner({ signer, employers }: EmployerOfSignerProps) {
  return (
    <div className="employment">
      <EmploymentChoice
        value={signer.employment}
        onChange={(employment) => editField('signer', signer.id, 'employment', employment)}
      />
      {signer.employment !== '' && (
        <Proposal
          key={signer.employment}
          employment={signer.employment}
          signer={signer}
          employers={employers}
        />
      )}
    </div>
  );
}

function Proposal({ employment, signer, employers }: EmployerOfSignerProps & { employment: Employment }) {
  const proposal = proposeEmployer(employment, signer);
  const addAnother = async () => {
    const id = await employers.add({ kind: proposal.kind });
    if (id !== null) window.location.hash = `#your-employer/organisation/${id}`;
  };
  return (
    <EmployerProposalNotice
      proposal={proposal}
      school={signer.school}
      linked={employers.linked}
      employers={employers.employers}
      onUse={(organisation) => employers.take(proposedFields(proposal, organisation))}
      onFollow={employers.follow}
      onChoose={employers.choose}
      onAdd={() => void addAnother()}
    />
  );
}
