import { useEffect, useState } from 'react';
import { composeLetter } from '../../../lib/letter/compose/compose';
import type { LetterContext, LetterTemplate } from '../../../lib/letter/model';
import { LetterPreview } from '../../ui/LetterPreview';
import { CheckField, SelectField, TextField } from '../../ui/Field';
import { DateField } from '../../ui/DateField';
import type { Form } from '../RecordPicker';
import { LetterProblems, selectLine, useParsedLetter } from './parsedLetter';
import { partTitle, splitLetter } from '../../../lib/letter/parse/sections';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

interface OwnLetterEditorProps {
  id: string;
  form: Form<'letter'>;
  builtIn: readonly LetterTemplate[];
  context: LetterContext;
}

/** Edits an own letter: its origin, its sections, and a preview, or what must be put right first. */
export function OwnLetterEditor({ id, form, builtIn, context }: OwnLetterEditorProps) {
  const { markdown, title } = form.value;
  const parsed = useParsedLetter(markdown, title);
  const mistake = parsed?.ok === false ? parsed.problems[0]?.line : undefined;
  const [atOpening] = useState(markdown);
  const isAsOpened = markdown === atOpening;
  // A letter that is opened with a mistake opens at its line. While the user types, the text stays where it is.
  useEffect(() => {
    if (mistake === undefined || !isAsOpened) return;
    // A view takes the focus to its title in the first frame.
    requestAnimationFrame(() => findLine(id, atOpening, mistake)?.focus());
  }, [id, isAsOpened, atOpening, mistake]);
  return (
    <>
      <OwnLetterFacts id={id} form={form} builtIn={builtIn} />
      {parsed?.ok === false && (
        <div className={page.after}>
          <LetterProblems
            name={`“${title}”`}
            problems={parsed.problems}
            onShow={(line) => findLine(id, markdown, line)?.focus()}
          />
        </div>
      )}
      <OwnLetterText id={id} form={form} />
      {parsed?.ok && (
        <>
          <h3>How it reads</h3>
          <div className={page.sheet}>
            <LetterPreview letter={composeLetter(parsed.letter, context)} />
          </div>
        </>
      )}
    </>
  );
}

const partId = (id: string, at: number) => `${id}-part-${at}`;

/** Unfolds the section that contains a line of the letter, and selects the line there. Returns the section’s field. */
function findLine(id: string, markdown: string, line: number): HTMLElement | null {
  const parts = splitLetter(markdown);
  let before = 0;
  for (const [at, part] of parts.entries()) {
    const breaks = part.split('\n').length - 1;
    if (line <= before + breaks || at === parts.length - 1) {
      const field = document.getElementById(partId(id, at));
      const fold = field?.closest('details');
      if (fold) fold.open = true;
      selectLine(field, line - before);
      return field;
    }
    before += breaks;
  }
  return null;
}

/** Title, origin, lock, and the built-in letter that the own letter replaces. */
export function OwnLetterFacts({ id, form, builtIn }: Omit<OwnLetterEditorProps, 'context'>) {
  const { value, change, errorOf } = form;
  return (
    <>
      <div className={ui.grid}>
        <TextField
          id={`${id}-title`}
          label="Title of the letter"
          wide
          value={value.title}
          error={errorOf('title')}
          onChange={(title) => change('title', title)}
        />
        <SelectField
          id={`${id}-replaces`}
          label="Use it instead of"
          wide
          value={value.replaces}
          options={[
            { value: '', label: 'Nothing: list it as an extra letter' },
            ...builtIn.map((letter) => ({ value: letter.id, label: letter.title })),
          ]}
          onChange={(replaces) => change('replaces', replaces)}
        />
        <TextField
          id={`${id}-supplier`}
          label="Supplied by"
          value={value.supplier}
          onChange={(supplier) => change('supplier', supplier)}
        />
        <TextField
          id={`${id}-version`}
          label="Version"
          value={value.version}
          onChange={(version) => change('version', version)}
        />
        <DateField
          id={`${id}-review`}
          label="Review date"
          value={value.reviewDate}
          onChange={(reviewDate) => change('reviewDate', reviewDate)}
        />
      </div>
      <div className={page.after}>
        <CheckField
          id={`${id}-locked`}
          label="Lock the wording"
          hint="So that official wording is not changed by accident"
          checked={value.locked}
          onChange={(locked) => change('locked', locked)}
        />
      </div>
    </>
  );
}

/** One text field for each section. Typing a heading does not split a section until the letter is opened again. */
function OwnLetterText({ id, form }: Pick<OwnLetterEditorProps, 'id' | 'form'>) {
  const { markdown, locked } = form.value;
  const [shown, setShown] = useState(() => ({ markdown, parts: splitLetter(markdown) }));
  if (shown.markdown !== markdown) {
    // A text that differs from the fields was changed elsewhere, for example by an undo.
    const isTypedHere = shown.parts.join('') === markdown;
    setShown({ markdown, parts: isTypedHere ? shown.parts : splitLetter(markdown) });
  }
  const { parts } = shown;
  const change = (at: number, text: string) => {
    const changed = parts.with(at, text);
    setShown({ ...shown, parts: changed });
    form.change('markdown', changed.join(''));
  };
  return (
    <>
      <h3>Wording</h3>
      {parts.map((part, at) => (
        <details key={at} className={page.entry}>
          <summary>
            <strong>{partTitle(part)}</strong>
          </summary>
          <TextField
            id={partId(id, at)}
            label="Wording of this section"
            hint={locked ? 'Locked' : undefined}
            readOnly={locked}
            rows={Math.min(24, part.split('\n').length + 1)}
            value={part}
            error={form.errorOf('markdown')}
            onChange={(text) => change(at, text)}
          />
        </details>
      ))}
    </>
  );
}
