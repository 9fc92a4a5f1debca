import '../../components/ui/theme.css';
import '../../components/ui/controls.module.css';
import { createRoot } from 'react-dom/client';
import { PracticePage } from '../../components/practice/PracticePage';
import { ErrorBoundary, lastWord, NotShown } from '../../components/ui/focusAndSay';
import { startPractice } from '../../lib/practice/practice';

const root = document.getElementById('root');
if (root) {
  createRoot(root, lastWord()).render(
    <ErrorBoundary fallback={<NotShown />}>
      <PracticePage practice={startPractice(document)} />
    </ErrorBoundary>,
  );
}
