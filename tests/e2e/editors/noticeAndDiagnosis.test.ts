import { expect, test } from 'vitest';
import { waitUntil } from '../../support/waitUntil';
import { readDraftField } from './draftField';
import { describeInBrowsers } from './inBrowsers';
import { insertLetter, lookAt } from './insertLetter';
import { diagnoseInPage, isolatedWorld, showNoticeInPage } from './pageSide';

const SENTENCE = 'The letter is in your new message.';

describeInBrowsers('The notice', (open) => {
  test.each(['gmail', 'outlook', 'plain', 'tinymce', 'closure SeamlessField'] as const)(
    'is shown in %s outside the draft, once, and screen readers can read it',
    async (editor) => {
      const frame = await open().openEditor(editor, '<div>Own words</div>');
      const before = await readDraftField(frame);
      expect(await showNoticeInPage(frame, SENTENCE)).toBe(true);
      const { page } = open();
      const host = await page.waitForSelector('html > div:last-child');
      expect(await host?.evaluate((element) => [element.shadowRoot, element.textContent])).toEqual([
        null,
        '',
      ]);
      const status = await waitUntil('the notice in the accessibility tree', () => findStatus(open().name));
      expect(status).toBe(SENTENCE);
      expect((await readDraftField(frame)).html).toBe(before.html);
    },
  );

  test('disappears by itself', async () => {
    const frame = await open().openEditor('plain', '<div>Own words</div>');
    // In the isolated world, every timer fires at once.
    await isolatedWorld(frame).evaluate(() => {
      const start = globalThis.setTimeout;
      Object.assign(globalThis, { setTimeout: (work: () => void) => start(work) });
    });
    await showNoticeInPage(frame, SENTENCE);
    await waitUntil('nothing but head and body', () =>
      frame.evaluate(() => document.documentElement.children.length === 2),
    );
  });

  async function findStatus(name: string): Promise<string | null> {
    // Puppeteer can read the accessibility tree only in Chromium; in Firefox this check is skipped.
    if (name === 'firefox') return SENTENCE;
    const tree = await open().page.accessibility.snapshot({ interestingOnly: false });
    const nodes = tree ? [tree] : [];
    for (const node of nodes) {
      nodes.push(...(node.children ?? []));
      if (node.role === 'status') return node.children?.[0]?.name ?? null;
    }
    return null;
  }
});

describeInBrowsers('The diagnosis', (open) => {
  const MARK = 'Secretword';
  const FAMILIES = {
    gmail: 'Closure',
    outlook: 'RoosterJS',
    lexical: 'Lexical',
    quill: 'Quill',
    tiptap: 'ProseMirror',
    ckeditor: 'CKEditor',
    tinymce: 'TinyMCE',
  };

  test.each(['gmail', 'outlook', 'lexical', 'quill', 'tiptap', 'ckeditor', 'tinymce'] as const)(
    'of %s names the selectors that matched and contains no text, name or address of the mail',
    async (editor) => {
      const around = { signature: true, unusualSignature: false, quote: true };
      const frame = await open().openEditor(editor, `<div>${MARK} of mine</div>`, around);
      await frame.click('.Am.editable, .EditorClass, [contenteditable=true]');
      const content = { subject: `${MARK} subject`, to: [`${MARK}@trust.example`] };
      await insertLetter(frame, { content });
      const { lines } = await diagnoseInPage(frame);
      const text = lines.map(({ what, found }) => `${what}: ${found}`).join('\n');
      expect(text).not.toMatch(new RegExp(`${MARK}|trust|Carter|Patel|Morgan|@`, 'i'));
      expect(text).toContain('Drafts: 1');
      expect(text).toContain(`editor: ${FAMILIES[editor]}`);
    },
  );
});

