import { type ReactNode, useEffect, useRef } from 'react';
import { type FileProblem, formatProblem, MOST_SHOWN } from '../../lib/files/readText';
import ui from './controls.module.css';

interface FilePickerProps {
  id: string;
  label: string;
  hint?: ReactNode;
  accept: string;
  onFile: (file: File) => void;
}

/** The browser’s own file button. The page reads the file; nothing is uploaded. */
export function FilePicker({ id, label, hint, accept, onFile }: FilePickerProps) {
  return (
    <div className={ui.filePicker}>
      <label htmlFor={id} className={ui.label}>
        {label}
      </label>
      {hint !== undefined && (
        <div className={ui.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        // Without this, choosing the same file again after correcting it would cause no change event. Until then the
        // field shows the name of the chosen file.
        onClick={clear}
        onDrop={clear}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
        }}
      />
    </div>
  );
}

function clear({ currentTarget }: { currentTarget: HTMLInputElement }) {
  currentTarget.value = '';
}

/** Says why a file was refused: where each problem is, and what is expected there. */
export function FileProblems({
  name,
  problems,
  more = 0,
}: {
  name: string;
  problems: readonly FileProblem[];
  more?: number | undefined;
}) {
  const place = useRef<HTMLDivElement>(null);
  // Other controls may be between the picker and this.
  useEffect(() => {
    // In newer browsers this returns a promise, which an effect must not.
    place.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  return (
    <div ref={place} className={ui.noticeWarn} role="alert">
      <p>
        <strong>{name} was not used.</strong> Nothing else has changed.
      </p>
      <ProblemList name={name} problems={problems} more={more} />
    </div>
  );
}

/** Lists the parts that could not be read of a file whose other parts are used. */
export function LeftOut({ name, problems }: { name: string; problems: readonly FileProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className={ui.noticeWarn}>
      <p>
        <strong>Some of this file cannot be read here.</strong> Everything else is used. Left out:
      </p>
      <ProblemList name={name} problems={problems} />
    </div>
  );
}

interface ProblemListProps {
  name: string;
  problems: readonly FileProblem[];
  /** The number of problems that are not in the list. */
  more?: number | undefined;
}

function ProblemList({ name, problems, more = 0 }: ProblemListProps) {
  const notShown = Math.max(0, problems.length - MOST_SHOWN) + more;
  const sentences = new Set(problems.slice(0, MOST_SHOWN).map((problem) => formatProblem(name, problem)));
  return (
    <>
      <ul>
        {[...sentences].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {notShown > 0 && <p>And {notShown} more.</p>}
    </>
  );
}
