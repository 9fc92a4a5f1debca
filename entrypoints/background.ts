import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { markInterruptedJobs } from '../lib/background/interruptedJobs';
import { runJob } from '../lib/background/jobs';
import { answerMenu } from '../lib/background/menuJob';
import { keepMenuUpToDate } from '../lib/background/menus';
import { onJob } from '../lib/writing/messages';
import { openOptionsPage } from '../lib/browser/optionsPage';
import { forgetTab } from '../lib/writing/tabState';

export default defineBackground({
  type: 'module',
  main() {
    void markInterruptedJobs();
    onJob(runJob);
    keepMenuUpToDate();
    browser.contextMenus.onClicked.addListener((click, tab) => void answerMenu(click, tab));
    browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void openOptionsPage();
    });
  },
});
