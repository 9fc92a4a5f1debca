import type { ReactNode } from 'react';

export interface FieldWords {
  id: string;
  label: string;
  hint?: ReactNode;
  /** What is wrong and what to do; said beside the field and to screen readers. */
  error?: string | undefined;
}

/** Label above, hint under it, error beside the control. The control itself comes as a child. */
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

/** The `aria-describedby` that ties a control to its hint and its error. */
export function describedBy({
  id,
  hint,
  error,
}: Pick<FieldWords, 'id' | 'hint' | 'error'>): string | undefined {
  const ids = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
