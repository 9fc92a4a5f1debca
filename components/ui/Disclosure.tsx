import { type ReactNode, Suspense } from 'react';

/**
 * A folded row with its current value at the right, so that the user can read the value without opening the row. The
 * children may load after the row is shown.
 */
export function Fold(props: {
  title: string;
  value: string;
  note?: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  const { title, value, note, open = false, children } = props;
  return (
    <details className="fold" open={open}>
      <summary>
        <span className="fold-title">{title}</span>
        <span className="fold-value" title={value}>
          {value}
          <Suspense>{note}</Suspense>
        </span>
      </summary>
      <div className="fold-body">
        <Suspense>{children}</Suspense>
      </div>
    </details>
  );
}
