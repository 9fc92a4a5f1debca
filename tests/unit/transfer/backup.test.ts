import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createBackup, readBackup } from '../../../lib/transfer/backup';
import { addChanges } from '../../../lib/transfer/changes';
import { compareRecords } from '../../../lib/transfer/comparison';
import { Repository } from '../../../lib/storage/repository';
import {
  asNew,
  countOwnIds,
  createFixture,
  createLock,
  MemoryArea,
  unwrap,
  type Stored,
} from '../storage/fakes';
import { hugeFile, movedFile, pick, sentencesOf, valueOf, wrongFiles } from './files';

const TODAY = '2026-11-23';

async function fill() {
  const { area, dependencies } = createFixture();
  const repository = new Repository({ ...dependencies, newId: countOwnIds() });
  const employer = unwrap(
    await repository.addEmployer({ organisation: 'Example Trust', kind: 'academy-trust' }),
  );
  await repository.addSigner({ fullName: 'Amina Example', employerId: employer.id });
  await repository.addSigner({ fullName: 'Ben <b>Sample</b>', phone: '01234\u202E' });
  await repository.addRecord('letter', { title: 'Ours', markdown: '---\nid: x\n---\n' });
  await repository.addRecord('sent', {
    title: 'Ask',
    sentOn: '2026-11-02',
    replyBy: '2026-11-16',
    text: 'Dear …',
  });
  await repository.saveSettings({ agreedOn: '2026-11-01', keepMonths: null });
  await repository.saveChoices({ letterId: 'reminder' });
  const text = unwrap(await createBackup(repository, TODAY));
  return { area, repository, dependencies, text };
}

const read = async (text: string) => valueOf(await readBackup(pick(text)));

