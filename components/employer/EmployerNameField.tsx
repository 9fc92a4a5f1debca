import type { EmployerKind } from '../../lib/letter/model';
import { formalCouncilName, searchCouncils } from '../../lib/employer/councils';
import { Combobox } from '../ui/Combobox';
import { TextField } from '../ui/TextField';

interface EmployerNameFieldProps {
  kind: EmployerKind;
  /** Hint for an employer that is not a council. */
  hint: string;
  value: string;
  error?: string | undefined;
  onChange: (organisation: string) => void;
}

/** Input for the employer’s name: a list to choose from for councils, free text for others. */
export function EmployerNameField({ kind, hint, value, error, onChange }: EmployerNameFieldProps) {
  const field = { id: 'organisation', value, error, onChange, wide: true };
  if (kind !== 'council') return <TextField {...field} label="Organisation" hint={hint} />;
  return (
    <Combobox
      {...field}
      label="Council"
      hint="Type a few letters and choose it from the list"
      search={searchCouncils}
      settle={formalCouncilName}
    />
  );
}
