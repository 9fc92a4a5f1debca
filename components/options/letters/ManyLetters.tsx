import { useEffect, useMemo, useRef, useState } from 'react';
import { fitsEmployer } from '../../../lib/employer/pairing';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { listMissingOnPaper } from '../../../lib/letter/compose/missing';
import type { IsoDate, LetterTemplate } from '../../../lib/letter/model';
import { useDetails } from '../../../lib/options/store';
import type { Employer, Signer } from '../../../lib/storage/schema';
import type { LetterForOne } from '../../../lib/word/manyLetters';
import { previewContext } from '../../../lib/writing/compose';
import { type LetterProblem, listLetters } from '../../../lib/writing/letters';
import { lettersOnDemand } from '../../../lib/writing/lettersOnDemand';
import { describeLetterProblem, describeMisfit, repairPlace } from '../../../lib/writing/questions';
import { CheckField } from '../../ui/CheckField';
import { SelectField } from '../../ui/SelectField';
import type { SaveFile } from '../browserSide';
import { employerOf } from '../usePair';
import { sayWord } from '../sayWord';
import { openOwnLetter } from './openOwnLetter';
import { useFoundLetter } from './useFoundLetter';

interface ManyLettersProps {
  signers: readonly Signer[];
  employers: readonly Employer[];
  today: IsoDate;
  saveFile: SaveFile;
}

interface Choice {
  id: string;
  /** Instead of the user's own letter, which cannot be used. */
  isOursThisTime: boolean;
}

/** One Word letter for each of a chosen set of signers, in one zip. */
export function ManyLetters({ signers, employers, today, saveFile }: ManyLettersProps) {
  const own = useDetails(({ records }) => records.letter);
  const letters = listLetters({ letters: own }, lettersOnDemand);
  const [choice, setChoice] = useState<Choice>({ id: letters[0]?.id ?? '', isOursThisTime: false });
  // A letter of the user's own may be deleted, or take the place of ours, while this page is open: then none is chosen.
  const listed = letters.find(({ id }) => id === choice.id);
  const found = useFoundLetter(listed?.id ?? '');
  const ours = useOurs(choice.isOursThisTime ? (found?.letterProblem?.ours.id ?? '') : '');
  const letter = found?.letterProblem ? ours : found?.letter;
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const { writing, write, cancel } = useManyLetters(saveFile);
  const lastUsed = useDetails((details) => details.choices);
  const composed = useMemo(() => {
    const saved = { signers, employers, lastUsed };
    return letter ? signers.map((signer) => composeFor(letter, signer, saved, today)) : [];
  }, [letter, signers, employers, lastUsed, today]);
  const chosen = composed.filter((_, at) => !leftOut.has(signers[at]?.id ?? ''));
  const count = signers.filter(({ id }) => !leftOut.has(id)).length;
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
        value={listed?.id ?? ''}
        options={[
          ...(listed ? [] : [{ value: '', label: 'Choose a letter' }]),
          ...letters.map(({ id, title }) => ({ value: id, label: title || 'A letter without a title' })),
        ]}
        onChange={(id) => setChoice({ id, isOursThisTime: false })}
      />
      {found?.letterProblem && (
        <BlockedLetter
          problem={found.letterProblem}
          isOursUsed={choice.isOursThisTime}
          onUseOurs={() => listed && setChoice({ id: listed.id, isOursThisTime: true })}
        />
      )}
      <fieldset className="record-list grid-after" aria-label="For whom">
        {signers.map((signer, at) => (
          <CheckField
            key={signer.id}
            id={`many-${signer.id}`}
            label={[signer.fullName, signer.school].filter(Boolean).join(', ') || 'No name yet'}
            hint={sayTrouble(composed[at])}
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
          {count === 1 ? 'Make 1 Word letter' : `Make ${count} Word letters`}
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

interface BlockedLetterProps {
  problem: LetterProblem;
  isOursUsed: boolean;
  onUseOurs: () => void;
}

/** Ours is taken instead of the user's own letter only when the user says so. */
function BlockedLetter({ problem, isOursUsed, onUseOurs }: BlockedLetterProps) {
  return (
    <div className="notice notice-warn grid-after" role="status">
      <p>
        <strong>{describeLetterProblem(problem)}</strong>{' '}
        {isOursUsed
          ? `This time the letters are made in our wording, “${problem.ours.title}”.`
          : `Ours is “${problem.ours.title}”.`}
      </p>
      <p className="actions">
        {problem.why === 'mistake' && (
          <button type="button" className="button" onClick={() => openOwnLetter(problem.ownId)}>
            Repair it
          </button>
        )}
        {problem.why === 'unreadable' && (
          <a className="button" href={`#${repairPlace(problem)}`}>
            Repair it
          </a>
        )}
        {!isOursUsed && (
          <button type="button" className="button" onClick={onUseOurs}>
            Use ours this time
          </button>
        )}
      </p>
    </div>
  );
}

/** Our own letter of that id; nothing for an empty id, and while it is being loaded. */
function useOurs(id: string): LetterTemplate | undefined {
  const [ours, setOurs] = useState<LetterTemplate>();
  useEffect(() => {
    if (id !== '') void lettersOnDemand.load(id).then(setOurs);
  }, [id]);
  return ours?.id === id ? ours : undefined;
}

interface ForOne extends LetterForOne {
  misfit: string;
}

function composeFor(
  letter: LetterTemplate,
  signer: Signer,
  saved: Parameters<typeof employerOf>[1],
  today: IsoDate,
): ForOne {
  const employer = employerOf(signer, saved);
  const document = composeLetter(letter, previewContext(signer, employer, today));
  const misfit = employer && !fitsEmployer(signer, employer) ? describeMisfit(signer, employer) : '';
  return { document, signer: signer.fullName, school: signer.school, misfit };
}

/** Said before anything is written: details that are missing, and an employer who seems not to be theirs. */
function sayTrouble(letter: ForOne | undefined): string | undefined {
  if (!letter) return undefined;
  const missing = listMissingOnPaper(letter.document).map(({ label }) => label);
  const sentences = [letter.misfit, missing.length > 0 && `Missing: ${missing.join(', ')}`];
  return sentences.filter(Boolean).join(' ') || undefined;
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
