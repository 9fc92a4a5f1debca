import './fakeExtension';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sections } from '../../../components/options/location';
import { addDays, localDay } from '../../../lib/letter/dates';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { openOptions, otherPage, press, readStored, saveExamples, resetPage, type } from './openOptions';

beforeEach(resetPage);

/** jsdom opens a <details> element on a click, but does not fire its toggle event. */
function unfold(words: RegExp): void {
  const summary = screen.getByText(words).closest('summary');
  const details = summary?.closest('details');
  if (!details) throw new Error(`nothing to unfold for ${words}`);
  details.open = true;
  fireEvent(details, new Event('toggle'));
}

/** Opens a letter’s view by its row in the list. */
function openLetter(words: RegExp): void {
  fireEvent.click(screen.getByRole('link', { name: words }));
}

/** The text of a Word file. */
function readDocument(file: string | Uint8Array | undefined): string {
  if (!file || typeof file === 'string') throw new Error('no Word file');
  const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
  return xml.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

describe('the sections', () => {
  test('each has its own link, and the navigation marks the current one', async () => {
    await saveExamples();
    await openOptions();
    for (const { id, title } of sections) {
      window.location.hash = `#${id}`;
      await screen.findByRole('heading', { level: 2, name: title });
      const nav = screen.getByRole('navigation', { name: 'Sections' });
      const current = within(nav)
        .getAllByRole('link')
        .filter((link) => link.getAttribute('aria-current') === 'page');
      expect(current.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
        [title, `#${id}`],
      ]);
    }
  });

  test.each(['#nonsense', '#about-you/%E0%A4%A', '#/', '#about-you/noSuchField'])(
    'the unknown link %s opens About you',
    async (hash) => {
      await saveExamples();
      await openOptions(hash);
      expect(await screen.findByRole('heading', { name: 'About you' })).toBeTruthy();
    },
  );
});

