import { flushSync } from 'react-dom';
import type { ReactNode } from 'react';
import { addSigner, deleteSigner, editFields } from '../../../lib/options/actions';
import { coSigners } from '../../../lib/options/items';
import { type DetailsStore, useDetails, useDetailsStore } from '../../../lib/options/store';
import type { CoSigner, Signer } from '../../../lib/storage/schema';
import {
  type Form,
  FormField,
  type ItemList,
  itemListOf,
  useRecordForm,
  RecordPicker,
  useCurrentRecord,
} from '../RecordPicker';
import { SectionHead } from '../SectionHead';
import { focusAndSay } from '../../ui/focusAndSay';
import { focusField, type Place, useFocusedField } from '../location';
import { EmployerOfSigner } from './EmployerOfSigner';
import { type EmployersOfSigner, useEmployerOf } from './useEmployerOf';
import { FindMySchool } from './FindMySchool';
import { detach } from '../../../lib/failure/failure';
import { proposedFields, type SchoolProposal } from '../../../lib/employer/proposal';
import { CheckedField, CheckField, TextField, checkName, checkWords } from '../../ui/Field';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

export function AboutYouSection({ place }: { place: Place }) {
  const details = useDetailsStore();
  const signers = useDetails((state) => state.records.signer);
  const lastUsed = useDetails((state) => state.choices.signerId);
  const { current, choose } = useCurrentRecord(signers, place, lastUsed);
  useFocusedField(place, current !== undefined);
  const add = async () => {
    const id = await addSigner(details);
    if (id !== null) {
      // The new form must be on the page, or the field of the former one would get the focus.
      flushSync(() => choose(id));
      focusField('fullName');
      focusAndSay(null, 'A signer was added.');
    }
  };
  return (
    <>
      <SectionHead
        title="About you"
        lead="What you type here stays on this computer. It is used only to fill in your letters."
      />
      <RecordPicker
        plural="signers"
        records={signers.map(({ id, fullName, school }) => ({ id, name: fullName, detail: school }))}
        detailName="School"
        currentId={current?.id ?? ''}
        addLabel="Add signer"
        onChoose={choose}
        onAdd={() => detach(add())}
      />
      {current ? (
        <SignerCard key={current.id} signer={current} />
      ) : (
        <p className={page.empty}>No one is saved yet. Add the person who will sign.</p>
      )}
    </>
  );
}

function SignerCard({ signer }: { signer: Signer }) {
  const details = useDetailsStore();
  const form = useRecordForm('signer', signer);
  const employers = useEmployerOf(signer);
  const newPerson = { fullName: '', jobTitle: '', school: '', agreed: false };
  return (
    <div className={page.card}>
      <SignerForm
        form={form}
        finder={
          <FindMySchool onUse={(proposal) => fillFromSchool(details, signer.id, proposal, employers)} />
        }
        employment={<EmployerOfSigner signer={signer} employers={employers} />}
        people={itemListOf(details, coSigners, signer, newPerson, ({ fullName }) => fullName)}
      />
      <p className={page.cardEnd}>
        <button
          type="button"
          className={ui.buttonDanger}
          onClick={() => detach(deleteSigner(details, signer.id))}
        >
          Delete
        </button>
      </p>
    </div>
  );
}

export interface SignerFormProps {
  form: Form<'signer'>;
  /** Fills the form from the register of schools. */
  finder: ReactNode;
  /** "Who employs you?" with its proposal. */
  employment: ReactNode;
  people: ItemList<CoSigner>;
}

function SignerForm({ form, finder, employment, people }: SignerFormProps) {
  return (
    <>
      <div className={ui.grid}>
        <FormField form={form} field="fullName" />
        <FormField form={form} field="jobTitle" />
        <FormField form={form} field="school" wide />
      </div>
      <div className={page.after}>{finder}</div>
      {employment}
      <h3>How they can reach you</h3>
      <p className={page.aside}>Your address goes at the top of the Word letter, not in emails.</p>
      <div className={ui.grid}>
        <FormField form={form} field="address" hint="One line per part" wide />
        <FormField form={form} field="postcode" />
        <FormField form={form} field="phone" />
        <FormField form={form} field="email" wide />
      </div>
      <CoSigners people={people} />
    </>
  );
}

/** Overwrites the fields that the register has a value for, and leaves the others unchanged. */
function fillFromSchool(
  details: DetailsStore,
  signerId: string,
  { signer, employer }: SchoolProposal,
  employers: EmployersOfSigner,
): void {
  const known = Object.entries(signer).filter(([, value]) => value !== '');
  editFields(details, 'signer', signerId, Object.fromEntries(known));
  if (!employer || employer.organisation === '') return;
  const { organisation, address, postcode } = employer;
  employers.applyProposal({ ...proposedFields(employer, organisation), address, postcode });
}

/** People signing with the user. The letter names only those who have read it and agreed. */
function CoSigners({ people }: { people: ItemList<CoSigner> }) {
  return (
    <>
      <h3>People signing with you</h3>
      <p className={page.aside}>{coSignersHint(people.items)}</p>
      {people.items.map((person, at) => (
        <Person
          key={person.id}
          person={person}
          number={at + 1}
          onEdit={(patch) => people.edit(person.id, patch)}
          onRemove={() => people.remove(person.id)}
        />
      ))}
      <button
        type="button"
        className={ui.button}
        id="coSigners"
        onClick={() => focusAndSay(`#person-${people.add()}-name`, 'A person was added.')}
      >
        Add a person signing with you
      </button>
    </>
  );
}

interface PersonProps {
  person: CoSigner;
  number: number;
  onEdit: (patch: Partial<Omit<CoSigner, 'id'>>) => void;
  onRemove: () => void;
}

function Person({ person, number, onEdit, onRemove }: PersonProps) {
  const id = `person-${person.id}`;
  return (
    <fieldset className={page.line}>
      <legend className="visually-hidden">Person {number} signing with you</legend>
      <div className={ui.grid}>
        <CheckedField
          id={`${id}-name`}
          label="Their name"
          check={checkName}
          value={person.fullName}
          onChange={(fullName) => onEdit({ fullName })}
        />
        <TextField
          id={`${id}-job`}
          label="Their job title"
          value={person.jobTitle}
          onChange={(jobTitle) => onEdit({ jobTitle })}
        />
        <CheckedField
          id={`${id}-school`}
          label="Their school, if another"
          check={checkWords}
          value={person.school}
          onChange={(school) => onEdit({ school })}
        />
      </div>
      <div className={page.lineEnd}>
        <CheckField
          id={`${id}-agreed`}
          label="Has read and agreed"
          checked={person.agreed}
          onChange={(agreed) => onEdit({ agreed })}
        />
        <button type="button" className={ui.link} onClick={onRemove}>
          Remove {person.fullName || `person ${number}`}
        </button>
      </div>
    </fieldset>
  );
}

function coSignersHint(people: readonly CoSigner[]): string {
  const agreed = people.filter((person) => person.agreed).length;
  if (agreed > 0) return `The letter says “we” and is signed by ${agreed + 1} people.`;
  if (people.length > 0) return 'Nobody has agreed yet, so the letter says “I” and you alone sign it.';
  return 'For a letter from several leaders. It then says “we” instead of “I”.';
}
