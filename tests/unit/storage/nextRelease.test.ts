import { describe, expect, test } from 'vitest';
import { readBackup } from '../../../lib/transfer/backup';
import { firstChoices, firstSettings } from '../../../lib/storage/choices';
import { createFixture, unwrap } from './fakes';
import { pick, valueOf } from '../transfer/files';
import { goldenStorage, readGolden } from './golden';

/**
 * A later release reads what release 0.1.0 saved. A field added by the later release is missing from the saved data, so
 * each test removes one field in turn.
 */

type Fields = Record<string, unknown>;
interface SavedIndex extends Fields {
  lastUsed: Fields;
}
const index = goldenStorage()['index'] as SavedIndex;
/** The choices of 0.1.0 as they are read now: a tick has become a voice. */
const { leaveOutStrongest, ...kept } = index.lastUsed;
const choices: Fields = { ...firstChoices, ...kept, voice: 'softer', v: firstChoices.v };
const settings: Fields = { ...firstSettings, ...(goldenStorage()['settings'] as Fields) };
const choiceFields = Object.keys(firstChoices).filter((field) => field !== 'v');
const settingFields = Object.keys(firstSettings).filter((field) => field !== 'v');

function leaveOut(fields: Fields, omitted: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== omitted));
}

async function choicesFromStorage(saved: unknown) {
  const { repository } = createFixture({ ...goldenStorage(), index: { ...index, lastUsed: saved } });
  return unwrap(await repository.readChoices());
}
async function settingsFromStorage(saved: unknown) {
  const { repository } = createFixture({ ...goldenStorage(), settings: saved });
  return unwrap(await repository.readSettings());
}
const backupWith = (part: Fields) =>
  pick(JSON.stringify({ ...JSON.parse(readGolden('backup.json')), ...part }));
const choicesFromBackup = async (saved: unknown) =>
  valueOf(await readBackup(backupWith({ choices: saved }))).choices;
const settingsFromBackup = async (saved: unknown) =>
  valueOf(await readBackup(backupWith({ settings: saved }))).settings;

describe.each([
  ['storage', choicesFromStorage, settingsFromStorage],
  ['a backup', choicesFromBackup, settingsFromBackup],
])('choices and settings in %s', (_, readChoices, readSettings) => {
  test('the tick “Leave out NAHT’s strongest sentences” of 0.1.0 becomes the softer voice, and no tick the full one', async () => {
    expect(leaveOutStrongest).toBe(true);
    expect(await readChoices(index.lastUsed)).toEqual(choices);
    expect(await readChoices({ ...kept, leaveOutStrongest: false })).toMatchObject({
      ...kept,
      voice: 'full',
    });
  });

  test.each(choiceFields)(
    'a missing choice “%s” takes its default and the others are kept',
    async (field) => {
      const { [field]: first } = firstChoices as Fields;
      expect(await readChoices(leaveOut(choices, field))).toEqual({ ...choices, [field]: first });
    },
  );

  test.each(choiceFields)(
    'a choice “%s” of the wrong type takes its default and the others are kept',
    async (field) => {
      const { [field]: first } = firstChoices as Fields;
      expect(await readChoices({ ...choices, [field]: 42 })).toEqual({ ...choices, [field]: first });
    },
  );

  test('an unknown choice changes no other', async () => {
    expect(await readChoices({ ...choices, ofLater: { any: 'thing' } })).toMatchObject(choices);
  });

  test('invalid ticks are dropped and the others are kept', async () => {
    const requests = { request: ['assess', 'plan'], reminder: 'plan', 'second-reminder': ['plan', 7] };
    expect(await readChoices({ ...choices, requests })).toEqual({
      ...choices,
      requests: { request: ['assess', 'plan'], 'second-reminder': ['plan'] },
    });
  });

  test.each(settingFields)(
    'a missing setting “%s” takes its default and the others are kept',
    async (field) => {
      const { [field]: first } = firstSettings as unknown as Fields;
      expect(await readSettings(leaveOut(settings, field))).toEqual({ ...settings, [field]: first });
    },
  );

  test.each(settingFields)(
    'a setting “%s” of the wrong type takes its default and the others are kept',
    async (field) => {
      const { [field]: first } = firstSettings as unknown as Fields;
      // The default period would delete letters that the user meant to keep.
      const repaired = field === 'keepMonths' ? null : first;
      expect(await readSettings({ ...settings, [field]: ['?'] })).toEqual({ ...settings, [field]: repaired });
    },
  );

  test('an unknown setting or an invalid version changes no setting', async () => {
    expect(await readSettings({ ...settings, ofLater: true })).toMatchObject(settings);
    expect(await readSettings({ ...settings, v: 'one' })).toEqual(settings);
    expect(await readSettings(leaveOut(settings, 'v'))).toEqual(settings);
  });
});

