import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { createBackup } from '../../../lib/transfer/backup';
import { renderSignersCsv } from '../../../lib/transfer/signersCsv';
import { emptyFields, type Signer } from '../../../lib/storage/schema';
import { byRole } from '../../support/byRole';
import { chooseFile, press } from './onPage';
import type { Dice } from './random';
import { repositoryOver, type Stored } from './seeding';
import { differingKeys, recordsOf } from './soundness';
import { edit, showRecord } from './typing';

/** A user’s action that writes, and a check of what is stored if the browser is killed during it. */
export interface Work {
  name: string;
  /** The section of the options page where the user does it. */
  section: string;
  /** Does every step before the first write. */
  prepare(page: Page): Promise<unknown>;
  /** Writes, and resolves when everything is confirmed as stored. */
  run(page: Page, confirmed: ConfirmedWrites): Promise<void>;
  /** Describes the records that have neither their old nor their new value. */
  findLosses(after: Stored, confirmed: ConfirmedWrites): string[];
}

/** The writes that the browser has confirmed with `storage.onChanged`. */
export interface ConfirmedWrites {
  /** The last confirmed value of each key. */
  stored: Stored;
  /** Resolves with the next confirmation. */
  next(): Promise<void>;
}

interface Surroundings {
  before: Stored;
  dice: Dice;
  /** The folder for files that the page opens. */
  folder: string;
  /** A new number at each call. */
  count: () => number;
}

const EDITS = 40;

/** Types into one signer’s fields, each as soon as the browser has confirmed the one before. */
export async function typeFields({ before, dice, count }: Surroundings): Promise<Work> {
  const former = dice.pick(signersOf(before));
  const key = `signer:${former.id}`;
  const typed = Array.from({ length: EDITS }, () => {
    const field = dice.pick(['jobTitle', 'school', 'phone', 'email', 'address'] as const);
    // Every value is an email address, because a later import would refuse a table with anything else in the email column.
    return { field, value: `head-${count()}@school.example` };
  });
  return {
    name: 'typing',
    section: 'about-you',
    prepare: (page) => showRecord(page, { section: 'about-you', id: former.id, name: former.fullName }),
    run: async (page, confirmed) => {
      for (const { field, value } of typed) {
        const saved = confirmed.next();
        await edit(page, [{ controlId: field, value }]);
        await saved;
      }
    },
    findLosses: (after, confirmed) => {
      const lastConfirmed = (confirmed.stored[key] ?? former) as Signer;
      const found = after[key] as Signer | undefined;
      const others = differingKeys(recordsOf(before), recordsOf(after)).filter((one) => one !== key);
      if (!found) return [`${key} is gone`, ...others];
      const fields = Object.keys(former) as (keyof Signer)[];
      const lost = fields.filter((field) => {
        const values: unknown[] = typed.filter((one) => one.field === field).map(({ value }) => value);
        const later = values.slice(values.indexOf(lastConfirmed[field]) + 1);
        const isFormer = JSON.stringify(found[field]) === JSON.stringify(lastConfirmed[field]);
        return !isFormer && !later.includes(found[field]);
      });
      return [...lost.map((field) => `${key}.${field} is ${JSON.stringify(found[field])}`), ...others];
    },
  };
}

/** Opens a table of changed and new signers and adds it to what is saved. */
export async function importTable({ before, dice, folder, count }: Surroundings): Promise<Work> {
  const saved = signersOf(before);
  const changed = saved
    .filter(() => dice.below(3) === 0)
    .map((one) => ({ ...one, phone: `phone ${count()}` }));
  // A new signer without a job title gets this one from the page.
  const added = Array.from({ length: 10 }, () => ({ ...newSigner(count()), jobTitle: 'Headteacher' }));
  const path = join(folder, `signers ${count()}.csv`);
  await writeFile(path, renderSignersCsv([...changed, ...added], []));
  const wanted = [...saved.map((one) => changed.find(({ id }) => id === one.id) ?? one), ...added];
  return {
    ...addFile(path, '#signers-table', 'Add it to what is saved here'),
    name: 'import of a table',
    // The page chooses the ids of new signers, so the signers are compared by name.
    findLosses: allOrNothing(signersByName(before), byName(wanted), signersByName),
  };
}

/** Restores a backup in which records were added, changed and deleted, and adds it to what is saved. */
export async function mergeBackup(surroundings: Surroundings): Promise<Work> {
  const { path, records } = await makeBackup(surroundings);
  const former = recordsOf(surroundings.before);
  return {
    ...addFile(path, '#restore', 'Add it to what is saved here'),
    name: 'restore added to what is saved',
    findLosses: allOrNothing(former, { ...former, ...records }, recordsOf),
  };
}

/** Restores such a backup in place of everything saved. */
export async function replaceByBackup(surroundings: Surroundings): Promise<Work> {
  const { path, records } = await makeBackup(surroundings);
  return {
    ...addFile(path, '#restore', 'Replace everything saved here'),
    name: 'restore in place of what is saved',
    findLosses: allOrNothing(recordsOf(surroundings.before), records, recordsOf),
  };
}

function addFile(path: string, input: string, button: string): Pick<Work, 'section' | 'prepare' | 'run'> {
  return {
    section: 'privacy-and-backup',
    prepare: async (page) => {
      await chooseFile(page, input, path);
      await byRole(page, 'button', button);
    },
    run: async (page, confirmed) => {
      const saved = confirmed.next();
      await press(page, button);
      await saved;
    },
  };
}

/** A loss is a mixture of old and new records, or an old record after the browser has confirmed the new ones. */
function allOrNothing(former: Stored, wanted: Stored, view: (stored: Stored) => Stored): Work['findLosses'] {
  return (after, confirmed) => {
    const isConfirmed = Object.keys(recordsOf(confirmed.stored)).length > 0;
    const found = view(after);
    const fromWanted = differingKeys(wanted, found);
    if (isConfirmed || fromWanted.length === 0) return fromWanted;
    const fromFormer = differingKeys(former, found);
    return fromFormer.length === 0 ? [] : [...fromFormer, 'while some are new:', ...fromWanted];
  };
}

/** Writes a backup of the saved details after some changes: at most ten former signers, five new ones and a sent letter. */
async function makeBackup({ before, dice, folder, count }: Surroundings) {
  const items = structuredClone(before);
  const repository = repositoryOver(items, `backup${count()}`);
  const signers = signersOf(items);
  for (const { id } of signers.slice(10)) await repository.deleteRecord('signer', id);
  for (const { id } of signers.slice(0, 10)) {
    if (dice.below(2) === 0) await repository.saveFields('signer', id, { phone: `phone ${count()}` });
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
