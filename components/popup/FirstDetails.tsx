import { useEffect, useId, useState } from 'react';
import { employmentChoices } from '../../lib/employer/employment';
import { listCouncils, typeFirstDetail } from '../../lib/firstQuestions/answers';
import type { FirstField } from '../../lib/firstQuestions/save';
import { openOptions } from '../../lib/popup/actions';
import { usePopup } from '../../lib/popup/store';
import { detach } from '../../lib/failure/failure';

/** The four details that a first letter needs, asked for in the popup and saved as they are typed. */
export function FirstDetails() {
  const { first } = usePopup();
  const isCouncil = first.employment === 'council-maintained';
  const [councils, setCouncils] = useState<string[]>([]);
  useEffect(() => {
    if (isCouncil) detach(listCouncils().then(setCouncils));
  }, [isCouncil]);
  return (
    <div className="first-details" role="group" aria-label="Your details">
      <p className="hint">Asked once. Kept in this browser; nothing is sent to anyone.</p>
      <FirstText label="Full name" field="fullName" value={first.fullName} />
      <FirstText label="School" field="school" value={first.school} />
      <FirstEmployment value={first.employment} />
      <FirstText
        label={isCouncil ? 'Council' : 'Organisation'}
        field="organisation"
        value={first.organisation}
        placeholder={first.hint}
        options={isCouncil ? councils : []}
      />
      {first.reason && <p className="reason">{first.reason}</p>}
    </div>
  );
}

function FirstText(props: {
  label: string;
  field: FirstField;
  value: string;
  placeholder?: string;
  options?: string[];
}) {
  const id = useId();
  const options = props.options ?? [];
  return (
    <div className="question">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        list={options.length > 0 ? `${id}-options` : undefined}
        value={props.value}
        placeholder={props.placeholder}
        title={props.placeholder}
        onChange={(event) => detach(typeFirstDetail(props.field, event.target.value))}
      />
      {options.length > 0 && (
        <datalist id={`${id}-options`}>
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </datalist>
      )}
    </div>
  );
}

function FirstEmployment({ value }: { value: string }) {
  const id = useId();
  const change = (chosen: string) =>
    chosen === 'not sure'
      ? openOptions('about-you/employment')
      : detach(typeFirstDetail('employment', chosen));
  return (
    <div className="question">
      <label htmlFor={id}>Who employs you?</label>
      <select id={id} value={value} onChange={(event) => change(event.target.value)}>
        <option value="">Choose one</option>
        {employmentChoices.map(({ id: choice, label }) => (
          <option key={choice} value={choice}>
            {label}
          </option>
        ))}
        <option value="not sure">I’m not sure</option>
      </select>
    </div>
  );
}