describe('creating and restoring a backup', () => {
  test('the file is indented JSON that a person can read', async () => {
    const { text } = await fill();
    expect(text.split('\n').slice(0, 4)).toEqual([
      '{',
      '  "format": "Dear Employer backup",',
      '  "version": 1,',
      '  "savedOn": "2026-11-23",',
    ]);
    expect(text).toContain('"fullName": "Amina Example"');
  });

  test('restoring a backup in an empty browser gives the same storage', async () => {
    const { area, text } = await fill();
    const { records, settings, choices } = await read(text);
    const elsewhere = createFixture();
    expect(await elsewhere.repository.replaceEverything(records, settings, choices)).toEqual({ ok: true });
    expect(elsewhere.area.stored).toEqual(area.stored);
  });

  test('the preview lists which records would be added, changed or kept', async () => {
    const { repository, text } = await fill();
    const { records } = await read(text);
    const signers = unwrap(await repository.readAll('signer'));
    await repository.saveFields('signer', signers[0]!.id, { phone: '999', school: 'Elsewhere' });
    await repository.deleteRecord('signer', signers[1]!.id);
    const added = unwrap(await repository.addEmployer({ organisation: 'Later Trust' }));
    const comparison = compareRecords(unwrap(await repository.readAllKinds()), records);
    expect(comparison.added.map(({ name }) => name)).toEqual(['Ben <b>Sample</b>']);
    expect(comparison.changed).toMatchObject([
      {
        name: 'Amina Example',
        values: [
          { label: 'School', before: 'Elsewhere', after: '' },
          { label: 'Phone', before: '999', after: '' },
        ],
      },
    ]);
    expect(comparison.same).toHaveLength(3);
    expect(comparison.onlyHere).toEqual([{ kind: 'employer', id: added.id, name: 'Later Trust' }]);
  });

  test('adding a backup keeps records that are not in the file', async () => {
    const { repository, dependencies, text } = await fill();
    const { records } = await read(text);
    await repository.addSigner({ fullName: 'Newcomer' });
    const { added, changed } = compareRecords(unwrap(await repository.readAllKinds()), records);
    const changes = [...added, ...changed].map(({ change }) => change);
    expect(await addChanges(changes, dependencies)).toMatchObject({ ok: true });
    expect(unwrap(await repository.readIndex()).signers.map(({ name }) => name)).toContain('Newcomer');
  });

  test('replacing everything with a backup removes all other records', async () => {
    const { area, repository, text } = await fill();
    const before = structuredClone(area.stored);
    const { records, settings, choices } = await read(text);
    await repository.addSigner({ fullName: 'Newcomer' });
    await repository.saveSettings({ keepMonths: 3 });
    await repository.replaceEverything(records, settings, choices);
    expect(area.stored).toEqual(before);
  });

  test('any text is the same after backup and reading', async () => {
    const anyText = fc.string({ unit: 'grapheme' });
    const signer = fc.record({ fullName: anyText, school: anyText, address: anyText, phone: anyText });
    await fc.assert(
      fc.asyncProperty(fc.array(signer, { maxLength: 4 }), async (signers) => {
        const { dependencies } = createFixture();
        const repository = new Repository({ ...dependencies, newId: countOwnIds() });
        for (const one of signers) await repository.addSigner(one);
        const { records } = await read(unwrap(await createBackup(repository, TODAY)));
        expect(records).toEqual(unwrap(await repository.readAllKinds()));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a wrong file', () => {
  test.each(wrongFiles)('for %s the message names the kind of file', async (_, content, message) => {
    const [sentence] = sentencesOf(await readBackup(pick(content)));
    expect(sentence).toContain(message);
    expect(sentence).toContain('a backup made by Dear Employer');
  });

  test('a file of two gigabytes is refused without being read', async () => {
    expect(sentencesOf(await readBackup(hugeFile), 'huge.json')).toEqual([
      '“huge.json”: this file is 2 GB; a backup made by Dear Employer (a .json file) is at most 50 MB.',
    ]);
  });

  test('a file moved after it was picked gives a message that it could not be read', async () => {
    expect(sentencesOf(await readBackup(movedFile))[0]).toContain('could not read this file');
  });

  test('a table or another program’s file is refused as not a backup', async () => {
    for (const text of [
      'URN,Name\n1,A',
      '{"a": 1}',
      '[]',
      'null',
      '"text"',
      '{"format":"Dear Employer starter file","version":1}',
    ]) {
      expect(sentencesOf(await readBackup(pick(text)))[0]).toContain('not a backup made by Dear Employer');
    }
  });

  test('a backup without a single readable record is refused with what is wrong', async () => {
    const head = '"format":"Dear Employer backup","version":1';
    expect(sentencesOf(await readBackup(pick(`{${head}}`))).join('\n')).toMatch(/“signers” is missing\./);
    expect(sentencesOf(await readBackup(pick(`{${head},"signers":[5]}`))).join('\n')).toMatch(
      /“signers”, entry 1 is not a group/,
    );
  });

  test('a backup cut off anywhere is refused with the line and column', async () => {
    const { text } = await fill();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: text.length - 3 }), async (length) => {
        const sentence = sentencesOf(await readBackup(pick(text.slice(0, length))))[0];
        expect(sentence).toMatch(/cut off|expected here/);
        expect(sentence).toMatch(/line \d+, column \d+/);
      }),
      { numRuns: 60 },
    );
  });

  test('the file is scanned once for all problems: twice the problems take at most 2.2 times the steps', async () => {
    const countSteps = async (entries: number) => {
      const lists = {
        signers: Array.from({ length: entries }, () => 0),
        employers: [],
        ownLetters: [],
        sentLetters: [],
      };
      const file = pick(JSON.stringify({ format: 'Dear Employer backup', version: 1, ...lists }, null, 1));
      const steps = vi.spyOn(RegExp.prototype, 'exec');
      const result = await readBackup(file);
      const { length } = steps.mock.calls;
      steps.mockRestore();
      if (result.ok) throw new Error('no problem was found');
      expect(result.problems.length).toBeGreaterThanOrEqual(entries);
      expect(result.problems.map(({ line }) => line !== undefined)).toEqual(
        result.problems.map((_, at) => at < 20),
      );
      return length;
    };
    const [once, twice] = [await countSteps(100), await countSteps(200)];
    expect(twice).toBeLessThan(once * 2.2);
  });

  test('any text either is a backup or gives at least one problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        const result = await readBackup(pick(text));
        expect(result.ok ? [] : result.problems).not.toEqual([]);
      }),
    );
  });
});

