import { useState } from 'react';
import { type EmployerProposal, proposeEmployer } from '../../../lib/employer/employment';
import { fieldsToApply, type ProposalStatus, proposalStatus } from '../../../lib/employer/proposal';
import type { EmployerKind } from '../../../lib/letter/model';
import { sameName } from '../../../lib/letter/text';
import { editField } from '../../../lib/options/actions';
import { useDetailsStore } from '../../../lib/options/store';
import type { Employer, Employment, FieldsOf, Signer } from '../../../lib/storage/schema';
import { EmployerNameField, EmploymentChoice } from '../../employer/EmploymentChoice';
import { SelectField } from '../../ui/Field';
import { focusAndSay } from '../../ui/focusAndSay';
import { focusField, goTo } from '../location';
import { type EmployersOfSigner, useTypedEmployer } from './useEmployerOf';
import { detach } from '../../../lib/failure/failure';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

interface EmployerOfSignerProps {
  signer: Signer;
  employers: EmployersOfSigner;
}

/** "Who employs you?", saved with the signer, and the employer proposed for the answer. */
export function EmployerOfSigner({ signer, employers }: EmployerOfSignerProps) {
  const details = useDetailsStore();
  return (
    <div>
      <EmploymentChoice
        value={signer.employment}
        onChange={(employment) => editField(details, 'signer', signer.id, 'employment', employment)}
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
  const typed = useTypedEmployer(employers, proposal);
  const addAnother = async () => {
    const name = guessName(proposal, signer.school);
    const isSaved = employers.employers.some(({ organisation }) => sameName(organisation) === sameName(name));
    const id = await employers.add({ kind: proposal.kind, organisation: isSaved ? '' : name });
    if (id !== null) goTo(`#your-employer/organisation/${id}`);
  };
  return (
    <EmployerProposalNotice
      proposal={proposal}
      school={signer.school}
      linked={employers.linked}
      employers={employers.employers}
      onType={typed.saveName}
      onUse={typed.applyProposal}
      onUpdate={employers.updateLinked}
      onChoose={employers.choose}
      onAdd={() => detach(addAnother())}
    />
  );
}

interface EmployerProposalNoticeProps {
  proposal: EmployerProposal;
  school: string;
  /** The employer that this signer’s letters go to now. */
  linked: Employer | undefined;
  employers: readonly Employer[];
  /** Saves the name of the new employer while it is being typed. */
  onType: (organisation: string) => void;
  onUse: (organisation: string) => void;
  /** Updates the linked employer with these fields of the proposal. */
  onUpdate: (fields: Partial<FieldsOf<'employer'>>) => void;
  onChoose: (employerId: string) => void;
  onAdd: () => void;
}

/** The proposed employer and the reason. Nothing is applied until the user presses the button or types a name. */
function EmployerProposalNotice(props: EmployerProposalNoticeProps) {
  const { proposal, linked, onType, onUse, onUpdate } = props;
  const [isChoosing, setChoosing] = useState(false);
  const [typedName, setTypedName] = useState<string | null>(null);
  const organisation = typedName ?? guessName(proposal, props.school);
  const [isNameMissing, setNameMissing] = useState(false);
  const status = proposalStatus(linked, proposal);
  const { lead, rest } = proposalSentences(status, proposal, organisation);
  const type = (name: string) => {
    setTypedName(name);
    onType(name);
  };
  const use = () => {
    if (status.is !== 'outdated' && organisation.trim() === '') {
      setNameMissing(true);
      return focusField('organisation');
    }
    if (status.is === 'outdated') onUpdate(fieldsToApply(status.employer, status.changes, proposal));
    else onUse(organisation);
    // The pressed button disappears when the suggestion is saved.
    focusAndSay('#employer-link', 'The suggestion is used.');
  };
  return (
    <div className={`${ui.notice} ${page.after}`}>
      <p role="status">
        <strong>{lead}</strong> {rest}
      </p>
      {/* The first character adds the employer, which changes the status. Keep the field until the name is typed. */}
      {(status.is === 'none' || typedName !== null) && (
        <EmployerNameField
          kind={proposal.kind}
          hint={proposal.organisationHint}
          value={organisation}
          error={isNameMissing && organisation.trim() === '' ? missingNameSentence(proposal.kind) : undefined}
          onChange={type}
        />
      )}
      <p className={ui.actions}>
        {(status.is === 'none' || status.is === 'outdated') && (
          <button type="button" className={ui.buttonMain} onClick={use}>
            Use this suggestion
          </button>
        )}
        {status.is !== 'none' && (
          <a id="employer-link" href={`#your-employer/organisation/${status.employer.id}`}>
            See this employer’s details
          </a>
        )}
        <button
          type="button"
          className={ui.link}
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
      <button type="button" className={ui.button} onClick={onAdd}>
        Type in another employer
      </button>
    </>
  );
}

function missingNameSentence(kind: EmployerKind): string {
  return kind === 'council' ? 'Choose your council first.' : 'Type the employer’s name first.';
}

/** A governing body is named after its school. No other employer’s name can be guessed, so the result is empty. */
function guessName({ kind, organisationHint }: EmployerProposal, school: string): string {
  return kind === 'governing-body' && school !== '' ? organisationHint : '';
}

/** Who the letters go to or would go to, and why. `organisation` is the name typed for a new employer. */
function proposalSentences(
  status: ProposalStatus,
  proposal: EmployerProposal,
  organisation: string,
): { lead: string; rest: string } {
  const { reason } = proposal;
  if (status.is === 'none') return { lead: suggestionSentence(proposal, organisation), rest: reason };
  const lead = currentEmployerSentence(status.employer);
  switch (status.is) {
    case 'matches':
      return { lead, rest: reason };
    case 'custom':
      return { lead, rest: `You chose this yourself.${suggestedRoleSentence(proposal)} ${reason}` };
    case 'outdated':
      return { lead, rest: `${changeSentence(status.changes, proposal)} ${reason}` };
  }
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

function currentEmployerSentence({ organisation, title, firstName, lastName, role }: Employer): string {
  const person = lastName ? [title, firstName, lastName].filter(Boolean).join(' ') : role && `the ${role}`;
  return person
    ? `Your letters go to ${inSentence(organisation)}, addressed to ${person}.`
    : `Your letters go to ${inSentence(organisation)}.`;
}

function suggestedRoleSentence({ role }: EmployerProposal): string {
  return role === '' ? '' : ` We suggest the ${role}.`;
}

function changeSentence(changes: Partial<Employer>, { role }: EmployerProposal): string {
  if (changes.role !== undefined) return role === '' ? 'We have no suggestion.' : `We suggest the ${role}.`;
  const others = [
    changes.copies && 'other people to copy in',
    changes.nextPersonUp !== undefined && 'another next person up',
  ].filter(Boolean);
  return `We suggest ${others.join(' and ')}; what you have typed stays.`;
}

/** "the Governing Body of Mill School", but "Kent County Council". */
function inSentence(organisation: string): string {
  return organisation.replace(/^Governing Body\b/i, 'the $&');
}
