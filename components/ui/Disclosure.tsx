import type { ReactNode } from 'react';

/** A folded row with its current value at the right, so that the user can read the value without opening the row. */
export function Fold(props: { title: string; value: string; open?: boolean; children: ReactNode }) {
  const { title, value, open = false, children } = props;
  return (
    <details className="fold" open={open}>
      <summary>
        <span className="fold-title">{title}</span>
        <span className="fold-value" title={value}>
          {value}
        </span>
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}
