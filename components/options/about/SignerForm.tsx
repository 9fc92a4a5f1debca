import type { ReactNode } from 'react';
import type { CoSigner, FieldsOf } from '../../../lib/storage/schema';
import { checkEmail, checkPostcode } from '../form/checks';
import { CoSigners } from './CoSigners';
import type { Form, ItemList } from '../form/form';
import { FormField } from '../form/FormField';

export interface SignerFormProps {
  form: Form<FieldsOf<'signer'>>;
  /** Fills the form from the register of schools. */
  finder: ReactNode;
  /** "Who employs you?" with its proposal. */
  employment: ReactNode;
  people: ItemList<CoSigner>;
}

export function SignerForm({ form, finder, employment, people }: SignerFormProps) {
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
      <p className="field-hint">The address stands at the top of the Word letter. An email leaves it out.</p>
      <div className="grid">
        <FormField
          form={form}
          field="address"
          label="School address"
          hint="One line for each part"
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
