import { useState } from 'react';
import type { ExchangeEvent } from '../../../lib/correspondence/exchanges';
import { sayings } from '../../../lib/answers/answer';
import { detach } from '../../../lib/failure/failure';
import { formatIfDate } from '../../../lib/letter/dates';
import type { IsoDate } from '../../../lib/letter/model';
import { deleteRecord } from '../../../lib/options/actions';
import { deleteItem, editItem, meetings, replies } from '../../../lib/options/items';
import { useDetailsStore } from '../../../lib/options/store';
import { replyKinds, type Meeting, type Reply, type SentLetter } from '../../../lib/storage/schema';
import { DateField } from '../../ui/DateField';
import { SelectField, TextField } from '../../ui/Field';
import { useRecordForm } from '../RecordPicker';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';
import css from './replies.module.css';

const NOTE_HINT = 'No names and no health details: others may ask to see it one day';

export const eventId = (id: string) => `event-${id}`;

interface EventLineProps {
  event: ExchangeEvent;
  /** It was just added, so it is open. */
  isNew: boolean;
}

/** One letter, reply or meeting in the time line. Unfolded, it can be corrected or deleted. */
export function EventLine({ event, isNew }: EventLineProps) {
  const [isOpen, setOpen] = useState(isNew);
  const { what, title, detail } = describeEvent(event);
  return (
    <li className={css.event} data-is={event.is}>
      <details
        id={eventId(event.id)}
        open={isOpen}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>
          <span>
            {event.date === '' ? 'No date yet' : formatIfDate(event.date)} · {what}
          </span>
          <strong>{title}</strong>
          {detail && <span>{detail}</span>}
        </summary>
        {isOpen && event.is === 'sent' && <SentFields letter={event.letter} />}
        {isOpen && event.is === 'reply' && <ReplyFields letter={event.letter} reply={event.item} />}
        {isOpen && event.is === 'meeting' && <MeetingFields letter={event.letter} meeting={event.item} />}
      </details>
    </li>
  );
}

function describeEvent(event: ExchangeEvent): { what: string; title: string; detail: string } {
  switch (event.is) {
    case 'sent': {
      const { title, replyBy } = event.letter;
      const detail = replyBy === '' ? '' : `Reply-by date in the letter: ${formatIfDate(replyBy)}`;
      return { what: 'You wrote', title, detail };
    }
    case 'reply': {
      const { kind, promisedDate, note } = event.item;
      const promised = promisedDate === '' ? '' : `Answer promised by ${formatIfDate(promisedDate)}`;
      return { what: 'Their reply', title: sayings[kind].option, detail: joinParts(promised, note) };
    }
    case 'meeting': {
      const { time, place, note } = event.item;
      return { what: 'Meeting', title: [time, place].filter(Boolean).join(', ') || 'Meeting', detail: note };
    }
  }
}

/** “ of 23 November 2026”; empty while there is no date. */
const ofDay = (day: IsoDate, before = ' of') => day && `${before} ${formatIfDate(day)}`;

const joinParts = (...parts: string[]) => parts.filter(Boolean).join('. ');

function SentFields({ letter }: { letter: SentLetter }) {
  const details = useDetailsStore();
  const { value, change, errorOf } = useRecordForm('sent', letter);
  const { id, title, sentOn } = letter;
  const count = letter.replies.length + letter.meetings.length;
  const what = `${title}${ofDay(sentOn, ', sent on')}${count > 0 ? ', with what was noted of it' : ''}`;
  return (
    <div className={css.opened}>
      <div className={ui.grid}>
        <DateField
          id={`${id}-sentOn`}
          label="Sent on"
          hint="As recorded by you"
          rule="sent on"
          value={value.sentOn}
          error={errorOf('sentOn')}
          onChange={(day) => change('sentOn', day)}
        />
        <DateField
          id={`${id}-replyBy`}
          label="Reply-by date in the letter"
          hint="Empty if it names none"
          rule="recorded reply date"
          value={value.replyBy}
          error={errorOf('replyBy')}
          onChange={(day) => change('replyBy', day)}
        />
      </div>
      <details className={`${ui.more} ${page.after}`}>
        <summary>Text as sent</summary>
        {value.text ? (
          <pre className={`${page.sheet} ${page.sentText}`}>{value.text}</pre>
        ) : (
          <p className={page.aside}>The text of this letter is not saved here.</p>
        )}
      </details>
      <DeleteButton what="letter" onDelete={() => detach(deleteRecord(details, 'sent', id, what))} />
    </div>
  );
}

