import { useEffect, useState } from 'react';
import { type CalendarDay, renderCalendar, replyDay } from '../../../lib/correspondence/calendar';
import { type Exchange, listEvents } from '../../../lib/correspondence/exchanges';
import { latestOf, type NextLetter, proposeNextLetter } from '../../../lib/correspondence/nextLetter';
import { detach } from '../../../lib/failure/failure';
import { formatIfDate, isIsoDate } from '../../../lib/letter/dates';
import type { IsoDate } from '../../../lib/letter/model';
import { openSentLetters, saveChoices } from '../../../lib/options/actions';
import { addItem, meetings } from '../../../lib/options/items';
import { useDetails, useDetailsStore } from '../../../lib/options/store';
import { emptyItems, type SentLetter } from '../../../lib/storage/schema';
import { CALENDAR_SAVED } from '../../../lib/writing/outcomeSentences';
import { focusAndSay } from '../../ui/focusAndSay';
import type { SaveFile } from '../browserSide';
import { AddReply, chosenSentence } from './AddByHand';
import { EventLine, eventId, useSteadyOrder } from './EventLine';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';
import css from './replies.module.css';

interface ExchangeProps {
  exchange: Exchange;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  today: IsoDate;
  titleOf: (letterId: string) => string;
  saveFile: SaveFile;
}

/** All letters from one signer to one employer, and what came back, as a time line. */
export function ExchangeCard({ exchange, isOpen, onToggle, ...rest }: ExchangeProps) {
  return (
    <details
      className={`${page.card} ${css.exchange}`}
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary>
        <strong title={nameExchange(exchange)}>{nameExchange(exchange)}</strong>
        <span>{describeState(exchange, rest.today)}</span>
      </summary>
      {isOpen && <OpenExchange exchange={exchange} {...rest} />}
    </details>
  );
}

export function nameExchange({ signerName, employerName }: Pick<Exchange, 'signerName' | 'employerName'>) {
  return `${signerName || 'Nobody named'} to ${employerName || 'nobody named'}`;
}

function describeState({ entries, waitingFor }: Exchange, today: IsoDate): string {
  const count = entries.length === 1 ? '1 letter' : `${entries.length} letters`;
  const last = entries.at(-1);
  const sent = last && last.sentOn !== '' ? `${count}, the last on ${formatIfDate(last.sentOn)}` : count;
  if (waitingFor === '') return `${sent}.`;
  return `${sent}. A reply ${waitingFor < today ? 'was' : 'is'} due by ${formatIfDate(waitingFor)}.`;
}

/** More events than this are folded: the last ones matter, and thousands of lines are slow. */
const SHOWN = 20;

function OpenExchange({ exchange, today, titleOf, saveFile }: Omit<ExchangeProps, 'isOpen' | 'onToggle'>) {
  const details = useDetailsStore();
  const records = useDetails((state) => state.records.sent);
  const ids = exchange.entries.map(({ id }) => id);
  const wanted = ids.join(' ');
  useEffect(() => detach(openSentLetters(details, wanted.split(' '))), [details, wanted]);
  const isOurs = new Set(ids);
  const letters = records.filter(({ id }) => isOurs.has(id));
  const events = useSteadyOrder(listEvents(letters), '');
  const [shown, setShown] = useState(SHOWN);
  const [openId, setOpenId] = useState('');
  if (letters.length === 0) return <p className={page.aside}>Opening…</p>;
  const earlier = events.length - shown;
  const showEarlier = () => {
    setShown(shown + SHOWN);
    const count = Math.min(SHOWN, earlier);
    focusAndSay(`#${eventId(events[earlier - count]?.id ?? '')} summary`, `${count} earlier ones above.`);
  };
  const open = (id: string, sentence: string) => {
    setOpenId(id);
    focusAndSay(`#${eventId(id)} input`, sentence);
  };
  return (
    <ol className={css.timeline}>
      {earlier > 0 && (
        <li className={css.event}>
          <button type="button" className={ui.link} onClick={showEarlier}>
            Show {Math.min(SHOWN, earlier)} of {earlier} earlier ones
          </button>
        </li>
      )}
      {events.slice(-shown).map((event) => (
        <EventLine key={event.id} event={event} isNew={event.id === openId} />
      ))}
      <NextStep letters={letters} today={today} titleOf={titleOf} saveFile={saveFile} onAdded={open} />
    </ol>
  );
}

interface NextStepProps {
  letters: readonly SentLetter[];
  today: IsoDate;
  titleOf: (letterId: string) => string;
  saveFile: SaveFile;
  onAdded: (id: string, sentence: string) => void;
}

