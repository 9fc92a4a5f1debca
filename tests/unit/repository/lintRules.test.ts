/**
 * The promises that lint keeps, each broken on purpose: a file with the violation is planted in a copy of the project's
 * folders, and oxlint must name it with our own sentence.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Plant {
  promise: string;
  file: string;
  code: string;
  says: RegExp;
}

const plants: Plant[] = [
  {
    promise: 'what knows the browser composes nothing',
    file: 'lib/browser/compose.ts',
    code: "import { composeFrom } from '../popup/composing';\nexport const make = composeFrom;",
    says: /lib\/browser hands on what it is given/,
  },
  {
    promise: 'the letter touches no page',
    file: 'lib/letter/page.ts',
    code: 'export const title = document.title;',
    says: /lib\/letter is pure/,
  },
  {
    promise: 'the letter asks no browser',
    file: 'lib/letter/api.ts',
    code: "import { browser } from 'wxt/browser';\nexport const id = browser.runtime.id;",
    says: /lib\/letter is pure/,
  },
  {
    promise: 'the letter knows no saved details',
    file: 'lib/letter/word/details.ts',
    code: "import { emptyFields } from '../../details/emptyRecords';\nexport const fields = emptyFields;",
    says: /lib\/letter imports nothing of ours/,
  },
  {
    promise: 'the page side never reads storage',
    file: 'lib/mail/storage.ts',
    code: "import { repository } from '../details/repository';\nexport const all = repository;",
    says: /never sees a profile/,
  },
  {
    promise: 'the page side runs no code of the letter',
    file: 'lib/mail/compose.ts',
    code: "import { composeLetter } from '../letter/compose';\nexport const make = composeLetter;",
    says: /imports types of lib\/letter/,
  },
  {
    promise: 'the page side has no browser API',
    file: 'lib/mail/api.ts',
    code: 'export const id = chrome.runtime.id;',
    says: /no browser API/,
  },
  {
    promise: 'the page side makes no key event',
    file: 'lib/mail/keys.ts',
    code: "export const key = new KeyboardEvent('keydown');",
    says: /no key event/,
  },
  {
    promise: 'nothing is fetched',
    file: 'lib/mail/fetch.ts',
    code: "export const answer = fetch('https://example.com');",
    says: /sends nothing/,
  },
  {
    promise: 'nothing is fetched by way of the window',
    file: 'lib/popup/fetch.ts',
    code: "export const answer = globalThis.fetch('https://example.com');",
    says: /sends nothing/,
  },
  {
    promise: 'no beacon is sent',
    file: 'components/beacon.ts',
    code: "export const sent = navigator.sendBeacon('/x', 'y');",
    says: /sends nothing/,
  },
  {
    promise: 'no socket is opened',
    file: 'lib/browser/socket.ts',
    code: "export const socket = new WebSocket('wss://example.com');",
    says: /sends nothing/,
  },
  {
    promise: 'no frame is put into a mail page',
    file: 'lib/mail/frame.ts',
    code: "export const frame = document.createElement('iframe');",
    says: /loads nothing/,
  },
  {
    promise: 'no picture is put into a mail page',
    file: 'lib/mail/picture.ts',
    code: 'export const picture = new Image();',
    says: /loads nothing/,
  },
  {
    promise: 'no source address is set in a mail page',
    file: 'lib/mail/source.ts',
    code: "export function set(element: HTMLImageElement): void {\n  element.src = 'https://example.com';\n}",
    says: /loads nothing/,
  },
  {
    promise: 'components ask no browser',
    file: 'components/api.ts',
    code: "import { readOutcome } from '../lib/browser/tabSession';\nexport const read = readOutcome;",
    says: /Components take props/,
  },
  {
    promise: 'components keep nothing',
    file: 'components/keep.ts',
    code: "localStorage.setItem('a', 'b');\nexport const kept = true;",
    says: /Components keep nothing/,
  },
  {
    promise: 'saved details know no component',
    file: 'lib/details/up.ts',
    code: "import { Popup } from '../../components/popup/Popup';\nexport const popup = Popup;",
    says: /Imports point one way/,
  },
  {
    promise: 'the browser’s files know no component',
    file: 'lib/browser/up.ts',
    code: "import { Popup } from '../../components/popup/Popup';\nexport const popup = Popup;",
    says: /Imports point one way/,
  },
  {
    promise: 'no markup is set from React',
    file: 'components/Danger.tsx',
    code: "export const Danger = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;",
    says: /dangerous/i,
  },
  {
    promise: 'exports have names',
    file: 'lib/popup/unnamed.ts',
    code: 'export default 1;',
    says: /default|named/i,
  },
  { promise: 'there is no any', file: 'lib/popup/any.ts', code: 'export const thing: any = 1;', says: /any/ },
  {
    promise: 'nothing is called not null by decree',
    file: 'lib/popup/decree.ts',
    code: 'export const at = (list: string[]): string => list[0]!;',
    says: /non-null/i,
  },
  {
    promise: 'there are no barrels',
    file: 'lib/popup/barrel.ts',
    code: ['a', 'b', 'c'].map((name) => `export * from './${name}';`).join('\n'),
    says: /No barrels/,
  },
  {
    promise: 'no test runs alone',
    file: 'tests/unit/only.test.ts',
    code: "import { expect, test } from 'vitest';\ntest.only('a', () => expect(1).toBe(1));",
    says: /focus|only/i,
  },
  {
    promise: 'no test is left out',
    file: 'tests/unit/skip.test.ts',
    code: "import { expect, test } from 'vitest';\ntest.skip('a', () => expect(1).toBe(1));",
    says: /skip|disabled/i,
  },
  {
    promise: 'no test sleeps',
    file: 'tests/unit/sleep.test.ts',
    code: "import { expect, test } from 'vitest';\ntest('a', async () => {\n  await new Promise((resolve) => setTimeout(resolve, 9));\n  expect(1).toBe(1);\n});",
    says: /No test sleeps/,
  },
];

const allowed: Omit<Plant, 'says'>[] = [
  {
    promise: 'the page side may know the letter’s types',
    file: 'lib/mail/types.ts',
    code: "import type { IsoDate } from '../letter/model';\nexport const day: IsoDate = '2026-11-23';",
  },
  {
    promise: 'taking out may press Ctrl+Z',
    file: 'lib/mail/takeOut.ts',
    code: "export const key = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true });",
  },
  {
    promise: 'components may show saved details',
    file: 'components/shown.ts',
    code: "import { emptyFields } from '../lib/details/emptyRecords';\nexport const fields = emptyFields;",
  },
];

interface Finding {
  message: string;
  help?: string;
  filename: string;
}

const PROJECT = process.cwd();
let folder: string;
let findings: Finding[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planted-'));
  for (const kept of ['.oxlintrc.json', 'scripts/lintRules.mjs']) {
    await mkdir(dirname(join(folder, kept)), { recursive: true });
    await cp(join(PROJECT, kept), join(folder, kept));
  }
  for (const { file, code } of [...plants, ...allowed]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${code}\n`);
  }
  findings = await lint();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Without types: no planted rule needs them, and it is ten times quicker. */
function lint(): Promise<Finding[]> {
  const program = join(PROJECT, 'node_modules/oxlint/bin/oxlint');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, '-f', 'json', '.'], { cwd: folder }, (_error, stdout) => {
      try {
        resolve((JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics);
      } catch {
        reject(new Error(`oxlint said: ${stdout}`));
      }
    });
  });
}

const said = (file: string) =>
  findings
    .filter(({ filename }) => filename.endsWith(file))
    .map(({ message, help }) => `${message} ${help ?? ''}`);

describe('lint holds that', () => {
  test.each(plants)('$promise', ({ file, says }) => {
    expect(said(file).join('\n')).toMatch(says);
  });
});

describe('lint allows that', () => {
  test.each(allowed)('$promise', ({ file }) => {
    expect(said(file)).toEqual([]);
  });
});
