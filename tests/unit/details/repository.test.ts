import { describe, expect, test } from 'vitest';
import { Repository } from '../../../lib/storage/repository';
import { createFixture, createLock, MemoryArea, unwrap } from './fakes';

describe('adding and editing', () => {
  test('a new signer is stored under its own key and named in the index', async () => {
    const { area, repository } = createFixture();
    const signer = unwrap(
      await repository.addSigner({ fullName: 'Amina Example', school: 'Sample Primary' }),
    );
    expect(area.stored[`signer:${signer.id}`]).toEqual(signer);
    expect(unwrap(await repository.readIndex()).signers).toEqual([
      { id: signer.id, name: 'Amina Example', school: 'Sample Primary' },
    ]);
  });

  test('saving a field changes that field and nothing else', async () => {
    const { repository } = createFixture();
    const signer = unwrap(await repository.addSigner({ fullName: 'Amina Example', phone: '01234' }));
    await repository.saveField('signer', signer.id, 'school', 'Sample Primary');
    expect(unwrap(await repository.readSigner(signer.id))).toEqual({ ...signer, school: 'Sample Primary' });
  });

  test('a name typed anew is named anew in the index', async () => {
    const { repository } = createFixture();
    const employer = unwrap(await repository.addEmployer({ organisation: 'Old Trust' }));
    await repository.saveField('employer', employer.id, 'organisation', 'New Trust');
    expect(unwrap(await repository.readIndex()).employers).toEqual([{ id: employer.id, name: 'New Trust' }]);
  });

  test('typing a phone number writes that one key', async () => {
    const { area, repository } = createFixture();
    const signer = unwrap(await repository.addSigner());
    const before = { ...area.stored };
    await repository.saveField('signer', signer.id, 'phone', '01234');
    const changed = Object.keys(area.stored).filter((key) => area.stored[key] !== before[key]);
    expect(changed).toEqual([`signer:${signer.id}`]);
  });

  test('an edit of a record that another page deleted says that it is gone', async () => {
    const { repository } = createFixture();
    expect(await repository.saveField('signer', 'nobody', 'phone', '1')).toEqual({ ok: false, why: 'gone' });
  });

  test('markup and odd text in a field is kept as typed', async () => {
    const { repository } = createFixture();
    const odd = '<script>alert(1)</script> \u202Eabc 👩‍🏫 "quoted" ' + 'x'.repeat(10_000);
    const signer = unwrap(await repository.addSigner({ fullName: odd }));
    expect(unwrap(await repository.readSigner(signer.id)).fullName).toBe(odd);
  });
});

