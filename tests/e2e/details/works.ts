import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { createBackup } from '../../../lib/transfer/backup';
import { renderSignersCsv } from '../../../lib/transfer/signersCsv';
import { emptyFields, type Signer } from '../../../lib/storage/schema';
import { byRole } from '../../support/byRole';
import type { Dice } from './random';
import { repositoryOver, type Stored } from './seeding';
import { differingKeys, recordsOf } from './soundness';
import { edit, showRecord } from './typing';

/** Something a user does that writes, and what may be stored when the browser was killed in the middle of it. */
export interface Work {
  name: string;
  /** Where on the options page it is done. */
  place: string;
  /** All that comes before anything is written. */
  getReady(page: Page): Promise<unknown>;
  /** Writes, and resolves when it is done. `heard` is what the browser has confirmed to be stored. */
  run(page: Page, heard: Heard): Promise<void>;
  /** In words: which records are neither as they were nor as they were to be. Empty when none is. */
  findLosses(after: Stored, heard: Heard): string[];
}

export interface Heard {
  /** The last value of each key that was confirmed. */
  stored: Stored;
  /** Resolves with the next confirmation. */
  next(): Promise<void>;
}

interface Surroundings {
  before: Stored;
  dice: Dice;
  /** Where files may be put that the page then opens. */
  folder: string;
  /** Never the same twice. */
  count: () => number;
}

const EDITS = 40;

/** Types into one signer, field after field, each as soon as the one before is saved. */
export async function typeFields({ before, dice, count }: Surroundings): Promise<Work> {
  const former = dice.pick(signersOf(before));
  const key = `signer:${former.id}`;
  const typed = Array.from({ length: EDITS }, () => {
    const field = dice.pick(['jobTitle', 'school', 'phone', 'email', 'address'] as const);
    // A table is refused for what is no email address.
    return { field, value: `head-${count()}@school.example` };
  });
  return {
    name: 'typing',
    place: 'about-you',
    getReady: (page) => showRecord(page, { section: 'about-you', id: former.id, name: former.fullName }),
    run: async (page, heard) => {
      for (const { field, value } of typed) {
        const saved = heard.next();
        await edit(page, [{ controlId: field, value }]);
        await saved;
      }
    },
    findLosses: (after, heard) => {
      const confirmed = (heard.stored[key] ?? former) as Signer;
      const found = after[key] as Signer | undefined;
      const others = differingKeys(recordsOf(before), recordsOf(after)).filter((one) => one !== key);
      if (!found) return [`${key} is gone`, ...others];
      const fields = Object.keys(former) as (keyof Signer)[];
      const lost = fields.filter((field) => {
        const values: unknown[] = typed.filter((one) => one.field === field).map(({ value }) => value);
        const later = values.slice(values.indexOf(confirmed[field]) + 1);
        const isFormer = JSON.stringify(found[field]) === JSON.stringify(confirmed[field]);
        return !isFormer && !later.includes(found[field]);
      });
      return [...lost.map((field) => `${key}.${field} is ${JSON.stringify(found[field])}`), ...others];
    },
  };
}

/** Opens a table with new signers and changed ones, and adds it. */
export async function importTable({ before, dice, folder, count }: Surroundings): Promise<Work> {
  const saved = signersOf(before);
  const changed = saved
    .filter(() => dice.below(3) === 0)
    .map((one) => ({ ...one, phone: `phone ${count()}` }));
  const added = Array.from({ length: 10 }, () => newSigner(count()));
  const path = join(folder, `signers ${count()}.csv`);
  await writeFile(path, renderSignersCsv([...changed, ...added], []));
  const wanted = [...saved.map((one) => changed.find(({ id }) => id === one.id) ?? one), ...added];
  return {
    ...openedFile(path, '#signers-table', 'Add it to what is saved here'),
    name: 'import of a table',
    // The page gives new signers ids of its own.
    findLosses: eitherOr(signersByName(before), byName(wanted), signersByName),
  };
}

/** Restores a backup that adds, changes and lacks records, and adds it to what is there. */
export async function mergeBackup(surroundings: Surroundings): Promise<Work> {
  const { path, records } = await makeBackup(surroundings);
  const former = recordsOf(surroundings.before);
  return {
    ...openedFile(path, '#restore', 'Add it to what is saved here'),
    name: 'restore beside the rest',
    findLosses: eitherOr(former, { ...former, ...records }, recordsOf),
  };
}

/** The same, in the place of everything there is. */
export async function replaceByBackup(surroundings: Surroundings): Promise<Work> {
  const { path, records } = await makeBackup(surroundings);
  return {
    ...openedFile(path, '#restore', 'Replace everything saved here'),
    name: 'restore in place of the rest',
    findLosses: eitherOr(recordsOf(surroundings.before), records, recordsOf),
  };
}

function openedFile(path: string, input: string, button: string): Pick<Work, 'place' | 'getReady' | 'run'> {
  return {
    place: 'privacy-and-backup',
    getReady: async (page) => {
      const picker = (await page.waitForSelector(input)) as ElementHandle<HTMLInputElement>;
      await picker.uploadFile(path);
      await byRole(page, 'button', button);
    },
    run: async (page, heard) => {
      const saved = heard.next();
      await (await byRole(page, 'button', button)).click();
      await saved;
    },
  };
}

/** All of it or nothing; and all of it, once the browser has confirmed that it is stored. */
function eitherOr(former: Stored, wanted: Stored, view: (stored: Stored) => Stored): Work['findLosses'] {
  return (after, heard) => {
    const isConfirmed = Object.keys(recordsOf(heard.stored)).length > 0;
    const found = view(after);
    const fromWanted = differingKeys(wanted, found);
    if (isConfirmed || fromWanted.length === 0) return fromWanted;
    const fromFormer = differingKeys(former, found);
    return fromFormer.length === 0 ? [] : [...fromFormer, 'while some are new:', ...fromWanted];
  };
}

/** A backup of what is saved after some changes to it, with a dozen signers or so. */
async function makeBackup({ before, dice, folder, count }: Surroundings) {
  const items = structuredClone(before);
  const repository = repositoryOver(items, `backup${count()}`);
  const signers = signersOf(items);
  for (const { id } of signers.slice(10)) await repository.deleteRecord('signer', id);
  for (const { id } of signers.slice(0, 10)) {
    if (dice.below(2) === 0) await repository.saveField('signer', id, 'phone', `phone ${count()}`);
  }
  for (let added = 0; added < 5; added += 1) await repository.addSigner(newSigner(count()));
  const letter = {
    title: `Letter ${count()}`,
    text: 'Words of a letter. '.repeat(300),
    sentOn: '2026-11-09',
  };
  await repository.addRecord('sent', letter);
  const backup = await createBackup(repository, '2026-11-23');
  if (!backup.ok) throw new Error(backup.why);
  const path = join(folder, `backup ${count()}.json`);
  await writeFile(path, backup.value);
  return { path, records: recordsOf(items) };
}

function newSigner(number: number): Signer {
  return { ...emptyFields.signer, v: 1, id: '', fullName: `Head ${number}`, school: `School ${number}` };
}

function signersOf(stored: Stored): Signer[] {
  const entries = Object.entries(stored).filter(([key]) => key.startsWith('signer:'));
  return entries.map(([, value]) => value as Signer);
}

function byName(signers: readonly Signer[]): Stored {
  return Object.fromEntries(signers.map((one) => [one.fullName, { ...one, id: '' }]));
}

const signersByName = (stored: Stored) => byName(signersOf(stored));
