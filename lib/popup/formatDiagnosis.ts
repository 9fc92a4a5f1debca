import type { Diagnosis } from '../mail/protocol';

/** The diagnosis as lines of text for a bug report. */
export function formatDiagnosis({ lines }: Diagnosis): string {
  return lines.map(({ what, found }) => `${what}: ${found}`).join('\n');
}
