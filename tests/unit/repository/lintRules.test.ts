/**
 * Breaks each promise that lint checks: writes a file with the violation into a temporary folder with the project's lint
 * configuration, and expects oxlint to report it with the project's own message.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rooms } from '../../../scripts/rooms.mjs';

interface Plant {
  promise: string;
  file: string;
  code: string;
  says: RegExp;
}

const plants: Plant[] = [
  {
    promise: 'the letter model uses no page',
    file: 'lib/letter/page.ts',
    code: 'export const title = document.title;',
    says: /The letter is pure/,
  },
  {
    promise: 'the page side uses no browser API',
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
    promise: 'no action fails silently',
    file: 'lib/popup/silent.ts',
    code: 'declare function save(): Promise<void>; export const press = () => void save();',
    says: /Use detach\(\)/,
  },
  {
    promise: 'nothing is fetched',
    file: 'lib/mail/fetch.ts',
    code: "export const answer = fetch('https://example.com');",
    says: /sends nothing/,
  },
  {
    promise: 'nothing is fetched through the global object',
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
    promise: 'no peer connection is opened',
    file: 'lib/popup/peer.ts',
    code: 'export const peer = new RTCPeerConnection();',
    says: /sends nothing/,
  },
  {
    promise: 'no connection is opened in advance',
    file: 'components/hint.tsx',
    code: 'export const Hint = () => <link rel="preconnect" href="https://example.com" />;',
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
    promise: 'components save nothing themselves',
    file: 'components/keep.ts',
    code: "localStorage.setItem('a', 'b');\nexport const kept = true;",
    says: /Components save nothing/,
  },
  {
    promise: 'React components set no HTML',
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
  {
    promise: 'no value has the type any',
    file: 'lib/popup/any.ts',
    code: 'export const thing: any = 1;',
    says: /any/,
  },
  {
    promise: 'no non-null assertions are used',
    file: 'lib/popup/nonNull.ts',
    code: 'export const at = (list: string[]): string => list[0]!;',
    says: /non-null/i,
  },
  {
    promise: 'no file only passes exports on',
    file: 'lib/popup/barrel.ts',
    code: ['a', 'b', 'c'].map((name) => `export * from './${name}';`).join('\n'),
    says: /No barrels/,
  },
  {
    promise: 'no test is focused with test.only',
    file: 'tests/unit/only.test.ts',
    code: "import { expect, test } from 'vitest';\ntest.only('a', () => expect(1).toBe(1));",
    says: /focus|only/i,
  },
  {
    promise: 'no test is skipped',
    file: 'tests/unit/skip.test.ts',
    code: "import { expect, test } from 'vitest';\ntest.skip('a', () => expect(1).toBe(1));",
    says: /skip|disabled/i,
  },
  {
    promise: 'no test waits for a fixed time',
    file: 'tests/unit/sleep.test.ts',
    code: "import { expect, test } from 'vitest';\ntest('a', async () => {\n  await new Promise((resolve) => setTimeout(resolve, 9));\n  expect(1).toBe(1);\n});",
    says: /No test sleeps/,
  },
];

const allowed: Omit<Plant, 'says'>[] = [
  {
    promise: 'takeOut.ts may make a key event, to press Ctrl+Z',
    file: 'lib/mail/takeOut.ts',
    code: "export const key = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true });",
  },
];

const names = Object.keys(rooms);
const isAllowed = (from: string, to: string) => from === to || rooms[from]?.imports.includes(to) === true;
/** The file in which one room imports from another; `how` is `value`, `type` or `demand`. */
const pairFile = (from: string, to: string, how: string) =>
  `${from}/plantedFor-${to.replaceAll('/', '-')}-${how}.ts`;
const pairs = names.flatMap((from) => names.map((to) => ({ from, to })));
const packages = [...new Set(names.flatMap((room) => rooms[room]?.packages ?? []))];
const packageFile = (room: string, name: string) => `${room}/plantedPackage-${name}.ts`;

