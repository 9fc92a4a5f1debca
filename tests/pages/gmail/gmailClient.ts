/** The stand-in's behaviour. This script parses no HTML, because the page's policy requires Trusted Types. */
import { recordMisuse } from '../misuse';
import type { GmailLabels } from './gmailPage';
import { startPeople } from './gmailPeople';

const labels = JSON.parse(document.body.dataset['labels'] ?? '{}') as GmailLabels;

recordMisuse(document, '.aoO', '.oh');
for (const field of document.querySelectorAll<HTMLElement>('.anm')) startPeople(field, labels);
for (const dialog of document.querySelectorAll<HTMLElement>('.Hd[data-view="minimised"]'))
  minimise(dialog, true);
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element) handleClick(target);
});
document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === 'file') attach(target);
});
document.addEventListener('input', ({ target }) => {
  const compose = target instanceof Element ? target.closest('.M9') : null;
  compose?.querySelector('.oG')?.replaceChildren(labels.saved);
  compose?.querySelector('.stand-in-hint')?.remove();
});

function handleClick(target: Element): void {
  const dialog = target.closest<HTMLElement>('.Hd');
  if (dialog && target.closest('.Hl')) minimise(dialog, dialog.dataset['view'] !== 'minimised');
  if (dialog && target.closest('.Ha')) dialog.remove();
  if (target.closest('.pE'))
    target.closest('form')?.querySelector('[name=cc]')?.closest('tr')?.removeAttribute('hidden');
}

function minimise(dialog: HTMLElement, minimised: boolean): void {
  dialog.dataset['view'] = minimised ? 'minimised' : 'popup';
  const content = dialog.querySelector<HTMLElement>(':scope > .nH');
  if (content) content.style.display = minimised ? 'none' : '';
}

/** Like Gmail, empties the input and shows a chip with the file's name and size. */
function attach(input: HTMLInputElement): void {
  const list = input.closest('.I5')?.querySelector('.stand-in-attachments');
  for (const file of input.files ?? []) {
    const chip = document.createElement('div');
    chip.className = 'vI';
    chip.textContent = `${file.name} (${Math.max(1, Math.round(file.size / 1024))}K)`;
    list?.append(chip);
  }
  input.value = '';
}
