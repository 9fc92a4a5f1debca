import { useState } from 'react';
import { focusAndSay } from '../ui/focusAndSay';

export function RemovePerson({ address, onRemove }: { address: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      aria-label={`Remove ${address}`}
      onClick={({ currentTarget }) => {
        const row = currentTarget.closest('.mail-row');
        onRemove();
        focusAndSay(row?.querySelector<HTMLElement>('input, [contenteditable]'), `${address} is removed.`);
      }}
    >
      ×
    </button>
  );
}

/** The people in one field, without duplicates, as on both mail sites. */
export function usePeople() {
  const [people, setPeople] = useState<readonly string[]>([]);
  return {
    people,
    add: (typed: string) => {
      const address = typed.replace(/[,;\s\u200b]+/g, '');
      if (address) setPeople((before) => [...new Set([...before, address])]);
    },
    remove: (address: string) => setPeople((before) => before.filter((person) => person !== address)),
  };
}
