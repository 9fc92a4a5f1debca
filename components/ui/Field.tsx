import type { ReactNode } from 'react';

export interface FieldWords {
  id: string;
  label: string;
  hint?: ReactNode;
  /** What is wrong and what to do. Shown below the control and read out by screen readers. */
  error?: string | undefined;
}

/** A label, a hint and an error around the control, which is the child. */
export function Field({
  id,
  label,
  hint,
  error,
  wide,
  children,
}: FieldWords & { wide?: boolean; children: ReactNode }) {
  return (
    <div className={['field', wide && 'field-wide', error && 'field-wrong'].filter(Boolean).join(' ')}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children}
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** The `aria-describedby` for a control’s hint and error; undefined if it has neither. */
export function describedBy({
  id,
  hint,
  error,
}: Pick<FieldWords, 'id' | 'hint' | 'error'>): string | undefined {
  const ids = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
