import { useEffect, useState } from 'react';
import { type CalendarDay, renderCalendar } from '../../../lib/correspondence/calendar';
import { type NextLetter, proposeNextLetter } from '../../../lib/correspondence/nextLetter';
import { readThread } from '../../../lib/correspondence/sentLetters';
import { isIsoDate, formatIfDate } from '../../../lib/letter/dates';
import type { IsoDate } from '../../../lib/letter/model';
import { lastMeeting, lastReply } from '../../../lib/storage/lists';
import { repository } from '../../../lib/storage/repository';
import type { FieldsOf, Meeting, Reply, SentLetter } from '../../../lib/storage/schema';
import { focusAndSay } from '../../ui/focusAndSay';
import { DateField } from '../../ui/DateField';
import type { SaveFile } from '../browserSide';
import type { Form, ItemList } from '../form';
import { MeetingList, ReplyList } from './ReplyList';
import { detach } from '../../../lib/failure/failure';

interface SentLetterFormProps {
  /** Prefix of the fields’ ids, because several letters can be open at once. */
  id: string;
  form: Form<FieldsOf<'sent'>>;
  replies: ItemList<Reply>;
  meetings: ItemList<Meeting>;
}

/** A sent letter: its dates as the user recorded them, its exact text, the replies and the meetings. */
export function SentLetterForm({ id, form, replies, meetings }: SentLetterFormProps) {
  const { value } = form;
  return (
    <>
      <div className="grid">
        <DateField
          id={`${id}-sentOn`}
          label="Sent on"
          hint="As recorded by you"
          rule="sent on"
          value={value.sentOn}
          error={form.errorOf('sentOn')}
          onChange={(sentOn) => form.change('sentOn', sentOn)}
        />
        <DateField
          id={`${id}-replyBy`}
          label="Reply-by date in the letter"
          hint="The date in the letter; empty if it names none"
          rule="recorded reply date"
          value={value.replyBy}
          error={form.errorOf('replyBy')}
          onChange={(replyBy) => form.change('replyBy', replyBy)}
        />
      </div>
      <details className="fold grid-after">
        <summary>Text as sent</summary>
        {value.text ? (
          <pre className="letter-sheet sent-text">{value.text}</pre>
        ) : (
          <p className="field-hint">The text of this letter is not saved here.</p>
        )}
      </details>
      <ReplyList replies={replies} />
      <MeetingList meetings={meetings} />
    </>
  );
}

interface NextStepProps {
  next: NextLetter;
  /** Title of the next letter; empty if there is none. */
  title: string;
  onChoose: (letterId: string) => void;
}

/** Suggests the next letter. Nothing is written until the user chooses it. */
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

/** The next step after all letters from this signer to this employer. They are read again whenever this letter changes. */
export function useNextLetter(sent: SentLetter, today: IsoDate): NextLetter {
  const [thread, setThread] = useState<SentLetter[]>([]);
  useEffect(() => {
    let isStale = false;
    detach(readThread(repository, sent).then((read) => !isStale && read.ok && setThread(read.value)));
    return () => {
      isStale = true;
    };
  }, [sent]);
  // Use this page’s version of the letter: its latest changes may not be stored yet.
  return proposeNextLetter([...thread.filter(({ id }) => id !== sent.id), sent], today);
}

interface CalendarButtonsProps {
  sent: SentLetter;
  now: () => Date;
  saveFile: SaveFile;
}

/** Offers dates for the user’s calendar. Their titles contain no names, because a calendar may be shared. */
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
          onClick={() => {
            saveFile(`${day.date}.ics`, renderCalendar(day, now()), 'text/calendar');
            focusAndSay(
              null,
              'The calendar file is in your Downloads folder. Open it to put the date in your calendar.',
            );
          }}
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
  const meeting = lastMeeting(sent);
  return [
    {
      label: 'Put the reply date in my calendar',
      day: { id: `${id}-reply`, date: replyBy, title: 'Reply date: letter to employer', remind: true },
    },
    {
      label: 'Put the promised date in my calendar',
      day: { id: `${id}-promise`, date: promised, title: 'Promised date: letter to employer', remind: true },
    },
    {
      label: 'Put the meeting in my calendar',
      day: {
        // Another meeting is another entry; the same meeting on another day is the same entry.
        id: `${id}-meeting-${meeting?.id ?? ''}`,
        date: meeting?.date ?? '',
        time: meeting?.time ?? '',
        place: meeting?.place ?? '',
        title: 'Meeting: letter to employer',
      },
    },
  ];
}
