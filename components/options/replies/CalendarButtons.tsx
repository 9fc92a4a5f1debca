import { renderCalendar, type CalendarDay } from '../../../lib/correspondence/calendar';
import type { SentLetter } from '../../../lib/storage/schema';
import { lastMeeting, lastReply } from '../../../lib/storage/lists';
import { isIsoDate } from '../../../lib/letter/dates';
import type { SaveFile } from '../browserSide';

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
