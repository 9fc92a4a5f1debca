import type { ReactNode } from 'react';
import { type FileProblem, formatProblem, MOST_SHOWN } from '../../lib/files/problem';

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
    <div className="file-picker">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {hint !== undefined && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          // Without this, choosing the same file again after correcting it would cause no change event.
          event.target.value = '';
        }}
      />
    </div>
  );
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
  const unshown = Math.max(0, problems.length - MOST_SHOWN) + more;
  return (
    <div className="notice notice-warn" role="alert">
      <p>
        <strong>{name} was not used.</strong> Nothing that is saved has changed.
      </p>
      <ul>
        {problems.slice(0, MOST_SHOWN).map((problem) => {
          const sentence = formatProblem(name, problem);
          return <li key={sentence}>{sentence}</li>;
        })}
      </ul>
      {unshown > 0 && <p>And {unshown} more.</p>}
    </div>
  );
}
