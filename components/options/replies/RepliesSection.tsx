import { type ReactNode, useState } from 'react';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { formatIfDate } from '../../../lib/letter/dates';
import { deleteRecord, meetings, openSentLetter, replies, saveChoices } from '../../../lib/options/actions';
import { useDetails } from '../../../lib/options/store';
import type { SentEntry } from '../../../lib/storage/lists';
import type { OwnLetter, SentLetter } from '../../../lib/storage/schema';
import { focusAndSay } from '../../ui/focusAndSay';
import { SectionHead } from '../SectionHead';
import type { SaveFile } from '../browserSide';
import { itemListOf, useRecordForm } from '../form';
import { useToday } from '../../ui/useToday';
import { AddSentLetter } from './AddSentLetter';
import { PasteTheirReply } from './PasteTheirReply';
import { LetterLogDownload } from './LetterLogDownload';
import { CalendarButtons, NextStep, SentLetterForm, useNextLetter } from './SentLetterForm';
import { detach } from '../../../lib/failure/failure';
import { SelectField, TextField } from '../../ui/Field';

/** Rendering thousands of lines is slow; the search finds letters that are not listed. */
const LINES_AT_ONCE = 50;

export function RepliesSection({ saveFile }: { saveFile: SaveFile }) {
  const sentList = useDetails((details) => details.sentList);
  const ownLetters = useDetails(({ records }) => records.letter);
  const today = useToday();
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<SentOrder>('latest');
  const [limit, setLimit] = useState(LINES_AT_ONCE);
  const found = useSteadyOrder(arrangeSent(sentList, search, order), `${order} ${search}`);
  const showMore = () => {
    setLimit(limit + LINES_AT_ONCE);
    const count = Math.min(LINES_AT_ONCE, found.length - limit);
    focusAndSay(`[id=${JSON.stringify(`sent-${found[limit]?.id}`)}] summary`, `${count} more below.`);
  };
  return (
    <>
      <SectionHead
        title="Letters and replies"
        lead="What you have sent and what came back, with the dates you may need later. Kept on this computer only."
      />
      {sentList.length === 0 && (
        <p className="empty">
          No letter is noted yet. After you have sent one, open the popup again and press “I have sent it”, or
          add it here.
        </p>
      )}
      <PasteTheirReply today={today} titleOf={(letterId) => titleOf(letterId, ownLetters)} />
      <AddSentLetter today={today} />
      {sentList.length > 1 && (
        <SentSearch
          search={search}
          onSearch={setSearch}
          order={order}
          onOrder={setOrder}
          found={found.length}
        />
      )}
      {sentList.length > 0 && (
        <div className="card">
          {found.slice(0, limit).map((entry) => (
            <SentEntryLine key={entry.id} entry={entry} saveFile={saveFile} />
          ))}
          {found.length > limit && (
            <button type="button" className="button" onClick={showMore}>
              Show more
            </button>
          )}
        </div>
      )}
      {sentList.length > 0 && <LetterLogDownload sentList={sentList} today={today} saveFile={saveFile} />}
    </>
  );
}

function SentEntryLine({ entry, saveFile }: { entry: SentEntry; saveFile: SaveFile }) {
  const today = useToday();
  const sent = useDetails(({ records }) => records.sent.find(({ id }) => id === entry.id));
  return (
    <SentLine entry={entry} today={today} onOpen={() => detach(openSentLetter(entry.id))}>
      {sent && <OpenSentLetter sent={sent} saveFile={saveFile} />}
    </SentLine>
  );
}

function OpenSentLetter({ sent, saveFile }: { sent: SentLetter; saveFile: SaveFile }) {
  const form = useRecordForm('sent', sent);
  const today = useToday();
  const next = useNextLetter(sent, today);
  const ownLetters = useDetails(({ records }) => records.letter);
  const noReply = { date: today, kind: 'acknowledgement' as const, note: '', promisedDate: '' };
  const chooseNext = async (letterId: string) => {
    await saveChoices({ letterId, signerId: sent.signerId, employerId: sent.employerId });
    focusAndSay(null, `“${titleOf(letterId, ownLetters)}” is chosen. Open an email and click the envelope.`);
  };
  const what = `${sent.title}, sent on ${formatIfDate(sent.sentOn)}`;
  return (
    <div className="opened">
      <NextStep
        next={next}
        title={next.do === 'write' ? titleOf(next.letterId, ownLetters) : ''}
        onChoose={(letterId) => detach(chooseNext(letterId))}
      />
      <SentLetterForm
        id={sent.id}
        form={form}
        replies={itemListOf(replies, sent, noReply, ({ date }) => `reply of ${formatIfDate(date)}`)}
        meetings={itemListOf(
          meetings,
          sent,
          { date: today, time: '', place: '', note: '' },
          ({ date }) => `meeting of ${formatIfDate(date)}`,
        )}
      />
      <CalendarButtons sent={sent} now={() => new Date()} saveFile={saveFile} />
      <p className="card-end">
        <button
          type="button"
          className="button button-danger"
          onClick={() => detach(deleteRecord('sent', sent.id, what))}
        >
          Delete this letter
        </button>
      </p>
    </div>
  );
}

