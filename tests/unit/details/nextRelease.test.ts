import { describe, expect, test } from 'vitest';
import { readBackup } from '../../../lib/transfer/backup';
import { firstChoices, firstSettings } from '../../../lib/storage/schema';
import { createFixture, unwrap } from './fakes';
import { pick, sentencesOf, valueOf } from './files';
import { goldenStorage, readGolden } from './golden';

/**
 * What release 0.1.0 saved, met by a later release. A field that the later release has added is one that is missing in
 * what was saved: each field in turn plays that part.
 */

type Fields = Record<string, unknown>;
interface SavedIndex extends Fields {
  lastUsed: Fields;
}
const index = goldenStorage()['index'] as SavedIndex;
const choices = index.lastUsed;
const settings = goldenStorage()['settings'] as Fields;
const choiceFields = Object.keys(firstChoices);
const settingFields = Object.keys(firstSettings).filter((field) => field !== 'v');

function leaveOut(fields: Fields, left: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== left));
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
  test.each(choiceFields)(
    'a choice that is missing, “%s”, takes its first value and costs no other',
    async (field) => {
      const { [field]: first } = firstChoices as Fields;
      expect(await readChoices(leaveOut(choices, field))).toEqual({ ...choices, [field]: first });
    },
  );

  test.each(choiceFields)('a choice of a wrong type, “%s”, costs only itself', async (field) => {
    const { [field]: first } = firstChoices as Fields;
    expect(await readChoices({ ...choices, [field]: 42 })).toEqual({ ...choices, [field]: first });
  });

  test('a choice that is not known costs only itself', async () => {
    expect(await readChoices({ ...choices, ofLater: { any: 'thing' } })).toEqual(choices);
  });

  test('ticks that make no sense cost only themselves', async () => {
    const requests = { request: ['assess', 'plan'], reminder: 'plan', 'second-reminder': ['plan', 7] };
    expect(await readChoices({ ...choices, requests })).toEqual({
      ...choices,
      requests: { request: ['assess', 'plan'], 'second-reminder': ['plan'] },
    });
  });

  test.each(settingFields)(
    'a setting that is missing, “%s”, takes its first value and costs no other',
    async (field) => {
      const { [field]: first } = firstSettings as unknown as Fields;
      expect(await readSettings(leaveOut(settings, field))).toEqual({ ...settings, [field]: first });
    },
  );

  test.each(settingFields)('a setting of a wrong type, “%s”, costs only itself', async (field) => {
    const { [field]: first } = firstSettings as unknown as Fields;
    expect(await readSettings({ ...settings, [field]: ['?'] })).toEqual({ ...settings, [field]: first });
  });

  test('a setting that is not known, or a version that makes no sense, costs only itself', async () => {
    expect(await readSettings({ ...settings, ofLater: true })).toEqual(settings);
    expect(await readSettings({ ...settings, v: 'one' })).toEqual(settings);
    expect(await readSettings(leaveOut(settings, 'v'))).toEqual(settings);
  });
});

describe('what a later release saved', () => {
  test('settings of a later version keep what can be read of them, and are kept aside as they were', async () => {
    const later = { ...settings, v: 9, theme: 'dark' };
    const { repository } = createFixture({ ...goldenStorage(), settings: later });
    expect(unwrap(await repository.readSettings())).toEqual(settings);
    expect(unwrap(await repository.saveSettings({ lastMailSite: 'gmail' }))).toMatchObject({
      keepMonths: 24,
    });
    expect(unwrap(await repository.repairAll())).toEqual([
      { key: 'settings', why: 'later version', found: later },
    ]);
  });

  test('a backup with settings of a later version asks for an update', async () => {
    expect(sentencesOf(await readBackup(backupWith({ settings: { ...settings, v: 9 } }))).join()).toContain(
      'saved by a later version of Dear Employer',
    );
  });
});

describe('an index of another shape', () => {
  test('is built again with its lists in the order they had', async () => {
    const signers = (index['signers'] as Fields[]).toReversed();
    const stored = { ...goldenStorage(), index: { ...index, v: 2, signers } };
    const { repository } = createFixture(stored);
    const built = unwrap(await repository.readIndex());
    expect(built.signers.map(({ id }) => id)).toEqual(signers.map(({ id }) => id));
    expect(built.lastUsed).toEqual(choices);
  });

  test('costs no choice when one of its own fields is new, and none of the choices is', async () => {
    for (const field of Object.keys(index)) {
      const { repository } = createFixture({ ...goldenStorage(), index: leaveOut(index, field) });
      const built = unwrap(await repository.readIndex());
      expect(built.lastUsed).toEqual(field === 'lastUsed' ? firstChoices : choices);
      expect(built).toMatchObject(leaveOut(index, 'lastUsed'));
    }
  });
});