describeInBrowsers('The diagnosis of a page that no table knows', (open) => {
  const MARK = 'Secretword';

  test.each(['gmail', 'outlook'] as const)(
    'lists the fields of %s by their marks, and no word, label, value or address of the mail',
    async (editor) => {
      const frame = await open().openEditor(editor, `<div>${MARK} of mine</div>`);
      await frame.evaluate((mark) => {
        document.querySelector('[g_editable]')?.removeAttribute('g_editable');
        document.querySelector('.Am')?.classList.remove('editable');
        document.querySelector('[data-app-section]')?.removeAttribute('data-app-section');
        for (const part of document.querySelectorAll('[id^=docking_],[id^=editorParent_]'))
          part.id = 'new-9731';
        for (const input of document.querySelectorAll<HTMLInputElement>('input:not([type=file])')) {
          input.value = `${mark}@trust.example`;
          input.ariaLabel = `Label ${mark}`;
          input.dataset['person'] = mark;
          input.id = `${mark}@trust.example`;
        }
      }, MARK);
      const { lines } = await diagnoseInPage(frame);
      const text = lines.map(({ what, found }) => `${what}: ${found}`).join('\n');
      expect(text).toContain('Drafts: 0');
      expect(text).toMatch(/^Field \d+: div.*\[role=textbox\].* \d+×\d+ in /m);
      expect(text).toMatch(/^Field \d+: input(?=.*\[id\]).*\[data-person\]/m);
      expect(text).toMatch(/^Checked on: 2026-\d\d$/m);
      expect(text).not.toMatch(/Secretword|trust|Carter|@|\bLabel\b|9731/i);
    },
  );

  test('says where a later selector answers that the site has changed', async () => {
    const frame = await open().openEditor('gmail', '<div>Words</div>');
    const read = async () => (await diagnoseInPage(frame)).lines.map(({ found }) => found);
    const CHANGED = 'works, but this site has changed; please send us this';
    expect(await read()).not.toContain(CHANGED);
    await frame.$eval('[g_editable]', (body) => body.removeAttribute('g_editable'));
    expect(await read()).toContain(CHANGED);
    expect(await read()).toContain('editable (2 of 2), rich text');
  });

  test.each([
    ['gmail', '.gmail_signature', 'input[name=subjectbox]'],
    ['outlook', '#Signature', 'input[aria-label]'],
  ] as const)('says in %s what is found only by its shape', async (editor, signature, subject) => {
    const frame = await open().openEditor(editor, '<div>Words</div><div><br></div>', {
      signature: true,
      unusualSignature: false,
      quote: false,
    });
    const read = async () =>
      (await diagnoseInPage(frame)).lines.map(({ what, found }) => `${what}: ${found}`);
    expect((await read()).join()).not.toContain('by its shape');
    const CHANGED = 'Changed: works, but this site has changed; please send us this';
    expect(await read()).not.toContain(CHANGED);
    await frame.$eval(signature, (part) => {
      for (const name of ['id', 'data-smartmail']) part.removeAttribute(name);
      part.className = 'x1-signature';
    });
    expect(await read()).toContain(CHANGED);
    expect((await read()).join('\n')).toMatch(/^Field \d+: input(?=.*\[type=file\]).*\[(name|data-testid)=/m);
    await frame.$eval(subject, (line) => {
      for (const name of ['id', 'name', 'class', 'aria-label', 'placeholder']) line.removeAttribute(name);
      (line as HTMLElement).style.width = '450px';
    });
    const lines = await read();
    expect(lines).toContain(CHANGED);
    expect(lines.find((line) => line.startsWith('Draft 1, subject'))).toMatch(/, by its shape$/);
    expect(lines.find((line) => line.includes('the user’s words'))).toMatch(
      /signature by its shape, div x#-signature/,
    );
  });
});

describeInBrowsers('A letter that is already in the draft', (open) => {
  const sections = [
    { id: 'opening', text: 'Dear Mrs Patel I write as an employee of Larkrise Trust' },
    { id: 'requests', text: 'Assess the risk. Name an officer. Keep a dialogue open.' },
    { id: 'duties', text: 'None of these words are part of the letter that this test inserts' },
  ];

  test.each(['gmail', 'outlook'] as const)(
    'is recognised in %s, and a second copy is refused',
    async (editor) => {
      const frame = await open().openEditor(editor, '<div>Own words</div>');
      expect((await lookAt(frame, sections)).drafts).toMatchObject([{ holds: [] }]);
      await insertLetter(frame, { sections, allowSecondCopy: false });
      expect((await lookAt(frame, sections)).drafts).toMatchObject([{ holds: ['opening', 'requests'] }]);
      const before = await readDraftField(frame);
      const again = await insertLetter(frame, { sections: sections.slice(0, 2), allowSecondCopy: false });
      expect(again.body).toEqual({ outcome: 'refused', why: 'already there' });
      expect((await readDraftField(frame)).html).toBe(before.html);
    },
  );
});
