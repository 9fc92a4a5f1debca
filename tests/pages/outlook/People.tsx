import { useRef, useState, type KeyboardEvent } from 'react';
import { outlookLabels, type OutlookPage } from './outlookPage';

interface PeopleProps {
  name: 'TO' | 'CC';
  index: number;
  label: string;
  draft: string[];
  page: OutlookPage;
}

/**
 * The recipient field, the least stable part of Outlook's page: reports differ on how a typed address becomes a
 * recipient.
 */
export function People({ name, index, label, draft, page }: PeopleProps) {
  const [people, setPeople] = useState(draft);
  const [typed, setTyped] = useState('');
  const well = useRef<HTMLDivElement>(null);
  const add = (address: string) => {
    setPeople((before) => [...before, address]);
    setTyped('');
  };
  const readTyped = () => {
    const copy = well.current?.cloneNode(true) as HTMLElement;
    for (const chip of copy.querySelectorAll('._Entity')) chip.remove();
    return (copy.textContent ?? '').replace(/\u200b/g, '');
  };
  const onInput = () => {
    const text = readTyped();
    if (page.recipients === 'comma' && /[,;]$/.test(text)) add(text.slice(0, -1).trim());
    else setTyped(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const text = readTyped().trim();
    if (!event.nativeEvent.isTrusted || event.key !== 'Enter') return;
    event.preventDefault();
    if (text) add(text);
  };
  return (
    <div role="group" id={`RW${index}_${name}`} className="people">
      <span className="peopleLabel">{label}</span>
      {/* As in Outlook, the field becomes a new element after each recipient. */}
      <div
        key={people.length}
        ref={well}
        contentEditable
        suppressContentEditableWarning
        aria-label={label}
        aria-controls="FloatingSuggestionsList"
        className="well"
        onInput={onInput}
        onKeyDown={onKeyDown}
      >
        {people.map((address) => (
          <span key={address}>
            {'\u200b'}
            <span
              className="_Entity _EType_RECIPIENT_ENTITY _EReadonly_1"
              contentEditable={false}
              aria-label={address}
            >
              {address}
            </span>
            {'\u200b'}
          </span>
        ))}
      </div>
      {page.recipients === 'suggestion' && typed !== '' && (
        <div id="FloatingSuggestionsList">
          <button type="button" role="option" aria-selected={false} onClick={() => add(typed.trim())}>
            {outlookLabels[page.locale].use} {typed.trim()}
          </button>
        </div>
      )}
    </div>
  );
}
