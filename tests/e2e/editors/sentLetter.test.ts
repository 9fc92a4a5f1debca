import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { waitUntil } from '../../support/waitUntil';
import { placeCaret, readDraftField } from './draftField';
import { describeInBrowsers } from './inBrowsers';
import { insertLetter } from './insertLetter';
import { editorNames } from './mailBrowser';
import { openGmail, openOutlook } from './openSite';
import { composeRequest, measureGaps, readSent } from './sentLetter';

const OWN_WORDS = 'Good morning';

/** Gaps that are too small or too large for a reader. The limits are in pixels. */
async function findWrongGaps(page: Page, html: string) {
  const all = await measureGaps(page, html);
  // Ignore the gap below the user's own words, which the letter does not control.
  const gaps = all.filter(({ above }) => above !== OWN_WORDS);
  expect(gaps.filter(({ between }) => between === 'blocks').length).toBeGreaterThan(10);
  const limits = { blocks: [10, 24], items: [0, 24], lines: [-4, 6] } as const;
  return gaps.filter(({ between, pixels }) => {
    const [min, max] = limits[between];
    return pixels < min || pixels > max;
  });
}

describeInBrowsers('A sent letter', (open) => {
  test.each([
    ['gmail', openGmail],
    ['outlook', openOutlook],
  ] as const)('has the right gaps between paragraphs and lists when sent from %s', async (site, openSite) => {
    const frame = await openSite(open(), {});
    expect((await insertLetter(frame, { content: composeRequest() })).body.outcome).toBe('inserted');
    const sent = await readSent(frame, site);
    expect(sent).toContain('Dear Mrs Patel');
    expect(await findWrongGaps(open().page, sent)).toEqual([]);
  });

  test('has a gap below its list, sent from Outlook, also where lists have no margins, as in LibreOffice', async () => {
    const frame = await openOutlook(open(), {});
    expect((await insertLetter(frame, { content: composeRequest() })).body.outcome).toBe('inserted');
    const withoutMargins = '<style>ol,ul{margin:0 !important}</style>';
    const gaps = await measureGaps(open().page, withoutMargins + (await readSent(frame, 'outlook')));
    const belowList = gaps.find(({ above }) => above.startsWith('maintain open dialogue'));
    expect(belowList?.pixels).toBeGreaterThan(10);
  });

  test('has the right gaps when the copied letter is pasted into Outlook', async () => {
    const { page } = open();
    const letter = composeRequest();
    await page.goto('https://forum.example/');
    await page.evaluate(({ html, text }) => {
      const button = document.createElement('button');
      button.addEventListener('click', () => {
        const blobs = {
          'text/html': new Blob([html], { type: 'text/html' }),
          'text/plain': new Blob([text], { type: 'text/plain' }),
        };
        void navigator.clipboard.write([new ClipboardItem(blobs)]).then(() => button.remove());
      });
      button.id = 'copy';
      button.textContent = 'Copy letter';
      document.body.prepend(button);
    }, letter);
    await page.click('#copy');
    await waitUntil('the copy', async () => (await page.$('#copy')) === null);
    const frame = await openOutlook(open(), {});
    await frame.click('.EditorClass');
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyV');
    await page.keyboard.up('Control');
    await waitUntil('the letter', async () => (await readSent(frame, 'outlook')).includes('Dear Mrs Patel'));
    expect(await findWrongGaps(page, await readSent(frame, 'outlook'))).toEqual([]);
  });

  test.each(editorNames)(
    'has the right gaps when written in %s and read without a style sheet',
    async (editor) => {
      const frame = await open().openEditor(editor, `<div>${OWN_WORDS}</div>`);
      await placeCaret(frame, 1, 1);
      expect((await insertLetter(frame, { content: composeRequest() })).body.outcome).toBe('inserted');
      const { html } = await readDraftField(frame);
      expect(await findWrongGaps(open().page, `<div dir="ltr">${html}</div>`)).toEqual([]);
    },
  );
});
