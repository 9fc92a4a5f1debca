import { Repository } from '../../../lib/storage/repository';
import { memoryArea } from '../../support/seedDetails';

export type Stored = Record<string, unknown>;

/** The extension’s repository on storage in memory, to prepare stored data and to compute what should be stored. */
export function repositoryOver(items: Stored, idPrefix = 'seed'): Repository {
  let count = 0;
  return new Repository({
    area: memoryArea(items),
    withLock: (work) => work(),
    newId: () => ownId(idPrefix, (count += 1)),
  });
}

/** An id in the extension’s own shape; a file with any other would get new ids when it is opened. */
function ownId(prefix: string, count: number): string {
  const [group = ''] =
    Buffer.from(prefix)
      .toString('hex')
      .match(/.{1,8}$/) ?? [];
  return `${group.padStart(8, '0')}-1111-4222-8333-${String(count).padStart(12, '0')}`;
}

/** Stored data of a union branch: signers, an employer for each, and sent letters. */
export async function makeBranch(signers: number, sentLetters: number): Promise<Stored> {
  const items: Stored = {};
  const repository = repositoryOver(items);
  await repository.saveSettings({ agreedOn: '2026-11-23', mailboxWarningSeen: true, keepMonths: null });
  for (let number = 1; number <= signers; number += 1) {
    const employer = await repository.addEmployer({ kind: 'other', organisation: `Trust ${number}` });
    if (!employer.ok) throw new Error(employer.why);
    await repository.addSigner({
      fullName: `Head ${number}`,
      school: `School ${number}`,
      employment: 'other',
      employerId: employer.value.id,
    });
  }
  for (let number = 1; number <= sentLetters; number += 1) {
    const text = `Dear Director\n\nLetter ${number}. ${'The words of a letter. '.repeat(200)}`;
    await repository.addRecord('sent', {
      title: `Letter ${number}`,
      text,
      sentOn: '2026-11-02',
      replyBy: '2026-11-16',
    });
  }
  return items;
}