describe('Letters', () => {
  test('lists every letter with its use, its text with the saved details, its sources and the date it was checked', async () => {
    await saveExamples();
    await openOptions('#letters');
    for (const { title } of builtInLetters) expect(screen.getByText(title)).toBeTruthy();
    openLetter(/^Ask for a risk assessment/);
    expect(await screen.findByText(/Checked on 26 November 2026/)).toBeTruthy();
    expect(document.body.textContent).toContain('Oakfield Primary School');
    expect(document.body.textContent).toContain('Northmere County Council');
    const links = screen.getAllByRole('link', { hidden: true }).map((link) => link.getAttribute('href'));
    expect(links).toContain(
      'https://schoolsweek.co.uk/union-tells-school-leaders-to-demand-ofsted-risk-assessment',
    );
  });

  test('says what the letters are based on, and that they are not official', async () => {
    await openOptions('#letters');
    expect(document.body.textContent).toContain(
      '“Ask for a risk assessment” is built on published passages of NAHT’s template letter. All other letters are our own wording. Not NAHT’s official text; not affiliated with NAHT, Ofsted, Google or Microsoft.',
    );
  });

  test('a letter can be copied, edited section by section with a live preview, and saved as a file', async () => {
    await saveExamples();
    const { saveFile } = await openOptions('#letters');
    openLetter(/^Send a reminder/);
    fireEvent.click(await screen.findByRole('button', { name: 'Make my own version' }));
    await screen.findByRole('heading', { level: 2, name: 'Send a reminder (my copy)' });
    const boxes = await screen.findAllByLabelText<HTMLTextAreaElement>('Wording of this section');
    const opening = boxes.find(({ value }) => value.startsWith('## Opening'));
    if (!opening) throw new Error('no opening');
    fireEvent.change(opening, { target: { value: `${opening.value}\nA sentence of my own.\n\n` } });
    await waitFor(() => expect(screen.getAllByText('A sentence of my own.').length).toBeGreaterThan(0));
    press('Save as a file');
    expect(saveFile).toHaveBeenCalledWith(
      'Send a reminder (my copy).md',
      expect.stringContaining('A sentence of my own.'),
      'text/markdown',
    );
  });

  test('a mistake in an own letter is reported with its line, and markup is shown as typed', async () => {
    await saveExamples();
    const markdown = [
      '---',
      'id: mine',
      'title: Mine',
      'when: Now.',
      'subject: Hello',
      'checkedOn: 2026-11-23',
      '---',
      '',
      '## Opening {#opening}',
      '',
      'Dear <b>{{addressee}}</b> <script>alert(1)</script>',
      '',
    ].join('\n');
    await otherPage.addRecord('letter', { title: 'Mine', markdown });
    await openOptions('#letters');
    openLetter(/^Mine/);
    await waitFor(() =>
      expect(document.querySelector('main [lang]')?.textContent).toContain('<script>alert(1)</script>'),
    );
    expect(document.querySelector('script, main [lang] b')).toBeNull();
    const boxes = screen.getAllByLabelText<HTMLTextAreaElement>('Wording of this section');
    fireEvent.change(boxes[1] as HTMLTextAreaElement, {
      target: { value: '## Opening {#opening}\n\n{{no such field}}\n' },
    });
    await screen.findByText(/Line 11:/);
  });

  test('the letters are in stages, and a branch’s wording is marked with whose it is and until when', async () => {
    await saveExamples();
    await otherPage.addRecord('letter', {
      title: 'Our branch’s request',
      replaces: 'request',
      supplier: 'North Shire branch',
      version: '2.1',
      reviewDate: '2099-03-01',
    });
    await openOptions('#letters');
    const stage = within(screen.getByRole('region', { name: 'Start here' }));
    expect(stage.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(
        /^Our branch’s request.*Wording of North Shire branch, version 2\.1, until 1 March 2099$/,
      ),
      expect.stringMatching(/^Ask for the yearly review/),
    ]);
    expect(screen.getAllByRole('region').map((each) => each.getAttribute('aria-label'))).toEqual([
      'Start here',
      'The call has come',
      'No answer',
      'They answered',
    ]);
  });

  test('a letter opens in a view of its own; Back and Escape return to its row and lose no words', async () => {
    await saveExamples();
    await openOptions('#letters');
    const entries = window.history.length;
    type('Wording', 'Words pasted before');
    for (const goBack of [
      () => fireEvent.click(screen.getByRole('link', { name: 'Back to all letters' })),
      () => fireEvent.keyDown(document.activeElement!, { key: 'Escape' }),
    ]) {
      openLetter(/^Send a reminder/);
      const title = await screen.findByRole('heading', { level: 2, name: 'Send a reminder' });
      await waitFor(() => expect(document.activeElement).toBe(title));
      expect(document.title).toBe('A letter – Dear Employer');
      expect(screen.queryByRole('link', { name: /^Ask for the yearly review/ })).toBeNull();
      goBack();
      await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Send a reminder/));
      expect(document.title).toBe('Letters – Dear Employer');
    }
    expect(screen.getByLabelText('Wording')).toHaveProperty('value', 'Words pasted before');
    expect(window.history.length).toBe(entries);
  });

  test('a deleted own letter leads back to the list, and Undo opens it again', async () => {
    await saveExamples();
    const added = await otherPage.addRecord('letter', { title: 'Mine', markdown: '' });
    await openOptions(`#letters/own/${added.ok ? added.value.id : ''}`);
    // A text with a mistake is opened at its line.
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    fireEvent.click(screen.getByRole('button', { name: 'Delete this letter' }));
    await screen.findByRole('heading', { level: 2, name: 'Letters' });
    const undo = await screen.findByRole('button', { name: 'Undo' });
    await waitFor(() => expect(document.activeElement).toBe(undo));
    fireEvent.click(undo);
    await screen.findByRole('heading', { level: 2, name: 'Mine' });
  });

  test.each([
    ['a web page', '<!doctype html><p>hello</p>', /does not begin as a letter does/],
    ['a Word file', 'PK\u0003\u0004 and so on', /not plain text/],
    ['nothing', '', /does not begin as a letter does/],
  ])(
    'a file that is %s is refused with an explanation, and no letter is added',
    async (_what, content, sentence) => {
      await saveExamples();
      await openOptions('#letters');
      const file = new File([content], 'letter.md', { type: 'text/markdown' });
      fireEvent.change(screen.getByLabelText('Open a letter file'), { target: { files: [file] } });
      await screen.findByText(sentence);
      expect(Object.keys(await readStored()).filter((key) => key.startsWith('letter:'))).toEqual([]);
    },
  );
});

