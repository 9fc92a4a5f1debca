import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitUntil } from '../support/waitUntil';
import { makeProfile, type OwnBrowser, type Profile } from './details/ownBrowser';
import { createDice, SEED } from './details/random';
import { makeBranch, type Stored } from './details/seeding';
import { differingKeys, findFaults, recordsOf } from './details/soundness';
import {
  importTable,
  mergeBackup,
  replaceByBackup,
  typeFields,
  type Heard,
  type Work,
} from './details/works';

/** `npm run test:soak` kills fifty times. */
const KILLS = Number(process.env['KILLS'] ?? 3);

/** Of the first time’s length, which is longer than the later ones: some kills fall just after the end. */
const WITHIN = 1;

/** What an extension’s page sees; the functions given to `evaluate` run there. */
declare const chrome: {
  storage: {
    onChanged: { addListener(hear: (changes: Record<string, { newValue?: unknown }>) => void): void };
  };
};

const makers = [typeFields, importTable, mergeBackup, replaceByBackup];
const dice = createDice(SEED);
let numbers = 1000;
let profile: Profile;
let own: OwnBrowser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dear-employer-files-'));
  profile = await makeProfile();
  own = await profile.open();
  await own.writeStored(await makeBranch(12, 5));
});
afterAll(async () => {
  await own.close();
  await profile.remove();
  await rm(folder, { recursive: true, force: true });
});

test(
  `killed ${KILLS} times while it saves, imports and restores, it has every record as it was or as it was to be`,
  { timeout: 120_000 + KILLS * 40_000 },
  async () => {
    /** How long each takes, in turns of this process: a kill falls somewhere within. */
    const lengths: number[] = [];
    for (const make of makers) lengths.push(await doWhole(make));
    const outcomes: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const at = dice.below(makers.length);
      outcomes.push(await cutOff(makers[at]!, dice.below(lengths[at]! * WITHIN)));
    }
    expect(outcomes).toHaveLength(KILLS);
    console.log(`seed ${SEED}:\n${outcomes.toSorted().join('\n')}`);
  },
);

async function prepare(make: (typeof makers)[number]) {
  const before = await own.readStored();
  const work = await make({ before, dice, folder, count: () => (numbers += 1) });
  const page = await own.openPage(`options.html#${work.place}`);
  await work.getReady(page);
  return { before, work, page, heard: await hear(page) };
}

/** Undisturbed: it does what is expected of it. Returns the turns it took. */
async function doWhole(make: (typeof makers)[number]): Promise<number> {
  const { before, work, page, heard } = await prepare(make);
  const running = track(work.run(page, heard));
  let turns = 0;
  for (; !running.isOver; turns += 1) await setImmediate();
  await running.promise;
  await page.close();
  const after = await checkAfter(work, heard);
  expect(differingKeys(recordsOf(before), recordsOf(after)), `${work.name} changes something`).not.toEqual(
    [],
  );
  return turns;
}

/** Returns what it was and whether anything of it was stored. */
async function cutOff(make: (typeof makers)[number], turns: number): Promise<string> {
  const { before, work, page, heard } = await prepare(make);
  const running = track(work.run(page, heard));
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
  const moment = running.isOver ? 'just after' : 'during';
  // Cut off, it may never end: nobody waits for it.
  await own.kill();
  own = await profile.open();
  const after = await checkAfter(work, heard);
  const changed = differingKeys(recordsOf(before), recordsOf(after)).length > 0;
  return `${moment} ${work.name}: ${changed ? 'new' : 'former'}`;
}

/** The options page, opened again, shows and leaves what should be there. */
async function checkAfter(work: Work, heard: Heard): Promise<Stored> {
  const page = await own.openPage('options.html#about-you');
  const shown = await waitUntil('the list of signers', () =>
    page.evaluate(() => /(\d+) signers/.exec(document.body.innerText)?.[1] ?? null),
  );
  const after = await own.readStored();
  const why = `${work.name}, seed ${SEED}`;
  expect(work.findLosses(after, heard), why).toEqual([]);
  expect(findFaults(after), why).toEqual([]);
  expect(Object.keys(after), why).not.toContain('leaving');
  expect(Number(shown), why).toBe(Object.keys(after).filter((key) => key.startsWith('signer:')).length);
  await page.close();
  return after;
}

/** Notes what the browser confirms to be stored, as any page of ours hears it. */
async function hear(page: Page): Promise<Heard> {
  const heard: Stored = {};
  let tell: (() => void)[] = [];
  await page.exposeFunction('tellTest', (changes: Record<string, { newValue?: unknown }>) => {
    for (const [key, { newValue }] of Object.entries(changes)) heard[key] = newValue;
    const listeners = tell;
    tell = [];
    for (const listener of listeners) listener();
  });
  await page.evaluate(() => {
    const { tellTest } = window as unknown as { tellTest: (changes: object) => void };
    chrome.storage.onChanged.addListener((changes) => tellTest(changes));
  });
  return { stored: heard, next: () => new Promise((resolve) => tell.push(resolve)) };
}

function track(promise: Promise<void>) {
  const tracked = { promise, isOver: false };
  const end = () => {
    tracked.isOver = true;
  };
  promise.then(end, end);
  return tracked;
}
