/** The popup in jsdom, over storage in memory, the real background and a mail page that answers as told. */
import '../options/fakeExtension';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterAll, vi } from 'vitest';
import { PopupPage } from '../../../components/popup/Popup';
import type { FoundMail } from '../../../lib/mail/theirReply';
import { runJob } from '../../../lib/background/jobs';
import { runInAllFrames, runInFrame } from '../../../lib/browser/inject';
import type { DraftLook, InsertionReport, PageJob, PageLook } from '../../../lib/mail/protocol';
import { lookAround, openPopup } from '../../../lib/popup/open';
import {
  currentDocument,
  currentIngredients,
  type PopupDeps,
  type PopupStore,
  showOutcome,
} from '../../../lib/popup/store';
import { Repository } from '../../../lib/storage/repository';
import type { Settings } from '../../../lib/storage/choices';
import type { Employer, Signer } from '../../../lib/storage/schema';
import type { LetterFacts, Outcome } from '../../../lib/writing/outcome';
import { resetStorage } from '../options/fakeExtension';

/** What the mail page answers; each test sets what its state needs. */
export const page = {
  look: (): PageLook => emailOpen,
  url: 'https://mail.google.com/mail/u/0/',
  isForbidden: false,
  isGreeted: false,
  isOurs: false,
  /** Who sent the message that is open, and its text; null for a page without one. */
  sender: null as string | null,
  mailText: '',
  /** Answers of the page side, by job. */
  answers: {} as Partial<Record<PageJob['do'], unknown>>,
  jobs: [] as PageJob[],
  left: 0,
};

const mailFrom = (address: string): FoundMail => ({
  place: 'open message',
  sender: { name: 'Jo Patel', address },
  written: '20 November 2026',
  isFolded: false,
});

vi.mock('../../../lib/browser/inject', () => ({
  runInAllFrames: async () =>
    page.isForbidden
      ? { ok: false, why: 'forbidden' }
      : { ok: true, report: [{ frameId: 0, page: '0:1', report: page.look() }] },
  runInFrame: async (_tab: number, frameId: number, job: PageJob) => {
    if (job.do === 'look') return { ok: true, frameId, page: '0:1', report: page.look() };
    page.jobs.push(job);
    return { ok: true, frameId, page: '0:1', report: page.answers[job.do] };
  },
}));
vi.mock('../../../lib/browser/besidesJobs', () => ({
  hasGreetingInFrame: async () => page.isGreeted,
  findMailsInAllFrames: async () => ({
    ok: true,
    report: page.sender
      ? [
          {
            frameId: 0,
            report: { site: 'gmail', language: 'en-GB', ownAddresses: [], mails: [mailFrom(page.sender)] },
          },
        ]
      : [],
  }),
  readMailInFrame: async () => page.mailText,
  diagnoseAllFrames: async () => ({
    ok: true,
    report: [{ frameId: 0, report: { lines: [{ what: 'Drafts', found: '1' }] } }],
  }),
}));
/** The popup on the screen. */
export let popup: PopupStore;

const deps: PopupDeps = {
  runInAllFrames,
  runInFrame,
  findActiveTab: async () => ({ id: 1, url: page.url, isOurs: page.isOurs }),
  openNewEmail: async () => void page.left++,
  openOptionsPage: async () => void page.left++,
  clearBadge: async () => {},
  copyLetter: async () => true,
  copyText: async () => true,
  saveFile: () => {},
  sendJob: runJob,
  wakeBackground: async () => {},
  now: new Date('2026-11-23T12:00:00'),
  version: '1.2.3',
};

const newMessage: DraftLook = {
  id: 'draft 1',
  kind: 'new message',
  subject: 'empty',
  subjectText: '',
  focused: true,
  minimised: false,
  plainText: false,
  holds: [],
};
export const emailOpen: PageLook = { site: 'gmail', drafts: [newMessage], blockedFrame: false };
export const twoEmails: PageLook = {
  ...emailOpen,
  drafts: [
    { ...newMessage, focused: false },
    { ...newMessage, id: 'draft 2', focused: false },
  ],
};
export const noEmail: PageLook = { site: 'gmail', drafts: [], blockedFrame: false };

