import type { Meeting } from '../../../lib/storage/schema';
import { DateField } from '../../ui/DateField';
import { TextField } from '../../ui/TextField';
import type { ItemList } from '../form/form';

export function MeetingList({ meetings }: { meetings: ItemList<Meeting> }) {
  return (
    <>
      <h3>Meetings</h3>
      {meetings.items.length === 0 && <p className="field-hint">No meeting is noted yet.</p>}
      {meetings.items.map((meeting, at) => (
        <fieldset key={meeting.id} className="line">
          <legend className="visually-hidden">Meeting {at + 1}</legend>
          <div className="grid">
            <DateField
              id={`meeting-${meeting.id}-date`}
              label="Date of the meeting"
              value={meeting.date}
              onChange={(date) => meetings.edit(meeting.id, { date })}
            />
            <TextField
              id={`meeting-${meeting.id}-note`}
              label="What was agreed"
              rows={2}
              wide
              value={meeting.note}
              onChange={(note) => meetings.edit(meeting.id, { note })}
            />
          </div>
          <div className="line-end">
            <button type="button" className="button-link" onClick={() => meetings.remove(meeting.id)}>
              Remove meeting {at + 1}
            </button>
          </div>
        </fieldset>
      ))}
      <button type="button" className="button" onClick={meetings.add}>
        Add a meeting
      </button>
    </>
  );
}
