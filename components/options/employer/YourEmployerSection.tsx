import { flushSync } from 'react-dom';
import { governingBodyName } from '../../../lib/employer/employment';
import type { EmployerKind } from '../../../lib/letter/model';
import { addEmployer, deleteEmployer } from '../../../lib/options/actions';
import { copies } from '../../../lib/options/items';
import { useDetails, useDetailsStore } from '../../../lib/options/store';
import type { Copy, Employer } from '../../../lib/storage/schema';
import { EmployerNameField } from '../../employer/EmploymentChoice';
import { focusAndSay } from '../../ui/focusAndSay';
import { type RadioCard, RadioCards } from '../../ui/RadioCards';
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
import { focusField, type Place, useFocusedField } from '../location';
import { detach } from '../../../lib/failure/failure';
import { CheckedField, checkRecipient, TextField } from '../../ui/Field';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

export function YourEmployerSection({ place }: { place: Place }) {
  const details = useDetailsStore();
  const employers = useDetails((state) => state.records.employer);
  const lastUsed = useDetails((state) => state.choices.employerId);
  const { current, choose } = useCurrentRecord(employers, place, lastUsed);
  useFocusedField(place, current !== undefined);
  const add = async () => {
    const id = await addEmployer(details);
    if (id !== null) {
      // The new form must be on the page, or the field of the former one would get the focus.
      flushSync(() => choose(id));
      focusField('organisation');
      focusAndSay(null, 'An employer was added.');
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
        <p className={page.empty}>
          No employer is saved yet. Add one here, or answer “Who employs you?” under{' '}
          <a href="#about-you/employment">About you</a> and we suggest one.
        </p>
      )}
    </>
  );
}

function EmployerCard({ employer }: { employer: Employer }) {
  const details = useDetailsStore();
  return (
    <div className={page.card}>
      <EmployerForm
        form={useRecordForm('employer', employer)}
        schools={useSchoolsOf(employer)}
        copyList={itemListOf(details, copies, employer, { name: '', email: '' }, ({ name }) => name)}
      />
      <p className={page.cardEnd}>
        <button
          type="button"
          className={ui.buttonDanger}
          onClick={() => detach(deleteEmployer(details, employer.id))}
        >
          Delete
        </button>
      </p>
    </div>
  );
}

/** Schools of the people who write to this employer, or of everyone while no one does. */
function useSchoolsOf(employer: Employer): string[] {
  const signers = useDetails((state) => state.records.signer);
  const writers = signers.filter(({ employerId }) => employerId === employer.id);
  const schools = (writers.length > 0 ? writers : signers).map(({ school }) => school.trim());
  return [...new Set(schools.filter(Boolean))];
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
  form: Form<'employer'>;
  /** Schools of the people who write to this employer. */
  schools: readonly string[];
  copyList: ItemList<Copy>;
}

function EmployerForm({ form, schools, copyList }: EmployerFormProps) {
  const chooseKind = (kind: EmployerKind) => {
    form.change('kind', kind);
    if (form.value.organisation.trim() !== '') return;
    const [school, ...others] = schools;
    // A governing body is named after its school.
    if (kind === 'governing-body' && school && others.length === 0)
      form.change('organisation', governingBodyName(school));
  };
  return (
    <>
      <RadioCards
        id="kind"
        legend="Kind of employer"
        inTwo
        value={form.value.kind}
        options={kinds}
        onChange={chooseKind}
      />
      <div className={`${ui.grid} ${page.after}`}>
        <EmployerNameField
          kind={form.value.kind}
          hint="Full name, as it should appear in the letter"
          value={form.value.organisation}
          error={form.errorOf('organisation')}
          onChange={(name) => form.change('organisation', name)}
        />
      </div>
      <h3>Who the letter is addressed to</h3>
      <p className={page.aside}>
        A name is best. Without one the letter begins with the role: “Dear Director of Children’s Services”.
      </p>
      <div className={ui.gridName}>
        <FormField form={form} field="title" hint="Ms, Mr, Dr, Councillor" />
        <FormField form={form} field="firstName" />
        <FormField form={form} field="lastName" />
      </div>
      <div className={`${ui.grid} ${page.after}`}>
        <FormField form={form} field="role" />
        <FormField form={form} field="email" />
        <FormField form={form} field="phone" />
        <FormField form={form} field="ringFirst" hint="When Ofsted calls: name and number" />
        <FormField form={form} field="address" hint="One line per part" wide />
        <FormField form={form} field="postcode" />
      </div>
      <h3>If they don’t answer</h3>
      <div className={ui.grid}>
        <FormField form={form} field="nextPersonUp" hint="A role, or a title and full name" />
        <FormField form={form} field="nextPersonEmail" hint="Optional" />
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
      <p className={page.aside}>
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
      <button
        type="button"
        className={ui.button}
        onClick={() => focusAndSay(`#copy-${list.add()}-name`, 'A copy was added.')}
      >
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
    <fieldset className={page.line}>
      <legend className="visually-hidden">Copy {number}</legend>
      <div className={ui.grid}>
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
      <div className={page.lineEnd}>
        <button type="button" className={ui.link} onClick={onRemove}>
          Remove {copy.name || `copy ${number}`}
        </button>
      </div>
    </fieldset>
  );
}
