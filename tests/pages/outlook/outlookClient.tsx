/** The stand-in for Outlook's page: React fields around a RoosterJS body. The page's policy requires Trusted Types. */
import { createRoot } from 'react-dom/client';
import { recordMisuse } from '../misuse';
import { OutlookApp } from './OutlookApp';
import type { OutlookPage } from './outlookPage';

const page = JSON.parse(document.body.dataset['page'] ?? '{}') as OutlookPage;
const app = document.createElement('div');
app.id = 'app';
document.body.append(app);
recordMisuse(document, '[data-testid=ComposeSendButton]', '#discardCompose');
createRoot(app).render(<OutlookApp page={page} />);
