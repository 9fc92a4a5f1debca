import type { ReactNode } from 'react';

/** A tinted block: what happened, or a reason, and what to do next. */
export function Notice({ tone = 'plain', children }: { tone?: 'plain' | 'warn'; children: ReactNode }) {
  return <div className={tone === 'warn' ? 'notice notice-warn' : 'notice'}>{children}</div>;
}
