import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const BUILD = '.output/chrome-mv3';

/** The scripts a page loads before it shows anything: its entry and all that the entry imports statically. */
function listEagerScripts(page) {
  const file = join(BUILD, page);
  if (!existsSync(file)) return [];
  const html = readFileSync(file, 'utf8');
  const paths = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, path]) => join(BUILD, path));
  return [...new Set(paths)];
}

export default [
  {
    name: 'popup, all that loads at once',
    path: listEagerScripts('popup.html'),
    limit: '90 kB',
    brotli: true,
  },
  { name: 'script injected into the mail page', path: join(BUILD, 'insert.js'), limit: '8 kB', brotli: true },
  {
    name: 'second script, for the rare cases',
    path: join(BUILD, 'rareCases.js'),
    limit: '5 kB',
    brotli: true,
  },
  {
    name: 'the letter without an installation, one file as it is on a disk',
    path: '.output/page/dear-employer.html',
    limit: '750 kB',
    brotli: false,
  },
];
