import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** The licences under which a library may be part of what we publish. Another one stops the build. */
const ALLOWED: ReadonlySet<string> = new Set([
  '(MIT AND Zlib)',
  // JSZip leaves the choice to us: MIT.
  '(MIT OR GPL-3.0-or-later)',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
]);

/** Packages under MIT that are published without its text, and their copyright line in the LICENSE of their repository. */
const COPYRIGHT: Readonly<Record<string, string>> = {
  // github.com/wxt-dev/wxt, read in November 2026
  '@wxt-dev/browser': 'Copyright (c) 2023 Aaron',
  wxt: 'Copyright (c) 2023 Aaron',
};

export interface Library {
  name: string;
  version: string;
  licence: string;
  text: string;
}

/** Adds the folder of each package of node_modules that has code in the build to `folders`. */
export function bundledPackagesPlugin(folders: Set<string>): Plugin {
  return {
    name: 'bundled-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(part.modules)) {
          const folder = renderedLength > 0 && packageFolderOf(id);
          if (folder) folders.add(folder);
        }
      }
    },
  };
}

/** `…/node_modules/@scope/name` or `…/node_modules/name` of a module, or null for our own code. */
function packageFolderOf(moduleId: string): string | null {
  const path = moduleId.replace(/^\0/, '').split('?')[0] ?? '';
  const start = path.lastIndexOf('/node_modules/');
  if (start < 0) return null;
  const [first = '', second = ''] = path.slice(start + '/node_modules/'.length).split('/');
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  return `${path.slice(0, start)}/node_modules/${name}`;
}

/** Writes our own licence and credits, and the licences of the packages in `bundled`, which are folders. */
export function writeLicences(file: string, projectFolder: string, bundled: ReadonlySet<string>): void {
  writeFileSync(file, readLicences(projectFolder, bundled).text);
}

/**
 * The libraries in a build, and the text of what must go with them.
 *
 * @throws if a licence is not on the list of allowed ones, or a package has no licence text
 */
export function readLicences(
  projectFolder: string,
  bundled: ReadonlySet<string>,
): { libraries: Library[]; text: string } {
  const own = readFileSync(join(projectFolder, 'LICENSE'), 'utf8').trim();
  const libraries = [...listLibraries(projectFolder, bundled)]
    .map((folder) => readLibrary(folder, own))
    .toSorted((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  const parts = [
    `Dear Employer\n\n${own}\n\n${CREDITS}`,
    ...libraries.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`),
  ];
  return { libraries, text: `${parts.join(`\n\n${'='.repeat(78)}\n\n`)}\n` };
}

const CREDITS = `Names of councils: Department for Education (contains public sector information
licensed under the Open Government Licence v3.0) and mySociety (CC BY 4.0).

The libraries below are part of this. Each keeps its own licence.`;

/** `bundled`, and all dependencies of those that our package.json names: docx and JSZip bring some of theirs built in. */
function listLibraries(projectFolder: string, bundled: ReadonlySet<string>): Set<string> {
  const followed = new Set<string>();
  const waiting = listDependencies(projectFolder).filter((folder) => bundled.has(folder));
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    if (followed.has(folder)) continue;
    followed.add(folder);
    waiting.push(...listDependencies(folder));
  }
  return new Set([...bundled, ...followed]);
}

function listDependencies(folder: string): string[] {
  return Object.keys(readPackage(folder).dependencies ?? {})
    .filter((name) => !name.startsWith('@types/'))
    .flatMap((name) => findDependency(folder, name) ?? []);
}

/** Looks in the package's own node_modules first and then in those of the folders above it, as Node does. */
function findDependency(from: string, name: string): string | null {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = [folder, 'node_modules', name].join('/');
    if (existsSync(join(candidate, 'package.json'))) return candidate;
  }
  return null;
}

function readPackage(folder: string): {
  name: string;
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
} {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function readLibrary(folder: string, ownLicence: string): Library {
  const { name, version, license = 'none named' } = readPackage(folder);
  if (!ALLOWED.has(license))
    throw new Error(`${name} has the licence “${license}”, which is not allowed in scripts/licences.ts`);
  const text = readLicenceText(folder) ?? writeMitLicence(name, ownLicence);
  if (!text) throw new Error(`${name} is published without a licence text: add it to scripts/licences.ts`);
  return { name, version, licence: license, text };
}

/** The package's licence file, or what its README says under the heading “License”. */
function readLicenceText(folder: string): string | undefined {
  const files = readdirSync(folder);
  const file = files.find((each) => /^licen[cs]e(?:[.-]|$)/i.test(each));
  if (file) return readFileSync(join(folder, file), 'utf8').trim();
  const readme = files.find((each) => /^readme\b/i.test(each));
  return (
    readme &&
    readFileSync(join(folder, readme), 'utf8')
      .split(/^#+ Licen[cs]e$/im)[1]
      ?.trim()
  );
}

/** The text of the MIT licence, which is ours too, with the copyright line of the package. */
function writeMitLicence(name: string, ownLicence: string): string | undefined {
  const copyright = COPYRIGHT[name];
  return (
    copyright &&
    ownLicence
      .split('\n---')[0]
      ?.replace(/^Copyright .*$/m, copyright)
      .trim()
  );
}
