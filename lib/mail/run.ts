import { clientOf } from './sites/sites';
import { insert } from './insert';
import { look } from './look';
import type { Memory } from './memory';
import type { PageJob, PageReports } from './protocol';
import { takeOut } from './takeOut';

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
      return takeOut(memory);
  }
}
