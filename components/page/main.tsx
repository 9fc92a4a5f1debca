import '../ui/theme.css';
import '../ui/controls.module.css';
import { createRoot } from 'react-dom/client';
import { detach } from '../../lib/failure/failure';
import { type DetailsFile, readDetailsFile } from '../../lib/transfer/detailsFile';
import { ErrorBoundary, lastWord, NotShown } from '../ui/focusAndSay';
import { LetterPage, readDataBlock } from './LetterPage';

/** Browsers have `randomUUID` on https pages only, and this page may come from any web space. */
function newId(): ReturnType<Crypto['randomUUID']> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
if (!('randomUUID' in crypto)) Object.assign(crypto, { randomUUID: newId });

/** The branch’s file in the page is read as data, with the checks of any file that the user opens. */
async function readBranch(): Promise<DetailsFile | null> {
  const file = readDataBlock('branch') as string | null;
  const read = file && (await readDetailsFile(new File([file], 'branch'), newId));
  return read && read.ok ? read.value : null;
}

async function start(root: HTMLElement): Promise<void> {
  const react = createRoot(root, lastWord());
  const branch = await readBranch();
  react.render(
    <ErrorBoundary fallback={<NotShown />}>
      <LetterPage branch={branch} />
    </ErrorBoundary>,
  );
}

const root = document.getElementById('root');
if (root) detach(start(root));
