import type { Page } from 'puppeteer-core';
import { composeLetter } from '../../lib/letter/compose';
import { sectionTexts } from '../../lib/letter/plainText';
import { renderHtml } from '../../lib/letter/renderHtml';
import { renderText } from '../../lib/letter/renderText';
import type { PageJob } from '../../lib/mail/protocol';
import { readLetters, sampleContext } from '../../scripts/letterSamples';
import { bundlePageSide, isolatedWorld } from '../e2e/editors/pageSide';
import { answerAsSites } from '../pages/answer';
import { freshGmailDraft } from '../pages/gmail/gmailPage';
import { gmailUrl } from '../pages/states';
import { chromiumBuild, requireBuild } from '../support/builds';
import { launchChromium, type Chromium } from '../support/chromium';
import { median, type Measurement } from './measurement';

const ROUNDS = 50;
const SIZES = [1_000, 100_000, 1_000_000];
const COUNTS = [1, 10, 50];

const [request] = readLetters();
if (!request) throw new Error('There is no letter to measure with.');
const letter = composeLetter(request, sampleContext(request, 'single', 'council'));
const html = renderHtml(letter);
const job = {
  do: 'insert',
  target: { by: 'id', id: '' },
  content: { html, text: renderText(letter), subject: '', to: [], cc: [], file: null },
  sections: sectionTexts(letter),
  allowSecondCopy: false,
} satisfies PageJob;

/** Insertion on the stand-in of Gmail against the browser's bare command with the same HTML, turn by turn in the same page. */
export async function measureInsertion(): Promise<Measurement[]> {
  const chromium = await launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites });
  try {
    const measurements: Measurement[] = [];
    for (const size of SIZES) measurements.push(...(await measureAt(chromium, size, 1)));
    for (const count of COUNTS.slice(1)) measurements.push(...(await measureAt(chromium, 1_000, count)));
    return measurements;
  } finally {
    await chromium.close();
  }
}

async function measureAt(chromium: Chromium, size: number, count: number): Promise<Measurement[]> {
  const drafts = Array.from({ length: count }, () => freshGmailDraft);
  const page = await chromium.openPage('about:blank');
  // An extension’s world is free of the page’s Trusted Types; a test’s is not.
  await page.setBypassCSP(true);
  await page.goto(gmailUrl('new', { drafts }));
  const { ours, bare } = await timeInPage(page, size);
  await page.close();
  const where = count === 1 ? `a draft of ${size / 1000} kB` : `one of ${count} open drafts`;
  const isCommonCase = size === SIZES[0] && count === 1;
  return [
    {
      what: `Letter into ${where}`,
      value: median(ours),
      unit: 'ms',
      ...(isCommonCase ? { goal: 20 } : {}),
    },
    {
      what: `Letter into ${where}, against the bare command`,
      value: median(ours) / median(bare),
      unit: '×',
      goal: 2,
    },
  ];
}

/** Everything happens in the extension's kind of world; undoing between rounds is not timed. */
async function timeInPage(page: Page, size: number): Promise<{ ours: number[]; bare: number[] }> {
  const world = isolatedWorld(page.mainFrame());
  await world.evaluate(`${await bundlePageSide()}\n;null`);
  return world.evaluate(
    async (insertion, length, rounds) => {
      const line = '<div>Some words of the writer’s own, as one writes them.</div>';
      const body = document.querySelector<HTMLElement>('[g_editable=true]');
      if (!body || !globalThis.dearEmployer) throw new Error('There is no draft to measure in.');
      body.innerHTML = line.repeat(Math.ceil(length / line.length));
      const placeCaret = () => {
        body.focus();
        const last = body.lastChild;
        if (last) document.getSelection()?.collapse(last, last.childNodes.length);
      };
      const time = async (work: () => unknown) => {
        placeCaret();
        const start = performance.now();
        await work();
        const took = performance.now() - start;
        document.execCommand('undo');
        return took;
      };
      const ours: number[] = [];
      const bare: number[] = [];
      const { run } = globalThis.dearEmployer;
      for (let round = 0; round < rounds; round += 1) {
        const looked = await run({ do: 'look', sections: [] });
        const id = 'drafts' in looked ? looked.drafts[0]?.id : undefined;
        ours.push(await time(() => run({ ...insertion, target: { by: 'id', id: id ?? '' } })));
        bare.push(
          await time(() => document.execCommand('insertHTML', false, `<br>${insertion.content.html}`)),
        );
      }
      return { ours, bare };
    },
    job,
    size,
    ROUNDS,
  );
}
