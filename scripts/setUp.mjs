/**
 * What a machine with nothing but Node and npm still lacks: the packages, and a browser. Needs no package itself.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, howToGetBrowser } from './browsers.mjs';
import { PROJECT, run } from './run.mjs';

/** A sentence for the person at the keyboard; no stack trace helps them. */
export class SetUpProblem extends Error {}

/**
 * @param {import('./browsers.mjs').BrowserName[]} browsers the ones that are needed
 * @param {(sentence: string) => void} say
 */
export async function setUp(browsers, say) {
  checkNode();
  await installPackages(say);
  for (const browser of browsers) await installBrowser(browser, say);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 20)) return;
  throw new SetUpProblem(`Node ${process.versions.node} is too old: Node 20.20 or newer is needed.`);
}

const LOCKFILE = join(PROJECT, 'package-lock.json');
/** npm's own record of what it installed. */
const INSTALLED = join(PROJECT, 'node_modules', '.package-lock.json');
const MARK = join(PROJECT, 'node_modules', '.installed-from');

/** @param {(sentence: string) => void} say */
async function installPackages(say) {
  const wanted = createHash('sha256').update(readFileSync(LOCKFILE)).digest('hex');
  const isMarked = existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted;
  if (isMarked || isNewer(INSTALLED, LOCKFILE)) return;
  say('Installing the packages (npm ci), about half a minute');
  const result = await run('npm', ['ci', '--no-audit', '--no-fund']);
  if (!result.ok) {
    throw new SetUpProblem(`The packages could not be installed. npm said:\n${lastLines(result.output, 20)}`);
  }
  writeFileSync(MARK, wanted);
}

/**
 * @param {string} file
 * @param {string} other
 */
function isNewer(file, other) {
  return existsSync(file) && statSync(file).mtimeMs >= statSync(other).mtimeMs;
}

/**
 * @param {import('./browsers.mjs').BrowserName} browser
 * @param {(sentence: string) => void} say
 */
async function installBrowser(browser, say) {
  if (findBrowser(browser)) return;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) throw new SetUpProblem(howToGetBrowser(browser));
  // Without a font every letter would be a box; without DejaVu the system's own font would be a typewriter's.
  const packages =
    browser === 'chromium' ? ['chromium', 'fonts-liberation', 'fonts-dejavu-core'] : ['firefox-esr'];
  say(`Installing ${packages[0]} with apt-get, about a minute`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  const result = await run('apt-get', ['install', '-qy', '--no-install-recommends', ...packages], { env });
  if (findBrowser(browser)) return;
  throw new SetUpProblem(`${howToGetBrowser(browser)} apt-get said:\n${lastLines(result.output, 10)}`);
}

/**
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
