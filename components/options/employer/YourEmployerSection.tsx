import { formalCouncilName, searchCouncils } from '../../../lib/employer/councils';
import type { EmployerKind } from '../../../lib/letter/model';
import { addEmployer, copies, deleteEmployer } from '../../../lib/options/actions';
import { useDetails } from '../../../lib/options/store';
import type { Copy, Employer, FieldsOf } from '../../../lib/storage/schema';
import { CheckedField, checkName, checkPostcode, checkRecipient } from '../../ui/CheckedField';
import { Combobox } from '../../ui/Combobox';
import { type RadioCard, RadioCards } from '../../ui/RadioCards';
import { type Form, FormField, type ItemList, itemListOf, useRecordForm } from '../form';
import { RecordPicker, useCurrentRecord } from '../RecordPicker';
import { SectionHead } from '../SectionHead';
import { focusField, type Place, useFocusedField } from '../location';
import { detach } from '../../../lib/failure/failure';
import { TextField } from '../../ui/Field';

export function YourEmployerSection({ place }: { place: Place }) {
  const employers = useDetails((details) => details.records.employer);
  const lastUsed = useDetails((details) => details.choices.employerId);
  const { current, choose } = useCurrentRecord(employers, place, lastUsed);
  useFocusedField(place, current !== undefined);
  const add = async () => {
    const id = await addEmployer();
    if (id !== null) {
      choose(id);
      focusField('organisation');
    }
  };
  return (
    <>
      <SectionHead
        title="Your employer"
        lead="Who the letter goes to. The employer is whoever your contract is with, which is not always who runs the school day to day."
      />
      <RecordPicker
        plural="employers"
        records={employers.map(({ id, organisation }) => ({ id, name: organisation, detail: '' }))}
        currentId={current?.id ?? ''}
        addLabel="Add employer"
        onChoose={choose}
        onAdd={() => detach(add())}
      />
      {current ? (
        <EmployerCard key={current.id} employer={current} />
      ) : (
        <p className="empty">
          No employer is saved yet. Add one here, or answer “Who employs you?” under{' '}
          <a href="#about-you/employment">About you</a> and we suggest one.
        </p>
      )}
    </>
  );
}

function EmployerCard({ employer }: { employer: Employer }) {
  return (
    <div className="card">
      <EmployerForm
        form={useRecordForm('employer', employer)}
        copyList={itemListOf(copies, employer, { name: '', email: '' }, ({ name }) => name)}
      />
      <p className="card-end">
        <button
          type="button"
          className="button button-danger"
          onClick={() => detach(deleteEmployer(employer.id))}
        >
          Delete
        </button>
      </p>
    </div>
  );
}

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
  copyList: ItemList<Copy>;
}

function EmployerForm({ form, copyList }: EmployerFormProps) {
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
              ? 'Full name, as it should appear in the letter'
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
        <FormField
          form={form}
          field="email"
          label="Employer’s email"
          type="email"
          check={checkRecipient}
          wide
        />
        <FormField
          form={form}
          field="address"
          label="Employer’s address"
          hint="One line per part"
          rows={3}
          wide
        />
        <FormField form={form} field="postcode" label="Employer’s postcode" check={checkPostcode} />
        <FormField
          form={form}
          field="nextPersonUp"
          label="Next person up"
          check={checkName}
          hint="Who to write to if they don’t answer"
        />
      </div>
      <Copies copies={copyList} />
    </>
  );
}

/** People who can be copied in. The user ticks them for each letter. */
function Copies({ copies: list }: { copies: ItemList<Copy> }) {
  return (
    <>
      <h3>Copies</h3>
      <p className="field-hint">
        Nobody is copied in unless you tick them for that letter. Think twice before copying your union: the
        address shows your employer that you are a member.
      </p>
      {list.items.map((copy, at) => (
        <CopyLine
          key={copy.id}
          copy={copy}
          number={at + 1}
          onEdit={(patch) => list.edit(copy.id, patch)}
          onRemove={() => list.remove(copy.id)}
        />
      ))}
      <button type="button" className="button" onClick={list.add}>
        Add a copy
      </button>
    </>
  );
}

interface CopyLineProps {
  copy: Copy;
  number: number;
  onEdit: (patch: Partial<Omit<Copy, 'id'>>) => void;
  onRemove: () => void;
}

function CopyLine({ copy, number, onEdit, onRemove }: CopyLineProps) {
  const id = `copy-${copy.id}`;
  return (
    <fieldset className="line">
      <legend className="visually-hidden">Copy {number}</legend>
      <div className="grid">
        <TextField
          id={`${id}-name`}
          label="Name or role"
          value={copy.name}
          onChange={(name) => onEdit({ name })}
        />
        <CheckedField
          id={`${id}-email`}
          label="Their email"
          type="email"
          check={checkRecipient}
          value={copy.email}
          onChange={(email) => onEdit({ email })}
        />
      </div>
      <div className="line-end">
        <button type="button" className="button-link" onClick={onRemove}>
          Remove {copy.name || `copy ${number}`}
        </button>
      </div>
    </fieldset>
  );
}
