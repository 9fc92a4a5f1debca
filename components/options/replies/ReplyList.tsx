import type { Meeting, Reply, ReplyKind } from '../../../lib/storage/schema';
import { DateField } from '../../ui/DateField';
import { SelectField, TextField } from '../../ui/Field';
import { focusAndSay } from '../../ui/focusAndSay';
import type { ItemList } from '../form';

const kinds = [
  { value: 'acknowledgement', label: 'They have received it and will come back to me' },
  { value: 'holding', label: 'They are taking advice' },
  { value: 'partial', label: 'They sent something, but it leaves things out' },
  { value: 'passed-back', label: 'They asked me to do it' },
  { value: 'refusal', label: 'They say it is Ofsted’s job, or refuse' },
  { value: 'offer-to-talk', label: 'They offered to talk' },
  { value: 'full', label: 'They sent an assessment and a plan' },
] as const satisfies readonly { value: ReplyKind; label: string }[];

export function ReplyList({ replies }: { replies: ItemList<Reply> }) {
  return (
    <>
      <h3>Replies</h3>
      {replies.items.length === 0 && <p className="field-hint">No reply is noted yet.</p>}
      {replies.items.map((reply, at) => (
        <ReplyLine
          key={reply.id}
          reply={reply}
          number={at + 1}
          onEdit={(patch) => replies.edit(reply.id, patch)}
          onRemove={() => replies.remove(reply.id)}
        />
      ))}
      <button
        type="button"
        className="button"
        onClick={() => focusAndSay(`#reply-${replies.add()}-date`, 'A reply was added.')}
      >
        Add a reply
      </button>
    </>
  );
}

interface ReplyLineProps {
  reply: Reply;
  number: number;
  onEdit: (patch: Partial<Omit<Reply, 'id'>>) => void;
  onRemove: () => void;
}

function ReplyLine({ reply, number, onEdit, onRemove }: ReplyLineProps) {
  const id = `reply-${reply.id}`;
  return (
    <fieldset className="line">
      <legend className="visually-hidden">Reply {number}</legend>
      <div className="grid">
        <DateField
          id={`${id}-date`}
          label="Date of their reply"
          rule="their reply date"
          value={reply.date}
          onChange={(date) => onEdit({ date })}
        />
        <DateField
          id={`${id}-promised`}
          label="Answer promised by"
          hint="A day they named, if any"
          rule="promised date"
          value={reply.promisedDate}
          onChange={(promisedDate) => onEdit({ promisedDate })}
        />
        <SelectField
          id={`${id}-kind`}
          label="What did they say?"
          wide
          value={reply.kind}
          options={kinds}
          onChange={(kind) => onEdit({ kind })}
        />
        <TextField
          id={`${id}-note`}
          label="Note"
          hint="No names and no health details: others may ask to see it one day"
          rows={2}
          wide
          value={reply.note}
          onChange={(note) => onEdit({ note })}
        />
      </div>
      <div className="line-end">
        <button type="button" className="button-link" onClick={onRemove}>
          Remove reply {number}
        </button>
      </div>
    </fieldset>
  );
}

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
              rule="recorded meeting"
              value={meeting.date}
              onChange={(date) => meetings.edit(meeting.id, { date })}
            />
            <TextField
              id={`meeting-${meeting.id}-time`}
              label="Time"
              type="time"
              value={meeting.time ?? ''}
              onChange={(time) => meetings.edit(meeting.id, { time })}
            />
            <TextField
              id={`meeting-${meeting.id}-place`}
              label="Place"
              value={meeting.place ?? ''}
              onChange={(place) => meetings.edit(meeting.id, { place })}
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
      <button
        type="button"
        className="button"
        onClick={() => focusAndSay(`#meeting-${meetings.add()}-date`, 'A meeting was added.')}
      >
        Add a meeting
      </button>
    </>
  );
}
