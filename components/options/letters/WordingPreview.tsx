import { useEffect, useRef, useState } from 'react';
import type { Wording } from '../../../lib/import/readWording';
import { type LetterFacts, listPlaceholders, toMarkdown, toTitle } from '../../../lib/import/toMarkdown';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { type FieldName, fieldPrompt, isFieldName } from '../../../lib/letter/compose/fields';
import type { LetterContext, LetterTemplate } from '../../../lib/letter/model';
import { inlineText } from '../../../lib/letter/render/text';
import { emptyFields, type FieldsOf } from '../../../lib/storage/schema';
import { LetterPreview } from '../../ui/LetterPreview';
import { SelectField } from '../../ui/SelectField';
import type { Form } from '../form';
import { LetterProblems } from './LetterProblems';
import { OwnLetterFacts } from './OwnLetterEditor';
import { useParsedLetter } from './parsedLetter';

interface WordingPreviewProps {
  wording: Wording;
  builtIn: readonly LetterTemplate[];
  context: LetterContext;
  onSave: (letter: FieldsOf<'letter'>) => void;
  onDiscard: () => void;
}

/** Shows the imported wording as a letter and asks for its details, before it is saved. */
export function WordingPreview({ wording, builtIn, context, onSave, onDiscard }: WordingPreviewProps) {
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
    errorOf: () => undefined,
  };
  return (
    <div className="notice" role="group" aria-label="The wording that was found">
      <FoundSummary wording={wording} />
      <OwnLetterFacts id="imported" form={form} builtIn={builtIn} />
      <PlaceholderFields
        placeholders={listPlaceholders(wording.letter)}
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
          onClick={() => onSave({ ...facts, title: toTitle(title, 'A letter'), markdown })}
        >
          Keep this letter
        </button>
        <button type="button" className="button-link" onClick={onDiscard}>
          Do not keep it
        </button>
      </p>
    </div>
  );
}

/** Takes the focus when it appears, because it is far below the button that was pressed. */
function FoundSummary({ wording: { letter, from, leftOut, toCheck } }: { wording: Wording }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => place.current?.focus(), []);
  const requests = letter.sections.flatMap(({ blocks }) => blocks.filter(({ is }) => is === 'request'));
  return (
    <p ref={place} tabIndex={-1}>
      <strong>{from}</strong> {count(letter.sections.length, 'section')} and{' '}
      {count(requests.length, 'request')} were found. Nothing is kept yet.
      {leftOut.length > 0 && ` Left out, because a letter cannot hold them: ${leftOut.join(', ')}.`}
      {toCheck.length > 0 && ` Check before you keep it: ${toCheck.join(', ')}.`}
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

/** Placeholders beyond this number have no field here and stay in the letter as typed. */
const MAX_PLACEHOLDERS = 30;

/** The saved details that make sense inside a sentence. */
const inlineFields = [
  'full name',
  'job title',
  'school',
  'school address',
  'school postcode',
  'phone',
  'email',
  'addressee',
  'contact',
  'contact role',
  'employer',
  'employer address',
  'employer postcode',
  'next person up',
  'today',
  'reply date',
] as const satisfies FieldName[];

interface PlaceholderFieldsProps {
  /** The placeholders as written in the wording: “[name of school]”. */
  placeholders: readonly string[];
  fills: LetterFacts['fills'];
  onFill: (place: string, field: FieldName | undefined) => void;
}

/** One field for each placeholder of the imported letter: only the user knows which saved detail belongs in it. */
function PlaceholderFields({ placeholders, fills, onFill }: PlaceholderFieldsProps) {
  if (placeholders.length === 0) return null;
  return (
    <div className="grid-after" role="group" aria-labelledby="places-title">
      <div className="field-label" id="places-title">
        Places to fill in
      </div>
      <div className="field-hint">Each can take one of your saved details, or stay as it is typed.</div>
      <div className="grid">
        {placeholders.slice(0, MAX_PLACEHOLDERS).map((place, at) => (
          <SelectField
            key={place}
            id={`place-${at}`}
            label={place}
            value={fills[place] ?? ''}
            options={[
              { value: '', label: 'Leave it as it is' },
              ...inlineFields.map((field) => ({ value: field, label: fieldPrompt(field) })),
            ]}
            onChange={(field) => onFill(place, isFieldName(field) ? field : undefined)}
          />
        ))}
      </div>
    </div>
  );
}
