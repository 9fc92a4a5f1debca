import type { ReactNode } from 'react';
import { addSigner, coSigners, deleteSigner } from '../../../lib/options/actions';
import { useDetails } from '../../../lib/options/store';
import type { CoSigner, FieldsOf, Signer } from '../../../lib/storage/schema';
import { FormField } from '../FormField';
import { RecordPicker, useCurrentRecord } from '../RecordPicker';
import { SectionHead } from '../SectionHead';
import { type Form, type ItemList, itemListOf, useRecordForm } from '../form';
import { checkEmail, checkPostcode } from '../../ui/CheckedField';
import { focusField, type Place, useFocusedField } from '../location';
import { CoSigners } from './CoSigners';
import { EmployerOfSigner } from './EmployerOfSigner';
import { useEmployerOf } from './useEmployerOf';
import { FindMySchool } from './FindMySchool';
import { fillFromSchool } from './fillFromSchool';
import { detach } from '../../../lib/failure/failure';

export function AboutYouSection({ place }: { place: Place }) {
  const signers = useDetails((details) => details.records.signer);
  const lastUsed = useDetails((details) => details.choices.signerId);
  const { current, choose } = useCurrentRecord(signers, place, lastUsed);
  useFocusedField(place, current !== undefined);
  const add = async () => {
    const id = await addSigner();
    if (id !== null) {
      choose(id);
      focusField('fullName');
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
        <p className="empty">No one is saved yet. Add the person who will sign.</p>
      )}
    </>
  );
}

function SignerCard({ signer }: { signer: Signer }) {
  const form = useRecordForm('signer', signer);
  const employers = useEmployerOf(signer);
  const newPerson = { fullName: '', jobTitle: '', school: '', agreed: false };
  return (
    <div className="card">
      <SignerForm
        form={form}
        finder={<FindMySchool onUse={(proposal) => fillFromSchool(signer.id, proposal, employers)} />}
        employment={<EmployerOfSigner signer={signer} employers={employers} />}
        people={itemListOf(coSigners, signer, newPerson, ({ fullName }) => fullName)}
      />
      <p className="card-end">
        <button
          type="button"
          className="button button-danger"
          onClick={() => detach(deleteSigner(signer.id))}
        >
          Delete
        </button>
      </p>
    </div>
  );
}

export interface SignerFormProps {
  form: Form<FieldsOf<'signer'>>;
  /** Fills the form from the register of schools. */
  finder: ReactNode;
  /** "Who employs you?" with its proposal. */
  employment: ReactNode;
  people: ItemList<CoSigner>;
}

function SignerForm({ form, finder, employment, people }: SignerFormProps) {
  return (
    <>
      <div className="grid">
        <FormField form={form} field="fullName" label="Full name" autoComplete="name" />
        <FormField form={form} field="jobTitle" label="Job title" autoComplete="organization-title" />
        <FormField form={form} field="school" label="School" wide />
      </div>
      <div className="grid-after">{finder}</div>
      {employment}
      <h3>How they can reach you</h3>
      <p className="field-hint">Your address goes at the top of the Word letter, not in emails.</p>
      <div className="grid">
        <FormField
          form={form}
          field="address"
          label="School address"
          hint="One line per part"
          rows={3}
          wide
        />
        <FormField form={form} field="postcode" label="School postcode" check={checkPostcode} />
        <FormField form={form} field="phone" label="Phone" type="tel" />
        <FormField form={form} field="email" label="Email" type="email" check={checkEmail} wide />
      </div>
      <CoSigners people={people} />
    </>
  );
}
