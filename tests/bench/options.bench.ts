import { answerAsSites } from '../pages/answer';
import { chromiumBuild, requireBuild } from '../support/builds';
import { type Chromium, launchChromium } from '../support/chromium';
import { MANY, seedDetails, seedMany } from '../support/seedDetails';
import { median, type Measurement } from './measurement';

const ROUNDS = 15;
/** What has to be in the page: its heading, a field of About you, the next step of a time line in Letters and replies. */
const SELECTORS = ['main', '#fullName', '#next-step'];

/** Time from opening the options page until its fields, or its time lines, can be used, with one letter and with a branch’s details. */
export async function measureOptionsPage(): Promise<Measurement[]> {
  const launch = () => launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites });
  const [few, many] = [await launch(), await launch()];
  try {
    await seedDetails(few);
    await seedMany(many);
    const times: {
      words: number[];
      few: number[];
      many: number[];
      replies: number[];
    } = { words: [], few: [], many: [], replies: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.few.push((await timeOpening(few)).fields);
      const opening = await timeOpening(many);
      times.many.push(opening.fields);
      times.words.push(opening.words);
      times.replies.push((await timeOpening(many, 'letters-and-replies', '#next-step')).fields);
    }
    const size = `${MANY.signers} signers, ${MANY.employers} employers, ${MANY.sent} letters`;
    return [
      {
        what: 'Options page to its heading and “Opening your details…”',
        value: median(times.words),
        unit: 'ms',
      },
      { what: `Options page to its fields with ${size}`, value: median(times.many), unit: 'ms', goal: 300 },
      {
        what: `Options page with ${size}, against 1 of each`,
        value: median(times.many) / median(times.few),
        unit: '×',
        goal: 1.5,
      },
      {
        what: `Letters and replies to the end of one time line of ${MANY.sent} letters`,
        value: median(times.replies),
        unit: 'ms',
        goal: 600,
      },
    ];
  } finally {
    for (const chromium of [few, many]) await chromium.close();
  }
}

/** Milliseconds from the start of the navigation until the heading, and the first of the fields, are in the page. */
async function timeOpening(
  chromium: Chromium,
  section = 'about-you',
  fields = '#fullName',
): Promise<{ words: number; fields: number }> {
  const page = await chromium.openOwnTab('manifest.json');
  await page.evaluateOnNewDocument((selectors) => {
    const times: Record<string, number> = {};
    Object.assign(globalThis, { times });
    new MutationObserver(() => {
      for (const selector of selectors)
        if (document.querySelector(selector)) times[selector] ??= performance.now();
    }).observe(document, { childList: true, subtree: true });
  }, SELECTORS);
  await page.goto(page.url().replace('manifest.json', `options.html#${section}`));
  await page.waitForSelector(fields);
  const times = await page.evaluate(() => (globalThis as unknown as { times: Record<string, number> }).times);
  await page.close();
  return { words: times['main'] ?? Number.NaN, fields: times[fields] ?? Number.NaN };
}