describe('Letters and replies', () => {
  async function openReplies() {
    const { signer, employer } = await saveExamples();
    const sent = await otherPage.addRecord('sent', {
      employerId: employer.id,
      employerName: employer.organisation,
      signerId: signer.id,
      signerName: signer.fullName,
      letterId: 'request',
      requests: ['assess'],
      title: 'Ask for a risk assessment',
      text: 'Dear Director\n\nThe exact text.',
      sentOn: '2026-11-02',
      replyBy: '2026-11-16',
    });
    if (!sent.ok) throw new Error(sent.why);
    const opened = await openOptions('#letters-and-replies');
    await screen.findByText('Ask for a risk assessment');
    unfold(/^Ask for a risk assessment$/);
    await screen.findByText(/The exact text\./);
    return { ...opened, sent: sent.value };
  }
  const dayIn = (inDays: number) => addDays(localDay(new Date()), inDays);
  const stored = async () => Object.entries(await readStored()).find(([key]) => key.startsWith('sent:'))?.[1];

  test('an exchange is a time line of letters, replies and meetings, with the next step at its end', async () => {
    const { sent } = await openReplies();
    expect(screen.getByText('Priya Nair to Northmere County Council')).toBeTruthy();
    expect(screen.getByLabelText('Sent on')).toHaveProperty('value', '2026-11-02');
    const other = { ...sent, letterId: 'reply-holding', title: 'Ask for support while they take advice' };
    await otherPage.addRecord('sent', { ...other, sentOn: '2026-11-12', replyBy: '' });
    await otherPage.saveFields('sent', sent.id, {
      replies: [{ id: 'r', date: '2026-11-10', kind: 'holding', note: '', promisedDate: '' }],
      meetings: [{ id: 'm', date: '2026-11-20', time: '16:00', place: 'County Hall', note: '' }],
    });
    await screen.findByText('16:00, County Hall');
    await screen.findByText('Ask for support while they take advice');
    await openOptions('#letters-and-replies');
    await screen.findByText('16:00, County Hall');
    const lines = [
      ...document.querySelectorAll(
        'li > details > summary strong, #next-step > p:nth-of-type(2) > button:first-of-type',
      ),
    ];
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'Ask for a risk assessment',
      'They are taking advice, or waiting for someone',
      'Ask for support while they take advice',
      '16:00, County Hall',
      'Thank them and note what was agreed',
    ]);
  });

  test('a reply is added by choosing what they said: nothing is preset, its date has the focus, and Undo takes it out', async () => {
    await openReplies();
    fireEvent.click(screen.getByRole('button', { name: 'Add their reply' }));
    fireEvent.click(screen.getByRole('button', { name: 'They say no, or that it is Ofsted’s job' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Date of their reply')));
    expect(screen.getByText('Noted. Now add the date of their reply.')).toBeTruthy();
    await waitFor(async () =>
      expect(await stored()).toMatchObject({ replies: [{ kind: 'refusal', date: '', note: '' }] }),
    );
    type('Date of their reply', '2026-11-10');
    type('Note', 'By email.');
    await screen.findByText('This replies to their letter of 10 November 2026.', { exact: false });
    fireEvent.click(screen.getByRole('button', { name: 'Ask them to reconsider' }));
    await screen.findByText(/^“Ask them to reconsider” is chosen for your next email\./);
    expect(await otherPage.readChoices()).toMatchObject({ value: { letterId: 'reply-refusal' } });
    expect(await stored()).toMatchObject({ replies: [{ date: '2026-11-10', note: 'By email.' }] });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText('Taken out again: their reply, they said no.');
    await waitFor(async () => expect(await stored()).toMatchObject({ replies: [] }));
  });

  test('“Cancel” notes no reply, and a procedure or solicitor leads to the union', async () => {
    await openReplies();
    const add = screen.getByRole('button', { name: 'Add their reply' });
    fireEvent.click(add);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await screen.findByText('Nothing was noted.');
    expect(document.activeElement?.closest('#next-step')).toBeTruthy();
    fireEvent.click(add);
    fireEvent.click(
      screen.getByRole('button', { name: 'It mentions a solicitor, a formal procedure or my conduct' }),
    );
    await screen.findByText('We have no letter for that. Speak to your union before you answer.');
    fireEvent.click(screen.getByRole('button', { name: 'Nothing to send now' }));
    expect(await stored()).toMatchObject({ replies: [] });
  });

  test('a reply and a meeting can be deleted, with an undo', async () => {
    const { sent } = await openReplies();
    const replies = [{ id: 'r', date: '2026-11-10', kind: 'holding', note: 'x', promisedDate: '' } as const];
    const meetings = [{ id: 'm', date: '2026-11-20', time: '', place: '', note: '' }];
    await otherPage.saveFields('sent', sent.id, { replies, meetings });
    for (const [line, name, empty] of [
      [/^They are taking advice/, 'Delete this reply', { replies: [] }],
      [/^Meeting$/, 'Delete this meeting', { meetings: [] }],
    ] as const) {
      await screen.findByText(line);
      unfold(line);
      fireEvent.click(await screen.findByRole('button', { name }));
      await waitFor(async () => expect(await stored()).toMatchObject(empty));
      const undo = await screen.findByRole('button', { name: 'Undo' });
      await waitFor(() => expect(document.activeElement).toBe(undo));
      fireEvent.click(undo);
      await waitFor(async () => expect(await stored()).toMatchObject({ replies, meetings }));
    }
  });

  test('the suggested letter has the title of the own letter that replaces it', async () => {
    const { sent } = await openReplies();
    await otherPage.addRecord('letter', { title: 'Our branch’s reminder', replaces: 'reminder' });
    expect(await screen.findByRole('button', { name: 'Our branch’s reminder' })).toBeTruthy();
    await otherPage.saveFields('sent', sent.id, { letterId: 'own', standsFor: 'inspection-notified' });
    expect(await screen.findByRole('button', { name: 'Ask for a review after the inspection' })).toBeTruthy();
  });

  test('clearing a date removes no field from the page', async () => {
    await openReplies();
    press('Add a meeting');
    type('Sent on', '');
    await waitFor(async () => expect(await stored()).toMatchObject({ sentOn: '', meetings: [{ date: '' }] }));
    type('Date of the meeting', '2026-11-30');
    await waitFor(async () => expect(await stored()).toMatchObject({ meetings: [{ date: '2026-11-30' }] }));
  });

  test('a line of the time line keeps its place while its date is typed', async () => {
    const { sent } = await openReplies();
    await otherPage.addRecord('sent', { ...sent, title: 'Send a reminder', sentOn: '2026-11-02' });
    const titles = () =>
      [...document.querySelectorAll('li > details > summary strong')].map((title) => title.textContent);
    await waitFor(() => expect(titles()).toHaveLength(2));
    const before = titles();
    const date = screen.getByLabelText('Sent on');
    date.focus();
    for (const day of ['2026-11-01', '2025-11-01', '2026-11-30']) {
      fireEvent.change(date, { target: { value: day } });
      await waitFor(async () => expect(JSON.stringify(await readStored())).toContain(`"sentOn":"${day}"`));
      expect(titles()).toEqual(before);
      expect(document.activeElement).toBe(date);
    }
  });

  test('of a long exchange the last part is shown, and the earlier part on request', async () => {
    const { sent } = await openReplies();
    for (let at = 1; at <= 24; at++)
      await otherPage.addRecord('sent', {
        ...sent,
        title: `Letter ${at}`,
        sentOn: `2026-11-${at + 5 < 10 ? '0' : ''}${at + 5}`,
      });
    fireEvent.click(await screen.findByRole('button', { name: 'Show 5 of 5 earlier ones' }));
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Ask for a risk assessment'));
  });

  test('a partly typed year is not saved', async () => {
    await openReplies();
    for (const day of ['0002-11-01', '0020-11-01', '0202-11-01']) type('Sent on', day);
    type('Reply-by date in the letter', '2026-12-01');
    await waitFor(async () => expect(await stored()).toMatchObject({ replyBy: '2026-12-01' }));
    expect(await stored()).toMatchObject({ sentOn: '2026-11-02' });
    fireEvent.blur(screen.getByLabelText('Sent on'));
    expect(screen.getByRole('alert').textContent).toBe(
      'Check the year: it needs four figures and must begin with 20. The date is still 2 November 2026.',
    );
  });

  test('a five-digit year is not saved, and a date typed in another field after it is', async () => {
    await openReplies();
    type('Sent on', '20261-11-02');
    type('Reply-by date in the letter', '2026-12-01');
    await waitFor(async () =>
      expect(await stored()).toMatchObject({ sentOn: '2026-11-02', replyBy: '2026-12-01' }),
    );
  });

  test('the calendar files have the last meeting and the last promised date, in whatever order they were entered', async () => {
    const { saveFile, sent } = await openReplies();
    const reply = { kind: 'holding', note: '' } as const;
    await otherPage.saveFields('sent', sent.id, {
      meetings: [
        { id: 'late', date: dayIn(12), time: '16:00', place: 'County Hall', note: '' },
        { id: 'early', date: '2026-11-20', time: '', place: '', note: '' },
      ],
      replies: [
        { ...reply, id: 'late', date: '2026-11-20', promisedDate: dayIn(7) },
        { ...reply, id: 'early', date: '2026-11-10', promisedDate: '2026-11-17' },
      ],
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Put the meeting in my calendar' }));
    screen.getByRole('button', { name: 'Confirm the meeting' });
    press('Put the promised date in my calendar');
    expect(saveFile.mock.calls.map(([name]) => name)).toEqual([`${dayIn(12)}.ics`, `${dayIn(7)}.ics`]);
    const [meeting, promise] = saveFile.mock.calls.map(([, content]) => String(content));
    expect(meeting).toContain(`DTSTART;TZID=Europe/London:${dayIn(12).replaceAll('-', '')}T160000\r\n`);
    expect(meeting).toContain('LOCATION:County Hall\r\n');
    expect(promise).toContain('BEGIN:VALARM\r\n');
  });

  test('the calendar file for the reply date contains no name', async () => {
    const { saveFile } = await openReplies();
    // A day that has passed is not offered.
    expect(screen.queryByRole('button', { name: /calendar$/ })).toBeNull();
    type('Reply-by date in the letter', dayIn(9));
    fireEvent.click(await screen.findByRole('button', { name: 'Put the reply date in my calendar' }));
    const [name, content, kind] = saveFile.mock.calls[0] ?? [];
    expect([name, kind]).toEqual([`${dayIn(9)}.ics`, 'text/calendar']);
    expect(content).toContain(`DTSTART;VALUE=DATE:${dayIn(9).replaceAll('-', '')}`);
    expect(content).not.toMatch(/Priya|Oakfield|Northmere/);
  });

  test('the letter log contains all letters, or only those of one signer', async () => {
    const { saveFile, sent } = await openReplies();
    press('Download record as Word');
    await screen.findByText(/^The record is in your Downloads folder\./);
    const [name, bytes] = saveFile.mock.calls[0] ?? [];
    expect(name).toMatch(/^\d{4}-\d\d-\d\d Record of letters and replies\.docx$/);
    const words = readDocument(bytes);
    expect(words).toContain('Priya Nair to Northmere County Council');
    expect(words).toContain('The exact text.');
    expect(words).toContain('Assess the risk');

    await otherPage.addRecord('sent', {
      ...sent,
      signerId: 'other',
      signerName: 'Tom Adeyemi',
      title: 'His',
    });
    fireEvent.change(await screen.findByLabelText('Which letters'), {
      target: { value: screen.getByRole<HTMLOptionElement>('option', { name: /^Tom Adeyemi to/ }).value },
    });
    press('Download record as Word');
    await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(2));
    const his = readDocument(saveFile.mock.calls[1]?.[1]);
    expect(his).toContain('Tom Adeyemi');
    expect(his).not.toContain('Priya Nair');
  });

  test('a deleted sent letter can be restored', async () => {
    const { sent } = await openReplies();
    press('Delete this letter');
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await stored()).toEqual(sent));
  });
});