export const inserted: InsertionReport = {
  site: 'gmail',
  kind: 'new message',
  body: { outcome: 'inserted', place: 'at the caret' },
  subject: { outcome: 'done' },
  to: { outcome: 'done' },
  cc: { outcome: 'not asked' },
  attachment: { outcome: 'not asked' },
};
export const refused = (why: Extract<InsertionReport['body'], { outcome: 'refused' }>['why']) => ({
  ...inserted,
  body: { outcome: 'refused' as const, why },
});

// Else the page’s observers would still run after the test environment is gone.
afterAll(cleanup);

export const repository = new Repository();

export interface Saved {
  signer?: Partial<Signer>;
  employer?: Partial<Employer>;
  settings?: Partial<Settings>;
}

/** Saves a signer and an employer whose letter is complete, but for what is given. */
export async function saveDetails({ signer, employer, settings }: Saved = {}): Promise<void> {
  await repository.saveSettings({
    mailboxWarningSeen: true,
    agreedOn: '2026-11-02',
    sentText: 'keep',
    ...settings,
  });
  const saved = await repository.addEmployer({
    kind: 'council',
    organisation: 'Northmere County Council',
    role: 'Director of Children’s Services',
    email: 'hr@northmere.example',
    ...employer,
  });
  if (!saved.ok) throw new Error(saved.why);
  await repository.addSigner({
    fullName: 'Priya Nair',
    jobTitle: 'Headteacher',
    school: 'Oakfield Primary School',
    employment: 'council-maintained',
    employerId: saved.value.id,
    ...signer,
  });
}

/** Empty storage, a page with one new message, and no popup. */
export async function reset(): Promise<void> {
  cleanup();
  await resetStorage();
  Object.assign(page, {
    look: () => emailOpen,
    url: 'https://mail.google.com/mail/u/0/',
    isForbidden: false,
    isGreeted: false,
    isOurs: false,
    sender: null,
    mailText: '',
    answers: { insert: inserted, takeOut: { outcome: 'taken out', stays: ['subject'] }, lookAgain: null },
    jobs: [],
    left: 0,
  });
}

/** Opens “Help me answer this” over a reply to a letter that is noted, and waits for a button of that screen. */
export async function showReply(
  text: string,
  button: string,
  sender = 'hr@northmere.example',
): Promise<void> {
  Object.assign(page, { look: () => noEmail, sender, mailText: text });
  await saveDetails();
  const index = await repository.readIndex();
  if (!index.ok) throw new Error(index.why);
  await repository.addRecord('sent', {
    letterId: 'request',
    signerId: index.value.signers[0]!.id,
    employerId: index.value.employers[0]!.id,
    sentOn: '2026-11-16',
    replyBy: '2026-11-30',
  });
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Help me answer this' }));
  await screen.findByRole('button', { name: button });
}

/** Opens the popup and waits for what loads later. */
export async function show(): Promise<void> {
  const opening = openPopup(deps);
  render(<PopupPage opening={opening} deps={deps} />);
  const opened = await opening;
  popup = opened.popup;
  await lookAround(opened);
  await waitFor(() => {
    if (!document.querySelector('[aria-label="Also fill in"]')) throw new Error('still loading');
  });
}

/** Shows an outcome as if it had just happened. */
export async function showWith(outcome: (facts: LetterFacts) => Outcome): Promise<void> {
  await show();
  const { toFacts } = await import('../../../lib/writing/insertion');
  showOutcome(
    popup,
    outcome(toFacts(currentDocument(popup.getState()), currentIngredients(popup.getState()))),
  );
  await waitFor(() => {
    if (!screen.getByRole('status', { name: 'Outcome' }).textContent) throw new Error('still loading');
  });
}
