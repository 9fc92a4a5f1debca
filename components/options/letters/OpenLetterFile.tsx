import { useEffect, useId, useState } from 'react';
import { detach } from '../../../lib/failure/failure';
import type { ParseProblem } from '../../../lib/letter/model';
import { addRecord } from '../../../lib/options/actions';
import { TextField } from '../../ui/Field';
import { FilePicker } from '../../ui/FilePicker';
import { focusAndSay } from '../../ui/focusAndSay';
import { showNewLetter } from '../location';
import { LetterProblems, readLetterFile, useParsedLetter } from './parsedLetter';

interface Refused {
  /** New for each file, so that nothing typed for an earlier one carries over. */
  id: string;
  name: string;
  problems: readonly ParseProblem[];
  /** The file's text; `null` if it is no text. */
  markdown: string | null;
}

/** Adds an own letter from a file. A letter with a mistake can be corrected here first. */
export function OpenLetterFile() {
  const id = useId();
  const [refused, setRefused] = useState<Refused | null>(null);
  const add = async (letter: { title: string; markdown: string }) => {
    const letterId = await addRecord('letter', letter);
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
  useEffect(() => showLine(document.getElementById(id), line), [id, line]);
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
      <p className="actions">
        <button
          type="button"
          className="button button-main"
          disabled={!parsed?.ok}
          onClick={() => parsed?.ok && onAdd({ title: parsed.letter.title, markdown })}
        >
          Keep this letter
        </button>
        <button type="button" className="button-link" onClick={onCancel}>
          Do not keep it
        </button>
      </p>
    </>
  );
}

/** Selects the line and scrolls it into the field's view. */
function showLine(field: HTMLElement | null, line: number): void {
  if (!(field instanceof HTMLTextAreaElement)) return;
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  field.scrollTop = ((line - 3) / lines.length) * field.scrollHeight;
}
