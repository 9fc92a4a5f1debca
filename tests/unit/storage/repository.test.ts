import { describe, expect, test } from 'vitest';
import { Repository } from '../../../lib/storage/repository';
import { createFixture, createLock, MemoryArea, unwrap } from './fakes';

describe('adding and editing', () => {
  test('a new signer is stored under its own key and listed in the index', async () => {
    const { area, repository } = createFixture();
    const signer = unwrap(
      await repository.addSigner({ fullName: 'Amina Example', school: 'Sample Primary' }),
    );
    expect(area.stored[`signer:${signer.id}`]).toEqual(signer);
    expect(unwrap(await repository.readIndex()).signers).toEqual([
      { id: signer.id, name: 'Amina Example', school: 'Sample Primary' },
    ]);
  });

  test('saving a field changes only that field', async () => {
    const { repository } = createFixture();
    const signer = unwrap(await repository.addSigner({ fullName: 'Amina Example', phone: '01234' }));
    await repository.saveFields('signer', signer.id, { school: 'Sample Primary' });
    expect(unwrap(await repository.readSigner(signer.id))).toEqual({ ...signer, school: 'Sample Primary' });
  });

  test('changing an employer’s name also changes it in the index', async () => {
    const { repository } = createFixture();
    const employer = unwrap(await repository.addEmployer({ organisation: 'Old Trust' }));
    await repository.saveFields('employer', employer.id, { organisation: 'New Trust' });
    expect(unwrap(await repository.readIndex()).employers).toEqual([{ id: employer.id, name: 'New Trust' }]);
  });

  test('typing a phone number writes only the key of that signer', async () => {
    const { area, repository } = createFixture();
    const signer = unwrap(await repository.addSigner());
    const before = { ...area.stored };
    await repository.saveFields('signer', signer.id, { phone: '01234' });
    const changed = Object.keys(area.stored).filter((key) => area.stored[key] !== before[key]);
    expect(changed).toEqual([`signer:${signer.id}`]);
  });

  test('editing a record that another page has deleted returns “gone”', async () => {
    const { repository } = createFixture();
    expect(await repository.saveFields('signer', 'nobody', { phone: '1' })).toEqual({
      ok: false,
      why: 'gone',
    });
  });

  test('markup and unusual characters in a field are stored as typed', async () => {
    const { repository } = createFixture();
    const odd = '<script>alert(1)</script> \u202Eabc 👩‍🏫 "quoted" ' + 'x'.repeat(10_000);
    const signer = unwrap(await repository.addSigner({ fullName: odd }));
    expect(unwrap(await repository.readSigner(signer.id)).fullName).toBe(odd);
  });
});

describe('deleting', () => {
  test('deleting a record leaves none of its text in storage', async () => {
    const { area, repository } = createFixture();
    const signer = unwrap(await repository.addSigner({ fullName: 'Amina Example' }));
    await repository.deleteRecord('signer', signer.id);
    expect(JSON.stringify(area.stored)).not.toContain('Amina');
    expect(await repository.readSigner(signer.id)).toEqual({ ok: false, why: 'gone' });
  });

  test('undoing a deletion restores the record unchanged, at its position in the list', async () => {
    const { repository } = createFixture();
    for (const fullName of ['One', 'Two', 'Three']) await repository.addSigner({ fullName });
    const before = unwrap(await repository.readIndex());
    const second = unwrap(await repository.readAll('signer'))[1]!;
    const deleted = await repository.deleteRecord('signer', second.id);
    if (!deleted.ok) throw new Error('not deleted');
    expect(await deleted.restore()).toEqual({ ok: true });
    expect(unwrap(await repository.readIndex())).toEqual(before);
    expect(unwrap(await repository.readSigner(second.id))).toEqual(second);
  });

  test('deleting a record that does not exist returns “gone”', async () => {
    const { repository } = createFixture();
    expect(await repository.deleteRecord('employer', 'nobody')).toEqual({ ok: false, why: 'gone' });
  });
});

