import { createRoot } from 'react-dom/client';
import { Popup } from '../../components/popup/Popup';
import { openPopup } from '../../lib/popup/open';
import '../../components/ui/theme.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Popup />);
void openPopup(new Date());
