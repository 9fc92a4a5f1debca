import { useEffect, useRef, useState } from 'react';
import { addRecord } from '../../../lib/options/actions';
import { useDetailsStore } from '../../../lib/options/store';
import type { FileProblem } from '../../../lib/files/readText';
import { emptyFields, type FieldsOf } from '../../../lib/storage/schema';
import type { LetterContext, LetterTemplate } from '../../../lib/letter/model';
import { SelectField, TextField } from '../../ui/Field';
import { focusAndSay } from '../../ui/focusAndSay';
import { FilePicker, FileProblems } from '../../ui/FilePicker';
import type { Wording } from '../../../lib/import/readWording';
import type { Given } from '../../../lib/reading/readers';
import { ReadingProgress, useReading } from '../reading';
import { showNewLetter } from '../location';
import { detach } from '../../../lib/failure/failure';
import { type WordingDetails, listGaps, toMarkdown, toTitle } from '../../../lib/import/toMarkdown';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { type FieldName, fieldPrompt, isFieldName } from '../../../lib/letter/compose/fields';
import { inlineText } from '../../../lib/letter/render/text';
import { LetterPreview } from '../../ui/LetterPreview';
import type { Form } from '../RecordPicker';
import { LetterProblems, useParsedLetter } from './parsedLetter';
import { OwnLetterFacts } from './OwnLetterEditor';
import { applyChanges, proposeChanges, WordingParagraphs } from './WordingParagraphs';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';
import css from './letters.module.css';

interface ImportWordingProps {
  builtIn: readonly LetterTemplate[];
  context: LetterContext;
}

type Step =
  | { is: 'start' }
  | { is: 'refused'; name: string; problems: readonly FileProblem[]; more: number | undefined }
  /** `id` is new for each import, so that nothing typed for an earlier one carries over. */
  | { is: 'preview'; id: string; wording: Wording };

/** Imports official wording from a Word file or pasted text. Nothing is saved until the user presses the button. */
export function ImportWording({ builtIn, context }: ImportWordingProps) {
  const details = useDetailsStore();
  const [step, setStep] = useState<Step>({ is: 'start' });
  const { running, read: readFile, cancel } = useReading();
  const preview = async <K extends 'word' | 'pasted'>(kind: K, name: string, given: Given<K>) => {
    setStep({ is: 'start' });
    const read = await readFile(kind, name, given);
    if (!read) return;
    setStep(
      read.ok
        ? { is: 'preview', id: crypto.randomUUID(), wording: read.value }
        : { is: 'refused', name, problems: read.problems, more: read.more },
    );
  };
  const save = async (letter: FieldsOf<'letter'>) => {
    // If the letter could not be stored, the top of the page says so and the preview stays open.
    const id = await addRecord(details, 'letter', letter);
    if (id === null) return;
    setStep({ is: 'start' });
    showNewLetter(id, letter.title);
  };
  return (
    <div className={`${page.card} ${page.after}`}>
      <h4>Official wording</h4>
      <p>
        If your union or branch gives you its own letter, open its Word file here or paste its words. You see
        how it reads before anything is kept.
      </p>
      <FilePicker
        id="word-wording"
        label="Open a Word file"
        hint="A .docx file. Headings become sections, numbered items become requests"
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        onFile={(file) => detach(preview('word', file.name, { file }))}
      />
      <PasteWording onPaste={(text) => detach(preview('pasted', 'What you pasted', { text }))} />
      <ReadingProgress running={running} cancel={cancel} />
      {step.is === 'refused' && <FileProblems {...step} />}
      {step.is === 'preview' && (
        <WordingPreview
          key={step.id}
          wording={step.wording}
          builtIn={builtIn}
          context={context}
          onSave={(letter) => detach(save(letter))}
          onDiscard={() => {
            setStep({ is: 'start' });
            focusAndSay('#word-wording', 'Nothing was kept.');
          }}
        />
      )}
    </div>
  );
}

