import { isPlainField } from './editable';
import { clientOf } from './sites/sites';
import { insert } from './insert';
import { look } from './look';
import type { Memory } from './memory';
import type { PageJob, PageReports } from './protocol';

/** Runs one job in this page and returns its report. */
export async function runJob(job: PageJob, win: Window, memory: Memory): Promise<PageReports[PageJob['do']]> {
  const client = clientOf(win);
  const doc = win.document;
  switch (job.do) {
    case 'look':
      return look(client, doc, memory, job.sections);
    case 'insert':
      return insert(job, client, doc, memory);
    case 'takeOut':
      return memory.rare?.takeOut(memory) ?? { outcome: 'refused', why: 'nothing to take out' };
    default:
      return memory.lookAgain?.() ?? null;
  }
}

/** Whether the site's tables find the page's emails, all of them in rich text. `rareCases.js` is then not needed. */
export function isCovered(win: Window): boolean {
  const drafts = clientOf(win).findDrafts(win.document);
  return drafts.length > 0 && !drafts.some(({ body }) => isPlainField(body));
}