describe('choices and settings', () => {
  test('ticked requests are saved separately for each letter', async () => {
    const { repository } = createFixture();
    await repository.saveChoices({ requests: { request: ['assess'] } });
    await repository.saveChoices({ requests: { reminder: ['plan'] }, letterId: 'reminder' });
    const choices = unwrap(await repository.readChoices());
    expect(choices.requests).toEqual({ request: ['assess'], reminder: ['plan'] });
    expect(choices.letterId).toBe('reminder');
  });

  test('at first the disclosure is not agreed to and letters are kept for twelve months', async () => {
    const { repository } = createFixture();
    expect(unwrap(await repository.readSettings())).toMatchObject({ agreedOn: '', keepMonths: 12 });
  });

  test('changing one setting keeps the others', async () => {
    const { repository } = createFixture();
    await repository.saveSettings({ agreedOn: '2026-11-23' });
    await repository.saveSettings({ keepMonths: null });
    expect(unwrap(await repository.readSettings())).toMatchObject({
      agreedOn: '2026-11-23',
      keepMonths: null,
    });
  });

  test('damaged settings are quarantined before they are overwritten', async () => {
    const { area, repository } = createFixture({ settings: { v: 1, agreedOn: 42 } });
    expect(unwrap(await repository.readSettings()).agreedOn).toBe('');
    await repository.saveSettings({ agreedOn: '2026-11-23' });
    const quarantined = unwrap(await repository.repairAll());
    expect(quarantined).toEqual([{ key: 'settings', why: 'damaged', found: { v: 1, agreedOn: 42 } }]);
    expect(area.stored['settings']).toMatchObject({ agreedOn: '2026-11-23' });
  });
});

describe('quarantined values', () => {
  test('deleting them keeps those added since they were listed, and undo restores them', async () => {
    const { area, repository } = createFixture({ 'signer:a': { v: 1, id: 'a', fullName: 5 } });
    const listed = unwrap(await repository.repairAll());
    area.stored['signer:b'] = 'nonsense';
    await repository.repairAll();
    const before = structuredClone(area.stored);
    const deleted = await repository.deleteQuarantined(listed);
    expect(unwrap(await repository.readQuarantined()).map(({ key }) => key)).toEqual(['signer:b']);
    if (!deleted.ok) throw new Error(deleted.why);
    await deleted.restore();
    expect(area.stored).toEqual(before);
  });

  test('a record of which a part cannot be read is kept as it was, once in each damaged version', async () => {
    const { area, repository } = createFixture();
    const { id } = unwrap(await repository.addSigner({ fullName: 'Amina Example' }));
    for (const phone of [1, 2, 2]) {
      area.stored[`signer:${id}`] = { ...(area.stored[`signer:${id}`] as object), phone };
      await repository.repairAll();
    }
    const kept = unwrap(await repository.readQuarantined());
    expect(kept.map(({ found }) => (found as { phone: number }).phone).toSorted((a, b) => a - b)).toEqual([
      1, 2,
    ]);
    expect(unwrap(await repository.readSigner(id))).toMatchObject({ fullName: 'Amina Example', phone: '' });
  });

  test('two copies with one id both stay, each with an id of its own', async () => {
    const copy = { id: 'same', name: 'Chair', email: 'chair@board.example' };
    const { area, repository } = createFixture();
    const employer = unwrap(await repository.addEmployer({ organisation: 'Board', copies: [copy] }));
    area.stored[`employer:${employer.id}`] = { ...employer, copies: [copy, { ...copy, name: 'Clerk' }] };
    const { copies } = unwrap(await repository.readEmployer(employer.id));
    expect(copies.map(({ name }) => name)).toEqual(['Chair', 'Clerk']);
    expect(new Set(copies.map(({ id }) => id)).size).toBe(2);
  });
});

