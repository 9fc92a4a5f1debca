import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstChoices, firstSettings } from '../../../lib/storage/choices';
import { toAny } from '../../../lib/storage/lists';
import { Repository } from '../../../lib/storage/repository';
import { type FieldsOf, newRecord } from '../../../lib/storage/schema';
import { countIds, createFixture, createLock, MemoryArea, unwrap, type Stored } from './fakes';

type SignerField = 'fullName' | 'school' | 'phone' | 'jobTitle';
const edit = fc.record({
  signer: fc.constantFrom('id1', 'id2'),
  field: fc.constantFrom<SignerField>('fullName', 'school', 'phone', 'jobTitle'),
  value: fc.string(),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** A storage whose calls finish in the order that the scheduler chooses. */
class ScheduledArea extends MemoryArea {
  constructor(
    stored: Stored,
    readonly scheduler: fc.Scheduler,
  ) {
    super(stored);
  }
  override async get(keys: string | string[] | null) {
    await this.scheduler.schedule(Promise.resolve());
    return super.get(keys);
  }
  override async set(items: Stored) {
    await this.scheduler.schedule(Promise.resolve());
    return super.set(items);
  }
}

async function twoSigners(): Promise<Stored> {
  const { area, repository } = createFixture();
  await repository.addSigner();
  await repository.addSigner();
  return area.stored;
}

test('two writers in any interleaving store the same as one writer', async () => {
  const start = await twoSigners();
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(edit), fc.array(edit), async (scheduler, first, second) => {
      const area = new ScheduledArea(start, scheduler);
      const dependencies = { area, withLock: createLock() };
      const done: Edit[] = [];
      const write = async (repository: Repository, edits: Edit[]) => {
        await Promise.all(
          edits.map(async (one) => {
            expect((await repository.saveFields('signer', one.signer, { [one.field]: one.value })).ok).toBe(
              true,
            );
            done.push(one);
          }),
        );
      };
      const writers = [
        write(new Repository(dependencies), first),
        write(new Repository(dependencies), second),
      ];
      await scheduler.waitFor(Promise.all(writers));

      const single = createFixture(start);
      for (const one of done)
        await single.repository.saveFields('signer', one.signer, { [one.field]: one.value });
      expect(area.stored).toEqual(single.area.stored);
    }),
    { numRuns: 60 },
  );
});

const someSigner = fc.record({ fullName: fc.string(), school: fc.string(), phone: fc.string() });
const someSent = fc.record({
  employerName: fc.string(),
  text: fc.string(),
  sentOn: fc.constant('2026-11-02'),
});

async function createFilled(signers: Partial<FieldsOf<'signer'>>[], sent: Partial<FieldsOf<'sent'>>[]) {
  const fixture = createFixture();
  for (const one of signers) await fixture.repository.addSigner(one);
  for (const one of sent) await fixture.repository.addRecord('sent', one);
  return fixture;
}

/** Functions that damage a stored record in one of several ways. */
const damage = fc.oneof(
  fc.constant((record: object): unknown => ({ ...record, v: 2 })),
  fc.constant((record: object): unknown => ({ ...record, id: 'another' })),
  fc.constant((record: object): unknown => JSON.stringify(record).slice(0, -1)),
  fc
    .constantFrom('fullName', 'school', 'replies', 'sentOn', 'v')
    .map((field) => (record: object): unknown => {
      return { ...record, [field]: { not: 'what it was' } };
    }),
  fc.jsonValue().map((value) => (): unknown => value),
);

test('damage to any stored key loses no valid record, and every damaged record is quarantined', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someSigner, { maxLength: 4 }),
      fc.array(someSent, { maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(), damage), { maxLength: 4 }),
      async (signers, sent, damages) => {
        const { area, dependencies } = await createFilled(signers, sent);
        const before = structuredClone(area.stored);
        const keys = Object.keys(before);
        for (const [at, damageRecord] of damages) {
          const key = keys[at % keys.length];
          if (key) area.stored[key] = damageRecord(area.stored[key] as object);
        }
        const damaged = structuredClone(area.stored);

        const repository = new Repository(dependencies);
        unwrap(await repository.readIndex());
        const quarantined = unwrap(await repository.repairAll());
        const index = unwrap(await repository.readIndex());
        const list = unwrap(await repository.readSentList());
        for (const key of keys.filter((one) => /^(signer|sent):/.test(one))) {
          const [kind, id] = key.split(':') as ['signer' | 'sent', string];
          const listed = (kind === 'signer' ? index.signers : list).some((entry) => entry.id === id);
          const read = await repository.readRecord(kind, id);
          expect(listed).toBe(read.ok);
          if (JSON.stringify(damaged[key]) === JSON.stringify(before[key]))
            expect(unwrap(read)).toEqual(before[key]);
          if (!read.ok) expect(quarantined.map(({ found }) => found)).toContainEqual(damaged[key]);
        }
      },
    ),
    { numRuns: 300 },
  );
});

