// node scripts/icons.mjs: draws docs/icon.svg in the sizes that toolbars use. Run it after each change of the drawing.
import { readFile, writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './browsers.mjs';

const drawing = await readFile('docs/icon.svg', 'utf8');
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium') ?? '',
  headless: true,
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const size of [16, 32, 48, 96, 128]) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${drawing}`);
  await writeFile(`public/icon/${size}.png`, await page.screenshot({ omitBackground: true }));
}
await browser.close();