const kinds = replyKinds.map((value) => ({ value, label: sayings[value].option }));

function ReplyFields({ letter, reply }: { letter: SentLetter; reply: Reply }) {
  const details = useDetailsStore();
  const id = `reply-${reply.id}`;
  const edit = (patch: Partial<Reply>) => editItem(details, replies, letter.id, reply.id, patch);
  return (
    <div className={css.opened}>
      <div className={ui.grid}>
        <DateField
          id={`${id}-date`}
          label="Date of their reply"
          rule="their reply date"
          value={reply.date}
          onChange={(date) => edit({ date })}
        />
        <DateField
          id={`${id}-promised`}
          label="Answer promised by"
          hint="A day they named, if any"
          rule="promised date"
          value={reply.promisedDate}
          onChange={(promisedDate) => edit({ promisedDate })}
        />
        <SelectField
          id={`${id}-kind`}
          label="What are they saying?"
          wide
          value={reply.kind}
          options={kinds}
          onChange={(kind) => edit({ kind })}
        />
        <TextField
          id={`${id}-note`}
          label="Note"
          hint={NOTE_HINT}
          rows={2}
          wide
          value={reply.note}
          onChange={(note) => edit({ note })}
        />
      </div>
      <DeleteButton
        what="reply"
        onDelete={() => deleteItem(details, replies, letter.id, reply.id, `reply${ofDay(reply.date)}`)}
      />
    </div>
  );
}

function MeetingFields({ letter, meeting }: { letter: SentLetter; meeting: Meeting }) {
  const details = useDetailsStore();
  const id = `meeting-${meeting.id}`;
  const edit = (patch: Partial<Meeting>) => editItem(details, meetings, letter.id, meeting.id, patch);
  return (
    <div className={css.opened}>
      <div className={ui.grid}>
        <DateField
          id={`${id}-date`}
          label="Date of the meeting"
          rule="recorded meeting"
          value={meeting.date}
          onChange={(date) => edit({ date })}
        />
        <TextField
          id={`${id}-time`}
          label="Time"
          type="time"
          value={meeting.time}
          onChange={(time) => edit({ time })}
        />
        <TextField
          id={`${id}-place`}
          label="Place"
          wide
          value={meeting.place}
          onChange={(place) => edit({ place })}
        />
        <TextField
          id={`${id}-note`}
          label="What was agreed"
          hint={NOTE_HINT}
          rows={2}
          wide
          value={meeting.note}
          onChange={(note) => edit({ note })}
        />
      </div>
      <DeleteButton
        what="meeting"
        onDelete={() => deleteItem(details, meetings, letter.id, meeting.id, `meeting${ofDay(meeting.date)}`)}
      />
    </div>
  );
}

function DeleteButton({ what, onDelete }: { what: string; onDelete: () => void }) {
  return (
    <p className={page.cardEnd}>
      <button type="button" className={ui.buttonDanger} onClick={onDelete}>
        Delete this {what}
      </button>
    </p>
  );
}

/**
 * Keeps the former order of the entries, so that a line does not move while the user types a date in it. The new order
 * applies when the search or the sort order changes (`arrangedBy`), or when an entry is added or removed.
 */
export function useSteadyOrder<Entry extends { id: string }>(
  arranged: readonly Entry[],
  arrangedBy: string,
): readonly Entry[] {
  const [steady, setSteady] = useState({ arrangedBy, ids: arranged.map(({ id }) => id) });
  const byId = new Map(arranged.map((entry) => [entry.id, entry]));
  const inPlace = steady.ids.flatMap((id) => byId.get(id) ?? []);
  const isSame = steady.arrangedBy === arrangedBy && inPlace.length === arranged.length;
  if (isSame && steady.ids.length === arranged.length) return inPlace;
  setSteady({ arrangedBy, ids: arranged.map(({ id }) => id) });
  return arranged;
}
