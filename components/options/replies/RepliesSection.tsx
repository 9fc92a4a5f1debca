import { useMemo, useState } from 'react';
import { type Exchange, listExchanges, threadKey } from '../../../lib/correspondence/exchanges';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { useDetails } from '../../../lib/options/store';
import type { OwnLetter } from '../../../lib/storage/schema';
import { SelectField, TextField } from '../../ui/Field';
import { focusAndSay } from '../../ui/focusAndSay';
import { useToday } from '../../ui/DateField';
import type { SaveFile } from '../browserSide';
import { SectionHead } from '../SectionHead';
import { AddReply, AddSentLetter } from './AddByHand';
import { useSteadyOrder } from './EventLine';
import { ExchangeCard, nameExchange } from './Exchange';
import { LetterLogDownload } from './Keeping';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';
import css from '../RecordPicker.module.css';

/** Rendering thousands of lines is slow; the search finds exchanges that are not listed. */
const SHOWN_AT_ONCE = 50;

export function RepliesSection({ saveFile }: { saveFile: SaveFile }) {
  const sentList = useDetails((state) => state.sentList);
  const ownLetters = useDetails(({ records }) => records.letter);
  const today = useToday();
  const exchanges = useMemo(() => listExchanges(sentList), [sentList]);
  // The only exchange is open at once.
  const [opened, setOpened] = useState(() =>
    exchanges.slice(0, exchanges.length === 1 ? 1 : 0).map(({ id }) => id),
  );
  const setOpen = (id: string, isOpen: boolean) =>
    setOpened((former) => [...former.filter((other) => other !== id), ...(isOpen ? [id] : [])]);
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<ExchangeOrder>('latest');
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const found = useSteadyOrder(arrange(exchanges, search, order), `${order} ${search}`);
  const showMore = () => {
    setLimit(limit + SHOWN_AT_ONCE);
    const count = Math.min(SHOWN_AT_ONCE, found.length - limit);
    focusAndSay(`#exchanges > details:nth-of-type(${limit + 1}) > summary`, `${count} more below.`);
  };
  return (
    <>
      <SectionHead
        title="Letters and replies"
        lead="What you have sent and what came back, with the dates you may need later. Kept on this computer only."
      />
      {exchanges.length > 1 && (
        <ExchangeSearch
          search={search}
          onSearch={setSearch}
          order={order}
          onOrder={setOrder}
          found={found.length}
        />
      )}
      <div id="exchanges">
        {found.slice(0, limit).map((exchange) => (
          <ExchangeCard
            key={exchange.id}
            exchange={exchange}
            isOpen={opened.includes(exchange.id)}
            onToggle={(isOpen) => setOpen(exchange.id, isOpen)}
            today={today}
            titleOf={(letterId) => titleOf(letterId, ownLetters)}
            saveFile={saveFile}
          />
        ))}
      </div>
      {found.length > limit && (
        <button type="button" className={ui.button} onClick={showMore}>
          Show more
        </button>
      )}
      {exchanges.length === 0 && <NothingSent titleOf={(letterId) => titleOf(letterId, ownLetters)} />}
      <AddSentLetter today={today} onAdded={(letter) => setOpen(threadKey(letter), true)} />
      {sentList.length > 0 && <LetterLogDownload sentList={sentList} today={today} saveFile={saveFile} />}
    </>
  );
}

/** Before the first letter is noted, a reply can still be looked at. */
function NothingSent({ titleOf: title }: { titleOf: (letterId: string) => string }) {
  const today = useToday();
  const [isPasting, setPasting] = useState(false);
  const close = (sentence: string) => {
    setPasting(false);
    focusAndSay('#paste-reply', sentence);
  };
  return (
    <>
      <p className={page.empty}>
        No letter is noted yet. After you have sent one, open the popup again and press “I have sent it”, or
        add it here.
      </p>
      <p>
        <button
          id="paste-reply"
          type="button"
          className={ui.button}
          aria-expanded={isPasting}
          onClick={() => setPasting(!isPasting)}
        >
          Paste their reply
        </button>
      </p>
      {isPasting && <AddReply today={today} titleOf={title} onDone={close} />}
    </>
  );
}

/** An own letter that replaces the built-in one is listed under its own title, as in the popup. */
function titleOf(letterId: string, own: readonly OwnLetter[]): string {
  const replacement = own.find(({ replaces }) => replaces === letterId);
  return replacement?.title ?? builtInLetters.find(({ id }) => id === letterId)?.title ?? letterId;
}

interface ExchangeSearchProps {
  search: string;
  onSearch: (search: string) => void;
  order: ExchangeOrder;
  onOrder: (order: ExchangeOrder) => void;
  found: number;
}

function ExchangeSearch({ search, onSearch, order, onOrder, found }: ExchangeSearchProps) {
  return (
    <div className={css.many}>
      <div className={ui.grid}>
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
      <p className={page.quiet} role="status">
        {found === 1 ? '1 exchange' : `${found} exchanges`}
      </p>
    </div>
  );
}

type ExchangeOrder = 'latest' | 'waiting' | 'employer' | 'signer';

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });

const compare: Record<ExchangeOrder, (one: Exchange, other: Exchange) => number> = {
  latest: (one, other) => collator.compare(other.lastOn, one.lastOn),
  // Exchanges without a reply due come last.
  waiting: (one, other) => collator.compare(one.waitingFor || '9', other.waitingFor || '9'),
  employer: (one, other) => collator.compare(one.employerName, other.employerName),
  signer: (one, other) => collator.compare(one.signerName, other.signerName),
};

/** The exchanges whose names, titles or dates contain every search word, sorted; the latest first among equals. */
function arrange(exchanges: readonly Exchange[], search: string, order: ExchangeOrder): Exchange[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = exchanges.filter((exchange) => {
    const letters = exchange.entries.map(({ title, sentOn }) => `${title} ${sentOn}`);
    const text = [nameExchange(exchange), ...letters].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return found.toSorted((one, other) => compare[order](one, other) || compare.latest(one, other));
}
