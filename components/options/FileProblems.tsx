import { formatProblem, type FileProblem } from '../../lib/files/problem';

/** More than anyone mends at once; the rest shows when these are mended. */
const SHOWN = 20;

/** Why a file is refused: where, and what is expected. */
export function FileProblems({ name, problems }: { name: string; problems: readonly FileProblem[] }) {
  return (
    <div className="notice notice-warn" role="alert">
      <p>
        <strong>{name} was not used.</strong> Nothing that is saved has changed.
      </p>
      <ul>
        {problems.slice(0, SHOWN).map((problem) => {
          const sentence = formatProblem(name, problem);
          return <li key={sentence}>{sentence}</li>;
        })}
      </ul>
      {problems.length > SHOWN && <p>And {problems.length - SHOWN} more.</p>}
    </div>
  );
}
