/** Installs the packages and the browsers that are missing. It runs before any package is installed, so it imports only from Node. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, howToGetBrowser } from './browsers.mjs';
import { PROJECT, run } from './run.mjs';

/** A problem that the user can solve. Its message is shown without a stack trace. */
export class SetUpProblem extends Error {
  /** @override */
  name = 'SetUpProblem';
}

/**
 * @param {import('./browsers.mjs').BrowserName[]} browsers the browsers that the command needs
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
/** npm writes this list of installed packages. */
const INSTALLED = join(PROJECT, 'node_modules', '.package-lock.json');
/** The hash of the lockfile that `npm ci` last ran for. A new checkout may change only the lockfile's date. */
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
  // Without any font Chromium shows boxes instead of letters; without DejaVu it uses a monospaced font for the interface.
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