describe('deleting', () => {
  test('a deleted record leaves no trace of itself', async () => {
    const { area, repository } = createFixture();
    const signer = unwrap(await repository.addSigner({ fullName: 'Amina Example' }));
    await repository.deleteRecord('signer', signer.id);
    expect(JSON.stringify(area.stored)).not.toContain('Amina');
    expect(await repository.readSigner(signer.id)).toEqual({ ok: false, why: 'gone' });
  });

  test('undo puts it back as it was, at its place in the list', async () => {
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

  test('deleting what is not there says so', async () => {
    const { repository } = createFixture();
    expect(await repository.deleteRecord('employer', 'nobody')).toEqual({ ok: false, why: 'gone' });
  });
});

describe('choices and settings', () => {
  test('ticked requests are remembered letter by letter', async () => {
    const { repository } = createFixture();
    await repository.saveChoices({ requests: { request: ['assess'] } });
    await repository.saveChoices({ requests: { reminder: ['plan'] }, letterId: 'reminder' });
    const choices = unwrap(await repository.readChoices());
    expect(choices.requests).toEqual({ request: ['assess'], reminder: ['plan'] });
    expect(choices.letterId).toBe('reminder');
  });

  test('settings start as promised: nothing agreed, letters kept for twelve months', async () => {
    const { repository } = createFixture();
    expect(unwrap(await repository.readSettings())).toMatchObject({ agreedOn: '', keepMonths: 12 });
  });

  test('one setting changed leaves the others', async () => {
    const { repository } = createFixture();
    await repository.saveSettings({ agreedOn: '2026-11-23' });
    await repository.saveSettings({ keepMonths: null });
    expect(unwrap(await repository.readSettings())).toMatchObject({
      agreedOn: '2026-11-23',
      keepMonths: null,
    });
  });

  test('damaged settings are set aside and not overwritten unseen', async () => {
    const { area, repository } = createFixture({ settings: { v: 1, agreedOn: 42 } });
    expect(unwrap(await repository.readSettings()).agreedOn).toBe('');
    await repository.saveSettings({ agreedOn: '2026-11-23' });
    const aside = unwrap(await repository.repairAll());
    expect(aside).toEqual([{ key: 'settings', why: 'damaged', found: { v: 1, agreedOn: 42 } }]);
    expect(area.stored['settings']).toMatchObject({ agreedOn: '2026-11-23' });
  });
});

describe('what was set aside', () => {
  test('goes when the user has it, comes back when undone, and takes nothing with it that was not seen', async () => {
    const { area, repository } = createFixture({ 'signer:a': { v: 1, id: 'a', fullName: 5 } });
    const seen = unwrap(await repository.repairAll());
    area.stored['signer:b'] = 'nonsense';
    await repository.repairAll();
    const before = structuredClone(area.stored);
    const dropped = await repository.deleteQuarantined(seen);
    expect(unwrap(await repository.readQuarantined()).map(({ key }) => key)).toEqual(['signer:b']);
    if (!dropped.ok) throw new Error(dropped.why);
    await dropped.restore();
    expect(area.stored).toEqual(before);
  });
});

describe('a branch’s thirty heads', () => {
  test('opening reads one key, whatever is stored', async () => {
    const { area, repository } = createFixture();
    for (let count = 0; count < 100; count++) {
      await repository.addSigner({ fullName: `Head ${count}` });
      await repository.addEmployer({ organisation: `Trust ${count}` });
    }
    area.asked.length = 0;
    const index = unwrap(await repository.readIndex());
    expect(area.asked).toEqual(['index']);
    expect([index.signers.length, index.employers.length]).toEqual([100, 100]);
  });

  test('a thousand sent letters make the index no larger than one', async () => {
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

  test('the list of sent letters holds no text of a letter', async () => {
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

  test('the earliest day waited for is that of the last letter to each employer', async () => {
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
    ['ours', { letterId: 'inspection-notified' }],
    ['the user’s own wording of it', { letterId: 'own', standsFor: 'inspection-notified' }],
  ])('the letter about the inspection call, %s, ends no waiting for an answer', async (_, letter) => {
    const { repository } = createFixture();
    const pair = { signerId: 's', employerId: 'e' };
    await repository.addRecord('sent', { ...pair, sentOn: '2026-11-02', replyBy: '2026-11-16' });
    await repository.addRecord('sent', { ...pair, ...letter, sentOn: '2026-11-10' });
    expect(unwrap(await repository.readIndex()).waitingFor).toBe('2026-11-16');
    await repository.addRecord('sent', { ...pair, letterId: 'thanks', sentOn: '2026-11-12' });
    expect(unwrap(await repository.readIndex()).waitingFor).toBe('');
  });

  test('a letter noted before it was kept what it stands for is read, and listed, as before', async () => {
    const { area, repository } = createFixture();
    const added = unwrap(await repository.addRecord('sent', { letterId: 'own', sentOn: '2026-11-02' }));
    const withoutIt = (record: unknown) => {
      const { standsFor: _, ...rest } = record as { standsFor: string };
      return rest;
    };
    const key = `sent:${added.id}`;
    area.stored[key] = withoutIt(area.stored[key]);
    area.stored['sentList'] = (area.stored['sentList'] as unknown[]).map(withoutIt);
    const again = createFixture(area.stored).repository;
    expect(unwrap(await again.readSentLetter(added.id))).toEqual(added);
    expect(unwrap(await again.readSentList()).map(({ id }) => id)).toEqual([added.id]);
    expect(unwrap(await again.readQuarantined())).toEqual([]);
  });
});

describe('trouble', () => {
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
  ])('%s: the reason is told from its message', async (_, message, why) => {
    const area = new FailingArea();
    const repository = new Repository({ area, withLock: createLock() });
    area.error = new Error(message);
    expect(await repository.addSigner({ fullName: 'Amina' })).toEqual({ ok: false, why });
    expect(area.stored['index']).toBeUndefined();
  });

  test('a storage that cannot be read is a result, not an exception', async () => {
    const area = new FailingArea();
    area.error = new Error('cannot read');
    const repository = new Repository({ area, withLock: createLock() });
    expect(await repository.readIndex()).toEqual({ ok: false, why: 'refused' });
  });

  test('a full storage still opens, though nothing can be mended', async () => {
    const area = new FailingArea({ 'signer:a': { v: 1, id: 'a', fullName: 5 } });
    area.error = new Error('quota');
    const repository = new Repository({ area, withLock: createLock() });
    expect(unwrap(await repository.readIndex()).signers).toEqual([]);
    expect(area.stored['signer:a']).toEqual({ v: 1, id: 'a', fullName: 5 });
  });
});
