/** The stand-in of Outlook's page: React fields around a RoosterJS body. Served with Trusted Types required. */
import { createRoot } from 'react-dom/client';
import { keepWitness } from '../witness';
import { OutlookApp } from './OutlookApp';
import type { OutlookPage } from './outlookPage';

const page = JSON.parse(document.body.dataset['page'] ?? '{}') as OutlookPage;
const app = document.createElement('div');
app.id = 'app';
document.body.append(app);
keepWitness(document, '[data-testid=ComposeSendButton]', '#discardCompose');
createRoot(app).render(<OutlookApp page={page} />);
