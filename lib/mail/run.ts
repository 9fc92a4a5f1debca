import { isPlainField, rememberCaret } from './editable';
import { findDrafts, findFirst, type Draft } from './sites/site';
import { clientOf } from './sites/sites';
import { insert } from './insert';
import { look } from './look';
import type { Memory } from './memory';
import type { PageJob, PageReports } from './protocol';

/** Runs one job in this page and returns its report. */
export async function runJob(job: PageJob, win: Window, memory: Memory): Promise<PageReports[PageJob['do']]> {
  const client = { ...clientOf(win), shapes: memory.rare?.shapes };
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

/** Whether the site's tables find all that is in the page's emails. `rareCases.js` is then not needed. */
export function isCovered(win: Window): boolean {
  const drafts = findDrafts(clientOf(win), win.document);
  return drafts.length > 0 && drafts.every(isKnown);
}

/** A signature matters only where neither a caret nor an empty email tells the place. */
function isKnown({ body, subject, client }: Draft): boolean {
  const hasPlace = rememberCaret(body) ?? !body.textContent.trim();
  return (
    !isPlainField(body) &&
    subject !== null &&
    Boolean(hasPlace || findFirst(body, client.selectors.signature))
  );
}
