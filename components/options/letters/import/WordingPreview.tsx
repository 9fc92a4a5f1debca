import { useEffect, useRef, useState } from 'react';
import { emptyFields, type FieldsOf } from '../../../../lib/storage/schema';
import { composeLetter } from '../../../../lib/letter/compose/compose';
import { type LetterFacts, listPlaceholders, toMarkdown, toTitle } from '../../../../lib/import/toMarkdown';
import type { LetterContext, LetterTemplate } from '../../../../lib/letter/model';
import { inlineText } from '../../../../lib/letter/render/text';
import { LetterPreview } from '../../../letter/LetterPreview';
import type { Form } from '../../form/form';
import { LetterProblems } from '../LetterProblems';
import { OwnLetterFacts } from '../OwnLetterEditor';
import { useParsedLetter } from '../useParsedLetter';
import { PlaceholderFields } from './PlaceholderFields';
import type { Wording } from '../../../../lib/import/readWording';

interface WordingPreviewProps {
  wording: Wording;
  builtIn: readonly LetterTemplate[];
  context: LetterContext;
  onKeep: (letter: FieldsOf<'letter'>) => void;
  onLeave: () => void;
}

/** What was found, how it reads as a letter, and what to note of it before it is kept. */
export function WordingPreview({ wording, builtIn, context, onKeep, onLeave }: WordingPreviewProps) {
  const [facts, setFacts] = useState<FieldsOf<'letter'>>(() => ({
    ...emptyFields.letter,
    title: toTitle(wording.letter.title, 'A letter'),
    locked: true,
  }));
  const [fills, setFills] = useState<LetterFacts['fills']>({});
  const { title } = facts;
  const markdown = toMarkdown(wording.letter, { title, when: wording.from, checkedOn: context.today, fills });
  const parsed = useParsedLetter(markdown, title);
  const form: Form<FieldsOf<'letter'>> = {
    value: facts,
    change: (field, value) => setFacts((former) => ({ ...former, [field]: value })),
    trouble: () => undefined,
  };
  return (
    <div className="notice" role="group" aria-label="The wording that was found">
      <Found wording={wording} />
      <OwnLetterFacts id="imported" form={form} builtIn={builtIn} />
      <PlaceholderFields
        places={listPlaceholders(wording.letter)}
        fills={fills}
        onFill={(place, field) => setFills((former) => ({ ...former, [place]: field }))}
      />
      <h4>How it reads</h4>
      {parsed?.ok && <Reading letter={parsed.letter} context={context} />}
      {parsed && !parsed.ok && <LetterProblems name={`“${title}”`} problems={parsed.problems} />}
      <p className="actions">
        <button
          type="button"
          className="button button-main"
          disabled={!parsed?.ok}
          onClick={() => onKeep({ ...facts, title: toTitle(title, 'A letter'), markdown })}
        >
          Keep this letter
        </button>
        <button type="button" className="button-link" onClick={onLeave}>
          Do not keep it
        </button>
      </p>
    </div>
  );
}

/** Has the focus when it appears: it stands far below the button that was pressed. */
function Found({ wording: { letter, from, leftOut } }: { wording: Wording }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => place.current?.focus(), []);
  const requests = letter.sections.flatMap(({ blocks }) => blocks.filter(({ is }) => is === 'request'));
  return (
    <p ref={place} tabIndex={-1}>
      <strong>{from}</strong> {count(letter.sections.length, 'section')} and{' '}
      {count(requests.length, 'request')} were found. Nothing is kept yet.
      {leftOut.length > 0 && ` Left out, because a letter cannot hold them: ${leftOut.join(', ')}.`}
    </p>
  );
}

function Reading({ letter, context }: { letter: LetterTemplate; context: LetterContext }) {
  const composed = composeLetter(letter, context);
  return (
    <div className="letter-sheet">
      <p className="letter-subject">{inlineText(composed.subject)}</p>
      <LetterPreview letter={composed} />
    </div>
  );
}

function count(number: number, what: string): string {
  return `${number === 0 ? 'no' : number} ${what}${number === 1 ? '' : 's'}`;
}