describe('the lists of many records', () => {
  test('reading the index reads one key, however many records are stored', async () => {
    const { area, repository } = createFixture();
    for (let count = 0; count < 100; count++) {
      await repository.addSigner({ fullName: `Head ${count}` });
      await repository.addEmployer({ organisation: `Trust ${count}` });
    }
    area.requestedKeys.length = 0;
    const index = unwrap(await repository.readIndex());
    expect(area.requestedKeys).toEqual(['index']);
    expect([index.signers.length, index.employers.length]).toEqual([100, 100]);
  });

  test('the index is no larger with a thousand sent letters than with one', async () => {
    const { area, repository } = createFixture();
    await repository.addRecord('sent', {
      sentOn: '2026-11-02',
      replyBy: '2026-11-16',
      text: 'x'.repeat(6000),
    });
    const small = JSON.stringify(area.stored['index']).length;
    const first = Object.entries(area.stored).find(([key]) => key.startsWith('sent:'))![1] as object;
    for (let count = 0; count < 999; count++) {
      area.stored[`sent:copy${count}`] = { ...first, id: `copy${count}` };
    }
    await repository.repairAll();
    expect(unwrap(await repository.readIndex()).sentCount).toBe(1000);
    expect(JSON.stringify(area.stored['index']).length - small).toBeLessThan(10);
  });

  test('the list of sent letters does not contain their texts', async () => {
    const { repository } = createFixture();
    await repository.addRecord('sent', {
      text: 'Dear Director',
      sentOn: '2026-11-02',
      replyBy: '2026-11-16',
    });
    const list = unwrap(await repository.readSentList());
    expect(list).toHaveLength(1);
    expect(JSON.stringify(list)).not.toContain('Dear');
  });

  test('a list of sent letters that is missing is made again from the letters', async () => {
    const { area, repository } = createFixture();
    await repository.addRecord('sent', { title: 'Ask for a risk assessment', sentOn: '2026-11-02' });
    delete area.stored['sentList'];
    expect(unwrap(await repository.readSentList())).toMatchObject([{ title: 'Ask for a risk assessment' }]);
  });

  test('the earliest reply date counts only the last letter to each employer', async () => {
    const { repository } = createFixture();
    const toA = { signerId: 's', employerId: 'a' };
    await repository.addRecord('sent', { ...toA, sentOn: '2026-10-01', replyBy: '2026-10-15' });
    await repository.addRecord('sent', { ...toA, sentOn: '2026-10-20', replyBy: '2026-11-03' });
    await repository.addRecord('sent', {
      signerId: 's',
      employerId: 'b',
      sentOn: '2026-11-01',
      replyBy: '2026-11-13',
    });
    expect(unwrap(await repository.readIndex()).waitingFor).toBe('2026-11-03');
  });

  test.each([
    ['the built-in one', { letterId: 'inspection-notified' }],
    ['the user’s own version', { letterId: 'own', standsFor: 'inspection-notified' }],
  ])('the letter about the inspection call, %s, does not clear the earlier reply date', async (_, letter) => {
    const { repository } = createFixture();
    const pair = { signerId: 's', employerId: 'e' };
    await repository.addRecord('sent', { ...pair, sentOn: '2026-11-02', replyBy: '2026-11-16' });
    await repository.addRecord('sent', { ...pair, ...letter, sentOn: '2026-11-10' });
    expect(unwrap(await repository.readIndex()).waitingFor).toBe('2026-11-16');
    await repository.addRecord('sent', { ...pair, letterId: 'thanks', sentOn: '2026-11-12' });
    expect(unwrap(await repository.readIndex()).waitingFor).toBe('');
  });

  test('a sent letter stored without “standsFor” is still read and listed', async () => {
    const { area, repository } = createFixture();
    const added = unwrap(await repository.addRecord('sent', { letterId: 'own', sentOn: '2026-11-02' }));
    const withoutStandsFor = (record: unknown) => {
      const { standsFor: _, ...rest } = record as { standsFor: string };
      return rest;
    };
    const key = `sent:${added.id}`;
    area.stored[key] = withoutStandsFor(area.stored[key]);
    area.stored['sentList'] = (area.stored['sentList'] as unknown[]).map(withoutStandsFor);
    const again = createFixture(area.stored).repository;
    expect(unwrap(await again.readSentLetter(added.id))).toEqual(added);
    expect(unwrap(await again.readSentList()).map(({ id }) => id)).toEqual([added.id]);
    expect(unwrap(await again.readQuarantined())).toEqual([]);
  });
});

describe('storage failures', () => {
  class FailingArea extends MemoryArea {
    error: Error | null = null;
    override async get(keys: string | string[] | null) {
      if (this.error?.message.includes('read')) throw this.error;
      return super.get(keys);
    }
    override async set(items: Record<string, unknown>) {
      if (this.error) throw this.error;
      return super.set(items);
    }
  }

  test.each([
    ['Chromium', 'QUOTA_BYTES quota exceeded', 'full'],
    ['newer Chromium', 'Resource::kQuotaBytes quota exceeded', 'full'],
    ['Firefox', 'QuotaExceededError: storage.local API call exceeded its quota limitations.', 'full'],
    ['a full disk', 'IO error: No space left on device', 'full'],
    ['an updated extension', 'Extension context invalidated.', 'refused'],
  ])('%s: the error “%s” is reported as “%s”', async (_, message, why) => {
    const area = new FailingArea();
    const repository = new Repository({ area, withLock: createLock() });
    area.error = new Error(message);
    expect(await repository.addSigner({ fullName: 'Amina' })).toEqual({ ok: false, why });
    expect(area.stored['index']).toBeUndefined();
  });

  test('an unreadable storage gives a result, not an exception', async () => {
    const area = new FailingArea();
    area.error = new Error('cannot read');
    const repository = new Repository({ area, withLock: createLock() });
    expect(await repository.readIndex()).toEqual({ ok: false, why: 'refused' });
  });

  test('a full storage can still be read, although nothing can be repaired', async () => {
    const area = new FailingArea({ 'signer:a': { v: 1, id: 'a', fullName: 5 } });
    area.error = new Error('quota');
    const repository = new Repository({ area, withLock: createLock() });
    expect(unwrap(await repository.readIndex()).signers).toEqual([]);
    expect(area.stored['signer:a']).toEqual({ v: 1, id: 'a', fullName: 5 });
  });
});
