import { useState } from 'react';
import { deleteRecord, openSentLetter, saveChoices } from '../../../lib/details/actions';
import { meetings, replies } from '../../../lib/details/itemLists';
import type { OwnLetter, SentLetter } from '../../../lib/storage/schema';
import type { SentEntry } from '../../../lib/storage/lists';
import { useDetails } from '../../../lib/details/store';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { itemListOf, useRecordForm } from '../form/useRecordForm';
import { useToday } from '../useToday';
import type { SaveFile } from '../browserSide';
import { SectionHead } from '../SectionHead';
import { CalendarButtons } from './CalendarButtons';
import { NextStep } from './NextStep';
import { RecordDownload } from './RecordDownload';
import { useNextLetter } from './useNextLetter';
import { SentLetterForm } from './SentLetterForm';
import { SentLine } from './SentLine';
import { SentSearch } from './SentSearch';
import { arrangeSent, type SentOrder } from './arrangeSent';
import { sayDay } from '../../../lib/letter/dates';
import { useSteadyOrder } from './useSteadyOrder';

/** More lines than anyone reads; the search finds the others. */
const LINES_AT_ONCE = 50;

export function RepliesSection({ saveFile }: { saveFile: SaveFile }) {
  const sentList = useDetails((details) => details.sentList);
  const today = useToday();
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<SentOrder>('latest');
  const [limit, setLimit] = useState(LINES_AT_ONCE);
  const found = useSteadyOrder(arrangeSent(sentList, search, order), `${order} ${search}`);
  return (
    <>
      <SectionHead
        title="Letters and replies"
        lead="What you have sent and what came back, with the dates you may need later. Kept on this computer only."
      />
      {sentList.length === 0 && (
        <p className="empty">
          No letter is noted yet. After you have sent one, open the popup again and press “I have sent it”.
        </p>
      )}
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
            <button type="button" className="button" onClick={() => setLimit(limit + LINES_AT_ONCE)}>
              Show more
            </button>
          )}
        </div>
      )}
      {sentList.length > 0 && <RecordDownload sentList={sentList} today={today} saveFile={saveFile} />}
    </>
  );
}

function SentEntryLine({ entry, saveFile }: { entry: SentEntry; saveFile: SaveFile }) {
  const today = useToday();
  const sent = useDetails(({ records }) => records.sent.find(({ id }) => id === entry.id));
  return (
    <SentLine entry={entry} today={today} onOpen={() => void openSentLetter(entry.id)}>
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
  const what = `${sent.title}, sent on ${sayDay(sent.sentOn)}`;
  return (
    <div className="opened">
      <NextStep
        next={next}
        title={next.do === 'write' ? titleOf(next.letterId, ownLetters) : ''}
        onChoose={(letterId) =>
          void saveChoices({ letterId, signerId: sent.signerId, employerId: sent.employerId })
        }
      />
      <SentLetterForm
        id={sent.id}
        form={form}
        replies={itemListOf(replies, sent, noReply, ({ date }) => `reply of ${sayDay(date)}`)}
        meetings={itemListOf(
          meetings,
          sent,
          { date: today, note: '' },
          ({ date }) => `meeting of ${sayDay(date)}`,
        )}
      />
      <CalendarButtons sent={sent} now={() => new Date()} saveFile={saveFile} />
      <p className="card-end">
        <button
          type="button"
          className="button button-danger"
          onClick={() => void deleteRecord('sent', sent.id, what)}
        >
          Delete this letter
        </button>
      </p>
    </div>
  );
}

/** The user’s own wording goes by its own title, as in the popup. */
function titleOf(letterId: string, own: readonly OwnLetter[]): string {
  const instead = own.find(({ replaces }) => replaces === letterId);
  return instead?.title ?? builtInLetters.find(({ id }) => id === letterId)?.title ?? letterId;
}
