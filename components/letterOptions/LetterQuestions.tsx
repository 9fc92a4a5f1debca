import { useId } from 'react';
import { type FieldName, fieldPrompt, fields, isFieldName } from '../../lib/letter/compose/fields';
import type { LetterTemplate } from '../../lib/letter/model';
import { isAroundInspection, letterRole } from '../../lib/writing/letters';
import { DayNote, useTypedInput } from '../ui/DateField';
import { detach } from '../../lib/failure/failure';
import rows from '../ui/RowControls.module.css';
import css from './letterOptions.module.css';
import ui from '../ui/controls.module.css';

/** Questions that only this letter asks, such as the date of the first letter. */
export function LetterQuestions(props: {
  letter: LetterTemplate;
  answers: Record<string, string>;
  onAnswer: (patch: { answers: Record<string, string> }) => Promise<void>;
}) {
  const names = props.letter.asks.filter(isFieldName);
  const answer = (name: FieldName, value: string) => detach(props.onAnswer({ answers: { [name]: value } }));
  return (
    <>
      {names.length > 0 && (
        <div className={css.questions} role="group" aria-label="For this letter">
          {names.map((name) => (
            <Question
              key={name}
              name={name}
              rule={dayRuleOf(name, props.letter, props.answers)}
              value={props.answers[name] ?? ''}
              onChange={answer}
            />
          ))}
        </div>
      )}
      {isAroundInspection(props.letter) && <SupportLines />}
    </>
  );
}

/** Someone new in the post may ask for the yearly review at any time. */
function dayRuleOf(name: FieldName, letter: LetterTemplate, answers: Record<string, string>): string {
  const isYearly = letterRole(letter) === 'review-due' && !answers['start date'];
  return isYearly && name === 'first letter date' ? 'yearly review of' : name;
}

/** One question, with the input that its field needs. */
export function Question(props: {
  name: FieldName;
  /** See `dayRules`. */
  rule: string;
  value: string;
  onChange: (name: FieldName, value: string) => void;
}) {
  const id = useId();
  const { input, choices } = fields[props.name];
  const common = { id, className: ui.control, 'data-field': props.name, value: props.value };
  return (
    <div className={css.question}>
      <label className={css.label} htmlFor={id}>
        {fieldPrompt(props.name)}
        {input === 'lines' && <span className={rows.hint}> one on each line</span>}
      </label>
      {input === 'choice' ? (
        <select {...common} onChange={(event) => props.onChange(props.name, event.target.value)}>
          <option value="">Not chosen</option>
          {choices?.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : input === 'lines' ? (
        <textarea {...common} rows={3} onChange={(event) => props.onChange(props.name, event.target.value)} />
      ) : input === 'text' ? (
        <input {...common} type="text" onChange={(event) => props.onChange(props.name, event.target.value)} />
      ) : (
        <WhenInput
          {...common}
          rule={props.rule}
          type={input}
          onChange={(value) => props.onChange(props.name, value)}
        />
      )}
    </div>
  );
}

function WhenInput({
  rule,
  ...props
}: {
  rule: string;
  id: string;
  className: string | undefined;
  'data-field': FieldName;
  type: 'date' | 'time';
  value: string;
  onChange: (value: string) => void;
}) {
  const { input, problem } = useTypedInput(props);
  const { id } = props;
  return (
    <>
      <input
        {...input}
        id={id}
        className={props.className}
        data-field={props['data-field']}
        aria-describedby={problem && `${id}-problem`}
      />
      {!problem && <DayNote of={rule} date={props.value} onUse={props.onChange} />}
      {problem && (
        <p id={`${id}-problem`} className={`${rows.hint} ${css.problem}`} role="alert">
          <strong>{problem}</strong>
        </p>
      )}
    </>
  );
}

/**
 * Shown next to the user’s own paragraph and for letters around an inspection, never in a letter.
 * The numbers are from the organisations’ public pages, November 2026.
 */
export function SupportLines() {
  return (
    <p className={css.support}>
      If this is weighing on you: Education Support 08000 562 561 and Samaritans 116 123, day and night;
      Headrest, former heads who listen, headrestuk.co.uk; NAHT members, weekdays 9 to 5, 0300 30 30 333.
    </p>
  );
}
