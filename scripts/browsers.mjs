/**
 * Finds an installed Chromium or Firefox. The browser downloads of test libraries are not used, because users have an installed
 * browser.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/** The environment variables that name another browser. */
const PATH_VARIABLE = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };

/**
 * Debian's names come first: a Chrome managed by an employer may refuse to load an extension from a folder. The release version of
 * Firefox is enough: it refuses unsigned extensions only when they are installed permanently, and tests install them for a session.
 */
const COMMANDS = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-for-testing',
    'google-chrome',
    'google-chrome-stable',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const USUAL_PLACES = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/**
 * @param {BrowserName} name
 * @returns {string | null} the path of the executable
 */
export function findBrowser(name) {
  const chosen = process.env[PATH_VARIABLE[name]];
  if (chosen) return existsSync(chosen) ? chosen : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = COMMANDS[name].flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...USUAL_PLACES[name]].find((path) => existsSync(path)) ?? null;
}

/** @param {BrowserName} name */
export function howToGetBrowser(name) {
  const packageName = name === 'chromium' ? 'chromium' : 'firefox-esr';
  return (
    `No ${name === 'chromium' ? 'Chromium or Chrome' : 'Firefox'} was found on this computer. ` +
    `On Debian or Ubuntu: "apt-get install ${packageName}" as root. Elsewhere install the browser as usual, ` +
    `or set ${PATH_VARIABLE[name]} to the path of its program.`
  );
}

/** Whether a browser window can be shown. Windows and macOS always have a display; Linux says so in the environment. */
export function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