function PasteWording({ onPaste }: { onPaste: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <details className={ui.more}>
      <summary>Paste the words instead</summary>
      <TextField id="pasted-wording" label="Wording" rows={8} value={text} onChange={setText} />
      <p className={`${ui.actions} ${page.after}`}>
        <button
          type="button"
          className={ui.button}
          disabled={text.trim() === ''}
          onClick={() => onPaste(text)}
        >
          Show how it reads
        </button>
      </p>
    </details>
  );
}

interface WordingPreviewProps {
  wording: Wording;
  builtIn: readonly LetterTemplate[];
  context: LetterContext;
  onSave: (letter: FieldsOf<'letter'>) => void;
  onDiscard: () => void;
}

/** Shows the imported wording as a letter and asks for its details, before it is saved. */
function WordingPreview({ wording, builtIn, context, onSave, onDiscard }: WordingPreviewProps) {
  const [facts, setFacts] = useState<FieldsOf<'letter'>>(() => ({
    ...emptyFields.letter,
    title: toTitle(wording.letter.title, 'A letter'),
    locked: true,
  }));
  const [fills, setFills] = useState<WordingDetails['fills']>({});
  const [changes, setChanges] = useState(() => proposeChanges(wording.letter));
  const { title } = facts;
  const [subject, setSubject] = useState(wording.letter.subject);
  const letter = { ...applyChanges(wording.letter, changes), subject };
  const gaps = listGaps(letter);
  const guessed = Object.fromEntries(gaps.map(({ key, guess }) => [key, guess || undefined]));
  const filled = { ...guessed, ...fills };
  const markdown = toMarkdown(letter, { title, when: wording.from, checkedOn: context.today, fills: filled });
  const parsed = useParsedLetter(markdown, title);
  const form: Form<'letter'> = {
    kind: 'letter',
    value: facts,
    change: (field, value) => setFacts((former) => ({ ...former, [field]: value })),
    errorOf: () => undefined,
  };
  return (
    <div className={ui.notice} role="group" aria-label="The wording that was found">
      <FoundSummary wording={wording} />
      <OwnLetterFacts id="imported" form={form} builtIn={builtIn} />
      <TextField id="imported-subject" label="Subject" value={subject} onChange={setSubject} />
      <WordingParagraphs letter={wording.letter} changes={changes} onChange={setChanges} />
      <PlaceholderFields
        placeholders={gaps.map(({ key }) => key)}
        fills={filled}
        onFill={(place, field) => setFills((former) => ({ ...former, [place]: field }))}
      />
      <h4>How it reads</h4>
      {parsed?.ok && <Reading letter={parsed.letter} context={context} />}
      {parsed && !parsed.ok && <LetterProblems name={`“${title}”`} problems={parsed.problems} />}
      <p className={ui.actions}>
        <button
          type="button"
          className={ui.buttonMain}
          disabled={!parsed?.ok}
          onClick={() => onSave({ ...facts, title: toTitle(title, 'A letter'), markdown })}
        >
          Keep this letter
        </button>
        <button type="button" className={ui.link} onClick={onDiscard}>
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
    <div className={page.sheet}>
      <p className={css.subject}>{inlineText(composed.subject)}</p>
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
  /** The gaps as typed in the wording: “[name of school]”, “Dear ____”. */
  placeholders: readonly string[];
  fills: WordingDetails['fills'];
  onFill: (place: string, field: FieldName | undefined) => void;
}

/** One field for each gap of the imported letter. */
function PlaceholderFields({ placeholders, fills, onFill }: PlaceholderFieldsProps) {
  if (placeholders.length === 0) return null;
  return (
    <div className={page.after} role="group" aria-labelledby="places-title">
      <div className={ui.label} id="places-title">
        Gaps in the letter
      </div>
      <div className={ui.hint}>
        We have guessed which of your saved details goes in each. Change what is wrong.
      </div>
      <div className={ui.grid}>
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
