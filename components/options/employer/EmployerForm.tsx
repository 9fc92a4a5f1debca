import type { EmployerKind } from '../../../lib/letter/model';
import type { Copy, FieldsOf } from '../../../lib/storage/schema';
import { Combobox } from '../../ui/Combobox';
import { RadioCards, type RadioCard } from '../../ui/RadioCards';
import { checkEmail, checkPostcode } from '../form/checks';
import { formalCouncilName, searchCouncils } from '../../../lib/employer/councils';
import { Copies } from './Copies';
import type { Form, ItemList } from '../form/form';
import { FormField } from '../form/FormField';

const kinds = [
  {
    value: 'council',
    label: 'The council',
    explanation: 'Community, voluntary controlled, nursery, pupil referral unit',
  },
  { value: 'academy-trust', label: 'The academy trust', explanation: 'Any academy or free school' },
  { value: 'governing-body', label: 'The governing body', explanation: 'Voluntary aided or foundation' },
  { value: 'other', label: 'Other', explanation: 'A charity, a proprietor, an agency' },
] as const satisfies readonly RadioCard<EmployerKind>[];

export interface EmployerFormProps {
  form: Form<FieldsOf<'employer'>>;
  copies: ItemList<Copy>;
}

export function EmployerForm({ form, copies }: EmployerFormProps) {
  const isCouncil = form.value.kind === 'council';
  return (
    <>
      <RadioCards
        id="kind"
        legend="Kind of employer"
        inTwo
        value={form.value.kind}
        options={kinds}
        onChange={(kind) => form.change('kind', kind)}
      />
      <div className="grid grid-after">
        {isCouncil && (
          <Combobox
            id="council"
            label="Council"
            hint="Type a few letters and choose it from the list"
            value={form.value.organisation}
            search={searchCouncils}
            settle={formalCouncilName}
            onChange={(name) => form.change('organisation', name)}
          />
        )}
        <FormField
          form={form}
          field="organisation"
          label="Organisation"
          hint={
            isCouncil
              ? 'Its formal name, as it stands in the letter'
              : 'Its full name, as it stands in the letter'
          }
          wide={!isCouncil}
        />
      </div>
      <h3>Who the letter is addressed to</h3>
      <p className="field-hint">
        A name is best. Without one the letter begins with the role: “Dear Director of Children’s Services”.
      </p>
      <div className="grid grid-name">
        <FormField form={form} field="title" label="Title" hint="Ms, Mr, Dr, Councillor" />
        <FormField form={form} field="firstName" label="First name" />
        <FormField form={form} field="lastName" label="Last name" />
      </div>
      <div className="grid grid-after">
        <FormField form={form} field="role" label="Role" wide />
        <FormField form={form} field="email" label="Employer’s email" type="email" check={checkEmail} wide />
        <FormField
          form={form}
          field="address"
          label="Employer’s address"
          hint="One line for each part"
          rows={3}
          wide
        />
        <FormField form={form} field="postcode" label="Employer’s postcode" check={checkPostcode} />
        <FormField
          form={form}
          field="nextPersonUp"
          label="Next person up"
          hint="Whom to write to if nobody answers"
        />
      </div>
      <Copies copies={copies} />
    </>
  );
}
