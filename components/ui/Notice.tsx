import type { ReactNode } from 'react';

/** A tinted block for a message to the user. */
export function Notice({ tone = 'plain', children }: { tone?: 'plain' | 'warn'; children: ReactNode }) {
  return <div className={tone === 'warn' ? 'notice notice-warn' : 'notice'}>{children}</div>;
}
