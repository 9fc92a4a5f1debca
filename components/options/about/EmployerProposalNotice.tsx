import { useState } from 'react';
import type { EmployerProposal } from '../../../lib/details/employment';
import type { Employer } from '../../../lib/details/schema';
import type { EmployerKind } from '../../../lib/letter/model';
import { SelectField } from '../../ui/SelectField';
import { focusField } from '../usePlace';
import { EmployerNameField } from './EmployerNameField';

interface EmployerProposalNoticeProps {
  proposal: EmployerProposal;
  school: string;
  /** The employer this person writes to now. */
  linked: Employer | undefined;
  employers: readonly Employer[];
  onUse: (organisation: string) => void;
  onChoose: (employerId: string) => void;
  onAdd: () => void;
}

/** Whom we suggest and why; never more than a suggestion. */
export function EmployerProposalNotice(props: EmployerProposalNoticeProps) {
  const { proposal, linked, onUse } = props;
  const [isChoosing, setChoosing] = useState(false);
  const [organisation, setOrganisation] = useState(guessName(proposal, props.school));
  const [isNameWanted, setNameWanted] = useState(false);
  const use = () => {
    if (organisation.trim() !== '') return onUse(organisation);
    setNameWanted(true);
    focusField('organisation');
  };
  const isFollowed = linked !== undefined && linked.organisation !== '' && linked.kind === proposal.kind;
  return (
    <div className="notice">
      <p role="status">
        <strong>{isFollowed ? presentSentence(linked) : suggestionSentence(proposal, organisation)}</strong>{' '}
        {proposal.reason}
      </p>
      {!isFollowed && (
        <EmployerNameField
          kind={proposal.kind}
          hint={proposal.organisationHint}
          value={organisation}
          error={isNameWanted && organisation.trim() === '' ? nameWanted(proposal.kind) : undefined}
          onChange={setOrganisation}
        />
      )}
      <p className="actions">
        {isFollowed ? (
          <a href={`#your-employer/organisation/${linked.id}`}>See this employer’s details</a>
        ) : (
          <button type="button" className="button button-main" onClick={use}>
            Use this suggestion
          </button>
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

function suggestionSentence({ kind, role }: EmployerProposal, organisation: string): string {
  const name =
    inSentence(organisation) ||
    {
      council: 'your council',
      'academy-trust': 'the trust',
      'governing-body': 'the governing body',
      other: 'whoever your contract is with',
    }[kind];
  return role === '' ? `We suggest ${name}.` : `We suggest ${name}, addressed to the ${role}.`;
}

function presentSentence({ organisation, title, firstName, lastName, role }: Employer): string {
  const person = lastName ? [title, firstName, lastName].filter(Boolean).join(' ') : role && `the ${role}`;
  return person
    ? `Your letters go to ${inSentence(organisation)}, addressed to ${person}.`
    : `Your letters go to ${inSentence(organisation)}.`;
}

/** "the Governing Body of Mill School", but "Kent County Council". */
function inSentence(organisation: string): string {
  return organisation.replace(/^Governing Body\b/i, 'the $&');
}
