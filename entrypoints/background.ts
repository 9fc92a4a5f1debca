import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { markInterruptedJobs, runJob, onJob } from '../lib/background/jobs';
import { handleMenuClick } from '../lib/background/menu/click';
import { keepMenuUpToDate } from '../lib/background/menu/items';
import { openOptionsPage } from '../lib/browser/tabs';
import { forgetTab } from '../lib/writing/tabState';
import { detach } from '../lib/failure/failure';

export default defineBackground({
  type: 'module',
  main() {
    // Chromium only: our script in a mail page cannot read what is saved. Firefox has no such setting.
    const { local } = browser.storage;
    if ('setAccessLevel' in local) detach(local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }));
    // Before any new job starts: a job that is still marked as running was interrupted, and is now marked so.
    const marked = markInterruptedJobs().catch(() => undefined);
    onJob((message) => marked.then(() => runJob(message)));
    keepMenuUpToDate();
    browser.contextMenus.onClicked.addListener((click, tab) =>
      detach(marked.then(() => handleMenuClick(click, tab))),
    );
    browser.tabs.onRemoved.addListener((tabId) => detach(forgetTab(tabId)));
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') detach(openOptionsPage());
    });
  },
});
