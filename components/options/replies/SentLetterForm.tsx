import { useEffect, useState } from 'react';
import { type CalendarDay, renderCalendar } from '../../../lib/correspondence/calendar';
import { type NextLetter, proposeNextLetter } from '../../../lib/correspondence/nextLetter';
import { readThread } from '../../../lib/correspondence/sentLetters';
import { isIsoDate, formatIfDate } from '../../../lib/letter/dates';
import type { IsoDate } from '../../../lib/letter/model';
import { lastMeeting, lastReply } from '../../../lib/storage/lists';
import { repository } from '../../../lib/storage/repository';
import type { FieldsOf, Meeting, Reply, SentLetter } from '../../../lib/storage/schema';
import { DateField } from '../../ui/DateField';
import type { SaveFile } from '../browserSide';
import type { Form, ItemList } from '../form';
import { MeetingList, ReplyList } from './ReplyList';

interface SentLetterFormProps {
  /** Several may be open at once. */
  id: string;
  form: Form<FieldsOf<'sent'>>;
  replies: ItemList<Reply>;
  meetings: ItemList<Meeting>;
}

/** A sent letter: its dates in the user’s own word, its exact text, and what came of it. */
export function SentLetterForm({ id, form, replies, meetings }: SentLetterFormProps) {
  const { value } = form;
  return (
    <>
      <div className="grid">
        <DateField
          id={`${id}-sentOn`}
          label="Sent on"
          hint="As recorded by you"
          value={value.sentOn}
          error={form.trouble('sentOn')}
          onChange={(sentOn) => form.change('sentOn', sentOn)}
        />
        <DateField
          id={`${id}-replyBy`}
          label="Reply-by date in the letter"
          hint="The date in the letter; empty if it names none"
          value={value.replyBy}
          error={form.trouble('replyBy')}
          onChange={(replyBy) => form.change('replyBy', replyBy)}
        />
      </div>
      <details className="fold grid-after">
        <summary>The exact text</summary>
        <pre className="letter-sheet sent-text">{value.text}</pre>
      </details>
      <ReplyList replies={replies} />
      <MeetingList meetings={meetings} />
    </>
  );
}

interface NextStepProps {
  next: NextLetter;
  /** Of the letter to be written; empty where there is none. */
  title: string;
  onChoose: (letterId: string) => void;
}

/** What may be done next; nothing is written or sent by itself. */
export function NextStep({ next, title, onChoose }: NextStepProps) {
  switch (next.do) {
    case 'nothing':
      return null;
    case 'wait':
      return <p className="notice">Nothing to do before {formatIfDate(next.until)}.</p>;
    case 'write':
      return (
        <div className="notice">
          <p>
            <strong>Next letter: “{title}”.</strong> {next.because}
          </p>
          <button type="button" className="button" onClick={() => onChoose(next.letterId)}>
            Use this letter next
          </button>
        </div>
      );
  }
}

/** What all that this person sent to this employer calls for; read again whenever this letter changes. */
export function useNextLetter(sent: SentLetter, today: IsoDate): NextLetter {
  const [thread, setThread] = useState<SentLetter[]>([]);
  useEffect(() => {
    let isStale = false;
    void readThread(repository, sent).then((read) => !isStale && read.ok && setThread(read.value));
    return () => {
      isStale = true;
    };
  }, [sent]);
  // The letter as it stands on this page, which may be ahead of what is stored.
  return proposeNextLetter([...thread.filter(({ id }) => id !== sent.id), sent], today);
}

interface CalendarButtonsProps {
  sent: SentLetter;
  now: () => Date;
  saveFile: SaveFile;
}

/** Dates for the user’s own calendar. Their titles name nobody: a calendar may be shared. */
export function CalendarButtons({ sent, now, saveFile }: CalendarButtonsProps) {
  const offers = calendarOffers(sent).filter(({ day }) => isIsoDate(day.date));
  if (offers.length === 0) return null;
  return (
    <p className="actions">
      {offers.map(({ label, day }) => (
        <button
          key={day.id}
          type="button"
          className="button-link"
          onClick={() => saveFile(`${day.date}.ics`, renderCalendar(day, now()), 'text/calendar')}
        >
          {label}
        </button>
      ))}
    </p>
  );
}

/** The reply date, the last day promised and the last meeting. */
function calendarOffers(sent: SentLetter): { label: string; day: CalendarDay }[] {
  const { id, replyBy } = sent;
  const promised = lastReply(sent)?.promisedDate ?? '';
  const meeting = lastMeeting(sent)?.date ?? '';
  return [
    {
      label: 'Put the reply date in my calendar',
      day: { id: `${id}-reply`, date: replyBy, title: 'Reply date: letter to employer' },
    },
    {
      label: 'Put the promised date in my calendar',
      day: { id: `${id}-promise`, date: promised, title: 'Promised date: letter to employer' },
    },
    {
      label: 'Put the meeting in my calendar',
      day: { id: `${id}-meeting`, date: meeting, title: 'Meeting: letter to employer' },
    },
  ];
}
