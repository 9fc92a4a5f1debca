import { expect, test, vi } from 'vitest';
import { createFixture, unwrap } from './fakes';

const LETTERS = 1000;

async function saveMany() {
  const { area, repository } = createFixture();
  await repository.addSigner({ fullName: 'Priya Nair' });
  await repository.addEmployer({ organisation: 'Northmere County Council' });
  await repository.addRecord('letter', { title: 'Our own letter', markdown: 'Dear Mrs Patel' });
  await repository.saveSettings({ agreedOn: '2026-11-23' });
  const { sentList: _, ...rest } = area.stored;
  const sent = Array.from({ length: LETTERS }, (_each, at) => `sent:s${at}`);
  const index = rest['index'] as object;
  area.stored = {
    ...rest,
    index: { ...index, sentCount: LETTERS },
    sentList: sent.map((key) => ({ ...listed, id: key.slice(5) })),
    ...Object.fromEntries(sent.map((key) => [key, { v: 1, id: key.slice(5), text: 'Dear Mrs Patel' }])),
  };
  area.requestedKeys.length = 0;
  return { area, repository };
}

const listed = {
  title: 'Ask for a risk assessment',
  sentOn: '2026-10-01',
  signerId: '',
  signerName: '',
  employerId: '',
  employerName: '',
  letterId: 'request',
  standsFor: '',
  waitingFor: '',
  lastOn: '2026-10-01',
};

test('the options page opens with two reads, and reads neither sent letters nor their list', async () => {
  const { area, repository } = await saveMany();
  const details = unwrap(await repository.readPageDetails());
  expect(details.settings.agreedOn).toBe('2026-11-23');
  expect(details.records).toMatchObject({
    signer: [{ fullName: 'Priya Nair' }],
    employer: [{ organisation: 'Northmere County Council' }],
    letter: [{ title: 'Our own letter' }],
  });
  expect(area.requestedKeys).toHaveLength(2);
  expect(area.requestedKeys.flat().filter((key) => key === null || key.startsWith('sent'))).toEqual([]);
});

test('damaged lists are built again from the records, and settings that come back with them are read', async () => {
  const { area, repository } = await saveMany();
  const { index: _, settings, ...records } = area.stored;
  area.stored = records;
  // Left in the private file by a browser that stopped while the store was written again.
  const copy = { getFile: async () => new File([JSON.stringify({ settings })], 'everything.json') };
  const folder = { getFileHandle: async () => copy, removeEntry: async () => undefined };
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => folder } });
  const details = unwrap(await repository.readPageDetails());
  expect(details.records.signer).toMatchObject([{ fullName: 'Priya Nair' }]);
  expect(details.settings.agreedOn).toBe('2026-11-23');
});

test('a damaged record is set aside and the others are shown', async () => {
  const { area, repository } = await saveMany();
  const key = Object.keys(area.stored).find((each) => each.startsWith('signer:'))!;
  area.stored[key] = 42;
  const details = unwrap(await repository.readPageDetails());
  expect(details.records.signer).toEqual([]);
  expect(details.records.employer).toHaveLength(1);
  expect(Object.keys(area.stored).some((each) => each.startsWith(`setAside:${key}`))).toBe(true);
});
