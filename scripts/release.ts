import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { addMonths, formatDate, isStale, localDay, LAST_BANK_HOLIDAY_YEAR } from '../lib/letter/dates';
import { readSources } from '../tests/support/claimData';
import { readLetters } from '../tests/support/sampleLetters';
import { listSentences, type ReleasedSentences } from './lettersPlugin';
import { PROJECT, run } from './run.mjs';

/**
 * npm run release [-- <tag>]: checks what a release needs beyond `npm test`, which must have passed, and puts the files of the
 * release into .output/release. With a problem it names all of them and exits with 1.
 */

const OUTPUT = join(PROJECT, '.output');
const RELEASE = join(OUTPUT, 'release');
const PAGE = join(OUTPUT, 'page', 'dear-employer.html');
/** A source that nobody has read for so long is read again before a release. */
const READ_AGAIN_AFTER_MONTHS = 12;
/** A letter written on the last day of the table still counts its working days right. */
const BANK_HOLIDAYS_AHEAD_MONTHS = 12;

export async function main(tag?: string): Promise<void> {
  const version = readVersion();
  const today = localDay(new Date());
  const changes = readChanges(version);
  const problems = [
    ...checkVersion(version, tag, changes),
    ...keepSentences(version),
    ...(await keepSaved(version)),
    ...(await checkCommitted()),
    ...checkAges(today),
    ...checkBankHolidays(today),
  ];
  report('Version, changelog, commits, ages of claims, bank holidays', problems);

  rmSync(RELEASE, { recursive: true, force: true });
  mkdirSync(RELEASE, { recursive: true });
  const packages = await makePackagesTwice(problems);
  for (const { name, bytes } of packages) writeFileSync(join(RELEASE, name), bytes);
  await check('The letter without an installation', 'npm', ['run', 'build:page'], problems);
  if (existsSync(PAGE)) copyFileSync(PAGE, join(RELEASE, 'dear-employer.html'));
  await check('Firefox’s linter', 'node', ['scripts/lintFirefoxBuild.mjs'], problems);
  await check('Sizes', 'size-limit', [], problems);
  await writeSbom(version, problems);
  writeSums(changes);

  if (problems.length > 0) process.exitCode = 1;
  else console.log(`\nThe files of version ${version} are in .output/release:`);
  for (const name of readdirSync(RELEASE))
    console.log(`${(statSync(join(RELEASE, name)).size / 1000).toFixed(0).padStart(7)} kB  ${name}`);
  process.exit();
}

function report(what: string, problems: readonly string[]): void {
  console.log(problems.length === 0 ? `ok  ${what}` : problems.map((one) => `--  ${one}`).join('\n'));
}

function readVersion(): string {
  return (JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string }).version;
}