describe('storing a backup', () => {
  class FullArea extends MemoryArea {
    override async set(): Promise<void> {
      throw new Error('QUOTA_BYTES quota exceeded');
    }
  }

  test('a backup of version 0 is not one', async () => {
    const { text } = await fill();
    const none = text.replace('"version": 1', '"version": 0');
    expect(sentencesOf(await readBackup(pick(none))).join()).toContain('this is not a backup');
  });

  test('a keeping time that is too long takes the default and the other settings are kept', async () => {
    const { text } = await fill();
    const { settings } = await read(text.replace('"keepMonths": null', '"keepMonths": 1000000000'));
    // Kept until deleted: the default period would delete letters that the user meant to keep.
    expect(settings).toMatchObject({ agreedOn: '2026-11-01', keepMonths: null });
  });

  test('“__proto__” and “constructor” as keys change no object’s prototype', async () => {
    const { text } = await fill();
    const hostile = text
      .replace('"requests": {}', '"requests": {"__proto__": ["x"], "constructor": ["y"]}')
      .replace('{', '{"__proto__": {"format": 1},');
    const { choices } = await read(hostile);
    expect(Object.getPrototypeOf(choices.requests)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['format']).toBeUndefined();
  });

  test('when storage is too full for a backup, nothing is changed', async () => {
    const { area, text } = await fill();
    const { records, settings, choices } = await read(text);
    const full = new FullArea({ 'signer:old': 'untouched' });
    const before = structuredClone(full.stored);
    const storage = { area: full, withLock: createLock() };
    const repository = new Repository(storage);
    expect(await addChanges(asNew(records), storage)).toEqual({ ok: false, why: 'full' });
    expect(await repository.replaceEverything(records, settings, choices)).toEqual({
      ok: false,
      why: 'full',
    });
    expect(full.stored).toEqual(before);
    expect(area.stored).not.toEqual({});
  });

  /** Throws instead of the call after `life` writes. Calls are never partial, as in the browsers. */
  class MortalArea extends MemoryArea {
    constructor(
      stored: Stored,
      private life: number,
    ) {
      super(stored);
    }
    #useLife() {
      if (this.life-- <= 0) throw new Error('killed');
    }
    override async set(items: Stored) {
      this.#useLife();
      await super.set(items);
    }
    override async remove(keys: string | string[]) {
      this.#useLife();
      await super.remove(keys);
    }
  }

  test.each([0, 1, 2, 3])(
    'a replacement killed after %i writes leaves all the old signers or all the new ones',
    async (life) => {
      const { text } = await fill();
      const { records, settings, choices } = await read(text);
      const before = createFixture();
      await before.repository.addSigner({ fullName: 'Newcomer' });
      const area = new MortalArea(before.area.stored, life);
      await new Repository({ area, withLock: createLock() }).replaceEverything(records, settings, choices);
      const after = createFixture(area.stored);
      const shown = unwrap(await after.repository.readIndex()).signers.map(({ name }) => name);
      expect([['Newcomer'], ['Amina Example', 'Ben <b>Sample</b>']]).toContainEqual(shown);
      await after.repository.repairAll();
      expect(unwrap(await after.repository.readIndex()).signers.map(({ name }) => name)).toEqual(shown);
      expect(Object.keys(after.area.stored).filter((key) => key.startsWith('signer:'))).toHaveLength(
        shown.length,
      );
    },
  );
});
