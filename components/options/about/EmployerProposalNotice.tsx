import { useState } from 'react';
import type { EmployerProposal } from '../../../lib/employer/employment';
import type { Employer, FieldsOf } from '../../../lib/storage/schema';
import type { EmployerKind } from '../../../lib/letter/model';
import { SelectField } from '../../ui/SelectField';
import { focusField } from '../usePlace';
import { EmployerNameField } from '../../employer/EmployerNameField';
import { proposalSentences } from './proposalSentences';
import { fieldsToTake, standingOf } from '../../../lib/employer/proposal';

interface EmployerProposalNoticeProps {
  proposal: EmployerProposal;
  school: string;
  /** The employer this person writes to now. */
  linked: Employer | undefined;
  employers: readonly Employer[];
  onUse: (organisation: string) => void;
  /** Brings the present employer up to the proposal. */
  onFollow: (fields: Partial<FieldsOf<'employer'>>) => void;
  onChoose: (employerId: string) => void;
  onAdd: () => void;
}

/** Whom we suggest and why; never more than a suggestion. */
export function EmployerProposalNotice(props: EmployerProposalNoticeProps) {
  const { proposal, linked, onUse, onFollow } = props;
  const [isChoosing, setChoosing] = useState(false);
  const [organisation, setOrganisation] = useState(guessName(proposal, props.school));
  const [isNameWanted, setNameWanted] = useState(false);
  const standing = standingOf(linked, proposal);
  const { lead, rest } = proposalSentences(standing, proposal, organisation);
  const use = () => {
    if (standing.is === 'behind')
      return onFollow(fieldsToTake(standing.employer, standing.changes, proposal));
    if (organisation.trim() !== '') return onUse(organisation);
    setNameWanted(true);
    focusField('organisation');
  };
  return (
    <div className="notice">
      <p role="status">
        <strong>{lead}</strong> {rest}
      </p>
      {standing.is === 'another' && (
        <EmployerNameField
          kind={proposal.kind}
          hint={proposal.organisationHint}
          value={organisation}
          error={isNameWanted && organisation.trim() === '' ? nameWanted(proposal.kind) : undefined}
          onChange={setOrganisation}
        />
      )}
      <p className="actions">
        {(standing.is === 'another' || standing.is === 'behind') && (
          <button type="button" className="button button-main" onClick={use}>
            Use this suggestion
          </button>
        )}
        {standing.is !== 'another' && (
          <a href={`#your-employer/organisation/${standing.employer.id}`}>See this employer’s details</a>
        )}
        <button
          type="button"
          className="button-link"
          aria-expanded={isChoosing}
          onClick={() => setChoosing(!isChoosing)}
        >
          Choose someone else
        </button>
      </p>
      {isChoosing && <OtherEmployer {...props} />}
    </div>
  );
}

function OtherEmployer({ linked, employers, onChoose, onAdd }: EmployerProposalNoticeProps) {
  return (
    <>
      {employers.length > 0 && (
        <SelectField
          id="employerId"
          label="Write to"
          value={linked?.id ?? ''}
          options={[
            ...(linked ? [] : [{ value: '', label: 'Not chosen yet' }]),
            ...employers.map(({ id, organisation }) => ({
              value: id,
              label: organisation || 'An employer without a name',
            })),
          ]}
          onChange={onChoose}
        />
      )}
      <button type="button" className="button" onClick={onAdd}>
        Type in another employer
      </button>
    </>
  );
}

function nameWanted(kind: EmployerKind): string {
  return kind === 'council' ? 'Choose your council first.' : 'Type the employer’s name first.';
}

/** A governing body is named after its school; nothing else can be guessed. */
function guessName({ kind, organisationHint }: EmployerProposal, school: string): string {
  return kind === 'governing-body' && school !== '' ? organisationHint : '';
}