/** An own letter that replaces the built-in one is listed under its own title, as in the popup. */
function titleOf(letterId: string, own: readonly OwnLetter[]): string {
  const replacement = own.find(({ replaces }) => replaces === letterId);
  return replacement?.title ?? builtInLetters.find(({ id }) => id === letterId)?.title ?? letterId;
}

interface SentLineProps {
  entry: SentEntry;
  today: string;
  onOpen: () => void;
  children: ReactNode;
}

/** One sent letter in the list. Its text and replies are loaded only when it is opened. */
function SentLine({ entry, today, onOpen, children }: SentLineProps) {
  const [isOpen, setOpen] = useState(false);
  const toggle = (open: boolean) => {
    setOpen(open);
    if (open) onOpen();
  };
  return (
    <details
      id={`sent-${entry.id}`}
      className="letter-entry"
      onToggle={(event) => toggle(event.currentTarget.open)}
    >
      <summary>
        <strong>{entry.title}</strong>
        <span>{[sentSentence(entry), dueSentence(entry, today)].filter(Boolean).join(' ')}</span>
      </summary>
      {isOpen && children}
    </details>
  );
}

function sentSentence({ sentOn, signerName, employerName }: SentEntry): string {
  const from = signerName ? ` from ${signerName}` : '';
  const to = employerName ? ` to ${employerName}` : '';
  return `Sent${sentOn ? ` on ${formatIfDate(sentOn)}` : ''}${from}${to}.`;
}

function dueSentence({ waitingFor }: SentEntry, today: string): string {
  if (waitingFor === '') return '';
  return waitingFor < today
    ? `A reply was due by ${formatIfDate(waitingFor)}.`
    : `A reply is due by ${formatIfDate(waitingFor)}.`;
}

/**
 * Keeps the former order of the entries, so that a line does not move while the user types a date in it. The new order
 * applies when the search or the sort order changes (`arrangedBy`), or when an entry is added or removed.
 */
function useSteadyOrder<Entry extends { id: string }>(
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

interface SentSearchProps {
  search: string;
  onSearch: (search: string) => void;
  order: SentOrder;
  onOrder: (order: SentOrder) => void;
  found: number;
}

function SentSearch({ search, onSearch, order, onOrder, found }: SentSearchProps) {
  return (
    <div className="many">
      <div className="grid">
        <TextField id="sent-search" type="search" label="Search letters" value={search} onChange={onSearch} />
        <SelectField
          id="sent-order"
          label="Sort by"
          value={order}
          options={[
            { value: 'latest', label: 'Latest first' },
            { value: 'waiting', label: 'Reply due first' },
            { value: 'employer', label: 'Employer' },
            { value: 'signer', label: 'Who signed' },
          ]}
          onChange={onOrder}
        />
      </div>
      <p className="quiet" role="status">
        {found === 1 ? '1 letter' : `${found} letters`}
      </p>
    </div>
  );
}

export type SentOrder = 'latest' | 'waiting' | 'employer' | 'signer';

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });

const compare: Record<SentOrder, (one: SentEntry, other: SentEntry) => number> = {
  latest: (one, other) => collator.compare(other.sentOn, one.sentOn),
  // Letters without a reply due come last.
  waiting: (one, other) => collator.compare(one.waitingFor || '9', other.waitingFor || '9'),
  employer: (one, other) => collator.compare(one.employerName, other.employerName),
  signer: (one, other) => collator.compare(one.signerName, other.signerName),
};

/** The letters whose title, names or dates contain every search word, sorted; the latest first among equals. */
function arrangeSent(list: readonly SentEntry[], search: string, order: SentOrder): SentEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = list.filter(({ title, signerName, employerName, sentOn }) => {
    const text = [title, signerName, employerName, sentOn].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return found.toSorted((one, other) => compare[order](one, other) || compare.latest(one, other));
}
