import type { TableQuestion } from '../../../lib/files/tableQuestions';
import { SelectField } from '../../ui/Field';

export type OnAnswer = (id: string, answer: string) => void;

interface TableChoicesProps {
  questions: readonly TableQuestion[];
  onAnswer: OnAnswer;
}

/** What a table leaves open: one field for each column with a heading of its own, and one for each kind of trouble. */
export function TableChoices({ questions, onAnswer }: TableChoicesProps) {
  const columns = questions.filter(({ about }) => about === 'columns');
  const cells = questions.filter(({ about }) => about === 'cells');
  const choices = cells.filter(({ options }) => options.length > 0);
  const said = cells.filter(({ options }) => options.length === 0);
  return (
    <>
      {columns.length > 0 && (
        <fieldset className="table-choices">
          <legend>Which column is which</legend>
          <p className="field-hint">These headings are not ours, so we have guessed. Change what is wrong.</p>
          <div className="grid">
            {columns.map((question) => (
              <Choice key={question.id} question={question} onAnswer={onAnswer} />
            ))}
          </div>
        </fieldset>
      )}
      {cells.length > 0 && (
        <fieldset className="table-choices">
          <legend>What to check in the rows</legend>
          {choices.map((question) => (
            <Choice key={question.id} question={question} onAnswer={onAnswer} />
          ))}
          {said.map(({ id, label }) => (
            <p key={id}>{label}</p>
          ))}
        </fieldset>
      )}
    </>
  );
}

function Choice({
  question: { id, label, hint, options, answer },
  onAnswer,
}: {
  question: TableQuestion;
  onAnswer: OnAnswer;
}) {
  return (
    <SelectField
      id={`table ${id}`.replaceAll(/\s+/g, '-')}
      label={label}
      hint={hint}
      value={answer}
      options={options}
      onChange={(chosen) => onAnswer(id, chosen)}
    />
  );
}
