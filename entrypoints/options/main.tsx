import '../../components/ui/theme.css';
import '../../components/ui/controls.module.css';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { OptionsPage } from '../../components/options/OptionsPage';
import { ErrorBoundary, lastWord, NotShown } from '../../components/ui/focusAndSay';
import { copyText, saveFile } from '../../lib/browser/clipboardAndDownloads';
import { readDiagnosis } from '../../lib/writing/tabState';
import { hasOutlookWindows, removeOutlookWindows, requestOutlookWindows } from '../../lib/browser/inject';
import { newEmailLink } from '../../lib/browser/tabs';
import { detach } from '../../lib/failure/failure';
import { loadDetails } from '../../lib/options/load';
import { createDetailsStore } from '../../lib/options/store';

const outlookWindows = {
  has: hasOutlookWindows,
  request: requestOutlookWindows,
  remove: removeOutlookWindows,
};

const details = createDetailsStore();
const root = document.getElementById('root');
if (root) {
  createRoot(root, lastWord()).render(
    <ErrorBoundary fallback={<NotShown />}>
      <OptionsPage
        details={details}
        saveFile={saveFile}
        copyText={copyText}
        readReport={readDiagnosis}
        outlookWindows={outlookWindows}
        newEmailLink={(site) => newEmailLink(site, '')}
        version={browser.runtime.getManifest().version}
      />
    </ErrorBoundary>,
  );
}
detach(loadDetails(details));
