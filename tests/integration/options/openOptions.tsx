import { localStorageArea, resetStorage } from './fakeExtension';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterAll, vi } from 'vitest';
import type { BrowserSide, SaveFile } from '../../../components/options/browserSide';
import { OptionsPage } from '../../../components/options/OptionsPage';
import { loadDetails } from '../../../lib/options/load';
import { Repository } from '../../../lib/storage/repository';
import { createDetailsStore } from '../../../lib/options/store';

/** Generous limits, so that a busy machine does not fail a test: the awaited changes normally take milliseconds. */
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
// No part of the page may be at work when the environment is taken down.
afterAll(cleanup);

/** Opens the options page on the stored data, as its entry point does. */
export async function openOptions(hash = '') {
  cleanup();
  const details = createDetailsStore();
  // As a page opened at this address: setting `location.hash` would send a late `hashchange`, which clears what was said.
  window.history.replaceState(null, '', hash || '#');
  const permission = {
    has: vi.fn(async () => false),
    request: vi.fn(async () => true),
    remove: vi.fn(async () => true),
  };
  const saveFile = vi.fn<SaveFile>();
  const copyText = vi.fn(async (_text: string) => true);
  const browserSide: BrowserSide = {
    saveFile,
    copyText,
    readReport: async () => 'Site: Gmail\nBody: found',
    outlookWindows: permission,
    newEmailLink: (site) => `https://${site}.example/new`,
    version: '0.1.0',
  };
  render(<OptionsPage details={details} {...browserSide} />);
  await loadDetails(details);
  return { details, permission, saveFile, copyText };
}

export async function resetPage(): Promise<void> {
  cleanup();
  await resetStorage();
}

/** Simulates another page of the extension that writes to the same storage. */
export const otherPage = new Repository();

/** Stores the user’s agreement, one signer and one employer. */
export async function saveExamples() {
  await otherPage.saveSettings({ agreedOn: '2026-11-23' });
  const employer = await otherPage.addEmployer({ kind: 'council', organisation: 'Northmere County Council' });
  if (!employer.ok) throw new Error(employer.why);
  const signer = await otherPage.addSigner({
    fullName: 'Priya Nair',
    school: 'Oakfield Primary School',
    employment: 'council-maintained',
    employerId: employer.value.id,
  });
  if (!signer.ok) throw new Error(signer.why);
  return { signer: signer.value, employer: employer.value };
}

export async function readStored(): Promise<Record<string, unknown>> {
  return localStorageArea.get(null);
}

export async function storedOf(kind: 'signer' | 'employer'): Promise<Record<string, unknown>[]> {
  const entries = Object.entries(await readStored()).filter(([key]) => key.startsWith(`${kind}:`));
  return entries.map(([, value]) => value as Record<string, unknown>);
}

export function type(label: string, text: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

export function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

export function choose(name: string): void {
  fireEvent.click(screen.getByRole('radio', { name }));
}
