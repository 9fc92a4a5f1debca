import { createRoot } from 'react-dom/client';
import { PopupPage } from '../../components/popup/Popup';
import { lastWord } from '../../components/ui/focusAndSay';
import { detach } from '../../lib/failure/failure';
import { openPopup } from '../../lib/popup/open';
import '../../components/ui/theme.css';

const root = document.getElementById('root');
if (root) createRoot(root, lastWord()).render(<PopupPage />);
detach(openPopup(new Date()));
