/** A file that takes long to read, or is made to be slow, leaves the page usable in both browsers. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { chromiumBuild, firefoxBuild, requireBuild } from '../support/builds';
import { launchChromium } from '../support/chromium';
import { launchFirefox } from '../support/firefox';
import type { FirefoxOwnPage } from '../support/firefoxOwnPage';
import { chromiumOwnPage, type OwnPage } from '../support/ownPage';
import { seedDetails } from '../support/seedDetails';
import type { Session } from '../support/session';
import { shareBrowser } from '../support/shareBrowser';
import { waitUntil } from '../support/waitUntil';

interface FilePage {
  page: OwnPage;
  /** Runs in the page: `content` is its window. */
  run(body: string): Promise<unknown>;
}

interface Launched {
  session: Session;
  open: (path: string) => Promise<FilePage>;
}

const browsers = [
  {
    name: 'Chromium',
    launch: async (): Promise<Launched> => {
      const session = await launchChromium({
        extensionDir: requireBuild(chromiumBuild),
        answer: answerAsSites,
      });
      const open = async (path: string): Promise<FilePage> => {
        const tab = await session.openOwnTab(path);
        const run = (body: string) => tab.evaluate(`(async () => { const content = window; ${body} })()`);
        return { page: chromiumOwnPage(tab), run };
      };
      return { session, open };
    },
  },
  {
    name: 'Firefox',
    launch: async (): Promise<Launched> => {
      const session = await launchFirefox({
        extensionDir: requireBuild(firefoxBuild),
        answer: answerAsSites,
      });
      const open = async (path: string): Promise<FilePage> => {
        const page = (await session.openOwnPage(path)) as FirefoxOwnPage;
        return { page, run: (body) => page.evaluate(body) };
      };
      return { session, open };
    },
  },
];

/** Picks the file that `make` returns, once the page has its field. */
async function pick(on: FilePage, input: string, make: string): Promise<void> {
  await waitUntil(`the field ${input}`, () =>
    on.run(`
      for (const fold of content.document.querySelectorAll('details')) fold.open = true;
      const input = content.document.querySelector('${input}');
      if (!input) return false;
      const list = new content.DataTransfer();
      list.items.add((() => { ${make} })());
      input.files = list.files;
      input.dispatchEvent(new content.Event('change', { bubbles: true }));
      return true;`),
  );
}

const waitForWords = (page: OwnPage, words: RegExp) =>
  waitUntil(`${words} on the page`, async () => words.exec(await page.text())?.[0] ?? null);

const COLUMNS =
  'URN,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (name),LA (code),Street,Postcode';
/** A register of 200 MB: its two megabytes of rows a hundred times. */
const LONG_REGISTER = `
  const rows = new content.Blob(['100000,Oakfield Primary School,01,Open,886,School Lane,ME1 1AA\\n'.repeat(32_000)]);
  return new content.File(['${COLUMNS}\\n', ...Array(100).fill(rows)], 'edubasealldata.csv');`;

/** 19 million letters, packed into a few kB. */
function makeBomb(): string {
  const words = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${'a '.repeat(9_500_000)}</w:t></w:r></w:p></w:body></w:document>`;
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
  const parts = { '[Content_Types].xml': types, '_rels/.rels': relations, 'word/document.xml': words };
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
  return `
    const bytes = Uint8Array.from(content.atob('${Buffer.from(bytes).toString('base64')}'), (one) => one.charCodeAt(0));
    return new content.File([bytes], 'bomb.docx');`;
}

describe.each(browsers)('$name', ({ launch }) => {
  let session: Session;
  let open: Launched['open'];

  shareBrowser(async () => {
    const launched = await launch();
    session = launched.session;
    open = (path) => launched.open(path);
    return session;
  });

  test('a long file shows its progress while the page can be used, and Cancel ends the reading at once', async () => {
    await seedDetails(session);
    const about = await open('options.html#about-you');
    const { page } = about;
    await page.waitFor('textbox', 'Full name', /./);
    await pick(about, '#register-schools', LONG_REGISTER);
    await waitForWords(page, /Reading edubasealldata\.csv…/);
    await page.type('Full name', 'Mx Robin Ashe');
    expect(await page.waitFor('textbox', 'Full name', /Robin Ashe/)).toContain('Robin Ashe');
    expect(await page.text()).toContain('Reading edubasealldata.csv…');
    await page.press('button', 'Cancel');
    await waitUntil('the end of the reading', async () => !(await page.text()).includes('Reading edubase'));
    expect(await page.text()).not.toMatch(/schools read|was not used/);
    await page.close();
  });

  test('a Word file that unpacks to a thousand times its size ends in a sentence', async () => {
    await seedDetails(session);
    const letters = await open('options.html#letters');
    await pick(letters, '#word-wording', makeBomb());
    await waitForWords(
      letters.page,
      /bomb\.docx was not used\. Nothing else has changed\.\s+“bomb\.docx”: this (has|unpacks)/,
    );
    await letters.page.close();
  });
});
