import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createMemory, type Memory } from '../lib/mail/memory';
import type { PageJob, PageReports } from '../lib/mail/protocol';
import { isCovered, runJob } from '../lib/mail/insert';

type Report = PageReports[PageJob['do']];

interface PageSide extends Memory {
  run: (job: PageJob) => Promise<Report>;
}

declare global {
  // eslint-disable-next-line no-var -- only `var` declares a property of the global object
  var dearEmployer: PageSide | undefined;
}

/**
 * Injected again on each of the user's clicks. One global name in the extension's isolated world keeps the memory of
 * the last insertion between clicks. Only an own property counts: a form of the page with that id would be found under the
 * name as well. Nothing runs until the background calls `run`, and no listener stays in the page.
 * The result says whether the site's tables answer; if not, the background injects `rareCases.js` as well.
 */
export default defineUnlistedScript(() => {
  const memory = Object.hasOwn(window, 'dearEmployer')
    ? (window.dearEmployer as PageSide)
    : (window.dearEmployer = createMemory() as PageSide);
  // One job after the other: otherwise a second insertion would not see the first letter, and would insert a second copy.
  memory.run = (job) => {
    const start = (): Promise<Report> => runJob(job, window, memory);
    return (memory.job = memory.job.then(start, start));
  };
  return isCovered(window);
});
