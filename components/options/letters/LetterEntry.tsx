import { type ReactNode, useState } from 'react';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { formatIfDate, isChecked, isStale } from '../../../lib/letter/dates';
import type { IsoDate, LetterContext, LetterTemplate } from '../../../lib/letter/model';
import { inlineText } from '../../../lib/letter/render/text';
import { sources } from '../../../lib/letter/sources';
import { LetterPreview } from '../../ui/LetterPreview';

interface LetterEntryProps {
  letter: LetterTemplate;
  context: LetterContext;
  children?: ReactNode;
}

/** One letter in the list. Folded, it shows when to use the letter; open, it shows its text and sources. */
export function LetterEntry({ letter, context, children }: LetterEntryProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="letter-entry" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{letter.title}</strong>
        <span>{letter.when}</span>
      </summary>
      {isOpen && <OpenLetter letter={letter} context={context} />}
      {isOpen && children}
    </details>
  );
}

function checkedSentence(checkedOn: IsoDate, today: IsoDate): string {
  if (!isChecked(checkedOn, today)) return 'Not checked yet: look for news before you send it.';
  const day = `Checked on ${formatIfDate(checkedOn)}`;
  return isStale(checkedOn, today)
    ? `${day}, more than six months ago: look for news before you send it.`
    : `${day}.`;
}

/** The text of a letter. Rendered only when the entry is open, because composing every long letter at once is slow. */
function OpenLetter({ letter, context }: LetterEntryProps) {
  const composed = composeLetter(letter, context);
  return (
    <>
      <p className="quiet">
        {composed.sections.length} sections. {checkedSentence(letter.checkedOn, context.today)}
        {composed.missing.length > 0 &&
          ' Marked words are filled in when you write, or are missing from your details.'}
      </p>
      <div className="letter-sheet">
        <p className="letter-subject">{inlineText(composed.subject)}</p>
        <LetterPreview letter={composed} />
      </div>
      <SourceList letter={letter} />
    </>
  );
}

/** The sources of each section. Sections without sources are left out. */
function SourceList({ letter }: { letter: LetterTemplate }) {
  const withSources = letter.sections.filter((section) => section.sources.length > 0);
  if (withSources.length === 0) return null;
  return (
    <details className="fold sources">
      <summary>Sources, section by section</summary>
      <dl>
        {withSources.map((section) => (
          <div key={section.id}>
            <dt>{section.title}</dt>
            {section.sources.map((key) => (
              <dd key={key}>
                <SourceLine name={key} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}

function SourceLine({ name }: { name: string }) {
  const source = sources.get(name);
  if (!source) return name;
  const { title, publisher, month, link } = source;
  return (
    <>
      {link.startsWith('https://') ? (
        <a href={link} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      {`, ${[publisher, month].filter(Boolean).join(', ')}`}
    </>
  );
}
