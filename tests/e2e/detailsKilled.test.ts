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
  type ConfirmedWrites,
  type Work,
} from './details/works';

/** How often the browser is killed; `npm run test:soak` sets 50. */
const KILLS = Number(process.env['KILLS'] ?? 3);

/** What an extension’s page sees; the functions given to `evaluate` run there. */
declare const chrome: {
  storage: {
    onChanged: { addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void };
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
  `after the browser is killed ${KILLS} times during saving, import and restore, every record has its old or its new value`,
  { timeout: 120_000 + KILLS * 40_000 },
  async () => {
    /**
     * How many event loop turns of this process each action takes. The browser is killed after a random part of them. The first
     * time is the slowest, so some kills come just after the end.
     */
    const lengths: number[] = [];
    for (const make of makers) lengths.push(await runUndisturbed(make));
    const outcomes: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const index = dice.below(makers.length);
      outcomes.push(await killDuring(makers[index]!, dice.below(lengths[index]!)));
    }
    expect(outcomes).toHaveLength(KILLS);
    console.log(`seed ${SEED}:\n${outcomes.toSorted().join('\n')}`);
  },
);

async function prepare(make: (typeof makers)[number]) {
  const before = await own.readStored();
  const work = await make({ before, dice, folder, count: () => (numbers += 1) });
  const page = await own.openPage(`options.html#${work.section}`);
  await work.prepare(page);
  return { before, work, page, confirmed: await watchWrites(page) };
}

/** Runs an action to its end and checks it. Returns the number of event loop turns that it took. */
async function runUndisturbed(make: (typeof makers)[number]): Promise<number> {
  const { before, work, page, confirmed } = await prepare(make);
  const running = track(work.run(page, confirmed));
  let turns = 0;
  for (; !running.isOver; turns += 1) await setImmediate();
  await running.promise;
  await page.close();
  const after = await checkAfter(work, confirmed);
  expect(differingKeys(recordsOf(before), recordsOf(after)), `${work.name} changes something`).not.toEqual(
    [],
  );
  return turns;
}

/** Kills the browser after `turns` turns. Returns a line for the log: when it was killed, and whether anything new was stored. */
async function killDuring(make: (typeof makers)[number], turns: number): Promise<string> {
  const { before, work, page, confirmed } = await prepare(make);
  const running = track(work.run(page, confirmed));
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
  const moment = running.isOver ? 'just after' : 'during';
  // The action may never end after the kill, so do not wait for it.
  await own.kill();
  own = await profile.open();
  const after = await checkAfter(work, confirmed);
  const changed = differingKeys(recordsOf(before), recordsOf(after)).length > 0;
  return `${moment} ${work.name}: ${changed ? 'new' : 'former'}`;
}

/** Opens the options page again and checks that it shows every signer and that no record is lost or damaged. */
async function checkAfter(work: Work, confirmed: ConfirmedWrites): Promise<Stored> {
  const page = await own.openPage('options.html#about-you');
  const shown = await waitUntil('the list of signers', () =>
    page.evaluate(() => /(\d+) signers/.exec(document.body.innerText)?.[1] ?? null),
  );
  const after = await own.readStored();
  const why = `${work.name}, seed ${SEED}`;
  expect(work.findLosses(after, confirmed), why).toEqual([]);
  expect(findFaults(after), why).toEqual([]);
  expect(Object.keys(after), why).not.toContain('leaving');
  expect(Number(shown), why).toBe(Object.keys(after).filter((key) => key.startsWith('signer:')).length);
  await page.close();
  return after;
}

/** Collects the changes that `storage.onChanged` reports to a page of the extension. */
async function watchWrites(page: Page): Promise<ConfirmedWrites> {
  const stored: Stored = {};
  let waiting: (() => void)[] = [];
  await page.exposeFunction('tellTest', (changes: Record<string, { newValue?: unknown }>) => {
    for (const [key, { newValue }] of Object.entries(changes)) stored[key] = newValue;
    const resolvers = waiting;
    waiting = [];
    for (const resolve of resolvers) resolve();
  });
  await page.evaluate(() => {
    const { tellTest } = window as unknown as { tellTest: (changes: object) => void };
    chrome.storage.onChanged.addListener((changes) => tellTest(changes));
  });
  return { stored, next: () => new Promise((resolve) => waiting.push(resolve)) };
}

function track(promise: Promise<void>) {
  const tracked = { promise, isOver: false };
  const end = () => {
    tracked.isOver = true;
  };
  promise.then(end, end);
  return tracked;
}
