import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { composeLetter } from '../../lib/letter/compose/compose';
import { renderText, sectionTexts } from '../../lib/letter/render/text';
import { renderHtml } from '../../lib/letter/render/html';
import type { PageJob } from '../../lib/mail/protocol';
import { readLetters, sampleContext } from '../support/sampleLetters';
import { isolatedWorld } from '../e2e/editors/pageSide';
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
const job = {
  do: 'insert',
  target: { by: 'id', id: '' },
  content: { html: renderHtml(letter), text: renderText(letter), subject: '', to: [], cc: [], files: null },
  sections: sectionTexts(letter),
  allowSecondCopy: false,
} satisfies PageJob;

/** Insertion into the stand-in of Gmail, compared with the browser's own command for the same HTML, alternately in one page. */
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
  // Unlike an extension’s isolated world, a test’s is subject to the page’s Trusted Types.
  await page.setBypassCSP(true);
  await page.goto(gmailUrl('new', { drafts }));
  const { ours, call, turn } = await timeInTurns(page, size);
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
      what: `Letter into ${where}, against the bare command and the page’s turn after it`,
      value: median(ours) / median(turn),
      unit: '×',
      goal: 2,
    },
    {
      what: `Letter into ${where}, against the call of the bare command alone`,
      value: median(ours) / median(call),
      unit: '×',
    },
  ];
}

interface Times {
  /** From the start of the job to its report. */
  ours: number[];
  /** From the call of the browser's command to its return: the draft is laid out, but not painted. */
  call: number[];
  /**
   * From the same call until the page has run its timers and painted a frame, if one is due. Our insertion waits for
   * that before it reads the draft back, because an editor may remove the letter in that time. The browser paints the
   * frame for any insertion, so this is the time to compare with.
   */
  turn: number[];
}

/** Alternates both in the same draft, in a world like the extension's. The undo in between is not timed. */
async function timeInTurns(page: Page, size: number): Promise<Times> {
  const world = isolatedWorld(page.mainFrame());
  await world.evaluate(fillDraft, size);
  const pageSide = `${await readFile(join(chromiumBuild, 'insert.js'), 'utf8')}\n;null`;
  const times: Times = { ours: [], call: [], turn: [] };
  const timeOurs = async (round: number) => {
    // As in real use, every click injects the file again, so no code is warm, and runs as a separate task. (In a long
    // chain of tasks, the browser delays every timer by 4 ms.)
    await world.evaluate(pageSide);
    times.ours.push(await world.evaluate(insertOurs, job, round));
  };
  const timeBare = async (round: number) => {
    const { call, turn } = await world.evaluate(insertBare, job.content.html, round);
    times.call.push(call);
    times.turn.push(turn);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    // Alternates the order, so that neither always runs second.
    const order = round % 2 ? [timeOurs, timeBare] : [timeBare, timeOurs];
    for (const time of order) await time(round);
  }
  return times;
}

// The functions below run in the page, so each must be self-contained.

/** Fills the draft with at least `length` characters of HTML. The words also occur in the letter. */
function fillDraft(length: number): void {
  const line = '<div>Words of the writer’s own about a risk assessment, as headteachers write.</div>';
  const body = document.querySelector<HTMLElement>('[g_editable=true]');
  if (!body) throw new Error('There is no draft to measure in.');
  body.innerHTML = line.repeat(Math.ceil(length / line.length));
  globalThis.settle = async (moment) => {
    body.focus();
    document.getSelection()?.collapse(body.lastChild, body.lastChild?.childNodes.length);
    // Waits for the work of the last undo, then for a varying time, as a click comes at any moment between two frames.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, moment % 16));
  };
}

declare global {
  // eslint-disable-next-line no-var -- only `var` declares a property of the global object
  var settle: ((moment: number) => Promise<void>) | undefined;
}

async function insertOurs(insertion: typeof job, round: number): Promise<number> {
  const looked = await globalThis.dearEmployer?.run({ do: 'look', sections: [] });
  const id = looked && 'drafts' in looked ? (looked.drafts[0]?.id ?? '') : '';
  await globalThis.settle?.(round);
  const start = performance.now();
  const report = await globalThis.dearEmployer?.run({ ...insertion, target: { by: 'id', id } });
  const took = performance.now() - start;
  if (!report || !('body' in report) || report.body.outcome !== 'inserted')
    throw new Error('The letter did not arrive.');
  document.execCommand('undo');
  return took;
}

/** Runs the browser's own command. Unlike our insertion, it does not check the result. Both start with the caret set. */
async function insertBare(html: string, round: number): Promise<{ call: number; turn: number }> {
  await globalThis.settle?.(round);
  const start = performance.now();
  document.execCommand('insertHTML', false, `<br>${html}`);
  document.body.getBoundingClientRect();
  const call = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve));
  const turn = performance.now() - start;
  document.execCommand('undo');
  return { call, turn };
}
