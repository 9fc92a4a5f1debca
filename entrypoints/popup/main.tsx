import { createRoot } from 'react-dom/client';
import { PopupPage } from '../../components/popup/Popup';
import { lastWord } from '../../components/ui/focusAndSay';
import { copyLetter, copyText, saveFile } from '../../lib/browser/clipboardAndDownloads';
import { runInAllFrames, runInFrame } from '../../lib/browser/inject';
import { clearBadge, findActiveTab, openNewEmail, openOptionsPage } from '../../lib/browser/tabs';
import { detach } from '../../lib/failure/failure';
import { lookAround, openPopup } from '../../lib/popup/open';
import { sendJob, wakeBackground } from '../../lib/writing/outcome';
import '../../components/ui/theme.css';

const page = { runInAllFrames, runInFrame, sendJob, wakeBackground };
const tabs = { clearBadge, findActiveTab, openNewEmail, openOptionsPage };
const deps = { ...page, ...tabs, copyLetter, copyText, saveFile, now: new Date() };
const opening = openPopup(deps);
const root = document.getElementById('root');
if (root) createRoot(root, lastWord()).render(<PopupPage opening={opening} deps={deps} />);
detach(opening.then(lookAround));