describe('data saved by a later release', () => {
  test('an unreadable setting of a later version takes its default, and a copy is quarantined', async () => {
    const later = { ...settings, v: 9, lastMailSite: ['gmail', 'outlook'] };
    const { repository } = createFixture({ ...goldenStorage(), settings: later });
    expect(unwrap(await repository.readSettings())).toEqual({ ...settings, v: 9, lastMailSite: '' });
    expect(unwrap(await repository.repairAll())).toEqual([
      { key: 'settings', why: 'later version', found: later },
    ]);
  });

  test('changing one field keeps the version and every field that only the later release knows', async () => {
    const signerKey = 'signer:00000003-1111-4222-8333-444455556666';
    const employerKey = 'employer:00000001-1111-4222-8333-444455556666';
    const stored = goldenStorage();
    const later = {
      ...stored,
      settings: { ...settings, v: 9, theme: 'dark' },
      index: { ...index, lastUsed: { ...choices, v: 9, tone: 'soft' } },
      [signerKey]: { ...(stored[signerKey] as Fields), v: 9, urn: '123456' },
      [employerKey]: { ...(stored[employerKey] as Fields), v: 2, phone: '01632 960000' },
    };
    const { area, repository } = createFixture(later);
    const [, signerId] = signerKey.split(':') as [string, string];
    await repository.saveFields('signer', signerId, { phone: '01632 960999' });
    await repository.saveFields('employer', employerKey.split(':')[1]!, { role: 'Director' });
    await repository.saveSettings({ lastMailSite: 'gmail' });
    await repository.saveChoices({ letterId: 'thanks' });
    expect(unwrap(await repository.repairAll())).toEqual([]);
    expect(area.stored).toMatchObject({
      settings: { ...settings, v: 9, theme: 'dark', lastMailSite: 'gmail' },
      index: { lastUsed: { ...choices, v: 9, tone: 'soft', letterId: 'thanks' } },
      [signerKey]: { v: 9, urn: '123456', fullName: 'Sam Carter', phone: '01632 960999' },
      [employerKey]: { v: 2, phone: '01632 960000', role: 'Director' },
    });
  });
});

describe('an index of another version', () => {
  test('is rebuilt with its lists in the stored order', async () => {
    const signers = (index['signers'] as Fields[]).toReversed();
    const stored = { ...goldenStorage(), index: { ...index, v: 2, signers } };
    const { repository } = createFixture(stored);
    const built = unwrap(await repository.readIndex());
    expect(built.signers.map(({ id }) => id)).toEqual(signers.map(({ id }) => id));
    expect(built.lastUsed).toEqual(choices);
  });

  test('keeps the last choices when another of its fields is missing', async () => {
    for (const field of Object.keys(index)) {
      const { repository } = createFixture({ ...goldenStorage(), index: leaveOut(index, field) });
      const built = unwrap(await repository.readIndex());
      expect(built.lastUsed).toEqual(field === 'lastUsed' ? firstChoices : choices);
      expect(built).toMatchObject(leaveOut(index, 'lastUsed'));
    }
  });
});
