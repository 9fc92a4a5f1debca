import { type ReactNode, useEffect, useId, useState } from 'react';
import { formatIfDate } from '../../../lib/letter/dates';
import type { IsoDate, LetterContext, LetterTemplate, ParseProblem } from '../../../lib/letter/model';
import type { OwnLetter } from '../../../lib/storage/schema';
import { ImportWording } from './ImportWording';
import { ownLink, rowId, showNewLetter } from '../location';
import { detach } from '../../../lib/failure/failure';
import { addRecord } from '../../../lib/options/actions';
import { useDetailsStore } from '../../../lib/options/store';
import { TextField } from '../../ui/Field';
import { FilePicker } from '../../ui/FilePicker';
import { focusAndSay } from '../../ui/focusAndSay';
import { LetterProblems, readLetterFile, selectLine, useParsedLetter } from './parsedLetter';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';
import css from './letters.module.css';

interface OwnLettersProps {
  /** Those that are used instead of one of ours are listed there. */
  letters: readonly OwnLetter[];
  builtIn: readonly LetterTemplate[];
  context: LetterContext;
  today: IsoDate;
}

export function OwnLetters({ letters, builtIn, context, today }: OwnLettersProps) {
  return (
    <>
      <h3>Your own letters</h3>
      <p className={page.aside}>
        Copy one of ours and change it, or open a letter file that your branch gives you. It is checked before
        it is used, and stays on this computer.
      </p>
      {letters.length > 0 && (
        <LetterRows>
          {letters.map((letter) => (
            <OwnRow key={letter.id} letter={letter} when="" today={today} />
          ))}
        </LetterRows>
      )}
      <OpenLetterFile />
      <ImportWording builtIn={builtIn} context={context} />
    </>
  );
}

export function LetterRows({ children }: { children: ReactNode }) {
  return <ul className={`${page.card} ${css.rows}`}>{children}</ul>;
}

interface LetterRowProps {
  link: string;
  id: string;
  title: string;
  when: string;
  /** Whose wording it is; absent for ours. */
  mark?: string;
}

/** One letter in the list: its title opens it. */
export function LetterRow({ link, id, title, when, mark }: LetterRowProps) {
  return (
    <li>
      <a id={rowId(id)} className={css.row} href={link} title={title}>
        <strong>{title}</strong>
        {when && <span className={ui.hint}>{when}</span>}
        {mark && <span className={css.mark}>{mark}</span>}
      </a>
    </li>
  );
}

export function OwnRow({ letter, when, today }: { letter: OwnLetter; when: string; today: IsoDate }) {
  return (
    <LetterRow
      link={ownLink(letter.id)}
      id={letter.id}
      title={letter.title || 'A letter without a title'}
      when={when}
      mark={describeOrigin(letter, today)}
    />
  );
}

/** Whose wording it is and until when: “North Shire branch, version 2, until 1 March 2027”. */
export function describeOrigin({ supplier, version, reviewDate }: OwnLetter, today: IsoDate): string {
  const until = reviewDate !== '' && `until ${formatIfDate(reviewDate)}`;
  return [
    supplier ? `Wording of ${supplier}` : 'Your own wording',
    version && `version ${version}`,
    until && (reviewDate < today ? `${until}, which has passed` : until),
  ]
    .filter(Boolean)
    .join(', ');
}

interface Refused {
  /** New for each file, so that nothing typed for an earlier one carries over. */
  id: string;
  name: string;
  problems: readonly ParseProblem[];
  /** The file's text; `null` if it is no text. */
  markdown: string | null;
}

/** Adds an own letter from a file. A letter with a mistake can be corrected here first. */
function OpenLetterFile() {
  const details = useDetailsStore();
  const id = useId();
  const [refused, setRefused] = useState<Refused | null>(null);
  const add = async (letter: { title: string; markdown: string }) => {
    const letterId = await addRecord(details, 'letter', letter);
    if (letterId === null) return;
    setRefused(null);
    showNewLetter(letterId, letter.title);
  };
  const open = async (file: File) => {
    setRefused(null);
    const read = await readLetterFile(file);
    if (read.ok) return add({ title: read.title, markdown: read.markdown });
    return setRefused({ id: crypto.randomUUID(), name: file.name, ...read });
  };
  return (
    <div>
      <FilePicker
        id={id}
        label="Open a letter file"
        accept=".md,.txt,text/markdown,text/plain"
        onFile={(file) => detach(open(file))}
      />
      {refused?.markdown === null && <LetterProblems name={refused.name} problems={refused.problems} />}
      {refused && refused.markdown !== null && (
        <CorrectLetter
          key={refused.id}
          name={refused.name}
          problems={refused.problems}
          text={refused.markdown}
          onAdd={(letter) => detach(add(letter))}
          onCancel={() => {
            setRefused(null);
            focusAndSay(`#${CSS.escape(id)}`, 'Nothing was kept.');
          }}
        />
      )}
    </div>
  );
}

interface CorrectLetterProps extends Pick<Refused, 'name' | 'problems'> {
  text: string;
  onAdd: (letter: { title: string; markdown: string }) => void;
  onCancel: () => void;
}

/** The text of a letter with a mistake, with the caret on the line of the first one. */
function CorrectLetter({ name, problems, text, onAdd, onCancel }: CorrectLetterProps) {
  const id = useId();
  const [markdown, setMarkdown] = useState(text);
  const parsed = useParsedLetter(markdown, name);
  const line = problems[0]?.line ?? 1;
  useEffect(() => {
    const field = document.getElementById(id);
    field?.focus();
    selectLine(field, line);
  }, [id, line]);
  const found = parsed && !parsed.ok ? parsed.problems : problems;
  return (
    <>
      {!parsed?.ok && <LetterProblems name={name} problems={found} />}
      <TextField
        id={id}
        label="Correct the letter here"
        hint={`The mark is on line ${line}. The file itself is not changed`}
        rows={16}
        value={markdown}
        onChange={setMarkdown}
      />
      <p className={ui.actions}>
        <button
          type="button"
          className={ui.buttonMain}
          disabled={!parsed?.ok}
          onClick={() => parsed?.ok && onAdd({ title: parsed.letter.title, markdown })}
        >
          Keep this letter
        </button>
        <button type="button" className={ui.link} onClick={onCancel}>
          Do not keep it
        </button>
      </p>
    </>
  );
}