describe('Privacy and backup', () => {
  test('the switch for Outlook’s separate windows asks the browser and shows the result', async () => {
    const { permission } = await openOptions('#privacy-and-backup');
    const box = screen.getByLabelText('Outlook’s separate windows');
    permission.has.mockResolvedValue(true);
    fireEvent.click(box);
    await screen.findByText('On. Right-click works in Outlook’s separate windows.');
    expect(permission.request).toHaveBeenCalledTimes(1);
    expect(box).toHaveProperty('checked', true);
    permission.has.mockResolvedValue(false);
    fireEvent.click(box);
    await screen.findByText('Off. The permission has been given back.');
    expect(permission.remove).toHaveBeenCalledTimes(1);
  });

  test('if the browser refuses, the switch stays off and the page says so', async () => {
    const { permission } = await openOptions('#privacy-and-backup');
    permission.request.mockResolvedValue(false);
    fireEvent.click(screen.getByLabelText('Outlook’s separate windows'));
    await screen.findByText('Not turned on: the browser did not allow it.');
    expect(screen.getByLabelText('Outlook’s separate windows')).toHaveProperty('checked', false);
  });
});

describe('Something not working?', () => {
  test('shows the popup’s last report and copies it', async () => {
    const { copyText } = await openOptions('#something-not-working');
    await screen.findByText(/Site: Gmail/);
    press('Copy the report');
    expect(await screen.findByText('Copied.')).toBeTruthy();
    expect(copyText).toHaveBeenCalledWith('Site: Gmail\nBody: found');
  });
});

test.each([
  ['MacIntel', '⌘'],
  ['Win32', 'Ctrl+'],
])('on %s, “Something not working?” names the keys with %s', async (platform, key) => {
  const onThis = vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform);
  try {
    await saveExamples();
    const { copyText } = await openOptions('#something-not-working');
    copyText.mockResolvedValue(false);
    fireEvent.click(await screen.findByRole('button', { name: 'Copy the report' }));
    await waitFor(() => expect(document.body.textContent).toContain(`Select the text and press ${key}C`));
    expect(document.body.textContent).toContain(`paste with ${key}V`);
    expect(document.body.textContent).toContain(`Press ${key}Z once`);
  } finally {
    onThis.mockRestore();
  }
});
