import type { GmailLabels } from './gmailPage';

/** The recipient field. Pasted addresses become chips, as in PeopleKit since October 2021. */
export function startPeople(field: HTMLElement, labels: GmailLabels): void {
  const behaviour = field.dataset['recipients'];
  if (behaviour === 'after a click') {
    const row = field.closest('form')?.querySelector('.hl');
    for (const type of ['focus', 'click'])
      row?.addEventListener(type, () => addInput(field, labels), { once: true });
  }
  let setBack = behaviour === 'set back once';
  field.addEventListener('paste', (event) => {
    if (behaviour === 'no chips') return;
    event.preventDefault();
    const addresses = event.clipboardData?.getData('text/plain') ?? '';
    const chips = addresses
      .split(/[,;\s]+/)
      .filter(Boolean)
      .map(makeChip);
    chipList(field)?.append(...chips);
    if (setBack) setTimeout(() => chips.forEach((chip) => chip.remove()), 40);
    setBack = false;
  });
  field.addEventListener('keydown', (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !['Enter', ',', 'Tab'].includes(event.key) || !input.value)
      return;
    event.preventDefault();
    chipList(field)?.append(makeChip(input.value));
    input.value = '';
  });
}

function addInput(field: HTMLElement, labels: GmailLabels): void {
  if (field.querySelector('input')) return;
  const input = document.createElement('input');
  input.className = 'agP aFw';
  input.setAttribute('peoplekit-id', 'BbVjBd');
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-label', field.getAttribute('name') === 'to' ? labels.to : labels.cc);
  chipList(field)?.closest('[role=listbox]')?.after(input);
}

function chipList(field: HTMLElement): Element | null {
  return field.querySelector('[role=listbox] > div > div');
}

function makeChip(address: string): HTMLElement {
  const chip = document.createElement('div');
  chip.className = 'afV';
  chip.setAttribute('role', 'option');
  chip.dataset['name'] = address;
  chip.dataset['hovercardId'] = address;
  const name = document.createElement('span');
  name.textContent = address;
  const remove = document.createElement('div');
  remove.className = 'afX';
  remove.addEventListener('click', () => chip.remove());
  chip.append(name, remove);
  return chip;
}
