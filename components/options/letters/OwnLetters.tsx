import { useEffect, useId, useState } from 'react';
import { addRecord, deleteRecord } from '../../../lib/options/actions';
import type { OwnLetter } from '../../../lib/storage/schema';
import type { LetterContext, LetterTemplate, ParseProblem } from '../../../lib/letter/model';
import { FilePicker } from '../../ui/FilePicker';
import { focusAndSay } from '../../ui/focusAndSay';
import type { SaveFile } from '../browserSide';
import { useRecordForm } from '../form';
import { ImportWording } from './ImportWording';
import { LetterProblems, readLetterFile } from './parsedLetter';
import { lineId, openOwnLetter, showNewLetter } from './openOwnLetter';
import { OwnLetterEditor } from './OwnLetterEditor';
import { detach } from '../../../lib/failure/failure';

interface OwnLettersProps {
  letters: readonly OwnLetter[];
  /** Id of the letter that the link points to; empty for none. */
  openId: string;
  builtIn: readonly LetterTemplate[];
  context: LetterContext;
  saveFile: SaveFile;
}

export function OwnLetters({ letters, openId, builtIn, context, saveFile }: OwnLettersProps) {
  return (
    <>
      <h3>Your own letters</h3>
      <p className="field-hint">
        Copy one of ours and change it, or open a letter file that your branch gives you. It is checked before
        it is used, and stays on this computer.
      </p>
      {letters.length > 0 && (
        <div className="card grid-after">
          {letters.map((letter) => (
            <OwnLetterLine
              key={letter.id}
              letter={letter}
              isLinked={letter.id === openId}
              builtIn={builtIn}
              context={context}
              saveFile={saveFile}
            />
          ))}
        </div>
      )}
      <OpenLetterFile />
      <ImportWording builtIn={builtIn} context={context} />
    </>
  );
}

type OwnLetterLineProps = Omit<OwnLettersProps, 'letters' | 'openId'> & {
  letter: OwnLetter;
  isLinked: boolean;
};

function OwnLetterLine({ letter, isLinked, builtIn, context, saveFile }: OwnLetterLineProps) {
  useEffect(() => {
    if (isLinked) openOwnLetter(letter.id);
  }, [isLinked, letter.id]);
  const [isOpen, setOpen] = useState(false);
  const form = useRecordForm('letter', letter);
  const origin = [letter.supplier, letter.version].filter(Boolean).join(', ');
  return (
    <details
      id={lineId(letter.id)}
      className="letter-entry"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <strong>{letter.title || 'A letter without a title'}</strong>
        <span>{origin || 'Your own wording'}</span>
      </summary>
      {isOpen && (
        <div className="opened">
          <OwnLetterEditor id={letter.id} form={form} builtIn={builtIn} context={context} />
          <p className="card-end actions">
            <button
              type="button"
              className="button"
              onClick={() => {
                saveFile(`${letter.title}.md`, letter.markdown, 'text/markdown');
                focusAndSay(null, `“${letter.title}” is in your Downloads folder.`);
              }}
            >
              Save as a file
            </button>
            <button
              type="button"
              className="button button-danger"
              onClick={() => detach(deleteRecord('letter', letter.id, letter.title))}
            >
              Delete this letter
            </button>
          </p>
        </div>
      )}
    </details>
  );
}

/** Adds an own letter from a file, if the file can be parsed as a letter. */
function OpenLetterFile() {
  const id = useId();
  const [refused, setRefused] = useState<{ name: string; problems: ParseProblem[] } | null>(null);
  const open = async (file: File) => {
    const read = await readLetterFile(file);
    setRefused(read.ok ? null : { name: file.name, problems: read.problems });
    if (!read.ok) return;
    const letterId = await addRecord('letter', { title: read.title, markdown: read.markdown });
    if (letterId !== null) showNewLetter(letterId, read.title);
  };
  return (
    <div>
      <FilePicker
        id={id}
        label="Open a letter file"
        accept=".md,.txt,text/markdown,text/plain"
        onFile={(file) => detach(open(file))}
      />
      {refused && <LetterProblems name={refused.name} problems={refused.problems} />}
    </div>
  );
}
