import { useState } from 'react';
import { addRecord } from '../../../lib/options/actions';
import type { FileProblem } from '../../../lib/files/problem';
import type { FieldsOf } from '../../../lib/storage/schema';
import type { LetterContext, LetterTemplate } from '../../../lib/letter/model';
import { TextField } from '../../ui/TextField';
import { FilePicker, FileProblems } from '../../ui/FilePicker';
import type { Wording } from '../../../lib/import/readWording';
import type { Given } from '../../../lib/reading/readers';
import { ReadingProgress, useReading } from '../reading';
import { WordingPreview } from './WordingPreview';
import { detach } from '../../../lib/failure/failure';

interface ImportWordingProps {
  builtIn: readonly LetterTemplate[];
  context: LetterContext;
}

type Step =
  | { is: 'start' }
  | { is: 'refused'; name: string; problems: readonly FileProblem[]; more: number | undefined }
  /** `id` is new for each import, so that nothing typed for an earlier one carries over. */
  | { is: 'preview'; id: string; wording: Wording }
  | { is: 'saved'; title: string };

/** Imports official wording from a Word file or pasted text. Nothing is saved until the user presses the button. */
export function ImportWording({ builtIn, context }: ImportWordingProps) {
  const [step, setStep] = useState<Step>({ is: 'start' });
  const { running, read: readFile, cancel } = useReading();
  const preview = async <K extends 'word' | 'pasted'>(kind: K, name: string, given: Given<K>) => {
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
    if ((await addRecord('letter', letter)) !== null) setStep({ is: 'saved', title: letter.title });
  };
  return (
    <div className="card grid-after">
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
      {step.is === 'saved' && (
        <p className="notice" role="status">
          “{step.title}” is now among your own letters.
        </p>
      )}
      {step.is === 'preview' && (
        <WordingPreview
          key={step.id}
          wording={step.wording}
          builtIn={builtIn}
          context={context}
          onSave={(letter) => detach(save(letter))}
          onDiscard={() => setStep({ is: 'start' })}
        />
      )}
    </div>
  );
}

function PasteWording({ onPaste }: { onPaste: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <details className="fold">
      <summary>Paste the words instead</summary>
      <TextField id="pasted-wording" label="Wording" rows={8} value={text} onChange={setText} />
      <p className="actions grid-after">
        <button type="button" className="button" disabled={text.trim() === ''} onClick={() => onPaste(text)}>
          Show how it reads
        </button>
      </p>
    </details>
  );
}
