import { useState, type ReactNode } from 'react';
import type { SentEntry } from '../../../lib/storage/lists';
import { sayDay } from '../../../lib/letter/dates';

interface SentLineProps {
  entry: SentEntry;
  today: string;
  onOpen: () => void;
  children: ReactNode;
}

/** One sent letter of the list; its text and replies are read only when it is opened. */
export function SentLine({ entry, today, onOpen, children }: SentLineProps) {
  const [isOpen, setOpen] = useState(false);
  const toggle = (open: boolean) => {
    setOpen(open);
    if (open) onOpen();
  };
  return (
    <details className="letter-entry" onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>
        <strong>{entry.title}</strong>
        <span>{[sentence(entry), waiting(entry, today)].filter(Boolean).join(' ')}</span>
      </summary>
      {isOpen && children}
    </details>
  );
}

function sentence({ sentOn, signerName, employerName }: SentEntry): string {
  const from = signerName ? ` from ${signerName}` : '';
  const to = employerName ? ` to ${employerName}` : '';
  return `Sent${sentOn ? ` on ${sayDay(sentOn)}` : ''}${from}${to}.`;
}

function waiting({ waitingFor }: SentEntry, today: string): string {
  if (waitingFor === '') return '';
  return waitingFor < today
    ? `A reply was due by ${sayDay(waitingFor)}.`
    : `A reply is due by ${sayDay(waitingFor)}.`;
}