/** A file for each pair of rooms and each kind of import, and a file for each room and package. */
function plantRooms(): { file: string; code: string }[] {
  const target = (from: string, to: string) => relative(from, `${to}/planted`).replace(/^(?!\.)/, './');
  return [
    ...names.map((room) => ({
      file: `${room}/planted.ts`,
      code: 'export const planted = 1;\nexport type Planted = 1;',
    })),
    ...pairs.flatMap(({ from, to }) => [
      {
        file: pairFile(from, to, 'value'),
        code: `import { planted } from '${target(from, to)}';\nexport const copy = planted;`,
      },
      {
        file: pairFile(from, to, 'type'),
        code: `import type { Planted } from '${target(from, to)}';\nexport type Copy = Planted;`,
      },
      {
        file: pairFile(from, to, 'demand'),
        code: `export const load = () => import('${target(from, to)}');`,
      },
    ]),
    ...names.flatMap((room) =>
      packages.map((name) => ({
        file: packageFile(room, name),
        code: `import * as all from '${name}';\nexport const copy = all;`,
      })),
    ),
  ];
}

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
  for (const needed of ['.oxlintrc.json', 'scripts/lintRules.mjs', 'scripts/rooms.mjs']) {
    await mkdir(dirname(join(folder, needed)), { recursive: true });
    await cp(join(PROJECT, needed), join(folder, needed));
  }
  for (const { file, code } of [...plants, ...allowed, ...plantRooms()]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${code}\n`);
  }
  findings = await lint();
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Without `--type-aware`, because no planted rule needs types and a run without them takes a tenth of the time. */
function lint(): Promise<Finding[]> {
  const program = join(PROJECT, 'node_modules/oxlint/bin/oxlint');
  // oxlint looks for its type checker on the path, also for a run that does not use it.
  const env = {
    ...process.env,
    PATH: [join(PROJECT, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
  };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, '-f', 'json', '.'], { cwd: folder, env }, (_error, stdout) => {
      try {
        resolve((JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics);
      } catch {
        reject(new Error(`oxlint said: ${stdout}`));
      }
    });
  });
}

const messagesAbout = (file: string) =>
  findings
    .filter(({ filename }) => filename.endsWith(file))
    .map(({ message, help }) => `${message} ${help ?? ''}`);

describe('lint reports code that breaks the promise that', () => {
  test.each(plants)('$promise', ({ file, says }) => {
    expect(messagesAbout(file).join('\n')).toMatch(says);
  });
});

describe('lint does not report that', () => {
  test.each(allowed)('$promise', ({ file }) => {
    expect(messagesAbout(file)).toEqual([]);
  });
});

describe('the table of rooms', () => {
  const refused = (file: string) =>
    messagesAbout(file).some((sentence) => sentence.includes('see the table of rooms'));

  test.each(names)(
    'is enforced for imports from %s to every room: values, types and imports on demand',
    (from) => {
      const wrong = names.flatMap((to) =>
        ['value', 'type', 'demand']
          .filter((how) => refused(pairFile(from, to, how)) === isAllowed(from, to))
          .map((how) => `${to} (${how})`),
      );
      expect(wrong).toEqual([]);
    },
  );

  test.each(names)('is enforced for imports from %s to every package', (room) => {
    const wrong = packages.filter(
      (name) => refused(packageFile(room, name)) === (rooms[room]?.packages.includes(name) === true),
    );
    expect(wrong).toEqual([]);
  });

  test('contains no cycle: no room imports itself through other rooms', () => {
    const reach = (from: string, seen: ReadonlySet<string>): string[] =>
      (rooms[from]?.imports ?? []).flatMap((to) =>
        seen.has(to) ? [] : [to, ...reach(to, new Set([...seen, to]))],
      );
    expect(names.filter((name) => reach(name, new Set()).includes(name))).toEqual([]);
  });

  test('matches ARCHITECTURE.md: each room has its line there', async () => {
    const page = (await readFile('ARCHITECTURE.md', 'utf8')).replaceAll(/\n {2}/g, ' ').split('\n');
    const lines = names.map((name) => {
      const { about = '', imports = [] } = rooms[name] ?? {};
      const others = imports.map((room) => room.replace('lib/', '')).join(', ') || 'nothing';
      return `- \`${name}\`: ${about} Imports ${others}.`;
    });
    expect(page).toEqual(expect.arrayContaining(lines));
  });
});
