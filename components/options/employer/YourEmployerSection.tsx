import { addEmployer, deleteEmployer, editFields } from '../../../lib/details/actions';
import { copies } from '../../../lib/details/itemLists';
import type { Employer } from '../../../lib/details/schema';
import { useDetails } from '../../../lib/details/store';
import { itemListOf, useRecordForm } from '../form/useRecordForm';
import { RecordPicker } from '../records/RecordPicker';
import { useCurrentRecord } from '../records/useCurrentRecord';
import { SectionHead } from '../SectionHead';
import type { Place } from '../sections';
import { focusField, useFocusedField } from '../usePlace';
import { councilCodeOf } from './councilSearch';
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
  return (
    <div className="card">
      <EmployerForm
        form={form}
        onCouncil={(organisation) => {
          form.change('organisation', organisation);
          editFields('employer', employer.id, { councilCode: councilCodeOf(organisation) });
        }}
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
