import { useMemo, useRef, useState } from 'react';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { listMissingOnPaper } from '../../../lib/letter/compose/missing';
import type { IsoDate, LetterTemplate } from '../../../lib/letter/model';
import type { Employer, Signer } from '../../../lib/storage/schema';
import type { LetterForOne } from '../../../lib/word/manyLetters';
import { previewContext } from '../../../lib/writing/compose';
import { CheckField } from '../../ui/CheckField';
import { SelectField } from '../../ui/SelectField';
import type { SaveFile } from '../browserSide';
import { sayWord } from '../sayWord';

interface ManyLettersProps {
  signers: readonly Signer[];
  employers: readonly Employer[];
  letters: readonly LetterTemplate[];
  today: IsoDate;
  saveFile: SaveFile;
}

/** One Word letter for each of a chosen set of signers, in one zip. */
export function ManyLetters({ signers, employers, letters, today, saveFile }: ManyLettersProps) {
  const [letterId, setLetterId] = useState(letters[0]?.id ?? '');
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const { writing, write, cancel } = useManyLetters(saveFile);
  const composed = useMemo(() => {
    const letter = letters.find(({ id }) => id === letterId);
    return letter ? signers.map((signer) => composeFor(letter, signer, employers, today)) : [];
  }, [letters, letterId, signers, employers, today]);
  const chosen = composed.filter((_, at) => !leftOut.has(signers[at]?.id ?? ''));
  const choose = (id: string, isIn: boolean) => {
    const changed = new Set(leftOut);
    if (isIn) changed.delete(id);
    else changed.add(id);
    setLeftOut(changed);
  };
  return (
    <div className="card">
      <h3>Letters for many</h3>
      <p>
        One Word letter for each person, from their own details to their own employer, together in one zip
        file.
      </p>
      <SelectField
        id="many-letter"
        label="Which letter"
        value={letterId}
        options={letters.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={setLetterId}
      />
      <fieldset className="record-list grid-after" aria-label="For whom">
        {signers.map((signer, at) => (
          <CheckField
            key={signer.id}
            id={`many-${signer.id}`}
            label={[signer.fullName, signer.school].filter(Boolean).join(', ') || 'No name yet'}
            hint={sayMissing(composed[at])}
            checked={!leftOut.has(signer.id)}
            onChange={(isIn) => choose(signer.id, isIn)}
          />
        ))}
      </fieldset>
      <p className="actions grid-after">
        <button
          type="button"
          className="button button-main"
          disabled={chosen.length === 0 || writing.step === 'writing'}
          onClick={() => void write(chosen)}
        >
          {chosen.length === 1 ? 'Make 1 Word letter' : `Make ${chosen.length} Word letters`}
        </button>
        {writing.step === 'writing' && (
          <button type="button" className="button" onClick={cancel}>
            Cancel
          </button>
        )}
      </p>
      <Progress writing={writing} />
    </div>
  );
}

function Progress({ writing }: { writing: Writing }) {
  return (
    <>
      {writing.step === 'writing' && (
        <progress aria-label="Letters written" value={writing.done} max={writing.total} />
      )}
      <p role="status">{writing.step === 'said' ? writing.sentence : ''}</p>
    </>
  );
}

function composeFor(
  letter: LetterTemplate,
  signer: Signer,
  employers: readonly Employer[],
  today: IsoDate,
): LetterForOne {
  const employer = employers.find(({ id }) => id === signer.employerId);
  const document = composeLetter(letter, previewContext(signer, employer, today));
  return { document, signer: signer.fullName, school: signer.school };
}

/** Missing details are said before anything is written; in the letter they are marked. */
function sayMissing(letter: LetterForOne | undefined): string | undefined {
  const missing = letter ? listMissingOnPaper(letter.document) : [];
  return missing.length === 0 ? undefined : `Missing: ${missing.map(({ label }) => label).join(', ')}`;
}

type Writing =
  { step: 'none' } | { step: 'writing'; done: number; total: number } | { step: 'said'; sentence: string };

/** Writes the letters, with progress and a way to stop; only a finished zip is saved. */
function useManyLetters(saveFile: SaveFile) {
  const [writing, setWriting] = useState<Writing>({ step: 'none' });
  const controller = useRef<AbortController | null>(null);
  const write = async (letters: readonly LetterForOne[]) => {
    const { signal } = (controller.current = new AbortController());
    setWriting({ step: 'writing', done: 0, total: letters.length });
    const sentence = await sayWord(async () => {
      // With the docx library: only for those who ask for Word.
      const { writeManyLetters, zipFileName } = await import('../../../lib/word/manyLetters');
      const written = await writeManyLetters(letters, {
        signal,
        onProgress: ({ done, total }) => setWriting({ step: 'writing', done, total }),
      });
      if (!written.ok) return 'Stopped. Nothing was saved.';
      saveFile(zipFileName(letters), new Uint8Array(written.zip), 'application/zip');
      return `${sayCount(letters.length)} in one zip file, in your Downloads folder.`;
    });
    setWriting({ step: 'said', sentence });
  };
  return { writing, write, cancel: () => controller.current?.abort() };
}

function sayCount(count: number): string {
  return count === 1 ? 'One letter' : `${count} letters`;
}
