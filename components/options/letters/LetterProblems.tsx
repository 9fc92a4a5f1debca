import type { ParseProblem } from '../../../lib/letter/parse/problems';

/** Lists the problems that prevent a text from being used as a letter, with their line numbers. */
export function LetterProblems({ name, problems }: { name: string; problems: readonly ParseProblem[] }) {
  return (
    <div className="notice notice-warn" role="status">
      <p>
        <strong>{name} has a mistake and cannot be used yet.</strong>
      </p>
      <ul>
        {problems.slice(0, 20).map(({ line, sentence }) => (
          <li key={`${line} ${sentence}`}>
            Line {line}: {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
