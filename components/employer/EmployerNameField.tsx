import type { EmployerKind } from '../../lib/letter/model';
import { formalCouncilName, searchCouncils } from '../../lib/employer/councils';
import { Combobox } from '../ui/Combobox';
import { TextField } from '../ui/TextField';

interface EmployerNameFieldProps {
  kind: EmployerKind;
  /** “Council” or “Organisation” if absent. */
  label?: string;
  /** Hint for an employer that is not a council. */
  hint?: string | undefined;
  value: string;
  error?: string | undefined;
  onChange: (organisation: string) => void;
}

/** Input for the employer’s name: a list to choose from for councils, free text for others. */
export function EmployerNameField({ kind, label, hint, value, error, onChange }: EmployerNameFieldProps) {
  const field = { id: 'organisation', value, error, onChange, wide: true };
  if (kind !== 'council') return <TextField {...field} label={label ?? 'Organisation'} hint={hint} />;
  return (
    <Combobox
      {...field}
      label={label ?? 'Council'}
      hint="Type a few letters and choose it from the list"
      search={searchCouncils}
      settle={formalCouncilName}
    />
  );
}