/** One random action of a user on the details. */
const step = fc.oneof(
  edit.map(
    (one) => (repository: Repository) =>
      repository.saveFields('signer', one.signer, { [one.field]: one.value }),
  ),
  fc.string().map((fullName) => (repository: Repository) => repository.addSigner({ fullName })),
  fc
    .constantFrom('id1', 'id2')
    .map((id) => (repository: Repository) => repository.deleteRecord('signer', id)),
  fc.string().map((letterId) => (repository: Repository) => repository.saveChoices({ letterId })),
);

/** Throws a quota error on every write after the first `room` writes. */
class FillingArea extends MemoryArea {
  constructor(
    stored: Stored,
    private room: number,
  ) {
    super(stored);
  }
  override async set(items: Stored) {
    if (this.room-- <= 0) throw new Error('QUOTA_BYTES quota exceeded');
    return super.set(items);
  }
}

test('when the storage becomes full at any write, every record is either unchanged or fully updated', async () => {
  const start = await twoSigners();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.nat({ max: 8 }), async (steps, room) => {
      const area = new FillingArea(start, room);
      const full = new Repository({ area, withLock: createLock(), newId: countIds('full') });
      const model = createFixture(start, 'full');
      for (const action of steps) {
        const result = await action(full);
        if (result.ok) await action(model.repository);
      }
      expect(records(area.stored)).toEqual(records(model.area.stored));
    }),
  );
});

class Killed extends Error {}

/** Throws after `life` written or removed keys, even in the middle of a call, as if the browser were killed. */
class MortalArea extends MemoryArea {
  constructor(
    stored: Stored,
    private life: number,
  ) {
    super(stored);
  }
  override async set(items: Stored) {
    for (const [key, value] of Object.entries(items)) {
      if (this.life-- <= 0) throw new Killed();
      await super.set({ [key]: value });
    }
  }
  override async remove(keys: string | string[]) {
    for (const key of [keys].flat()) {
      if (this.life-- <= 0) throw new Killed();
      await super.remove(key);
    }
  }
}

test('after a kill at any key, each record is the old or the new one, and the lists are repaired', async () => {
  const start = await twoSigners();
  await fc.assert(
    fc.asyncProperty(step, fc.nat({ max: 4 }), async (action, life) => {
      const area = new MortalArea(start, life);
      await action(new Repository({ area, withLock: createLock(), newId: () => 'new' }));
      const complete = createFixture(start);
      await action(new Repository({ ...complete.dependencies, newId: () => 'new' }));

      const next = createFixture(area.stored);
      await next.repository.repairAll();
      const after = records(next.area.stored);
      for (const [key, record] of Object.entries(after)) {
        expect([records(start)[key], records(complete.area.stored)[key]]).toContainEqual(record);
      }
      const listed = unwrap(await next.repository.readIndex()).signers;
      const stored = unwrap(await next.repository.readAll('signer'));
      expect(listed).toEqual(stored.map(({ id, fullName, school }) => ({ id, name: fullName, school })));
      expect(Object.keys(after).toSorted()).toEqual(stored.map(({ id }) => `signer:${id}`).toSorted());
    }),
    { numRuns: 200 },
  );
});

test('a restore that is killed after it stored the new records is completed, and brings nothing old back', async () => {
  const start = await twoSigners();
  const restored = newRecord('signer', 'restored', { fullName: 'Cara Instance' });
  // The lists, the settings, the keys to remove and the new record are stored, and nothing is removed.
  const area = new MortalArea(start, 5);
  await new Repository({ area, withLock: createLock() }).replaceEverything(
    toAny('signer', [restored]),
    firstSettings,
    firstChoices,
  );
  expect(Object.keys(records(area.stored)).toSorted()).toEqual([
    'signer:id1',
    'signer:id2',
    'signer:restored',
  ]);
  const next = createFixture(area.stored);
  const shown = unwrap(await next.repository.readPageDetails());
  expect(shown.records.signer).toEqual([restored]);
  await next.repository.repairAll();
  expect(unwrap(await next.repository.readAll('signer'))).toEqual([restored]);
  expect(Object.keys(next.area.stored).toSorted()).toEqual([
    'index',
    'sentList',
    'settings',
    'signer:restored',
  ]);
});

test('a list entry left by an interrupted deletion is removed when its record is read', async () => {
  const start = await twoSigners();
  const area = new MortalArea(start, 1);
  await new Repository({ area, withLock: createLock() }).deleteRecord('signer', 'id1');
  const { repository } = createFixture(area.stored);
  expect(await repository.readSigner('id1')).toEqual({ ok: false, why: 'gone' });
  expect(unwrap(await repository.readIndex()).signers.map(({ id }) => id)).toEqual(['id2']);
});

function records(stored: Stored): Stored {
  return Object.fromEntries(Object.entries(stored).filter(([key]) => key.startsWith('signer:')));
}
