import { createRoot } from 'react-dom/client';
import { PopupPage } from '../../components/popup/PopupPage';
import { openPopup } from '../../lib/popup/open';
import '../../components/ui/theme.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<PopupPage />);
void openPopup(new Date());