/** The end of the time line: what to do next, as one main button. Nothing is written until the user chooses it. */
function NextStep({ letters, today, titleOf, saveFile, onAdded }: NextStepProps) {
  const details = useDetailsStore();
  const [isAdding, setAdding] = useState(false);
  const { last } = latestOf(letters);
  const next = proposeNextLetter(letters, today);
  if (!last) return null;
  const choose = async (letter: NextLetter & { do: 'write' }) => {
    const { letterId } = letter;
    await saveChoices(details, { letterId, signerId: last.signerId, employerId: last.employerId });
    const [label, title] = [labelOf(letter, titleOf), titleOf(letterId)];
    focusAndSay(null, `${label === title ? '' : `${label}: `}${chosenSentence(title)}`);
  };
  const closeReply = (sentence: string, replyId: string | null) => {
    setAdding(false);
    if (replyId === null) focusAndSay('#next-step button', sentence);
    else onAdded(replyId, sentence);
  };
  const addMeeting = () =>
    onAdded(
      addItem(details, meetings, last.id, emptyItems.meetings, 'a meeting'),
      'A meeting was added. Type its date.',
    );
  return (
    <li id="next-step" className={css.event} data-is="next">
      <p>
        <strong>Next step.</strong> {describeNext(next)}
      </p>
      <p className={ui.actions}>
        {next.do === 'write' && (
          <button type="button" className={ui.buttonMain} onClick={() => detach(choose(next))}>
            {labelOf(next, titleOf)}
          </button>
        )}
        <button
          type="button"
          className={next.do === 'wait' ? ui.buttonMain : ui.button}
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        >
          Add their reply
        </button>
        <button type="button" className={ui.button} onClick={addMeeting}>
          Add a meeting
        </button>
      </p>
      {isAdding && <AddReply answered={last} today={today} titleOf={titleOf} onDone={closeReply} />}
      <CalendarButtons letters={letters} today={today} saveFile={saveFile} />
    </li>
  );
}

/** The letter's title; the letter titled "Arrange a meeting" also confirms one whose day is set. */
function labelOf({ letterId, answers }: NextLetter & { do: 'write' }, titleOf: NextStepProps['titleOf']) {
  return answers['meeting date'] ? 'Confirm the meeting' : titleOf(letterId);
}

function describeNext(next: NextLetter): string {
  switch (next.do) {
    case 'write':
      return next.because;
    case 'wait':
      return `Nothing to do before ${formatIfDate(next.until)}, unless they reply.`;
    case 'nothing':
      return 'Nothing to send now.';
  }
}

function saveCalendar(day: CalendarDay, saveFile: SaveFile): void {
  saveFile(`${day.date}.ics`, renderCalendar(day, new Date()), 'text/calendar');
  focusAndSay(null, CALENDAR_SAVED);
}

/** Offers the days to come for the user’s calendar. Their titles contain no names, because a calendar may be shared. */
function CalendarButtons({
  letters,
  today,
  saveFile,
}: Pick<NextStepProps, 'letters' | 'today' | 'saveFile'>) {
  const offers = calendarOffers(letters).filter(({ day }) => isIsoDate(day.date) && day.date >= today);
  if (offers.length === 0) return null;
  return (
    <p className={ui.actions}>
      {offers.map(({ label, day }) => (
        <button key={day.id} type="button" className={ui.link} onClick={() => saveCalendar(day, saveFile)}>
          {label}
        </button>
      ))}
    </p>
  );
}

/** The last letter’s reply date, the last day promised and the last meeting. */
function calendarOffers(letters: readonly SentLetter[]): { label: string; day: CalendarDay }[] {
  const { last, reply, meeting } = latestOf(letters);
  return [
    ...(last && !reply ? [{ label: 'Put the reply date in my calendar', day: replyDay(last) }] : []),
    ...(reply
      ? [
          {
            label: 'Put the promised date in my calendar',
            day: {
              id: `${reply.letter.id}-promise`,
              date: reply.item.promisedDate,
              title: 'Promised date: letter to employer',
              remind: true,
            },
          },
        ]
      : []),
    ...(meeting
      ? [
          {
            label: 'Put the meeting in my calendar',
            day: {
              // Another meeting is another entry; the same meeting on another day is the same entry.
              id: `${meeting.letter.id}-meeting-${meeting.item.id}`,
              date: meeting.item.date,
              time: meeting.item.time,
              place: meeting.item.place,
              title: 'Meeting: letter to employer',
            },
          },
        ]
      : []),
  ];
}