/** What CHANGELOG.md says under the heading of the version, or null without such a heading with a date. */
function readChanges(version: string): string | null {
  const sections = readFileSync(join(PROJECT, 'CHANGELOG.md'), 'utf8').split(/^## /m);
  const own = sections.find((section) => section.startsWith(`${version} (`));
  return own?.split('\n').slice(1).join('\n').trim() ?? null;
}

function checkVersion(version: string, tag: string | undefined, changes: string | null): string[] {
  const lock = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')) as { version: string };
  return [
    ...(tag !== undefined && tag !== `v${version}` ? [`The tag is ${tag}, and the version ${version}.`] : []),
    ...(lock.version === version ? [] : [`package-lock.json has version ${lock.version}, not ${version}.`]),
    ...(changes === null ? [`CHANGELOG.md has no section “## ${version} (day month year)”.`] : []),
  ];
}

/** Later releases recognise this one’s letters in a draft by these sentences. */
function keepSentences(version: string): string[] {
  const file = join(PROJECT, 'templates', 'released.json');
  const kept = readFileSync(file, 'utf8');
  const released = JSON.parse(kept) as ReleasedSentences;
  const now = `${JSON.stringify({ ...released, [version]: listSentences(readLetters()) }, null, 2)}\n`;
  writeFileSync(file, now);
  return now === kept ? [] : ['templates/released.json now has the sentences of this release: commit it.'];
}

/** Later releases are tested with what this one saves and exports. */
async function keepSaved(version: string): Promise<string[]> {
  const tests = ['vitest', 'run', '--project', 'unit', 'tests/unit/storage/releases.test.ts'];
  const { ok, output } = await run('npx', tests, { env: { RECORD_RELEASE: version } });
  if (!ok) return [`What this release saves cannot be read whole:\n${output}`];
  const { output: changed } = await run('git', ['status', '--porcelain', 'tests/golden']);
  return changed.trim() === '' ? [] : ['tests/golden now has what this release saves: commit it.'];
}

async function checkCommitted(): Promise<string[]> {
  const { output } = await run('git', ['status', '--porcelain']);
  return output.trim() === '' ? [] : ['Some files are not committed.'];
}

function checkAges(today: string): string[] {
  const letters = readLetters().filter(({ checkedOn }) => isStale(checkedOn, today));
  const sources = Object.entries(readSources(readFileSync(join(PROJECT, 'templates/sources.yaml'), 'utf8')));
  const oldest = addMonths(today, -READ_AGAIN_AFTER_MONTHS);
  return [
    ...letters.map(({ id, checkedOn }) => `The letter ${id} was last checked on ${formatDate(checkedOn)}.`),
    ...sources
      .filter(([, { read }]) => read < oldest)
      .map(([key, { read }]) => `The source ${key} was last read on ${formatDate(read)}.`),
  ];
}

function checkBankHolidays(today: string): string[] {
  const needed = Number(addMonths(today, BANK_HOLIDAYS_AHEAD_MONTHS).slice(0, 4));
  return needed <= LAST_BANK_HOLIDAY_YEAR
    ? []
    : [`The table of bank holidays ends with ${LAST_BANK_HOLIDAY_YEAR}: add ${needed}.`];
}

interface Package {
  name: string;
  bytes: Uint8Array;
}

/** The packages for the stores, if two builds from nothing are the same to the byte. */
async function makePackagesTwice(problems: string[]): Promise<Package[]> {
  const first = await makePackages(problems);
  const second = await makePackages(problems);
  const differing = first.filter(
    ({ bytes }, index) => !Buffer.from(bytes).equals(second[index]?.bytes ?? new Uint8Array()),
  );
  if (first.length !== 3) problems.push(`npm run zip made ${first.length} packages instead of 3.`);
  problems.push(...differing.map(({ name }) => `${name} is not the same when it is built again.`));
  report(
    'Packages, built twice, the same to the byte',
    differing.map(({ name }) => name),
  );
  return first;
}

async function makePackages(problems: string[]): Promise<Package[]> {
  for (const name of listZips()) rmSync(join(OUTPUT, name));
  // The loader that runs this file has set NODE_ENV to development, with which React would be built for development.
  const { ok, output } = await run('npm', ['run', 'zip'], { env: { NODE_ENV: 'production' } });
  if (!ok) problems.push(`npm run zip failed:\n${output}`);
  return listZips().map((name) => ({ name, bytes: readFileSync(join(OUTPUT, name)) }));
}

function listZips(): string[] {
  if (!existsSync(OUTPUT)) return [];
  return readdirSync(OUTPUT).filter((name) => name.endsWith('.zip'));
}

async function check(what: string, command: string, args: string[], problems: string[]): Promise<void> {
  const { ok, output } = await run(command, args);
  const found = ok ? [] : [`${what}:\n${output}`];
  problems.push(...found);
  report(what, found);
}

/** The list of the software in the packages, without the time and the random number that npm puts in. */
async function writeSbom(version: string, problems: string[]): Promise<void> {
  const { ok, output } = await run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev']);
  if (!ok) {
    problems.push(`npm sbom failed:\n${output}`);
    return;
  }
  const sbom = JSON.parse(output.slice(output.indexOf('{'))) as {
    serialNumber?: string;
    metadata: { timestamp?: string; component: { name: string } };
  };
  delete sbom.serialNumber;
  delete sbom.metadata.timestamp;
  // npm takes the name of the folder.
  sbom.metadata.component.name = 'dear-employer';
  writeFileSync(
    join(RELEASE, `dear-employer-${version}-sbom.cdx.json`),
    `${JSON.stringify(sbom, null, 2)}\n`,
  );
  report('List of the software in the packages', []);
}

/** SHA-256 of each file, for whoever downloads one, and the text of the release. */
function writeSums(changes: string | null): void {
  const sums = readdirSync(RELEASE)
    .toSorted()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(RELEASE, name)))
          .digest('hex')}  ${name}\n`,
    )
    .join('');
  writeFileSync(join(RELEASE, 'SHA256SUMS.txt'), sums);
  writeFileSync(
    join(RELEASE, 'notes.md'),
    `${changes ?? ''}\n\n## SHA-256\n\nTo check a file: on Windows \`certutil -hashfile <file> SHA256\`, on a Mac \`shasum -a 256 <file>\`, on Linux \`sha256sum --check SHA256SUMS.txt\`.\n\n\`\`\`text\n${sums}\`\`\`\n`,
  );
}
