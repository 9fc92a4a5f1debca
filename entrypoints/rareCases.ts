import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageReports } from '../lib/mail/protocol';
import { createRareCases, rareJobs } from '../lib/mail/rareCases';

/** Injected after `insert.js`, and only for what few clicks need; see `needsRareCases`. */
export default defineUnlistedScript(() => {
  // `window.dearEmployer` could also be an element of the page with that id. Only our own property counts.
  const pageSide = Object.hasOwn(window, 'dearEmployer') ? window.dearEmployer : undefined;
  if (!pageSide) return;
  pageSide.rare = createRareCases(pageSide);
  const { run } = pageSide;
  pageSide.run = (job) => {
    if (job.do !== 'attachNext' && job.do !== 'takeOut') return run(job);
    const start = (): Promise<PageReports[typeof job.do]> => rareJobs[job.do](pageSide);
    return (pageSide.job = pageSide.job.then(start, start));
  };
});
