import { type ReactNode, useState } from 'react';

/** A file can have thousands of changes, and showing them all at once would block the page. */
const SHOWN_AT_ONCE = 50;

interface LongListProps<Item> {
  items: readonly Item[];
  label?: string;
  children: (item: Item) => ReactNode;
}

/** The first items of a list, and a button that shows more of them. */
export function LongList<Item>({ items, label, children }: LongListProps<Item>) {
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const left = items.length - shown;
  return (
    <>
      <ul aria-label={label}>{items.slice(0, shown).map(children)}</ul>
      {left > 0 && (
        <p>
          <button type="button" className="button-link" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
            Show {Math.min(left, SHOWN_AT_ONCE)} more of {left.toLocaleString('en-GB')}
          </button>
        </p>
      )}
    </>
  );
}
