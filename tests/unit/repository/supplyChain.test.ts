import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Package {
  version?: string;
  license?: string;
  dev?: boolean;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;

/** Licences that ask for no more than their text beside the code, and (MPL) for changes of their own files. */
const PERMISSIVE = [
  '(MIT AND Zlib)',
  '(MPL-2.0 OR Apache-2.0)',
  '(MIT OR GPL-3.0-or-later)',
  '0BSD',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'WTFPL',
];

const namesOf = (some: [string, Package][]) => some.map(([path]) => path.replace(/.*node_modules\//, ''));

describe('the packages that npm installs', () => {
  test('are each pinned by the hash of their content', () => {
    expect(namesOf(packages.filter(([, one]) => !one.integrity?.startsWith('sha512-')))).toEqual([]);
  });

  test('come from the registry, and not from a folder, a repository or another address', () => {
    expect(namesOf(packages.filter(([, one]) => one.link || one.resolved))).toEqual([]);
  });

  test('run no script when they are installed', () => {
    expect(namesOf(packages.filter(([, one]) => one.hasInstallScript))).toEqual([]);
  });

  test('have a permissive licence, or are named in NOTICE and only for development', () => {
    const notice = readFileSync('NOTICE', 'utf8');
    const others = packages.filter(([, one]) => !PERMISSIVE.includes(one.license ?? ''));
    expect(namesOf(others.filter(([, one]) => !one.dev))).toEqual([]);
    const named = (name: string) => notice.includes(name) || notice.includes(name.replace(/\/.*/, '/*'));
    expect(namesOf(others).filter((name) => !named(name))).toEqual([]);
  });

  test('are named with one exact version', () => {
    const ranges = ['dependencies', 'devDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    );
    expect(ranges).toEqual([]);
  });
});
