import { Repository } from '../../lib/storage/repository';
import type { Choices, Settings } from '../../lib/storage/choices';
import type { FieldsOf } from '../../lib/storage/schema';
import type { StorageArea } from '../../lib/storage/area';
import type { Session } from './session';

export interface SeededDetails {
  signer?: Partial<FieldsOf<'signer'>>;
  employer?: Partial<FieldsOf<'employer'>>;
  choices?: Partial<Choices>;
  settings?: Partial<Omit<Settings, 'v'>>;
}

/** Invented people. */
export const exampleSigner = {
  fullName: 'Sam Carter',
  jobTitle: 'Headteacher',
  school: 'Larkrise Primary School',
  employment: 'council-maintained',
  address: '1 Meadow Lane\nNewtown',
  postcode: 'AB1 2CD',
  phone: '01632 960123',
  email: 'head@larkrise.example',
} as const satisfies Partial<FieldsOf<'signer'>>;

export const exampleEmployer = {
  kind: 'council',
  organisation: 'Northshire County Council',
  title: 'Mrs',
  firstName: 'Jo',
  lastName: 'Patel',
  role: 'Director of Children’s Services',
  email: 'jo.patel@northshire.example',
  address: 'County Hall\nNewtown',
  postcode: 'AB1 1AA',
  nextPersonUp: 'Chief Executive',
} as const satisfies Partial<FieldsOf<'employer'>>;

/** Saves details as the options page would, with the disclosure agreed to, the warning seen and the texts of sent letters kept. */
export async function seedDetails(session: Session, details: SeededDetails = {}): Promise<void> {
  const items: Record<string, unknown> = {};
  let count = 0;
  const repository = new Repository({
    area: memoryArea(items),
    withLock: (work) => work(),
    newId: () => `seed-${(count += 1)}`,
  });
  const signer = await repository.addSigner({ ...exampleSigner, ...details.signer });
  const employer = await repository.addEmployer({ ...exampleEmployer, ...details.employer });
  if (!signer.ok || !employer.ok) throw new Error('The details were not saved');
  await repository.saveChoices({
    signerId: signer.value.id,
    employerId: employer.value.id,
    ...details.choices,
  });
  await repository.saveSettings({
    agreedOn: '2026-11-23',
    mailboxWarningSeen: true,
    sentText: 'keep',
    ...details.settings,
  });
  await session.writeStorage(items);
}

/** Storage in memory, so that the details can then be written to the browser at once. */
export function memoryArea(items: Record<string, unknown>): StorageArea {
  return {
    get: async (keys) => {
      const wanted = keys === null ? Object.keys(items) : [keys].flat();
      return Object.fromEntries(wanted.filter((key) => key in items).map((key) => [key, items[key]]));
    },
    set: async (added) => void Object.assign(items, added),
    remove: async (keys) => {
      for (const key of [keys].flat()) Reflect.deleteProperty(items, key);
    },
  };
}

export const MANY = { signers: 100, employers: 100, sent: 1_000 };

/** Saved details of a branch secretary: a hundred signers and employers, and a thousand sent letters. */
export async function seedMany(session: Pick<Session, 'writeStorage'>): Promise<void> {
  const items: Record<string, unknown> = {};
  let count = 0;
  const repository = new Repository({
    area: memoryArea(items),
    withLock: (work) => work(),
    newId: () => `seed-${(count += 1)}`,
  });
  for (let at = 0; at < MANY.employers; at += 1)
    await repository.addEmployer({ ...exampleEmployer, organisation: `Council ${at}` });
  for (let at = 0; at < MANY.signers; at += 1)
    await repository.addSigner({ ...exampleSigner, fullName: `Head ${at}` });
  for (let at = 0; at < MANY.sent; at += 1)
    await repository.addRecord('sent', {
      letterId: 'request',
      title: 'Ask for a risk assessment',
      text: 'The words of a letter. '.repeat(150),
      sentOn: '2026-11-02',
      replyBy: '2027-01-16',
    });
  await repository.saveSettings({ agreedOn: '2026-11-23', mailboxWarningSeen: true });
  await session.writeStorage(items);
}
