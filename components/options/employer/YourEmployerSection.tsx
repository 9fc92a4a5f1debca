import { addEmployer, deleteEmployer, editField } from '../../../lib/details/actions';
import { copies } from '../../../lib/details/itemLists';
import type { Employer } from '../../../lib/storage/schema';
import { useDetails } from '../../../lib/details/store';
import { itemListOf, useRecordForm } from '../form/useRecordForm';
import { RecordPicker } from '../records/RecordPicker';
import { useCurrentRecord } from '../records/useCurrentRecord';
import { SectionHead } from '../SectionHead';
import type { Place } from '../sections';
import { focusField, useFocusedField } from '../usePlace';
import { councilCodeOf } from '../../../lib/employer/councils';
import { EmployerForm } from './EmployerForm';

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
        onAdd={() => void add()}
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
  const form = useRecordForm('employer', employer);
  /** The department’s code goes with the council’s name, and with no other name. */
  const change: typeof form.change = (field, value) => {
    form.change(field, value);
    const changed: Employer = { ...employer, [field]: value };
    const code = changed.kind === 'council' ? councilCodeOf(changed.organisation) : '';
    if (code !== employer.councilCode) editField('employer', employer.id, 'councilCode', code);
  };
  return (
    <div className="card">
      <EmployerForm
        form={{ ...form, change }}
        copies={itemListOf(copies, employer, { name: '', email: '' }, ({ name }) => name)}
      />
      <p className="card-end">
        <button
          type="button"
          className="button button-danger"
          onClick={() => void deleteEmployer(employer.id)}
        >
          Delete
        </button>
      </p>
    </div>
  );
}
